"""How the people in a dispute, and what is contested, are told."""

from collections.abc import Callable

from mediation.casefile.queries import File
from mediation.casefile.words import label, listed, sentence
from mediation.kernel.language import _


def _party(file: File, party) -> list[str]:
    return [listed(party.letter, party.name, party.quality, label(party.kind))]


def _speaker(file: File, speaker) -> list[str]:
    party = file.rows.get(f"party:{speaker.party_id}")
    whose = _("pour %(name)s", name=party.name) if party else ""
    return [listed(speaker.name, whose, label(speaker.mandate))]


def _witness(file: File, witness) -> list[str]:
    return [listed(witness.alias, witness.quality)]


def _object(file: File, contested) -> list[str]:
    return [listed(sentence(contested.called), contested.description)]


TELLERS: dict[str, Callable] = {
    "party": _party,
    "representative": _speaker,
    "witness": _witness,
    "object": _object,
}

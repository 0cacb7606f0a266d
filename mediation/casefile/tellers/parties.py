"""How the people in a dispute, and what is contested, are told."""

from collections.abc import Callable

from mediation.casefile.involved import People
from mediation.casefile.queries import File
from mediation.casefile.words import label, listed, sentence
from mediation.kernel.language import _


def _party(file: File, party) -> list[str]:
    return [listed(party.letter, party.name, People(file).about(party))]


def _departure(file: File, departure) -> list[str]:
    party = file.rows.get(f"party:{departure.party_id}")
    return [listed(party.letter, party.name, People(file).departure(departure))] if party else []


def _speaker(file: File, speaker) -> list[str]:
    return [listed(speaker.name, _whose(file, speaker), label(speaker.mandate))]


def _ended(file: File, speaker) -> list[str]:
    return [listed(speaker.name, _whose(file, speaker), People(file).end(speaker))]


def _whose(file: File, speaker) -> str:
    party = file.rows.get(f"party:{speaker.party_id}")
    return _("pour %(name)s", name=party.name) if party else ""


def _witness(file: File, witness) -> list[str]:
    return [listed(witness.alias, witness.quality)]


def _helper(file: File, helper) -> list[str]:
    return [People(file).helper(helper), helper.did or ""]


def _consent(file: File, consent) -> list[str]:
    party = file.rows.get(f"party:{consent.party_id}")
    witness = file.rows.get(f"witness:{consent.witness_id}")
    who = party.name if party is not None else witness.alias if witness is not None else ""
    return [listed(who, People(file).consent(consent))]


def _object(file: File, contested) -> list[str]:
    return [listed(sentence(contested.called), contested.description)]


TELLERS: dict[str, Callable] = {
    "party": _party,
    "party.leave": _departure,
    "party.succeed": _departure,
    "representative": _speaker,
    "representative.end": _ended,
    "witness": _witness,
    "intermediary": _helper,
    "consent": _consent,
    "object": _object,
}

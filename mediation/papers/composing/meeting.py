"""Words that the papers of sessions say alike: who came, who did not, how many, who signs, who was replaced."""

from collections.abc import Callable

from mediation.disputes.models import Dispute
from mediation.kernel.numbers import said_number
from mediation.papers.composing.words import SEMICOLON, capital, listed
from mediation.papers.parts import item, items, person, seat, told
from mediation.parties.models import Party
from mediation.parties.queries import parties_of
from mediation.sessions.kinds import Presence
from mediation.sessions.models import Attendance, BenchMember, MediationSession
from mediation.teams.kinds import ReplacementKind
from mediation.teams.queries import declared_in, standing_in

VISAS = ("Visa du président ou de la présidente", "Visa du sous-préfet ou de la sous-préfète")
TO_COUNT = "Femmes : ............   Hommes : ............   En tout : ............"
BY_SOMEBODY = "par ............................",
# What is written by hand on a blank paper.
SESSION, CAME = "Date, lieu, durée ; qui siégeait, qui présidait.", "Côté, nom, qualité, pour qui."
UNDER_ALIAS = "sous un nom d’emprunt"


def those(held: MediationSession, *presences: Presence | None) -> list[Attendance]:
    """Those of a session of whom this was written: came, absent, refused; None where nothing was."""
    return [one for one in held.attendance if one.presence in presences]


def attending(one: Attendance) -> dict:
    """Somebody of a session: the side, the name (a witness by the alias), in which quality, for whom."""
    return person(one.letter, one.shown, "".join(f", {more}" for more in _qualities(one)))


def _qualities(one: Attendance) -> list[str]:
    known = one.quality or getattr(one.representative or one.party or one.witness, "quality", None)
    spoken_for = one.representative and f"pour {one.representative.party.name}"
    return [more for more in (known, spoken_for, one.witness and UNDER_ALIAS) if more]


def in_words(people: list[Attendance]) -> str:
    """Several people in one sentence, each with the letter of the side."""
    return SEMICOLON.join(listed(
        f"{one.letter} {one.shown}".strip(), "a refusé" if one.presence is Presence.REFUSED else "")
        for one in people)


def not_there(held: MediationSession) -> str:
    """Who did not come or refused to; nothing when nobody is written down so."""
    return in_words(those(held, Presence.ABSENT, Presence.REFUSED))


def where_said(label: str, row, words: Callable[[object], str], hint: str = "") -> tuple[dict, ...]:
    """A part that is left out where there is nothing to say; on a blank paper it is there to be filled."""
    said = row is not None and words(row)
    return () if row is not None and not said else (told(label, said, lines=1, hint=hint),)


def counted(held: MediationSession | None, otherwise: str = TO_COUNT) -> str:
    """How many women and men came; not counted is never nought, and on a blank paper it is left to fill."""
    counts = (("Femmes", held.women), ("Hommes", held.men), ("En tout", held.participants)) if held else ()
    return " · ".join(f"{label} : {said_number(one)}" for label, one in counts if one is not None) or (
        otherwise if held else TO_COUNT)


def bench_seats(bench: list[BenchMember]) -> list[dict]:
    """A line for each who sat, whoever chaired first."""
    return [seat(None, one.name, listed(one.quality, one.seat.label))
            for one in sorted(bench, key=lambda one: not one.chaired)]


def heard_seats(held: MediationSession) -> list[dict]:
    """A line for each who came: it is read back to them. For a group signs whoever speaks for it, if that is known."""
    came = those(held, Presence.CAME)
    spoken_for = {one.representative.party_id for one in came if one.representative}
    return [seat(one.letter, one.shown, ", ".join((*_qualities(one), *(BY_SOMEBODY if _is_group(one) else ()))))
            for one in came if one.party_id not in spoken_for or not _is_group(one)]


def _is_group(one: Attendance) -> bool:
    return one.party is not None and one.party.kind.is_group


def _links(dispute: Dispute) -> str:
    """Who sits in another's place, and which links with a party were declared, and how they were decided."""
    replaced = (f"{one.name} remplace {one.replaced_name}." for one in standing_in(dispute)
                if one.kind is ReplacementKind.BENCH)
    decided = (f"{listed(one.name, one.kind.label, one.letter and f'côté {one.letter}')} : {one.decision.label}."
               for one in declared_in(dispute) if one.decision)
    return " ".join((*replaced, *decided))


def told_links(dispute: Dispute | None) -> tuple[dict, ...]:
    """The links and replacements as a part, where there are any."""
    return where_said("Liens et remplacements", dispute, _links,
                      "Qui siège à la place de qui ; quel lien avec quelle partie, et ce qui a été décidé.")


def positions(dispute: Dispute) -> list[Party]:
    """The parties of whom it is written what they say."""
    return [one for one in parties_of(dispute) if one.was_here() and one.said]


def said_by_sides(dispute: Dispute | None) -> dict:
    """What each side says; on a blank paper, room for two sides."""
    said = [item(f"{one.letter} · {capital(one.name)} :", one.said.rstrip(".")) for one in positions(dispute)] if (
        dispute) else []
    return items("Chaque côté dit", said, blanks=2, otherwise="Rien n’est écrit." if dispute else "")

"""Words that several papers say alike: who writes, of which dossier, parties with their speakers, a session.

Papers are written in French, whatever the reader's language: their own words are not translated.
"""

from mediation.agreements.queries import heading_of
from mediation.agreements.rules import Person
from mediation.kernel import clock, dates
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.language import ngettext
from mediation.papers.composing import Frame
from mediation.papers.parts import person
from mediation.sessions.models import BenchMember, MediationSession

SEMICOLON = "\u202f; "


def day(when: ApproximateDate | None) -> str:
    """An approximate date as it is said; nothing for none."""
    return dates.said(when, clock.today()) if when else ""


def listed(*parts) -> str:
    """What is there, with commas."""
    return ", ".join(str(part) for part in parts if part)


def head(frame: Frame) -> tuple[str, ...]:
    """Who writes: the State, the places above, the institution."""
    return tuple(heading_of(frame.institution))


def facts(frame: Frame) -> tuple[str, ...]:
    """Of which dossier: its number and the day it was opened."""
    if frame.dispute is None:
        return ("Dossier : ............................",)
    return f"Dossier {frame.dispute.reference}", f"Ouvert le {dates.said_day(frame.dispute.registered_on)}"


def parties(people: list[Person]) -> list[dict]:
    """Each party with its language, who speaks for it and on what mandate."""
    return [person(one.letter, one.name, "".join(f", {more}" for more in (
        one.quality, one.language and f"langue : {one.language}", *(
            f"parole portée par {speaker.name} ({speaker.mandate.label})" for speaker in one.speakers)) if more))
        for one in people]


def sitting(bench: list[BenchMember]) -> str:
    """Who sat, whoever chaired first."""
    return SEMICOLON.join(listed(
        one.name, ngettext("%(num)d personne", "%(num)d personnes", one.people) if one.people else "", one.quality,
        "qui présidait" if one.chaired else "") for one in sorted(bench, key=lambda one: not one.chaired))


def session(held: MediationSession) -> str:
    """When, where, before whom a session was held."""
    lines = (listed(day(held.held_on), held.place), listed(held.kind and capital(held.kind.label), held.duration),
             f"Devant {sitting(held.bench)}" if held.bench else "")
    return " ".join(f"{line}." for line in lines if line)


def capital(words: object) -> str:
    """Words that begin a sentence."""
    return str(words)[:1].upper() + str(words)[1:]

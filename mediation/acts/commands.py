"""`flask acts`: the regulation, printed from the one table."""

from collections.abc import Iterable

import click
from flask.cli import AppGroup

from mediation.acts.act import Act
from mediation.acts.catalogue import CATALOGUE
from mediation.acts.vocabulary import ANY, OPEN, Coded, Role, Stage
from mediation.acts.workflow import may_come_late

# The letters that the table itself is written with, and two more for those who do none of its acts.
LETTERS = {Role.MEDIATOR: "M", Role.SECRETARY: "S", Role.CHAIR: "C", Role.REVIEWER: "R", Role.AUTHORITY: "U",
           Role.ANALYST: "N", Role.ADMINISTRATOR: "A"}
GUEST, SELF, NOBODY, NO_STAGE = "g", "self", ".", "no stage"
MARKS = {GUEST: "the secretary to whose institution the dispute was referred", SELF: "everybody, for themselves",
         "(..)": "late entry: what happened while the act was possible can still be written down, with a reason",
         NOBODY: "nobody", NO_STAGE: "what happens in no dispute that is in the register",
         "of": "only while what the act is about (an agreement, a paper...) is at one of these stages"}
REACH = """\
Each within their own reach: a team, a desk, a territory, the house. In a dispute, a stand-in has the letter of whom
they stand in for; whoever is a party, or was replaced, has none. A rule of the act may ask for more: papers are for
some by their kind, and in a closed dispute only an agreement that rectifies another goes on."""

WORDS = {None: "-", ANY: "any", OPEN: "open"}

cli = AppGroup("acts", help="The regulation: who may do what, when.")


@cli.command("list")
def list_acts() -> None:
    """Every act: who, at which stages, where it leads, its button."""
    for act in CATALOGUE.values():
        who = SELF if act.everyone else " ".join([*sorted(act.who), *["guest"] * act.guests])
        at = WORDS.get(act.at) or _listed(act.at)
        late = " (late entry)" if act.late else ""
        click.echo(f"{act.name:<26}  {who:<28}  {at + late:<60}  -> {_listed(act.leads_to):<40}  {act.button}")


@cli.command("matrix")
def matrix() -> None:
    """Act x role x stage: a letter for each role to which the act is open at the stage; then what letters mean."""
    click.echo(_line("", [*Stage, NO_STAGE], "of"))
    for act in CATALOGUE.values():
        click.echo(_line(act.name, (_cell(act, stage) for stage in (*Stage, None)), _listed(act.of)))
    click.echo()
    for sign, said in [*((letter, role.value) for role, letter in LETTERS.items()), *MARKS.items()]:
        click.echo(f"{sign:<9} {said}")
    click.echo(REACH)


def _line(name: str, cells: Iterable[str], of: str) -> str:
    return (f"{name:<26}" + "".join(f"{cell:<14}" for cell in cells) + of).rstrip()


def _listed(stages: Iterable[Coded]) -> str:
    return " ".join(sorted(stages)) or "-"


def _cell(act: Act, stage: Stage | None) -> str:
    """Who may do this act at this stage of the dispute, or in none."""
    who = SELF if act.everyone else "".join(LETTERS[role] for role in Role if role in act.who)
    who += GUEST if act.guests else ""
    if stage is None:
        return NOBODY if act.in_dispute else who
    if act.in_dispute and stage in act.at:
        return who
    return f"({who})" if may_come_late(act, stage) else NOBODY

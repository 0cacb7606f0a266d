"""`flask acts`: the regulation, printed from the one table."""

import click
from flask.cli import AppGroup

from mediation.acts.catalogue import CATALOGUE
from mediation.acts.vocabulary import Role, Stage

cli = AppGroup("acts", help="The regulation: who may do what, when.")


@cli.command("list")
def list_acts() -> None:
    """Every act: who, at which stages, where it leads, its button."""
    for act in CATALOGUE.values():
        who = "self" if act.everyone else " ".join(sorted(act.who))
        at = "-" if act.at is None else "any" if act.at == frozenset(Stage) else " ".join(sorted(act.at))
        leads = " ".join(sorted(act.leads_to)) or "-"
        click.echo(f"{act.name:<26} {who:<28} {at:<60} -> {leads:<40} {act.button}")


@cli.command("matrix")
def matrix() -> None:
    """Act x role x stage: a letter per stage where the act is open to the role."""
    click.echo(" " * 26 + "".join(f"{stage.value:>14}" for stage in Stage))
    for act in CATALOGUE.values():
        if act.in_dispute:
            cells = ("".join(sorted(r.value[0].upper() for r in Role if r in act.who)) if stage in act.at else "."
                     for stage in Stage)
            click.echo(f"{act.name:<26}" + "".join(f"{cell:>14}" for cell in cells))

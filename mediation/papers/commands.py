"""`flask papers`: whether a file is a paper of this register, as it was issued."""

import os
from pathlib import Path

import click
from flask.cli import AppGroup

from mediation.kernel import dates, language
from mediation.kernel.language import _
from mediation.papers import checking, seals

cli = AppGroup("papers", help="Official papers.")


@cli.command("verify")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def verify(file: Path) -> None:
    """Say whether FILE is, byte for byte, a paper that was issued, and whether it is in force.

    The answer is 0 when it is both, and 1 when it is not.
    """
    language.speak(os.environ.get("LANG", "")[:2])
    given = file.read_bytes()
    found = checking.with_fingerprint(checking.fingerprint_of(given))
    click.echo(_said(found) if found else _("Différent, ou inconnu : aucun papier de ce registre n’est ce fichier."))
    if told := checking.SEALS.get(seals.look_at(given)):
        click.echo(told)
    raise SystemExit(0 if found and found.in_force else 1)


def _said(found: checking.Checked) -> str:
    return _("Identique : %(kind)s établi par %(institution)s le %(day)s.", kind=found.kind.label,
             institution=found.institution, day=dates.said_day(found.issued_at.date())) + f" {found.stands}"

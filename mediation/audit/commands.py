"""`flask ledger`: verify the journal, sign checkpoints over it, print the key that signs them."""

import gc
from binascii import Error as NotBase64
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy.exc import DBAPIError

from mediation.acts import checkpoints, triggers
from mediation.acts.faults import BROKEN, CANNOT_TELL, Report
from mediation.acts.verification import verify
from mediation.kernel.db import db
from mediation.kernel.language import _
from mediation.kernel.sealing import BadNote, Checkpoint, SigningKey, kept_key

cli = AppGroup("ledger", help="The journal: is it intact, and the signed notes that prove it later.")


@cli.command("verify")
@click.option("--checkpoint", type=click.Path(path_type=Path, dir_okay=False),
              help="A note made by `ledger checkpoint`, kept outside the database.")
def verify_ledger(checkpoint: Path | None) -> None:
    """Say whether the register is what its ledger says: 0 intact, 2 broken, 3 cannot tell."""
    # Millions of small dictionaries and no cycle: the collector would only walk them, for a quarter of the time.
    gc.disable()
    try:
        kept = _read_note(checkpoint) if checkpoint else None
        with checkpoints.one_moment(db.engine) as connection:
            report = verify(connection)
            checkpoints.verify_tree(connection, report, kept)
            unguarded = triggers.missing(connection)
    except (OSError, BadNote, DBAPIError) as error:
        _stop(_("On ne peut pas conclure : %(reason)s", reason=_in_one_line(error)), CANNOT_TELL)
    finally:
        gc.enable()
    _tell(report)
    for name in unguarded:
        click.echo(_("Attention : la garde « %(name)s » manque dans la base.", name=name), err=True)
    raise SystemExit(report.verdict)


@cli.command("checkpoint")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def make_checkpoint(file: Path) -> None:
    """List every act, extend the tree over them, and write its signed note into FILE."""
    try:
        note = checkpoints.make(db.engine, _key(), file.read_text() if file.exists() else None).note
        checkpoints.write(file, note)
    except checkpoints.NotSigned as error:
        _stop(_("Rien n’est signé : %(reason)s", reason=error), BROKEN)
    except (OSError, BadNote, NotBase64, DBAPIError) as error:
        _stop(_("On ne peut pas conclure : %(reason)s", reason=_in_one_line(error)), CANNOT_TELL)
    click.echo(note, nl=False)


@cli.command("key")
def print_key() -> None:
    """Print the public key, for whoever checks the notes elsewhere."""
    click.echo(_key().public.said())


def _key() -> SigningKey:
    return kept_key(Path(current_app.config["LEDGER_KEY"]))


def _read_note(path: Path) -> Checkpoint:
    """The note of this file; its key must be there already, a new one would have signed nothing."""
    key = Path(current_app.config["LEDGER_KEY"])
    if not key.exists():
        raise BadNote(f"there is no key in {key}")
    return kept_key(key).public.read(path.read_text())


def _tell(report: Report) -> None:
    click.echo(report.said())
    for fault in report.faults[1:]:
        click.echo(f"  {fault}")
    if report.unsaid:
        click.echo(_("  et %(number)s autres", number=report.unsaid))
    click.echo(_("%(rows)s lignes du registre comparées, %(covered)s actes couverts par un point d’ancrage.",
                 rows=report.rows, covered=report.covered))


def _in_one_line(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error).strip().splitlines()[0]


def _stop(sentence: str, code: int) -> None:
    click.echo(sentence, err=True)
    raise SystemExit(code)

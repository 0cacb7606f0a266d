"""`flask demo load`: fill a new database with invented disputes, once, and keep it up with the program."""

from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup
from flask_migrate import upgrade
from sqlalchemy import inspect

from mediation.acts import checkpoints
from mediation.acts.vocabulary import Role
from mediation.demo import stories
from mediation.demo.people import PASSWORD, PEOPLE, settle_in
from mediation.demo.telling import Telling
from mediation.kernel import marks
from mediation.kernel.db import db
from mediation.kernel.sealing import kept_key

cli = AppGroup("demo", help="A register full of invented disputes, to look around in.")


@cli.command("load")
def load() -> None:
    """Fill an empty database, mark it as a demo, and print an account for each role; migrate one that is filled."""
    if not inspect(db.engine).has_table("mark"):
        upgrade()
        marks.mark(marks.DEMO)
        fill()
        marks.mark(marks.FILLED)
    if not marks.is_marked(marks.DEMO):
        raise click.ClickException("this database is not a demo: it is left as it is")
    if not marks.is_marked(marks.FILLED):
        raise click.ClickException("the demo was interrupted while it was made: run make demo-reset")
    # What was entered stays, also when the program came with new migrations since.
    upgrade()
    for role in Role:
        somebody = next(one for one in PEOPLE if one.roles[0][0] is role)
        click.echo(f"{role.value:<15} {somebody.login:<10} {PASSWORD}")


def fill() -> None:
    """Make the people and tell every story; refuses (RuntimeError) in a database that is not marked demo."""
    if not marks.is_marked(marks.DEMO):
        raise RuntimeError("the demo moves the clock: only in a database marked demo")
    cast = settle_in()
    key = kept_key(Path(current_app.config["LEDGER_KEY"]))
    for story in stories.ALL:
        story(Telling(cast))
        # As somebody does now and then in a real register: the papers of the next story name the last note.
        checkpoints.make(db.engine, key, None)

"""A fresh upgrade makes what the models say, there and back again, on both engines; the guards stay."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect

from mediation.acts import triggers
from mediation.acts.scope import KEEPER, seen_by
from mediation.disputes.queries import find
from mediation.kernel.db import db


def differences() -> list:
    """What the models say and the database does not, or the reverse."""
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return compare_metadata(context, db.metadata)


def test_the_migrations_make_what_the_models_say(house):
    assert differences() == []


def test_every_guard_of_the_ledger_is_there(house):
    with db.engine.connect() as connection:
        assert triggers.missing(connection) == []


def test_upgrading_an_upgraded_register_changes_nothing(house):
    reference = house.registered().reference
    upgrade()
    with seen_by(KEEPER):
        assert find(reference).act_count == 1
    assert differences() == []


def test_down_and_up_again_leaves_a_blank_register(house):
    house.registered()
    db.session.remove()
    db.engine.dispose()
    downgrade(revision="base")
    assert set(inspect(db.engine).get_table_names()) <= {"alembic_version"}
    upgrade()
    assert differences() == []


@pytest.mark.parametrize("table", ["ledger_entry", "dispute", "party"])
def test_a_column_that_is_missing_is_noticed(house, table):
    db.metadata.tables[table].append_column(db.Column("forgotten", db.Integer, nullable=True))
    try:
        assert differences()
    finally:
        db.metadata.tables[table]._columns.remove(db.metadata.tables[table].c.forgotten)

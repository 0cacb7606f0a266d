"""How migrations run: as the owner of the tables, keys checked at the end, the ledger's guards put back.

On SQLite the foreign keys are off while a table is rebuilt (a rebuild with them on would delete the rows
that hang on it) and checked before the end; all of a migration is one transaction on both engines.
"""

from alembic import context
from flask import current_app
from sqlalchemy import create_engine, text

from mediation.acts import grants, triggers
from mediation.kernel.db import db

settings = current_app.config
engine = create_engine(settings["MIGRATION_DATABASE_URL"])
on_sqlite = engine.dialect.name == "sqlite"


def migrate() -> None:
    """Bring the database to the wanted revision, or leave it as it was."""
    with engine.connect() as connection:
        if on_sqlite:
            connection.connection.driver_connection.execute("PRAGMA foreign_keys = OFF")
        context.configure(connection=connection, target_metadata=db.metadata, render_as_batch=on_sqlite,
                          compare_type=True, transaction_per_migration=False)
        with context.begin_transaction():
            context.run_migrations()
            if on_sqlite and (broken := connection.execute(text("PRAGMA foreign_key_check")).all()):
                raise RuntimeError(f"the migration leaves rows that point nowhere: {broken[:5]}")
            if "ledger_entry" in _tables(connection):
                triggers.create(connection)
                if not on_sqlite:
                    grants.let_the_application_in(connection, settings["SQLALCHEMY_DATABASE_URI"],
                                                  settings["MIGRATION_DATABASE_URL"])


def _tables(connection) -> set[str]:
    return set(engine.dialect.get_table_names(connection))


try:
    migrate()
finally:
    engine.dispose()

"""Somebody with the database in their hands: every guard taken away, any statement run."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy import Connection, Engine, text


class Attacker:
    """Runs statements past the engine's guard, with the triggers gone and no foreign key checked."""

    def __init__(self, engine: Engine):
        self.engine, self.sqlite = engine, engine.dialect.name == "sqlite"

    def run(self, *statements: str) -> None:
        """Run these statements, in one transaction of one's own."""
        self.engine.dispose()
        with closing(self.engine.raw_connection()) as connection:
            cursor = connection.cursor()
            if self.sqlite:
                cursor.execute("PRAGMA foreign_keys = OFF")
            for statement in (*self._opening(cursor), *statements):
                cursor.execute(statement)
            connection.commit()
            connection.detach()

    @contextmanager
    def having_run(self, *statements: str) -> Iterator[Connection]:
        """A connection that sees what these statements leave; afterwards nothing has happened."""
        with self.engine.connect() as connection:
            with closing(connection.connection.cursor()) as cursor:
                cursor.execute("PRAGMA foreign_keys = OFF" if self.sqlite else "SELECT 1")
                with connection.begin() as transaction:
                    for statement in (*self._opening(cursor), *statements):
                        cursor.execute(statement)
                    yield connection
                    transaction.rollback()
                cursor.execute("PRAGMA foreign_keys = ON" if self.sqlite else "SELECT 1")
            connection.rollback()

    def _opening(self, cursor) -> list[str]:
        if not self.sqlite:
            return ["SET LOCAL session_replication_role = replica"]
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        return [f"DROP TRIGGER {name}" for (name,) in cursor.fetchall()]

    def try_to(self, statement: str, **values) -> str | None:
        """Run a statement with the database's own guards in place; what they answer, None when they let it pass."""
        with closing(self.engine.raw_connection()) as connection:
            cursor = connection.cursor()
            try:
                cursor.execute(statement, values) if values else cursor.execute(statement)
                connection.commit()
            except Exception as refused:  # whatever the driver raises is the guard's answer
                connection.rollback()
                return str(refused)
        return None

    def count(self, table: str) -> int:
        """How many rows a table has."""
        with self.engine.connect() as connection:
            return connection.scalar(text(f"SELECT count(*) FROM {table}"))

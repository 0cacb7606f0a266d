"""What the application may do on PostgreSQL under a role that does not own the tables.

The owner migrates; the application reads and writes what acts need, and can neither change nor empty
the ledger, nor take its triggers away. Whatever it may delete is no part of the register.
"""

from sqlalchemy import Connection, text

from mediation.acts.guard import LEDGER_TABLES, guarded_tables
from mediation.kernel.db import Base

READ_BESIDE = ("alembic_version",)


def grant_application_role(connection: Connection, role: str) -> None:
    """Give this role exactly what the application needs, and take everything else; the owner calls it."""
    name = connection.dialect.identifier_preparer.quote(role)
    schema = connection.execute(text("SELECT quote_ident(current_schema())")).scalar_one()
    statements = [f"GRANT USAGE ON SCHEMA {schema} TO {name}", f"REVOKE CREATE ON SCHEMA {schema} FROM {name}",
                  f"REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {name}",
                  f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {name}"]
    statements += [f'GRANT {rights} ON {schema}."{table}" TO {name}' for table, rights in _rights().items()]
    statements += [f'GRANT SELECT ON {schema}."{table}" TO {name}' for table in READ_BESIDE
                   if connection.dialect.has_table(connection, table)]
    for statement in statements:
        connection.execute(text(statement))


def _rights() -> dict[str, str]:
    """Table by table: the ledger only grows, the register is never deleted, the rest is daily use."""
    guarded = guarded_tables()
    return {table: "SELECT, INSERT" if table in LEDGER_TABLES
            else "SELECT, INSERT, UPDATE" if table in guarded else "SELECT, INSERT, UPDATE, DELETE"
            for table in Base.metadata.tables}

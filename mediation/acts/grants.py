"""What the application may do on PostgreSQL under a role that does not own the tables.

The owner migrates; the application reads and writes what acts need, and can neither change nor empty
the ledger, nor take its triggers away. Whatever it may delete is no part of the register.
"""

from sqlalchemy import Connection, inspect, text
from sqlalchemy.engine import make_url

from mediation.acts.guard import LEDGER_TABLES, guarded_tables
from mediation.kernel.db import Base

READ_BESIDE = ("alembic_version",)


def let_the_application_in(connection: Connection, application: str, owner: str) -> None:
    """When the application connects under another role than the owner, give that role what it needs and no more.

    For whoever has just made or replaced tables: a migration, a backup that was restored. RuntimeError when the
    application names no role, or one that nobody has made.
    """
    role = make_url(application).username
    if role == make_url(owner).username:
        return
    if not role:
        raise RuntimeError("DATABASE_URL must name the application's role: MIGRATION_DATABASE_URL names another")
    if not connection.scalar(text("SELECT count(*) FROM pg_roles WHERE rolname = :role"), {"role": role}):
        raise RuntimeError(f"DATABASE_URL names the role {role}, which this server does not have: see README.md")
    grant_application_role(connection, role)


def grant_application_role(connection: Connection, role: str) -> None:
    """Give this role exactly what the application needs, and take everything else; the owner calls it.

    Only of the tables that are there: a migration may stop before the last one, or go back.
    """
    name = connection.dialect.identifier_preparer.quote(role)
    schema = connection.execute(text("SELECT quote_ident(current_schema())")).scalar_one()
    statements = [f"GRANT USAGE ON SCHEMA {schema} TO {name}", f"REVOKE CREATE ON SCHEMA {schema} FROM {name}",
                  f"REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {name}",
                  f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {name}"]
    there = set(inspect(connection).get_table_names())
    statements += [f'GRANT {rights} ON {schema}."{table}" TO {name}' for table, rights in _rights().items()
                   if table in there]
    for statement in statements:
        connection.execute(text(statement))


def _rights() -> dict[str, str]:
    """Table by table: the ledger only grows, the register is never deleted, the rest is daily use."""
    guarded = guarded_tables()
    rights = {table: "SELECT, INSERT" if table in LEDGER_TABLES
              else "SELECT, INSERT, UPDATE" if table in guarded else "SELECT, INSERT, UPDATE, DELETE"
              for table in Base.metadata.tables}
    return rights | dict.fromkeys(READ_BESIDE, "SELECT")

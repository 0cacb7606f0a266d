"""A register as its migrations leave it, whatever the migrations of the day are called."""

from contextlib import contextmanager

from sqlalchemy import text

from mediation.kernel.db import db

REVISION = '''"""First."""

revision, down_revision = "{name}", {before!r}
'''


@contextmanager
def migrated_to(app, folder, *names: str, at: str | None):
    """Let the application have these migrations, one after the other, and its database stand at one of them."""
    (folder / "versions").mkdir(parents=True)
    for before, name in zip((None, *names), names, strict=False):
        (folder / "versions" / f"{name}.py").write_text(REVISION.format(name=name, before=before))
    migrate = app.extensions["migrate"]
    kept, migrate.directory = migrate.directory, str(folder)
    with app.app_context(), db.engine.begin() as connection:
        connection.execute(text("CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL)"))
        connection.execute(text("DELETE FROM alembic_version"))
        if at:
            connection.execute(text("INSERT INTO alembic_version VALUES (:at)"), {"at": at})
    try:
        yield
    finally:
        migrate.directory = kept

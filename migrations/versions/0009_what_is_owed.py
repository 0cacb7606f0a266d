"""What is owed, and not only what nobody has looked at yet, is found by its day and by its dispute."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

INDEXES = {
    "ix_commitment_due": ["due_on_latest", "dispute_id"],
    "ix_commitment_in_dispute": ["dispute_id", "due_on_latest"],
}


def upgrade() -> None:
    _index_those_at("stage IN ('could_not_check', 'due', 'not_kept', 'partly_kept')")


def downgrade() -> None:
    _index_those_at("stage = 'due'")


def _index_those_at(stages: str) -> None:
    for name, columns in INDEXES.items():
        op.drop_index(name, table_name="commitment")
        op.create_index(name, "commitment", columns, postgresql_where=sa.text(stages), sqlite_where=sa.text(stages))

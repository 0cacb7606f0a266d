"""Whoever gave a visa, was sent an agreement or got a copy of it may be an institution of the register."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

RECEIVERS = ("copy_given", "route_step")


def upgrade() -> None:
    for table in RECEIVERS:
        # Both engines add an empty column that refers to a table in one statement, named as the models do.
        op.execute(f"ALTER TABLE {table} ADD COLUMN receiver_id INTEGER "
                   f"CONSTRAINT fk_{table}_receiver_id_institution REFERENCES institution (id)")
        op.create_index(f"ix_{table}_receiver_id", table, ["receiver_id"])
    op.add_column("route_step", sa.Column("authority", sa.String(length=200), nullable=True))


def downgrade() -> None:
    op.drop_column("route_step", "authority")
    for table in RECEIVERS:
        op.drop_index(f"ix_{table}_receiver_id", table)
        with op.batch_alter_table(table) as batch:
            batch.drop_column("receiver_id")

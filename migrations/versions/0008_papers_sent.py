"""Which issued papers go with a step of the route to the judge, and with a copy."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

TABLES = ("route_step", "copy_given")


def upgrade() -> None:
    for table in TABLES:
        op.add_column(table, sa.Column("papers", sa.String(length=400), nullable=True))


def downgrade() -> None:
    for table in TABLES:
        op.drop_column(table, "papers")

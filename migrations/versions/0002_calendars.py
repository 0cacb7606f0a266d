"""Secret addresses of calendars, and the day each was last fetched."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calendar_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_calendar_link_account_id_account"),
        sa.PrimaryKeyConstraint("id", name="pk_calendar_link"),
        sa.UniqueConstraint("token_hash", name="uq_calendar_link_token_hash"),
    )
    op.create_index("ix_calendar_link_account_id", "calendar_link", ["account_id"])
    op.create_index(
        "ix_calendar_link_open",
        "calendar_link",
        ["account_id"],
        unique=True,
        postgresql_where=sa.text("closed_at IS NULL"),
        sqlite_where=sa.text("closed_at IS NULL"),
    )
    op.create_table(
        "calendar_fetch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column("fetched_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["link_id"], ["calendar_link.id"], name="fk_calendar_fetch_link_id_calendar_link"),
        sa.PrimaryKeyConstraint("id", name="pk_calendar_fetch"),
        sa.UniqueConstraint("link_id", name="uq_calendar_fetch_link_id"),
    )


def downgrade() -> None:
    op.drop_table("calendar_fetch")
    op.drop_table("calendar_link")

"""What becomes of the condition of a signed agreement."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "condition_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("result", sa.String(length=40), nullable=False),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("said_by", sa.String(length=200), nullable=False),
        sa.Column("words", sa.String(length=1000), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name="fk_condition_note_agreement_id_agreement"
        ),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_condition_note_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_condition_note_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_condition_note"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_condition_note_dispute_id_number"),
    )
    op.create_index("ix_condition_note_agreement_id", "condition_note", ["agreement_id"])


def downgrade() -> None:
    op.drop_table("condition_note")

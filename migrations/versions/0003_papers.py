"""Official papers: numbers, frozen content, fingerprints of the files."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "paper",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("about", sa.String(length=60), nullable=False),
        sa.Column("reference", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("rests_on", sa.Text(), nullable=False),
        sa.Column("journal_line", sa.Integer(), nullable=True),
        sa.Column("journal_root", sa.String(length=64), nullable=True),
        sa.Column("reserved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reserved_by", sa.Integer(), nullable=True),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("fingerprint", sa.String(length=64), nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("sealed", sa.Boolean(), nullable=False),
        sa.Column("replaced_by_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint("stage NOT IN ('current', 'superseded') OR fingerprint IS NOT NULL",
                           name="ck_paper_issued_has_file"),
        sa.CheckConstraint("stage <> 'annulled' OR reason IS NOT NULL", name="ck_paper_annulled_has_reason"),
        sa.CheckConstraint("stage <> 'superseded' OR replaced_by_id IS NOT NULL",
                           name="ck_paper_superseded_by_another"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_paper_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["reserved_by"], ["account.id"], name="fk_paper_reserved_by_account"),
        sa.ForeignKeyConstraint(["replaced_by_id"], ["paper.id"], name="fk_paper_replaced_by_id_paper"),
        sa.PrimaryKeyConstraint("id", name="pk_paper"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_paper_dispute_id_number"),
        sa.UniqueConstraint("reference", name="uq_paper_reference"),
        sa.UniqueConstraint("code", name="uq_paper_code"),
    )
    op.create_index("ix_paper_fingerprint", "paper", ["fingerprint"])
    op.create_index("ix_paper_replaced_by_id", "paper", ["replaced_by_id"])


def downgrade() -> None:
    op.drop_table("paper")

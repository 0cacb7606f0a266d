"""Pieces: photos, scans, signed pages, voice notes; the words of those that are reserved."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("reserved", sa.Boolean(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=True),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("source", sa.String(length=200), nullable=True),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("agreement_id", sa.Integer(), nullable=True),
        sa.Column("commitment_id", sa.Integer(), nullable=True),
        sa.Column("signature_id", sa.Integer(), nullable=True),
        sa.Column("visit_id", sa.Integer(), nullable=True),
        sa.Column("added_by", sa.Integer(), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("file_name", sa.String(length=120), nullable=True),
        sa.Column("file_type", sa.String(length=40), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("view_sha256", sa.String(length=64), nullable=True),
        sa.Column("view_size", sa.Integer(), nullable=True),
        sa.Column("thumbnail_sha256", sa.String(length=64), nullable=True),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint(
            "(CASE WHEN session_id IS NULL THEN 0 ELSE 1 END + CASE WHEN agreement_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN commitment_id IS NULL THEN 0 ELSE 1 END + CASE WHEN signature_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN visit_id IS NULL THEN 0 ELSE 1 END) <= 1",
            name="ck_document_about_one_thing",
        ),
        sa.CheckConstraint(
            "NOT reserved OR (title IS NULL AND description IS NULL AND source IS NULL AND file_name IS NULL)",
            name="ck_document_reserved_says_nothing",
        ),
        sa.CheckConstraint("size > 0", name="ck_document_not_empty"),
        sa.ForeignKeyConstraint(["added_by"], ["account.id"], name="fk_document_added_by_account"),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name="fk_document_agreement_id_agreement"),
        sa.ForeignKeyConstraint(["commitment_id"], ["commitment.id"], name="fk_document_commitment_id_commitment"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_document_dispute_id_dispute"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["mediation_session.id"], name="fk_document_session_id_mediation_session"
        ),
        sa.ForeignKeyConstraint(["signature_id"], ["signature.id"], name="fk_document_signature_id_signature"),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_document_struck_by_account"),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name="fk_document_visit_id_visit"),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_document_dispute_id_number"),
    )
    for column in ("added_by", "agreement_id", "commitment_id", "session_id", "signature_id", "visit_id"):
        op.create_index(f"ix_document_{column}", "document", [column])
    op.create_table(
        "reserved_words",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=True),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("source", sa.String(length=200), nullable=True),
        sa.Column("file_name", sa.String(length=120), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_reserved_words_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_reserved_words_document_id_document"),
        sa.PrimaryKeyConstraint("id", name="pk_reserved_words"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_reserved_words_dispute_id_number"),
        sa.UniqueConstraint("document_id", name="uq_reserved_words_document_id"),
    )


def downgrade() -> None:
    op.drop_table("reserved_words")
    op.drop_table("document")

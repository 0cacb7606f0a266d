"""The words of what a list does not have: the kind of a dispute, the language of a party."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("dispute", sa.Column("kind_words", sa.String(length=120), nullable=True))
    op.add_column("party", sa.Column("language_words", sa.String(length=60), nullable=True))


def downgrade() -> None:
    op.drop_column("party", "language_words")
    op.drop_column("dispute", "kind_words")

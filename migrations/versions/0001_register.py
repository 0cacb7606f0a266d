"""The register: places, people, institutions, disputes and all that hangs on them, and the ledger."""

import sqlalchemy as sa
from alembic import op

from mediation.acts import triggers

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Compared by range, so PostgreSQL must not sort it by a language.
PATH = sa.String(length=120).with_variant(sa.String(length=120, collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("login", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("folded", sa.String(length=400), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("password_hash", sa.String(length=200), nullable=True),
        sa.Column("code_hash", sa.String(length=200), nullable=True),
        sa.Column("code_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("act_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sa.UniqueConstraint("login", name="uq_account_login"),
    )
    op.create_index("ix_account_folded", "account", ["folded"])
    op.create_table(
        "counter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("series", sa.String(length=40), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_counter"),
        sa.UniqueConstraint("series", name="uq_counter_series"),
    )
    op.create_table(
        "ledger_checkpoint",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("root", sa.LargeBinary(length=32), nullable=False),
        sa.Column("peaks", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_ledger_checkpoint"),
        sa.UniqueConstraint("size", name="uq_ledger_checkpoint_size"),
    )
    op.create_table(
        "ledger_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("stream", sa.String(length=80), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(length=40), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("prev", sa.LargeBinary(length=32), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("canon", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_ledger_entry"),
        sa.UniqueConstraint("hash", name="uq_ledger_entry_hash"),
        sa.UniqueConstraint("key", name="uq_ledger_entry_key"),
        sa.UniqueConstraint("stream", "seq", name="uq_ledger_entry_stream_seq"),
    )
    op.create_index("ix_ledger_entry_act", "ledger_entry", ["act", "id"])
    op.create_index("ix_ledger_entry_actor_id", "ledger_entry", ["actor_id", "id"])
    op.create_index("ix_ledger_entry_dispute_id", "ledger_entry", ["dispute_id", "id"])
    op.create_table(
        "mark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_mark"),
        sa.UniqueConstraint("name", name="uq_mark_name"),
    )
    op.create_table(
        "place",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("folded", sa.String(length=120), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("path", PATH, nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("edition", sa.String(length=60), nullable=False),
        sa.Column("act_count", sa.Integer(), nullable=False),
        sa.CheckConstraint("until IS NULL OR since IS NULL OR until >= since", name="ck_place_in_order"),
        sa.ForeignKeyConstraint(["parent_id"], ["place.id"], name="fk_place_parent_id_place"),
        sa.PrimaryKeyConstraint("id", name="pk_place"),
        sa.UniqueConstraint("code", name="uq_place_code"),
    )
    op.create_index("ix_place_folded", "place", ["folded"])
    op.create_index("ix_place_parent_id", "place", ["parent_id"])
    op.create_index("ix_place_path", "place", ["path"])
    op.create_table(
        "sign_in_try",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("login_hash", sa.String(length=64), nullable=False),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sign_in_try"),
    )
    op.create_index("ix_sign_in_try_login_hash", "sign_in_try", ["login_hash"])
    op.create_index("ix_sign_in_try_tried_at", "sign_in_try", ["tried_at"])
    op.create_table(
        "institution",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=True),
        sa.Column("path", PATH, nullable=False),
        sa.Column("decision", sa.String(length=300), nullable=True),
        sa.Column("summons_word", sa.String(length=40), nullable=False),
        sa.Column("act_count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name="fk_institution_place_id_place"),
        sa.PrimaryKeyConstraint("id", name="pk_institution"),
        sa.UniqueConstraint("code", name="uq_institution_code"),
    )
    op.create_index("ix_institution_path", "institution", ["path"])
    op.create_table(
        "kept_form",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("path", sa.String(length=300), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("thrown_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_kept_form_account_id_account"),
        sa.PrimaryKeyConstraint("id", name="pk_kept_form"),
    )
    op.create_index("ix_kept_form_account_id", "kept_form", ["account_id", "path"])
    op.create_table(
        "ledger_detail",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("body", sa.String(length=64), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["ledger_entry.id"], name="fk_ledger_detail_entry_id_ledger_entry"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_ledger_detail"),
        sa.UniqueConstraint("entry_id", name="uq_ledger_detail_entry_id"),
    )
    op.create_table(
        "ledger_leaf",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["ledger_entry.id"], name="fk_ledger_leaf_entry_id_ledger_entry"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_ledger_leaf"),
        sa.UniqueConstraint("entry_id", name="uq_ledger_leaf_entry_id"),
    )
    op.create_table(
        "open_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("locked", sa.Boolean(), nullable=False),
        sa.Column("device", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_open_session_account_id_account"),
        sa.PrimaryKeyConstraint("id", name="pk_open_session"),
        sa.UniqueConstraint("token_hash", name="uq_open_session_token_hash"),
    )
    op.create_index("ix_open_session_account_id", "open_session", ["account_id"])
    op.create_table(
        "place_name",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("folded", sa.String(length=120), nullable=False),
        sa.Column("in_use", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name="fk_place_name_place_id_place"),
        sa.PrimaryKeyConstraint("id", name="pk_place_name"),
    )
    op.create_index("ix_place_name_folded", "place_name", ["folded"])
    op.create_index("ix_place_name_place_id", "place_name", ["place_id"])
    op.create_table(
        "code_renewal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("institution_id", sa.Integer(), nullable=True),
        sa.Column("asked_by", sa.Integer(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_by", sa.Integer(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_code_renewal_account_id_account"),
        sa.ForeignKeyConstraint(["asked_by"], ["account.id"], name="fk_code_renewal_asked_by_account"),
        sa.ForeignKeyConstraint(
            ["confirmed_by"], ["account.id"], name="fk_code_renewal_confirmed_by_account"
        ),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institution.id"], name="fk_code_renewal_institution_id_institution"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_code_renewal"),
    )
    op.create_index("ix_code_renewal_account_id", "code_renewal", ["account_id"])
    op.create_index("ix_code_renewal_institution_id", "code_renewal", ["institution_id"])
    op.create_table(
        "dispute",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=24), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("ending", sa.String(length=40), nullable=True),
        sa.Column("ended_on_words", sa.String(length=200), nullable=True),
        sa.Column("ended_on_precision", sa.String(length=40), nullable=True),
        sa.Column("ended_on_earliest", sa.Date(), nullable=True),
        sa.Column("ended_on_latest", sa.Date(), nullable=True),
        sa.Column("ending_reason", sa.String(length=500), nullable=True),
        sa.Column("decline_reason", sa.String(length=40), nullable=True),
        sa.Column("withdrawn_by", sa.String(length=200), nullable=True),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("registered_by", sa.Integer(), nullable=True),
        sa.Column("act_count", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("folded", sa.String(length=400), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=True),
        sa.Column("asked_on_words", sa.String(length=200), nullable=True),
        sa.Column("asked_on_precision", sa.String(length=40), nullable=True),
        sa.Column("asked_on_earliest", sa.Date(), nullable=True),
        sa.Column("asked_on_latest", sa.Date(), nullable=True),
        sa.Column("asked_by", sa.String(length=200), nullable=True),
        sa.Column("came_from", sa.String(length=200), nullable=True),
        sa.Column("their_number", sa.String(length=60), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("resources", sa.String(length=400), nullable=True),
        sa.Column("relation", sa.String(length=40), nullable=True),
        sa.Column("scale", sa.String(length=40), nullable=True),
        sa.Column("triggers", sa.String(length=400), nullable=True),
        sa.Column("at_place_id", sa.Integer(), nullable=True),
        sa.Column("at_words", sa.String(length=200), nullable=True),
        sa.Column("at_country", sa.String(length=80), nullable=True),
        sa.Column("began_on_words", sa.String(length=200), nullable=True),
        sa.Column("began_on_precision", sa.String(length=40), nullable=True),
        sa.Column("began_on_earliest", sa.Date(), nullable=True),
        sa.Column("began_on_latest", sa.Date(), nullable=True),
        sa.Column("story", sa.Text(), nullable=True),
        sa.CheckConstraint("ending IS NULL OR stage = 'closed'", name="ck_dispute_ending_is_closed"),
        sa.CheckConstraint("stage <> 'closed' OR ending IS NOT NULL", name="ck_dispute_closed_has_ending"),
        sa.ForeignKeyConstraint(["at_place_id"], ["place.id"], name="fk_dispute_at_place_id_place"),
        sa.ForeignKeyConstraint(["lead_id"], ["institution.id"], name="fk_dispute_lead_id_institution"),
        sa.ForeignKeyConstraint(["registered_by"], ["account.id"], name="fk_dispute_registered_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_dispute"),
        sa.UniqueConstraint("reference", name="uq_dispute_reference"),
    )
    op.create_index(
        "ix_dispute_closed",
        "dispute",
        ["lead_id", "ended_on_latest", "registered_on", "id"],
        unique=False,
        postgresql_where=sa.text("stage = 'closed'"),
        sqlite_where=sa.text("stage = 'closed'"),
    )
    op.create_index("ix_dispute_lead_id", "dispute", ["lead_id", "registered_on", "id", "stage"])
    op.create_index("ix_dispute_registered_by", "dispute", ["registered_by"])
    op.create_index("ix_dispute_registered_on", "dispute", ["registered_on", "id"])
    op.create_index("ix_dispute_stage", "dispute", ["stage", "registered_on", "id", "lead_id"])
    op.create_table(
        "membership",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("institution_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("category", sa.String(length=40), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.CheckConstraint("until IS NULL OR until >= since", name="ck_membership_in_order"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_membership_account_id_account"),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institution.id"], name="fk_membership_institution_id_institution"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_membership"),
        sa.UniqueConstraint("institution_id", "number", name="uq_membership_institution_id_number"),
    )
    op.create_index("ix_membership_account_id", "membership", ["account_id"])
    op.create_index("ix_membership_institution_id", "membership", ["institution_id"])
    op.create_table(
        "role",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("institution_id", sa.Integer(), nullable=True),
        sa.Column("territory", PATH, nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("granted_by", sa.Integer(), nullable=True),
        sa.Column("granted_on", sa.Date(), nullable=False),
        sa.CheckConstraint("institution_id IS NULL OR territory IS NULL", name="ck_role_one_reach"),
        sa.CheckConstraint("until IS NULL OR until >= since", name="ck_role_in_order"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_role_account_id_account"),
        sa.ForeignKeyConstraint(["granted_by"], ["account.id"], name="fk_role_granted_by_account"),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institution.id"], name="fk_role_institution_id_institution"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_role"),
        sa.UniqueConstraint("institution_id", "number", name="uq_role_institution_id_number"),
    )
    op.create_index("ix_role_account_id", "role", ["account_id", "since"])
    op.create_index("ix_role_institution_id", "role", ["institution_id"])
    op.create_table(
        "setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("institution_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("standing", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("source", sa.String(length=40), nullable=True),
        sa.Column("source_words", sa.String(length=300), nullable=True),
        sa.Column("set_by", sa.Integer(), nullable=True),
        sa.Column("set_on", sa.Date(), nullable=False),
        sa.CheckConstraint("(standing = 'value') = (value IS NOT NULL)", name="ck_setting_value_when_known"),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institution.id"], name="fk_setting_institution_id_institution"
        ),
        sa.ForeignKeyConstraint(["set_by"], ["account.id"], name="fk_setting_set_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_setting"),
        sa.UniqueConstraint("institution_id", "name", name="uq_setting_institution_id_name"),
    )
    op.create_table(
        "alert",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(length=40), nullable=False),
        sa.Column("why", sa.String(length=500), nullable=False),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=200), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_alert_dispute_id_dispute"),
        sa.PrimaryKeyConstraint("id", name="pk_alert"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_alert_dispute_id_number"),
    )
    op.create_table(
        "attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("body", sa.String(length=200), nullable=True),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("result", sa.String(length=40), nullable=True),
        sa.Column("decision", sa.String(length=200), nullable=True),
        sa.Column("told", sa.Text(), nullable=True),
        sa.Column("level", sa.String(length=40), nullable=True),
        sa.Column("their_number", sa.String(length=60), nullable=True),
        sa.Column("at_place_id", sa.Integer(), nullable=True),
        sa.Column("at_words", sa.String(length=200), nullable=True),
        sa.Column("at_country", sa.String(length=80), nullable=True),
        sa.Column("side", sa.Integer(), nullable=True),
        sa.Column("decided_on_words", sa.String(length=200), nullable=True),
        sa.Column("decided_on_precision", sa.String(length=40), nullable=True),
        sa.Column("decided_on_earliest", sa.Date(), nullable=True),
        sa.Column("decided_on_latest", sa.Date(), nullable=True),
        sa.Column("against_id", sa.Integer(), nullable=True),
        sa.Column("applied", sa.String(length=40), nullable=True),
        sa.Column("source", sa.String(length=200), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.ForeignKeyConstraint(["against_id"], ["attempt.id"], name="fk_attempt_against_id_attempt"),
        sa.ForeignKeyConstraint(["at_place_id"], ["place.id"], name="fk_attempt_at_place_id_place"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_attempt_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_attempt_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_attempt"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_attempt_dispute_id_number"),
    )
    op.create_index("ix_attempt_against_id", "attempt", ["against_id"])
    op.create_table(
        "contested_object",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=True),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("at_place_id", sa.Integer(), nullable=True),
        sa.Column("at_words", sa.String(length=200), nullable=True),
        sa.Column("at_country", sa.String(length=80), nullable=True),
        sa.Column("villages", sa.String(length=300), nullable=True),
        sa.Column("limits", sa.String(length=1000), nullable=True),
        sa.Column("neighbours", sa.String(length=500), nullable=True),
        sa.Column("landmarks", sa.String(length=500), nullable=True),
        sa.Column("use", sa.String(length=300), nullable=True),
        sa.Column("season", sa.String(length=200), nullable=True),
        sa.Column("since_words", sa.String(length=200), nullable=True),
        sa.Column("since_precision", sa.String(length=40), nullable=True),
        sa.Column("since_earliest", sa.Date(), nullable=True),
        sa.Column("since_latest", sa.Date(), nullable=True),
        sa.Column("area", sa.BigInteger(), nullable=True),
        sa.Column("area_said", sa.String(length=200), nullable=True),
        sa.Column("quantity", sa.BigInteger(), nullable=True),
        sa.Column("unit", sa.String(length=60), nullable=True),
        sa.Column("rights", sa.String(length=400), nullable=True),
        sa.Column("claims", sa.String(length=1000), nullable=True),
        sa.Column("paper", sa.String(length=300), nullable=True),
        sa.Column("evidence", sa.String(length=1000), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint("area IS NULL OR area > 0", name="ck_contested_object_has_area"),
        sa.CheckConstraint(
            "quantity IS NULL OR unit IS NOT NULL", name="ck_contested_object_quantity_has_unit"
        ),
        sa.ForeignKeyConstraint(["at_place_id"], ["place.id"], name="fk_contested_object_at_place_id_place"),
        sa.ForeignKeyConstraint(
            ["dispute_id"], ["dispute.id"], name="fk_contested_object_dispute_id_dispute"
        ),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_contested_object_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_contested_object"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_contested_object_dispute_id_number"),
    )
    op.create_table(
        "dispute_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint("dispute_id <> other_id", name="ck_dispute_link_two_disputes"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_dispute_link_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["other_id"], ["dispute.id"], name="fk_dispute_link_other_id_dispute"),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_dispute_link_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_dispute_link"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_dispute_link_dispute_id_number"),
    )
    op.create_index("ix_dispute_link_other_id", "dispute_link", ["other_id"])
    op.create_table(
        "dispute_place",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at_place_id", sa.Integer(), nullable=True),
        sa.Column("at_words", sa.String(length=200), nullable=True),
        sa.Column("at_country", sa.String(length=80), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["at_place_id"], ["place.id"], name="fk_dispute_place_at_place_id_place"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_dispute_place_dispute_id_dispute"),
        sa.PrimaryKeyConstraint("id", name="pk_dispute_place"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_dispute_place_dispute_id_number"),
    )
    op.create_table(
        "harm",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("women", sa.Integer(), nullable=True),
        sa.Column("men", sa.Integer(), nullable=True),
        sa.Column("children", sa.Integer(), nullable=True),
        sa.Column("count_said", sa.String(length=120), nullable=True),
        sa.Column("what", sa.String(length=200), nullable=True),
        sa.Column("quantity", sa.BigInteger(), nullable=True),
        sa.Column("unit", sa.String(length=60), nullable=True),
        sa.Column("source", sa.String(length=200), nullable=True),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("said_on_words", sa.String(length=200), nullable=True),
        sa.Column("said_on_precision", sa.String(length=40), nullable=True),
        sa.Column("said_on_earliest", sa.Date(), nullable=True),
        sa.Column("said_on_latest", sa.Date(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint("children IS NULL OR children >= 0", name="ck_harm_children_not_negative"),
        sa.CheckConstraint("count IS NULL OR count >= 0", name="ck_harm_not_negative"),
        sa.CheckConstraint("quantity IS NULL OR quantity >= 0", name="ck_harm_quantity_not_negative"),
        sa.CheckConstraint("quantity IS NULL OR unit IS NOT NULL", name="ck_harm_quantity_has_unit"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_harm_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_harm_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_harm"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_harm_dispute_id_number"),
    )
    op.create_table(
        "intermediary",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("quality", sa.String(length=40), nullable=False),
        sa.Column("quality_words", sa.String(length=200), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=True),
        sa.Column("other_names", sa.String(length=300), nullable=True),
        sa.Column("reported_as", sa.String(length=200), nullable=True),
        sa.Column("source", sa.String(length=200), nullable=True),
        sa.Column("side", sa.Integer(), nullable=True),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("women", sa.Integer(), nullable=True),
        sa.Column("men", sa.Integer(), nullable=True),
        sa.Column("did", sa.String(length=1000), nullable=True),
        sa.Column("since_words", sa.String(length=200), nullable=True),
        sa.Column("since_precision", sa.String(length=40), nullable=True),
        sa.Column("since_earliest", sa.Date(), nullable=True),
        sa.Column("since_latest", sa.Date(), nullable=True),
        sa.Column("until_words", sa.String(length=200), nullable=True),
        sa.Column("until_precision", sa.String(length=40), nullable=True),
        sa.Column("until_earliest", sa.Date(), nullable=True),
        sa.Column("until_latest", sa.Date(), nullable=True),
        sa.Column("replaced_by_id", sa.Integer(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint("men IS NULL OR men >= 0", name="ck_intermediary_men_not_negative"),
        sa.CheckConstraint("people IS NULL OR people >= 1", name="ck_intermediary_people_some"),
        sa.CheckConstraint(
            "replaced_by_id IS NULL OR replaced_by_id <> id", name="ck_intermediary_not_itself"
        ),
        sa.CheckConstraint("women IS NULL OR women >= 0", name="ck_intermediary_women_not_negative"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_intermediary_dispute_id_dispute"),
        sa.ForeignKeyConstraint(
            ["replaced_by_id"], ["intermediary.id"], name="fk_intermediary_replaced_by_id_intermediary"
        ),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_intermediary_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_intermediary"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_intermediary_dispute_id_number"),
    )
    op.create_index("ix_intermediary_replaced_by_id", "intermediary", ["replaced_by_id"])
    op.create_table(
        "late_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("about", sa.String(length=80), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=True),
        sa.Column("book", sa.String(length=120), nullable=True),
        sa.Column("page", sa.String(length=40), nullable=True),
        sa.Column("line", sa.String(length=40), nullable=True),
        sa.Column("clerk", sa.String(length=200), nullable=True),
        sa.Column("written_on_words", sa.String(length=200), nullable=True),
        sa.Column("written_on_precision", sa.String(length=40), nullable=True),
        sa.Column("written_on_earliest", sa.Date(), nullable=True),
        sa.Column("written_on_latest", sa.Date(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_late_entry_dispute_id_dispute"),
        sa.PrimaryKeyConstraint("id", name="pk_late_entry"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_late_entry_dispute_id_number"),
    )
    op.create_table(
        "measure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("authority", sa.String(length=200), nullable=False),
        sa.Column("decision", sa.String(length=60), nullable=True),
        sa.Column("extent", sa.String(length=500), nullable=True),
        sa.Column("at_place_id", sa.Integer(), nullable=True),
        sa.Column("at_words", sa.String(length=200), nullable=True),
        sa.Column("at_country", sa.String(length=80), nullable=True),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("until_words", sa.String(length=200), nullable=True),
        sa.Column("until_precision", sa.String(length=40), nullable=True),
        sa.Column("until_earliest", sa.Date(), nullable=True),
        sa.Column("until_latest", sa.Date(), nullable=True),
        sa.Column("lifted_on_words", sa.String(length=200), nullable=True),
        sa.Column("lifted_on_precision", sa.String(length=40), nullable=True),
        sa.Column("lifted_on_earliest", sa.Date(), nullable=True),
        sa.Column("lifted_on_latest", sa.Date(), nullable=True),
        sa.Column("lifted_by", sa.String(length=200), nullable=True),
        sa.Column("lifted_reason", sa.String(length=500), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.ForeignKeyConstraint(["at_place_id"], ["place.id"], name="fk_measure_at_place_id_place"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_measure_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_measure_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_measure"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_measure_dispute_id_number"),
    )
    op.create_table(
        "mediation_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=True),
        sa.Column("at_place_id", sa.Integer(), nullable=True),
        sa.Column("at_words", sa.String(length=200), nullable=True),
        sa.Column("at_country", sa.String(length=80), nullable=True),
        sa.Column("planned_on_words", sa.String(length=200), nullable=True),
        sa.Column("planned_on_precision", sa.String(length=40), nullable=True),
        sa.Column("planned_on_earliest", sa.Date(), nullable=True),
        sa.Column("planned_on_latest", sa.Date(), nullable=True),
        sa.Column("planned_hour", sa.String(length=40), nullable=True),
        sa.Column("reason", sa.String(length=500), nullable=True),
        sa.Column("postponed_to_id", sa.Integer(), nullable=True),
        sa.Column("held_on_words", sa.String(length=200), nullable=True),
        sa.Column("held_on_precision", sa.String(length=40), nullable=True),
        sa.Column("held_on_earliest", sa.Date(), nullable=True),
        sa.Column("held_on_latest", sa.Date(), nullable=True),
        sa.Column("duration", sa.String(length=80), nullable=True),
        sa.Column("result", sa.String(length=40), nullable=True),
        sa.Column("somebody_came", sa.Boolean(), nullable=False),
        sa.Column("women", sa.Integer(), nullable=True),
        sa.Column("men", sa.Integer(), nullable=True),
        sa.Column("participants", sa.Integer(), nullable=True),
        sa.Column("languages", sa.String(length=400), nullable=True),
        sa.Column("said", sa.Text(), nullable=True),
        sa.Column("decided", sa.Text(), nullable=True),
        sa.Column("next_words", sa.String(length=300), nullable=True),
        sa.Column("completions", sa.Integer(), nullable=False),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint("stage = 'held' OR NOT somebody_came", name="ck_mediation_session_came_to_held"),
        sa.CheckConstraint("men IS NULL OR men >= 0", name="ck_mediation_session_men_not_negative"),
        sa.CheckConstraint(
            "participants IS NULL OR participants >= 0", name="ck_mediation_session_participants_not_negative"
        ),
        sa.CheckConstraint("women IS NULL OR women >= 0", name="ck_mediation_session_women_not_negative"),
        sa.ForeignKeyConstraint(["at_place_id"], ["place.id"], name="fk_mediation_session_at_place_id_place"),
        sa.ForeignKeyConstraint(
            ["dispute_id"], ["dispute.id"], name="fk_mediation_session_dispute_id_dispute"
        ),
        sa.ForeignKeyConstraint(
            ["postponed_to_id"],
            ["mediation_session.id"],
            name="fk_mediation_session_postponed_to_id_mediation_session",
        ),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_mediation_session_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_mediation_session"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_mediation_session_dispute_id_number"),
    )
    op.create_index(
        "ix_mediation_session_agenda",
        "mediation_session",
        ["planned_on_latest", "dispute_id"],
        unique=False,
        postgresql_where=sa.text("stage = 'planned'"),
        sqlite_where=sa.text("stage = 'planned'"),
    )
    op.create_index(
        "ix_mediation_session_in_dispute",
        "mediation_session",
        ["dispute_id", "planned_on_latest"],
        unique=False,
        postgresql_where=sa.text("stage = 'planned'"),
        sqlite_where=sa.text("stage = 'planned'"),
    )
    op.create_index("ix_mediation_session_postponed_to_id", "mediation_session", ["postponed_to_id"])
    op.create_table(
        "outcome",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("points", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint("attempts >= 0", name="ck_outcome_attempts_not_negative"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_outcome_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_outcome_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_outcome"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_outcome_dispute_id_number"),
    )
    op.create_table(
        "party",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("side", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("other_names", sa.String(length=300), nullable=True),
        sa.Column("child_of", sa.String(length=200), nullable=True),
        sa.Column("quality", sa.String(length=200), nullable=True),
        sa.Column("folded", sa.String(length=700), nullable=False),
        sa.Column("sex", sa.String(length=40), nullable=True),
        sa.Column("born_on_words", sa.String(length=200), nullable=True),
        sa.Column("born_on_precision", sa.String(length=40), nullable=True),
        sa.Column("born_on_earliest", sa.Date(), nullable=True),
        sa.Column("born_on_latest", sa.Date(), nullable=True),
        sa.Column("members", sa.Integer(), nullable=True),
        sa.Column("at_place_id", sa.Integer(), nullable=True),
        sa.Column("at_words", sa.String(length=200), nullable=True),
        sa.Column("at_country", sa.String(length=80), nullable=True),
        sa.Column("reached_by", sa.String(length=200), nullable=True),
        sa.Column("language", sa.String(length=40), nullable=True),
        sa.Column("joined_on_words", sa.String(length=200), nullable=True),
        sa.Column("joined_on_precision", sa.String(length=40), nullable=True),
        sa.Column("joined_on_earliest", sa.Date(), nullable=True),
        sa.Column("joined_on_latest", sa.Date(), nullable=True),
        sa.Column("presence", sa.String(length=40), nullable=True),
        sa.Column("ally", sa.Boolean(), nullable=True),
        sa.Column("initials", sa.Boolean(), nullable=True),
        sa.Column("asked", sa.Boolean(), nullable=False),
        sa.Column("said", sa.String(length=1000), nullable=True),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint("side BETWEEN 1 AND 26", name="ck_party_has_side"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_party_account_id_account"),
        sa.ForeignKeyConstraint(["at_place_id"], ["place.id"], name="fk_party_at_place_id_place"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_party_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_party_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_party"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_party_dispute_id_number"),
    )
    op.create_index("ix_party_account_id", "party", ["account_id"])
    op.create_index("ix_party_folded", "party", ["folded"])
    op.create_table(
        "pause",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("words", sa.String(length=300), nullable=True),
        sa.Column("from_stage", sa.String(length=40), nullable=False),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("until_words", sa.String(length=200), nullable=True),
        sa.Column("until_precision", sa.String(length=40), nullable=True),
        sa.Column("until_earliest", sa.Date(), nullable=True),
        sa.Column("until_latest", sa.Date(), nullable=True),
        sa.Column("resumed_on_words", sa.String(length=200), nullable=True),
        sa.Column("resumed_on_precision", sa.String(length=40), nullable=True),
        sa.Column("resumed_on_earliest", sa.Date(), nullable=True),
        sa.Column("resumed_on_latest", sa.Date(), nullable=True),
        sa.Column("resumed_words", sa.String(length=300), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_pause_dispute_id_dispute"),
        sa.PrimaryKeyConstraint("id", name="pk_pause"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_pause_dispute_id_number"),
    )
    op.create_table(
        "proceeding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("body", sa.String(length=200), nullable=False),
        sa.Column("level", sa.String(length=40), nullable=True),
        sa.Column("their_number", sa.String(length=60), nullable=True),
        sa.Column("opened_on_words", sa.String(length=200), nullable=True),
        sa.Column("opened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("opened_on_earliest", sa.Date(), nullable=True),
        sa.Column("opened_on_latest", sa.Date(), nullable=True),
        sa.Column("side", sa.Integer(), nullable=True),
        sa.Column("brought_by", sa.String(length=200), nullable=True),
        sa.Column("asks", sa.String(length=200), nullable=True),
        sa.Column("crime", sa.Boolean(), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=True),
        sa.Column("hearing_on_words", sa.String(length=200), nullable=True),
        sa.Column("hearing_on_precision", sa.String(length=40), nullable=True),
        sa.Column("hearing_on_earliest", sa.Date(), nullable=True),
        sa.Column("hearing_on_latest", sa.Date(), nullable=True),
        sa.Column("result", sa.String(length=40), nullable=True),
        sa.Column("won_side", sa.Integer(), nullable=True),
        sa.Column("result_on_words", sa.String(length=200), nullable=True),
        sa.Column("result_on_precision", sa.String(length=40), nullable=True),
        sa.Column("result_on_earliest", sa.Date(), nullable=True),
        sa.Column("result_on_latest", sa.Date(), nullable=True),
        sa.Column("decision", sa.String(length=60), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint("NOT crime OR kind = 'criminal'", name="ck_proceeding_crime_is_criminal"),
        sa.CheckConstraint("NOT crime OR asks IS NULL", name="ck_proceeding_crime_is_not_told"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_proceeding_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_proceeding_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_proceeding"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_proceeding_dispute_id_number"),
    )
    op.create_table(
        "referral",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("sender_id", sa.Integer(), nullable=False),
        sa.Column("receiver_id", sa.Integer(), nullable=True),
        sa.Column("receiver_name", sa.String(length=200), nullable=False),
        sa.Column("from_stage", sa.String(length=40), nullable=False),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("our_number", sa.String(length=24), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("at_place_id", sa.Integer(), nullable=True),
        sa.Column("at_words", sa.String(length=200), nullable=True),
        sa.Column("at_country", sa.String(length=80), nullable=True),
        sa.Column("cover", sa.Text(), nullable=True),
        sa.Column("sent", sa.Text(), nullable=True),
        sa.Column("answered_on_words", sa.String(length=200), nullable=True),
        sa.Column("answered_on_precision", sa.String(length=40), nullable=True),
        sa.Column("answered_on_earliest", sa.Date(), nullable=True),
        sa.Column("answered_on_latest", sa.Date(), nullable=True),
        sa.Column("their_number", sa.String(length=60), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["at_place_id"], ["place.id"], name="fk_referral_at_place_id_place"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_referral_dispute_id_dispute"),
        sa.ForeignKeyConstraint(
            ["receiver_id"], ["institution.id"], name="fk_referral_receiver_id_institution"
        ),
        sa.ForeignKeyConstraint(["sender_id"], ["institution.id"], name="fk_referral_sender_id_institution"),
        sa.PrimaryKeyConstraint("id", name="pk_referral"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_referral_dispute_id_number"),
    )
    op.create_index("ix_referral_our_number", "referral", ["our_number"])
    op.create_index("ix_referral_receiver_id", "referral", ["receiver_id", "stage"])
    op.create_table(
        "remark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("part", sa.String(length=40), nullable=False),
        sa.Column("to_whom", sa.String(length=40), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("written_by", sa.Integer(), nullable=True),
        sa.Column("written_on", sa.Date(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.CheckConstraint("stage <> 'answered' OR answer IS NOT NULL", name="ck_remark_answered_has_answer"),
        sa.ForeignKeyConstraint(["answered_by"], ["account.id"], name="fk_remark_answered_by_account"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_remark_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["written_by"], ["account.id"], name="fk_remark_written_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_remark"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_remark_dispute_id_number"),
    )
    op.create_index("ix_remark_stage", "remark", ["stage", "id"])
    op.create_table(
        "reopening",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ending", sa.String(length=40), nullable=False),
        sa.Column("ended_on_words", sa.String(length=200), nullable=True),
        sa.Column("ended_on_precision", sa.String(length=40), nullable=True),
        sa.Column("ended_on_earliest", sa.Date(), nullable=True),
        sa.Column("ended_on_latest", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_reopening_dispute_id_dispute"),
        sa.PrimaryKeyConstraint("id", name="pk_reopening"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_reopening_dispute_id_number"),
    )
    op.create_table(
        "replacement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=True),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("quality", sa.String(length=200), nullable=True),
        sa.Column("replaced_account_id", sa.Integer(), nullable=True),
        sa.Column("replaced_name", sa.String(length=200), nullable=True),
        sa.Column("cause", sa.String(length=40), nullable=True),
        sa.Column("reason", sa.String(length=500), nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("ended_words", sa.String(length=500), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.CheckConstraint("until IS NULL OR until >= since", name="ck_replacement_in_order"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_replacement_account_id_account"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_replacement_dispute_id_dispute"),
        sa.ForeignKeyConstraint(
            ["replaced_account_id"], ["account.id"], name="fk_replacement_replaced_account_id_account"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_replacement"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_replacement_dispute_id_number"),
    )
    op.create_index("ix_replacement_account_id", "replacement", ["account_id"])
    op.create_index("ix_replacement_replaced_account_id", "replacement", ["replaced_account_id"])
    op.create_table(
        "resumption",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("from_stage", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_resumption_dispute_id_dispute"),
        sa.PrimaryKeyConstraint("id", name="pk_resumption"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_resumption_dispute_id_number"),
    )
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(length=40), nullable=False),
        sa.Column("fact", sa.String(length=200), nullable=False),
        sa.Column("says", sa.String(length=500), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_source_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_source_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_source"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_source_dispute_id_number"),
    )
    op.create_table(
        "team_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("quality", sa.String(length=120), nullable=True),
        sa.Column("leads", sa.Boolean(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("ended_for", sa.String(length=40), nullable=True),
        sa.Column("ended_words", sa.String(length=500), nullable=True),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint("until IS NULL OR until >= since", name="ck_team_member_in_order"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_team_member_account_id_account"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_team_member_dispute_id_dispute"),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["team_member.id"], name="fk_team_member_replaces_id_team_member"
        ),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_team_member_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_team_member"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_team_member_dispute_id_number"),
    )
    op.create_index("ix_team_member_account_id", "team_member", ["account_id", "dispute_id"])
    op.create_table(
        "transcription",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("decided", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.String(length=200), nullable=True),
        sa.Column("decided_on_words", sa.String(length=200), nullable=True),
        sa.Column("decided_on_precision", sa.String(length=40), nullable=True),
        sa.Column("decided_on_earliest", sa.Date(), nullable=True),
        sa.Column("decided_on_latest", sa.Date(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_transcription_dispute_id_dispute"),
        sa.PrimaryKeyConstraint("id", name="pk_transcription"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_transcription_dispute_id_number"),
        sa.UniqueConstraint("dispute_id", name="uq_transcription_dispute_id"),
    )
    op.create_table(
        "witness",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("alias", sa.String(length=120), nullable=False),
        sa.Column("quality", sa.String(length=200), nullable=True),
        sa.Column("sex", sa.String(length=40), nullable=True),
        sa.Column("side", sa.Integer(), nullable=True),
        sa.Column("told", sa.String(length=2000), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=True),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_witness_account_id_account"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_witness_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_witness_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_witness"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_witness_dispute_id_number"),
    )
    op.create_table(
        "agreement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("draft", sa.Integer(), nullable=False),
        sa.Column("basis", sa.String(length=40), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("total", sa.Boolean(), nullable=False),
        sa.Column("mediation_goes_on", sa.Boolean(), nullable=True),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("at_place_id", sa.Integer(), nullable=True),
        sa.Column("at_words", sa.String(length=200), nullable=True),
        sa.Column("at_country", sa.String(length=80), nullable=True),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("points", sa.Text(), nullable=True),
        sa.Column("remaining", sa.Text(), nullable=True),
        sa.Column("called", sa.String(length=200), nullable=True),
        sa.Column("recommended_by", sa.String(length=200), nullable=True),
        sa.Column("covers", sa.String(length=1000), nullable=True),
        sa.Column("not_covered", sa.String(length=1000), nullable=True),
        sa.Column("lasts_from_words", sa.String(length=200), nullable=True),
        sa.Column("lasts_from_precision", sa.String(length=40), nullable=True),
        sa.Column("lasts_from_earliest", sa.Date(), nullable=True),
        sa.Column("lasts_from_latest", sa.Date(), nullable=True),
        sa.Column("lasts_until_words", sa.String(length=200), nullable=True),
        sa.Column("lasts_until_precision", sa.String(length=40), nullable=True),
        sa.Column("lasts_until_earliest", sa.Date(), nullable=True),
        sa.Column("lasts_until_latest", sa.Date(), nullable=True),
        sa.Column("lasts_words", sa.String(length=200), nullable=True),
        sa.Column("unlimited", sa.Boolean(), nullable=True),
        sa.Column("condition_who", sa.String(length=200), nullable=True),
        sa.Column("condition_what", sa.String(length=500), nullable=True),
        sa.Column("condition_by_words", sa.String(length=200), nullable=True),
        sa.Column("condition_by_precision", sa.String(length=40), nullable=True),
        sa.Column("condition_by_earliest", sa.Date(), nullable=True),
        sa.Column("condition_by_latest", sa.Date(), nullable=True),
        sa.Column("condition_else", sa.String(length=300), nullable=True),
        sa.Column("condition_met", sa.Boolean(), nullable=True),
        sa.Column("sanctions", sa.Text(), nullable=True),
        sa.Column("earlier_link", sa.String(length=40), nullable=True),
        sa.Column("earlier_id", sa.Integer(), nullable=True),
        sa.Column("earlier_words", sa.String(length=300), nullable=True),
        sa.Column("no_commitment", sa.Boolean(), nullable=False),
        sa.Column("unseen", sa.String(length=300), nullable=True),
        sa.Column("women", sa.Integer(), nullable=True),
        sa.Column("men", sa.Integer(), nullable=True),
        sa.Column("signed_on_words", sa.String(length=200), nullable=True),
        sa.Column("signed_on_precision", sa.String(length=40), nullable=True),
        sa.Column("signed_on_earliest", sa.Date(), nullable=True),
        sa.Column("signed_on_latest", sa.Date(), nullable=True),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("rests_on", sa.String(length=400), nullable=True),
        sa.Column("abandoned_on_words", sa.String(length=200), nullable=True),
        sa.Column("abandoned_on_precision", sa.String(length=40), nullable=True),
        sa.Column("abandoned_on_earliest", sa.Date(), nullable=True),
        sa.Column("abandoned_on_latest", sa.Date(), nullable=True),
        sa.Column("abandoned_reason", sa.String(length=500), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "stage <> 'abandoned' OR abandoned_reason IS NOT NULL", name="ck_agreement_abandoned_has_reason"
        ),
        sa.CheckConstraint("earlier_id IS NULL OR earlier_id <> id", name="ck_agreement_replaces_another"),
        sa.CheckConstraint("men IS NULL OR men >= 0", name="ck_agreement_men_not_negative"),
        sa.CheckConstraint(
            "total = true OR mediation_goes_on IS NOT NULL", name="ck_agreement_partial_says_what_follows"
        ),
        sa.CheckConstraint(
            "unlimited = false OR lasts_until_precision IS NULL", name="ck_agreement_unlimited_has_no_end"
        ),
        sa.CheckConstraint("women IS NULL OR women >= 0", name="ck_agreement_women_not_negative"),
        sa.ForeignKeyConstraint(["at_place_id"], ["place.id"], name="fk_agreement_at_place_id_place"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_agreement_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["earlier_id"], ["agreement.id"], name="fk_agreement_earlier_id_agreement"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["mediation_session.id"], name="fk_agreement_session_id_mediation_session"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_agreement"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_agreement_dispute_id_number"),
    )
    op.create_index("ix_agreement_earlier_id", "agreement", ["earlier_id"])
    op.create_index("ix_agreement_session_id", "agreement", ["session_id"])
    op.create_index("ix_agreement_stage", "agreement", ["stage", "dispute_id"])
    op.create_table(
        "bench_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("category", sa.String(length=40), nullable=True),
        sa.Column("quality", sa.String(length=120), nullable=True),
        sa.Column("chaired", sa.Boolean(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint("people IS NULL OR people >= 1", name="ck_bench_member_people_some"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_bench_member_account_id_account"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_bench_member_dispute_id_dispute"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["mediation_session.id"], name="fk_bench_member_session_id_mediation_session"
        ),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_bench_member_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_bench_member"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_bench_member_dispute_id_number"),
    )
    op.create_index("ix_bench_member_session_id", "bench_member", ["session_id"])
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=True),
        sa.Column("witness_id", sa.Integer(), nullable=True),
        sa.Column("person", sa.String(length=200), nullable=True),
        sa.Column("scope", sa.String(length=40), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=True),
        sa.Column("language", sa.String(length=40), nullable=True),
        sa.Column("witnessed_by", sa.String(length=200), nullable=True),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("words", sa.String(length=500), nullable=True),
        sa.Column("withdrawn_on_words", sa.String(length=200), nullable=True),
        sa.Column("withdrawn_on_precision", sa.String(length=40), nullable=True),
        sa.Column("withdrawn_on_earliest", sa.Date(), nullable=True),
        sa.Column("withdrawn_on_latest", sa.Date(), nullable=True),
        sa.Column("withdrawn_words", sa.String(length=500), nullable=True),
        sa.Column("withdrawn", sa.Boolean(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint(
            "party_id IS NOT NULL OR witness_id IS NOT NULL OR person IS NOT NULL",
            name="ck_consent_of_somebody",
        ),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_consent_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_consent_party_id_party"),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_consent_struck_by_account"),
        sa.ForeignKeyConstraint(["witness_id"], ["witness.id"], name="fk_consent_witness_id_witness"),
        sa.PrimaryKeyConstraint("id", name="pk_consent"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_consent_dispute_id_number"),
    )
    op.create_index("ix_consent_party_id", "consent", ["party_id"])
    op.create_table(
        "departure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("words", sa.String(length=500), nullable=True),
        sa.Column("successor_id", sa.Integer(), nullable=True),
        sa.Column("basis", sa.String(length=40), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint(
            "reason <> 'succeeded' OR successor_id IS NOT NULL", name="ck_departure_succeeded_by_somebody"
        ),
        sa.CheckConstraint(
            "successor_id IS NULL OR successor_id <> party_id", name="ck_departure_not_itself"
        ),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_departure_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_departure_party_id_party"),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_departure_struck_by_account"),
        sa.ForeignKeyConstraint(["successor_id"], ["party.id"], name="fk_departure_successor_id_party"),
        sa.PrimaryKeyConstraint("id", name="pk_departure"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_departure_dispute_id_number"),
    )
    op.create_index("ix_departure_party_id", "departure", ["party_id"])
    op.create_index("ix_departure_successor_id", "departure", ["successor_id"])
    op.create_table(
        "interest",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(length=500), nullable=True),
        sa.Column("decision", sa.String(length=40), nullable=True),
        sa.Column("decision_words", sa.String(length=500), nullable=True),
        sa.Column("decided_by", sa.String(length=200), nullable=True),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_interest_account_id_account"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_interest_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_interest_party_id_party"),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_interest_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_interest"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_interest_dispute_id_number"),
    )
    op.create_table(
        "offer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("side", sa.Integer(), nullable=True),
        sa.Column("made_by", sa.String(length=200), nullable=True),
        sa.Column("to_sides", sa.String(length=26), nullable=True),
        sa.Column("what", sa.String(length=1000), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=True),
        sa.Column("unit", sa.String(length=60), nullable=True),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("answer", sa.String(length=40), nullable=True),
        sa.Column("answer_side", sa.Integer(), nullable=True),
        sa.Column("answered_by", sa.String(length=200), nullable=True),
        sa.Column("answered_on_words", sa.String(length=200), nullable=True),
        sa.Column("answered_on_precision", sa.String(length=40), nullable=True),
        sa.Column("answered_on_earliest", sa.Date(), nullable=True),
        sa.Column("answered_on_latest", sa.Date(), nullable=True),
        sa.Column("answer_reason", sa.String(length=500), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint(
            "answer IS NOT NULL OR (answer_side IS NULL AND answered_by IS NULL)",
            name="ck_offer_answered_if_answer",
        ),
        sa.CheckConstraint("quantity IS NULL OR quantity >= 0", name="ck_offer_quantity_not_negative"),
        sa.CheckConstraint("quantity IS NULL OR unit IS NOT NULL", name="ck_offer_quantity_has_unit"),
        sa.CheckConstraint("side IS NOT NULL OR made_by IS NOT NULL", name="ck_offer_made_by_somebody"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_offer_dispute_id_dispute"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["mediation_session.id"], name="fk_offer_session_id_mediation_session"
        ),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_offer_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_offer"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_offer_dispute_id_number"),
    )
    op.create_index("ix_offer_session_id", "offer", ["session_id"])
    op.create_table(
        "orientation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=True),
        sa.Column("helper", sa.String(length=40), nullable=False),
        sa.Column("helper_name", sa.String(length=200), nullable=True),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("words", sa.String(length=160), nullable=True),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint("party_id IS NOT NULL OR name IS NOT NULL", name="ck_orientation_somebody"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_orientation_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_orientation_party_id_party"),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_orientation_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_orientation"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_orientation_dispute_id_number"),
    )
    op.create_table(
        "representative",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("quality", sa.String(length=200), nullable=True),
        sa.Column("sex", sa.String(length=40), nullable=True),
        sa.Column("born_on_words", sa.String(length=200), nullable=True),
        sa.Column("born_on_precision", sa.String(length=40), nullable=True),
        sa.Column("born_on_earliest", sa.Date(), nullable=True),
        sa.Column("born_on_latest", sa.Date(), nullable=True),
        sa.Column("mandate", sa.String(length=40), nullable=False),
        sa.Column("mandate_words", sa.String(length=300), nullable=True),
        sa.Column("given_on_words", sa.String(length=200), nullable=True),
        sa.Column("given_on_precision", sa.String(length=40), nullable=True),
        sa.Column("given_on_earliest", sa.Date(), nullable=True),
        sa.Column("given_on_latest", sa.Date(), nullable=True),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("organisation", sa.Boolean(), nullable=True),
        sa.Column("ended_on_words", sa.String(length=200), nullable=True),
        sa.Column("ended_on_precision", sa.String(length=40), nullable=True),
        sa.Column("ended_on_earliest", sa.Date(), nullable=True),
        sa.Column("ended_on_latest", sa.Date(), nullable=True),
        sa.Column("ended_reason", sa.String(length=40), nullable=True),
        sa.Column("ended_words", sa.String(length=500), nullable=True),
        sa.Column("mandate_after", sa.String(length=40), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_representative_account_id_account"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_representative_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_representative_party_id_party"),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_representative_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_representative"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_representative_dispute_id_number"),
    )
    op.create_index("ix_representative_account_id", "representative", ["account_id"])
    op.create_index("ix_representative_party_id", "representative", ["party_id"])
    op.create_table(
        "reserved_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("written_on", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name="fk_reserved_note_author_id_account"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_reserved_note_dispute_id_dispute"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["mediation_session.id"], name="fk_reserved_note_session_id_mediation_session"
        ),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_reserved_note_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_reserved_note"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_reserved_note_dispute_id_number"),
    )
    op.create_index("ix_reserved_note_author_id", "reserved_note", ["author_id"])
    op.create_index("ix_reserved_note_session_id", "reserved_note", ["session_id"])
    op.create_table(
        "summons",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=True),
        sa.Column("person", sa.String(length=200), nullable=True),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=True),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("served_on_words", sa.String(length=200), nullable=True),
        sa.Column("served_on_precision", sa.String(length=40), nullable=True),
        sa.Column("served_on_earliest", sa.Date(), nullable=True),
        sa.Column("served_on_latest", sa.Date(), nullable=True),
        sa.Column("served_by", sa.String(length=200), nullable=True),
        sa.Column("received_by", sa.String(length=200), nullable=True),
        sa.Column("not_served_reason", sa.String(length=500), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint("party_id IS NOT NULL OR person IS NOT NULL", name="ck_summons_to_somebody"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_summons_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_summons_party_id_party"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["mediation_session.id"], name="fk_summons_session_id_mediation_session"
        ),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_summons_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_summons"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_summons_dispute_id_number"),
    )
    op.create_index("ix_summons_party_id", "summons", ["party_id"])
    op.create_index("ix_summons_session_id", "summons", ["session_id"])
    op.create_table(
        "agreement_ending",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("sides", sa.String(length=26), nullable=True),
        sa.Column("by_whom", sa.String(length=300), nullable=True),
        sa.Column("how", sa.String(length=40), nullable=True),
        sa.Column("before_whom", sa.String(length=200), nullable=True),
        sa.Column("never_called", sa.Boolean(), nullable=True),
        sa.Column("successor_id", sa.Integer(), nullable=True),
        sa.Column("successor_words", sa.String(length=300), nullable=True),
        sa.Column("lapse_reason", sa.String(length=40), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint(
            "kind <> 'lapsed' OR lapse_reason IS NOT NULL", name="ck_agreement_ending_over_for_a_reason"
        ),
        sa.CheckConstraint(
            "kind <> 'replaced' OR successor_id IS NOT NULL OR successor_words IS NOT NULL",
            name="ck_agreement_ending_replaced_by_something",
        ),
        sa.CheckConstraint(
            "successor_id IS NULL OR successor_id <> agreement_id",
            name="ck_agreement_ending_replaced_by_another",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name="fk_agreement_ending_agreement_id_agreement"
        ),
        sa.ForeignKeyConstraint(
            ["dispute_id"], ["dispute.id"], name="fk_agreement_ending_dispute_id_dispute"
        ),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_agreement_ending_struck_by_account"),
        sa.ForeignKeyConstraint(
            ["successor_id"], ["agreement.id"], name="fk_agreement_ending_successor_id_agreement"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_agreement_ending"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_agreement_ending_dispute_id_number"),
    )
    op.create_index("ix_agreement_ending_agreement_id", "agreement_ending", ["agreement_id"])
    op.create_index("ix_agreement_ending_successor_id", "agreement_ending", ["successor_id"])
    op.create_table(
        "agreement_witness",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("dropped", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("quality", sa.String(length=200), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name="fk_agreement_witness_agreement_id_agreement"
        ),
        sa.ForeignKeyConstraint(
            ["dispute_id"], ["dispute.id"], name="fk_agreement_witness_dispute_id_dispute"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_agreement_witness"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_agreement_witness_dispute_id_number"),
    )
    op.create_index("ix_agreement_witness_agreement_id", "agreement_witness", ["agreement_id"])
    op.create_table(
        "attendance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=True),
        sa.Column("representative_id", sa.Integer(), nullable=True),
        sa.Column("witness_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=True),
        sa.Column("quality", sa.String(length=120), nullable=True),
        sa.Column("presence", sa.String(length=40), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint(
            "party_id IS NOT NULL OR representative_id IS NOT NULL OR witness_id IS NOT NULL OR name IS NOT NULL",
            name="ck_attendance_of_somebody",
        ),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_attendance_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_attendance_party_id_party"),
        sa.ForeignKeyConstraint(
            ["representative_id"],
            ["representative.id"],
            name="fk_attendance_representative_id_representative",
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["mediation_session.id"], name="fk_attendance_session_id_mediation_session"
        ),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_attendance_struck_by_account"),
        sa.ForeignKeyConstraint(["witness_id"], ["witness.id"], name="fk_attendance_witness_id_witness"),
        sa.PrimaryKeyConstraint("id", name="pk_attendance"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_attendance_dispute_id_number"),
    )
    op.create_index("ix_attendance_party_id", "attendance", ["party_id"])
    op.create_index("ix_attendance_session_id", "attendance", ["session_id"])
    op.create_table(
        "commitment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("dropped", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=True),
        sa.Column("debtors", sa.String(length=26), nullable=False),
        sa.Column("what", sa.String(length=1000), nullable=False),
        sa.Column("creditors", sa.String(length=26), nullable=True),
        sa.Column("quantity", sa.BigInteger(), nullable=True),
        sa.Column("unit", sa.String(length=60), nullable=True),
        sa.Column("said_amount", sa.String(length=200), nullable=True),
        sa.Column("through", sa.String(length=200), nullable=True),
        sa.Column("yearly", sa.Boolean(), nullable=True),
        sa.Column("first_year", sa.Integer(), nullable=True),
        sa.Column("last_year", sa.Integer(), nullable=True),
        sa.Column("window", sa.String(length=200), nullable=True),
        sa.Column("exchange", sa.Integer(), nullable=True),
        sa.Column("reserved_clause", sa.String(length=300), nullable=True),
        sa.Column("due_on_words", sa.String(length=200), nullable=True),
        sa.Column("due_on_precision", sa.String(length=40), nullable=True),
        sa.Column("due_on_earliest", sa.Date(), nullable=True),
        sa.Column("due_on_latest", sa.Date(), nullable=True),
        sa.Column("checked_by", sa.String(length=40), nullable=True),
        sa.Column("checked_words", sa.String(length=200), nullable=True),
        sa.Column("signed_who", sa.Text(), nullable=True),
        sa.Column("signed_whom", sa.Text(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.CheckConstraint("debtors <> ''", name="ck_commitment_has_debtor"),
        sa.CheckConstraint(
            "exchange IS NULL OR exchange <> position", name="ck_commitment_not_in_exchange_for_itself"
        ),
        sa.CheckConstraint("quantity IS NULL OR quantity >= 0", name="ck_commitment_not_negative"),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name="fk_commitment_agreement_id_agreement"
        ),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_commitment_dispute_id_dispute"),
        sa.PrimaryKeyConstraint("id", name="pk_commitment"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_commitment_dispute_id_number"),
    )
    op.create_index("ix_commitment_agreement_id", "commitment", ["agreement_id"])
    op.create_index(
        "ix_commitment_due",
        "commitment",
        ["due_on_latest", "dispute_id"],
        unique=False,
        postgresql_where=sa.text("stage = 'due'"),
        sqlite_where=sa.text("stage = 'due'"),
    )
    op.create_index(
        "ix_commitment_in_dispute",
        "commitment",
        ["dispute_id", "due_on_latest"],
        unique=False,
        postgresql_where=sa.text("stage = 'due'"),
        sqlite_where=sa.text("stage = 'due'"),
    )
    op.create_table(
        "committee_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("dropped", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("quality", sa.String(length=200), nullable=True),
        sa.Column("side", sa.Integer(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name="fk_committee_member_agreement_id_agreement"
        ),
        sa.ForeignKeyConstraint(
            ["dispute_id"], ["dispute.id"], name="fk_committee_member_dispute_id_dispute"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_committee_member"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_committee_member_dispute_id_number"),
    )
    op.create_index("ix_committee_member_agreement_id", "committee_member", ["agreement_id"])
    op.create_table(
        "copy_given",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("sides", sa.String(length=26), nullable=True),
        sa.Column("given_to", sa.String(length=200), nullable=True),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("language", sa.String(length=40), nullable=True),
        sa.Column("by_whom", sa.String(length=200), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint("count IS NULL OR count > 0", name="ck_copy_given_one_at_least"),
        sa.CheckConstraint(
            "sides IS NOT NULL OR given_to IS NOT NULL", name="ck_copy_given_is_given_to_somebody"
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name="fk_copy_given_agreement_id_agreement"
        ),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_copy_given_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_copy_given_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_copy_given"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_copy_given_dispute_id_number"),
    )
    op.create_index("ix_copy_given_agreement_id", "copy_given", ["agreement_id"])
    op.create_table(
        "difficulty",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("concerns", sa.String(length=400), nullable=True),
        sa.Column("side", sa.Integer(), nullable=True),
        sa.Column("said_by", sa.String(length=200), nullable=True),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("asked_first", sa.String(length=40), nullable=True),
        sa.Column("asked_words", sa.String(length=200), nullable=True),
        sa.Column("settled_how", sa.String(length=40), nullable=True),
        sa.Column("settled_words", sa.Text(), nullable=True),
        sa.Column("settled_by", sa.String(length=200), nullable=True),
        sa.Column("settled_on_words", sa.String(length=200), nullable=True),
        sa.Column("settled_on_precision", sa.String(length=40), nullable=True),
        sa.Column("settled_on_earliest", sa.Date(), nullable=True),
        sa.Column("settled_on_latest", sa.Date(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name="fk_difficulty_agreement_id_agreement"
        ),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_difficulty_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_difficulty_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_difficulty"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_difficulty_dispute_id_number"),
    )
    op.create_index("ix_difficulty_agreement_id", "difficulty", ["agreement_id"])
    op.create_table(
        "guarantor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("dropped", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("quality", sa.String(length=200), nullable=True),
        sa.Column("side", sa.Integer(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name="fk_guarantor_agreement_id_agreement"
        ),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_guarantor_dispute_id_dispute"),
        sa.PrimaryKeyConstraint("id", name="pk_guarantor"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_guarantor_dispute_id_number"),
    )
    op.create_index("ix_guarantor_agreement_id", "guarantor", ["agreement_id"])
    op.create_table(
        "ignored_summons",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("outcome_id", sa.Integer(), nullable=False),
        sa.Column("summons_id", sa.Integer(), nullable=False),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_ignored_summons_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["outcome_id"], ["outcome.id"], name="fk_ignored_summons_outcome_id_outcome"),
        sa.ForeignKeyConstraint(["summons_id"], ["summons.id"], name="fk_ignored_summons_summons_id_summons"),
        sa.PrimaryKeyConstraint("id", name="pk_ignored_summons"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_ignored_summons_dispute_id_number"),
    )
    op.create_index("ix_ignored_summons_outcome_id", "ignored_summons", ["outcome_id"])
    op.create_index("ix_ignored_summons_summons_id", "ignored_summons", ["summons_id"])
    op.create_table(
        "reading",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("draft", sa.Integer(), nullable=False),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("languages", sa.String(length=400), nullable=True),
        sa.Column("reader", sa.String(length=200), nullable=True),
        sa.Column("understood", sa.String(length=26), nullable=False),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name="fk_reading_agreement_id_agreement"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_reading_dispute_id_dispute"),
        sa.PrimaryKeyConstraint("id", name="pk_reading"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_reading_dispute_id_number"),
    )
    op.create_index("ix_reading_agreement_id", "reading", ["agreement_id"])
    op.create_table(
        "route_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("visa_by", sa.String(length=40), nullable=True),
        sa.Column("by_whom", sa.String(length=200), nullable=True),
        sa.Column("paper", sa.String(length=120), nullable=True),
        sa.Column("court", sa.String(length=200), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint("kind <> 'endorsed' OR visa_by IS NOT NULL", name="ck_route_step_visa_has_giver"),
        sa.CheckConstraint(
            "kind <> 'returned' OR reason IS NOT NULL", name="ck_route_step_return_has_reason"
        ),
        sa.CheckConstraint("kind <> 'transmitted' OR court IS NOT NULL", name="ck_route_step_sent_somewhere"),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name="fk_route_step_agreement_id_agreement"
        ),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_route_step_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_route_step_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_route_step"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_route_step_dispute_id_number"),
    )
    op.create_index("ix_route_step_agreement_id", "route_step", ["agreement_id"])
    op.create_table(
        "visit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("planned_on_words", sa.String(length=200), nullable=True),
        sa.Column("planned_on_precision", sa.String(length=40), nullable=True),
        sa.Column("planned_on_earliest", sa.Date(), nullable=True),
        sa.Column("planned_on_latest", sa.Date(), nullable=True),
        sa.Column("planned_words", sa.String(length=300), nullable=True),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("made_by", sa.String(length=300), nullable=True),
        sa.Column("at_place_id", sa.Integer(), nullable=True),
        sa.Column("at_words", sa.String(length=200), nullable=True),
        sa.Column("at_country", sa.String(length=80), nullable=True),
        sa.Column("met", sa.String(length=500), nullable=True),
        sa.Column("women", sa.Integer(), nullable=True),
        sa.Column("men", sa.Integer(), nullable=True),
        sa.Column("said", sa.Text(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint(
            "stage <> 'planned' OR planned_on_precision IS NOT NULL", name="ck_visit_planned_has_date"
        ),
        sa.CheckConstraint("men IS NULL OR men >= 0", name="ck_visit_men_not_negative"),
        sa.CheckConstraint("women IS NULL OR women >= 0", name="ck_visit_women_not_negative"),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name="fk_visit_agreement_id_agreement"),
        sa.ForeignKeyConstraint(["at_place_id"], ["place.id"], name="fk_visit_at_place_id_place"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_visit_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["struck_by"], ["account.id"], name="fk_visit_struck_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_visit"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_visit_dispute_id_number"),
    )
    op.create_index("ix_visit_agreement_id", "visit", ["agreement_id"])
    op.create_index(
        "ix_visit_in_dispute",
        "visit",
        ["dispute_id", "planned_on_latest"],
        unique=False,
        postgresql_where=sa.text("stage = 'planned'"),
        sqlite_where=sa.text("stage = 'planned'"),
    )
    op.create_index(
        "ix_visit_planned",
        "visit",
        ["planned_on_latest", "dispute_id"],
        unique=False,
        postgresql_where=sa.text("stage = 'planned'"),
        sqlite_where=sa.text("stage = 'planned'"),
    )
    op.create_table(
        "accusation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ending_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=True),
        sa.Column("words", sa.String(length=1000), nullable=False),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.CheckConstraint("side IS NOT NULL OR name IS NOT NULL", name="ck_accusation_is_somebodys"),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_accusation_dispute_id_dispute"),
        sa.ForeignKeyConstraint(
            ["ending_id"], ["agreement_ending.id"], name="fk_accusation_ending_id_agreement_ending"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_accusation"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_accusation_dispute_id_number"),
    )
    op.create_index("ix_accusation_ending_id", "accusation", ["ending_id"])
    op.create_table(
        "commitment_release",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("commitment_id", sa.Integer(), nullable=False),
        sa.Column("sides", sa.String(length=26), nullable=False),
        sa.Column("said_by", sa.String(length=200), nullable=True),
        sa.Column("happened_on_words", sa.String(length=200), nullable=True),
        sa.Column("happened_on_precision", sa.String(length=40), nullable=True),
        sa.Column("happened_on_earliest", sa.Date(), nullable=True),
        sa.Column("happened_on_latest", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint("sides <> ''", name="ck_commitment_release_has_side"),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitment.id"], name="fk_commitment_release_commitment_id_commitment"
        ),
        sa.ForeignKeyConstraint(
            ["dispute_id"], ["dispute.id"], name="fk_commitment_release_dispute_id_dispute"
        ),
        sa.ForeignKeyConstraint(
            ["struck_by"], ["account.id"], name="fk_commitment_release_struck_by_account"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_commitment_release"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_commitment_release_dispute_id_number"),
    )
    op.create_index("ix_commitment_release_commitment_id", "commitment_release", ["commitment_id"])
    op.create_table(
        "difficulty_voice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("difficulty_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.Integer(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["difficulty_id"], ["difficulty.id"], name="fk_difficulty_voice_difficulty_id_difficulty"
        ),
        sa.ForeignKeyConstraint(
            ["dispute_id"], ["dispute.id"], name="fk_difficulty_voice_dispute_id_dispute"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_difficulty_voice"),
        sa.UniqueConstraint("difficulty_id", "side", name="uq_difficulty_voice_difficulty_id_side"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_difficulty_voice_dispute_id_number"),
    )
    op.create_table(
        "signature",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=True),
        sa.Column("representative_id", sa.Integer(), nullable=True),
        sa.Column("guarantor_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("quality", sa.String(length=200), nullable=True),
        sa.Column("side", sa.Integer(), nullable=True),
        sa.Column("mark", sa.String(length=40), nullable=False),
        sa.Column("certified_by", sa.String(length=200), nullable=True),
        sa.Column("read_in", sa.String(length=40), nullable=True),
        sa.Column("read_by", sa.String(length=200), nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "party_id IS NOT NULL OR guarantor_id IS NOT NULL", name="ck_signature_is_somebodys"
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name="fk_signature_agreement_id_agreement"
        ),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_signature_dispute_id_dispute"),
        sa.ForeignKeyConstraint(
            ["guarantor_id"], ["guarantor.id"], name="fk_signature_guarantor_id_guarantor"
        ),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_signature_party_id_party"),
        sa.ForeignKeyConstraint(
            ["representative_id"], ["representative.id"], name="fk_signature_representative_id_representative"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_signature"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_signature_dispute_id_number"),
    )
    op.create_index("ix_signature_agreement_id", "signature", ["agreement_id"])
    op.create_table(
        "visit_finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("commitment_id", sa.Integer(), nullable=False),
        sa.Column("found", sa.String(length=40), nullable=False),
        sa.Column("lateness", sa.String(length=40), nullable=True),
        sa.Column("for_year", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(length=1000), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitment.id"], name="fk_visit_finding_commitment_id_commitment"
        ),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name="fk_visit_finding_dispute_id_dispute"),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name="fk_visit_finding_visit_id_visit"),
        sa.PrimaryKeyConstraint("id", name="pk_visit_finding"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_visit_finding_dispute_id_number"),
        sa.UniqueConstraint("visit_id", "commitment_id", name="uq_visit_finding_visit_id_commitment_id"),
    )
    op.create_index("ix_visit_finding_commitment_id", "visit_finding", ["commitment_id"])
    triggers.create(op.get_bind())


def downgrade() -> None:
    op.drop_table("visit_finding")
    op.drop_table("signature")
    op.drop_table("difficulty_voice")
    op.drop_table("commitment_release")
    op.drop_table("accusation")
    op.drop_table("visit")
    op.drop_table("route_step")
    op.drop_table("reading")
    op.drop_table("ignored_summons")
    op.drop_table("guarantor")
    op.drop_table("difficulty")
    op.drop_table("copy_given")
    op.drop_table("committee_member")
    op.drop_table("commitment")
    op.drop_table("attendance")
    op.drop_table("agreement_witness")
    op.drop_table("agreement_ending")
    op.drop_table("summons")
    op.drop_table("reserved_note")
    op.drop_table("representative")
    op.drop_table("orientation")
    op.drop_table("offer")
    op.drop_table("interest")
    op.drop_table("departure")
    op.drop_table("consent")
    op.drop_table("bench_member")
    op.drop_table("agreement")
    op.drop_table("witness")
    op.drop_table("transcription")
    op.drop_table("team_member")
    op.drop_table("source")
    op.drop_table("resumption")
    op.drop_table("replacement")
    op.drop_table("reopening")
    op.drop_table("remark")
    op.drop_table("referral")
    op.drop_table("proceeding")
    op.drop_table("pause")
    op.drop_table("party")
    op.drop_table("outcome")
    op.drop_table("mediation_session")
    op.drop_table("measure")
    op.drop_table("late_entry")
    op.drop_table("intermediary")
    op.drop_table("harm")
    op.drop_table("dispute_place")
    op.drop_table("dispute_link")
    op.drop_table("contested_object")
    op.drop_table("attempt")
    op.drop_table("alert")
    op.drop_table("setting")
    op.drop_table("role")
    op.drop_table("membership")
    op.drop_table("dispute")
    op.drop_table("code_renewal")
    op.drop_table("place_name")
    op.drop_table("open_session")
    op.drop_table("ledger_leaf")
    op.drop_table("ledger_detail")
    op.drop_table("kept_form")
    op.drop_table("institution")
    op.drop_table("sign_in_try")
    op.drop_table("place")
    op.drop_table("mark")
    op.drop_table("ledger_entry")
    op.drop_table("ledger_checkpoint")
    op.drop_table("counter")
    op.drop_table("account")

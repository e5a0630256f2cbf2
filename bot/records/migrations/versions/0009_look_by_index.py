"""Indexes for what is looked up at every message: the audit of a row, a chat's alerts, open questions."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_OPEN = sa.text("closed_at IS NULL")


def upgrade() -> None:
    op.create_index("ix_audit_subject", "audit", ["subject", "subject_id"])
    op.create_index(op.f("ix_danger_alert_chat_id"), "danger_alert", ["chat_id"])
    op.create_index(
        "ix_prompt_open",
        "prompt",
        ["person_id", "id"],
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )


def downgrade() -> None:
    op.drop_index("ix_prompt_open", "prompt")
    op.drop_index(op.f("ix_danger_alert_chat_id"), "danger_alert")
    op.drop_index("ix_audit_subject", "audit")

"""Danger alerts: from whom, a call that is wished for, what was said, and when they ring again."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime

revision = "0004"
down_revision = "0003"

_DUE = ("ring_again_at", "alarm_at")


def upgrade() -> None:
    op.add_column(
        "danger_alert",
        sa.Column("from_others", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    for name in ("call_wanted_at", "says_safe_at", *_DUE):
        op.add_column("danger_alert", sa.Column(name, UtcDateTime(), nullable=True))
    for name in ("call_details_sealed", "note_sealed"):
        op.add_column("danger_alert", sa.Column(name, sa.LargeBinary(), nullable=True))
    for name in _DUE:
        op.create_index(op.f(f"ix_danger_alert_{name}"), "danger_alert", [name])


def downgrade() -> None:
    with op.batch_alter_table("danger_alert", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        for name in _DUE:
            batch_op.drop_index(op.f(f"ix_danger_alert_{name}"))
        for name in ("note_sealed", "call_details_sealed", *_DUE, "says_safe_at", "call_wanted_at"):
            batch_op.drop_column(name)
        batch_op.drop_column("from_others")

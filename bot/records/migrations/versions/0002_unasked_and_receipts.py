"""What was sent unasked, receipts of what arrived, plain messages."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    for name in ("is_unasked", "wants_receipt"):
        op.add_column("outbox", _no(name))
    op.add_column("outbox", sa.Column("receipt_due_at", UtcDateTime(), nullable=True))
    op.create_index(op.f("ix_outbox_receipt_due_at"), "outbox", ["receipt_due_at"])
    op.add_column("person", _no("plain_messages"))


def _no(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())


def downgrade() -> None:
    with op.batch_alter_table("person", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_column("plain_messages")
    with op.batch_alter_table("outbox", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_index(op.f("ix_outbox_receipt_due_at"))
        for name in ("receipt_due_at", "wants_receipt", "is_unasked"):
            batch_op.drop_column(name)

"""When a client gets a session's link again, because they asked for it."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    with op.batch_alter_table("therapy_session", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.add_column(sa.Column("link_at", UtcDateTime(), nullable=True))
        batch_op.create_index(op.f("ix_therapy_session_link_at"), ["link_at"])


def downgrade() -> None:
    with op.batch_alter_table("therapy_session", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_index(op.f("ix_therapy_session_link_at"))
        batch_op.drop_column("link_at")

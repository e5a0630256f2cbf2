"""The start that a client goes by, instead of the one that a session was moved from."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    with op.batch_alter_table("therapy_session", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.add_column(sa.Column("known_starts_at", UtcDateTime(), nullable=True))
    # Who was booked before goes by what stands, or by what it was moved from and not yet told.
    op.execute(
        "UPDATE therapy_session SET known_starts_at = COALESCE(moved_from, starts_at) "
        "WHERE state = 'booked' OR notice_at IS NOT NULL"
    )
    with op.batch_alter_table("therapy_session", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_column("moved_from")


def downgrade() -> None:
    with op.batch_alter_table("therapy_session", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.add_column(sa.Column("moved_from", UtcDateTime(), nullable=True))
    op.execute(
        "UPDATE therapy_session SET moved_from = known_starts_at WHERE notice_at IS NOT NULL"
    )
    with op.batch_alter_table("therapy_session", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_column("known_starts_at")

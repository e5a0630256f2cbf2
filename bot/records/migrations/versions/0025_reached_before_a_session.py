"""When to look whether a client was reached before a session."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime

revision = "0025"
down_revision = "0024"

_DAY = timedelta(days=1)
_SESSIONS = sa.table(
    "therapy_session",
    sa.column("id", sa.Integer()),
    sa.column("state", sa.String()),
    sa.column("starts_at", UtcDateTime()),
    sa.column("remind_at", UtcDateTime()),
    sa.column("reach_at", UtcDateTime()),
)


def upgrade() -> None:
    with op.batch_alter_table("therapy_session", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.add_column(sa.Column("reach_at", UtcDateTime(), nullable=True))
        batch_op.create_index(op.f("ix_therapy_session_reach_at"), ["reach_at"])
    _look_at_those_to_come()


def _look_at_those_to_come() -> None:
    """A day before each whose reminder is still to come; in which hours, the program sees then."""
    to_come = sa.and_(_SESSIONS.c.state == "booked", _SESSIONS.c.remind_at.is_not(None))
    chosen = sa.select(_SESSIONS.c.id, _SESSIONS.c.starts_at).where(to_come)
    rows: list[tuple[int, datetime]] = [tuple(row) for row in op.get_bind().execute(chosen)]
    for row_id, starts_at in rows:
        changed = _SESSIONS.update().where(_SESSIONS.c.id == row_id)
        op.execute(changed.values(reach_at=starts_at - _DAY))


def downgrade() -> None:
    with op.batch_alter_table("therapy_session", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_index(op.f("ix_therapy_session_reach_at"))
        batch_op.drop_column("reach_at")

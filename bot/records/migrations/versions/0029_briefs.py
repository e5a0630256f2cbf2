"""When a psychologist is told that there is something to read before a session."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime

revision = "0029"
down_revision = "0028"

_HOUR = timedelta(hours=1)
_SESSIONS = sa.table(
    "therapy_session",
    sa.column("id", sa.Integer()),
    sa.column("state", sa.String()),
    sa.column("starts_at", UtcDateTime()),
    sa.column("ask_attendance_at", UtcDateTime()),
    sa.column("brief_at", UtcDateTime()),
)


def upgrade() -> None:
    with op.batch_alter_table("therapy_session", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.add_column(sa.Column("brief_at", UtcDateTime(), nullable=True))
        batch_op.create_index(op.f("ix_therapy_session_brief_at"), ["brief_at"])
    with op.batch_alter_table("person", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.add_column(
            sa.Column("asks_for_briefs", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
    _plan_those_to_come()


def _plan_those_to_come() -> None:
    """An hour before each whose end is still to come; whether anything is shared, the program sees then."""
    to_come = sa.and_(
        _SESSIONS.c.state == "booked", _SESSIONS.c.ask_attendance_at >= _SESSIONS.c.starts_at
    )
    chosen = sa.select(_SESSIONS.c.id, _SESSIONS.c.starts_at).where(to_come)
    rows: list[tuple[int, datetime]] = [tuple(row) for row in op.get_bind().execute(chosen)]
    for row_id, starts_at in rows:
        changed = _SESSIONS.update().where(_SESSIONS.c.id == row_id)
        op.execute(changed.values(brief_at=starts_at - _HOUR))


def downgrade() -> None:
    with op.batch_alter_table("person", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_column("asks_for_briefs")
    with op.batch_alter_table("therapy_session", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_index(op.f("ix_therapy_session_brief_at"))
        batch_op.drop_column("brief_at")

"""Whether a session took place, as its psychologist or the office says."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, update
from sqlmodel import Session, col

from bot.records.database import changed_one
from bot.records.therapy_sessions import TOOK_PLACE, Attendance, SessionState, TherapySession


def tell(db: Session, row: TherapySession, said: Attendance, stands_from: datetime) -> bool:
    """Keep whether it took place; False if that was said already, or it isn't booked any more.

    Nobody is asked how a session felt that didn't take place. Until `stands_from` it can be
    taken back.
    """
    asks = {} if said in TOOK_PLACE else {"check_in_at": None}
    values = {"attendance": said, "ask_attendance_at": stands_from, **asks}
    return _changed(db, row, Attendance.UNTOLD, values)


def take_back(
    db: Session, row: TherapySession, said: Attendance, check_in_at: datetime | None
) -> bool:
    """As if it hadn't been said; False if it stands by now, or isn't what was said."""
    values = {
        "attendance": Attendance.UNTOLD,
        "ask_attendance_at": None,
        "check_in_at": check_in_at,
    }
    return _changed(db, row, said, values, col(TherapySession.ask_attendance_at).is_not(None))


def _changed(
    db: Session,
    row: TherapySession,
    before: Attendance,
    values: Mapping[str, object],
    *also: ColumnElement[bool],
) -> bool:
    statement = update(TherapySession).where(
        col(TherapySession.id) == row.id,
        col(TherapySession.state) == SessionState.BOOKED,
        col(TherapySession.attendance) == before,
        *also,
    )
    db.flush()
    changed = changed_one(db, statement.values(dict(values)))
    db.refresh(row)
    return changed

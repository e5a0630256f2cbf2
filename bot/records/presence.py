"""Outages: when the program was away for so long that taps were lost."""

from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlmodel import Field, Session, SQLModel, col, select

from bot.records.asked_again import OutageQuestion
from bot.records.database import IDS_NEVER_REUSED, UtcDateTime

# A tap waits for the bot this long at Telegram; a message waits for 24 hours (FACTS §1).
TAPS_WAIT = timedelta(seconds=150)
# After longer than this it is the clock that was wrong, or a practice that begins anew.
LONGEST = timedelta(days=31)
# By then what fell due meanwhile is done, and can be counted.
REPORTED_AFTER = timedelta(minutes=15)
KEPT_FOR = timedelta(days=90)


class Outage(SQLModel, table=True):
    """A time in which taps could not reach the program.

    The one without an end hasn't happened: it would begin with the last instant at which the
    program is known to have been there, and is moved on as long as it is.
    """

    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    began_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    late: int = Field(default=0, sa_column_kwargs={"server_default": "0"})  # what was done too late
    ask_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    report_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)


def note(db: Session, now: datetime, away: timedelta | None) -> Outage | None:
    """The program is there; the outage that ended by that, if it was long enough for one.

    `away` is for how long it was not there. None if that isn't known, because it has just begun:
    then what was written down last counts.
    """
    is_coming = select(Outage).where(col(Outage.ended_at).is_(None))
    coming = db.exec(is_coming, execution_options={"populate_existing": True}).first()
    if coming is None:
        db.add(Outage(began_at=now))
        db.flush()
        return None
    span = now - coming.began_at if away is None else away
    if not TAPS_WAIT < span <= LONGEST:
        coming.began_at, coming.late = now, 0
        return None
    coming.began_at, coming.ended_at, coming.ask_at = now - span, now, now
    coming.report_at = now + REPORTED_AFTER
    db.add(Outage(began_at=now))
    db.flush()
    return coming


def leave(db: Session, at: datetime) -> None:
    """The program ends, and was there until then."""
    db.execute(update(Outage).where(col(Outage.ended_at).is_(None)).values(began_at=at))


def count_late(db: Session) -> None:
    """Something was done long after its time: it belongs to the outage that is not reported yet,
    or to the one that is about to be seen (what is due may be done before Telegram answers)."""
    newest = (
        select(Outage.id)
        .where(col(Outage.report_at).is_not(None) | col(Outage.ended_at).is_(None))
        .order_by(col(Outage.report_at).is_(None), col(Outage.id).desc())
        .limit(1)
        .scalar_subquery()
    )
    db.execute(update(Outage).where(col(Outage.id) == newest).values(late=col(Outage.late) + 1))


def prune(db: Session, now: datetime) -> None:
    """Delete what was over long ago, and who was asked again then."""
    old = select(Outage.id).where(col(Outage.ended_at) < now - KEPT_FOR)
    db.execute(delete(OutageQuestion).where(col(OutageQuestion.outage_id).in_(old)))
    db.execute(delete(Outage).where(col(Outage.ended_at) < now - KEPT_FOR))

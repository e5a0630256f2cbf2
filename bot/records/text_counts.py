"""How many texts clients wrote in a week, and how many of them were taken for danger. No words, no names."""

from datetime import date, timedelta

from sqlalchemy import Date, update
from sqlmodel import Field, Session, SQLModel, col, func, select

from bot.records.database import IDS_NEVER_REUSED, insert_unless_there
from bot.rules.triage.danger import Tier

_WEEK = timedelta(days=7)
_WEEKS_AT_MOST = 26  # what was written longer ago says little of what comes


class TextCount(SQLModel, table=True):
    """One week. It is nobody's row, and holds nobody's texts; the inbox is pruned after days."""

    __tablename__ = "text_count"
    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    begins_on: date = Field(unique=True, sa_type=Date)  # a Monday
    texts: int = 0
    high: int = 0  # of them: people were told at once
    possible: int = 0  # of them: that may be danger, and were asked about


def week_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def count(db: Session, day: date, tier: Tier | None) -> None:
    """One text more in the week of this day."""
    week = week_of(day)
    insert_unless_there(db, TextCount, {"begins_on": week, "texts": 0, "high": 0, "possible": 0})
    more: dict[str, object] = {"texts": col(TextCount.texts) + 1}
    if tier is not None:
        column = col(TextCount.high) if tier is Tier.HIGH else col(TextCount.possible)
        more[tier.value] = column + 1
    db.execute(update(TextCount).where(col(TextCount.begins_on) == week).values(more))


def whole_weeks(db: Session, today: date) -> tuple[int, int, int, int]:
    """(weeks, texts, high, possible) of the weeks that are over and were counted from beginning to end."""
    first: date | None = db.exec(select(func.min(TextCount.begins_on))).one()
    if first is None:
        return 0, 0, 0, 0
    ends = week_of(today)
    begins = max(first + _WEEK, ends - _WEEKS_AT_MOST * _WEEK)
    sums = select(
        func.coalesce(func.sum(TextCount.texts), 0),
        func.coalesce(func.sum(TextCount.high), 0),
        func.coalesce(func.sum(TextCount.possible), 0),
    ).where(col(TextCount.begins_on) >= begins, col(TextCount.begins_on) < ends)
    texts, high, possible = db.exec(sums).one()
    return max(0, (ends - begins).days // 7), int(texts), int(high), int(possible)

"""Duties: who was asked to be there for urgent messages, in which hours, and who said yes."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Update, update
from sqlmodel import Field, Session, SQLModel, col, select

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, changed_one

_DRAFT = timedelta(seconds=1)


class DutyRow(SQLModel, table=True):
    """Hours for which somebody was asked. They count from `accepted_at` until `ended_at`.

    A draft is what a manager was shown and has not sent: it ended before it was asked.
    """

    __tablename__ = "duty"

    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    hours: str  # as PRACTICE_HOURS is written; may pass midnight
    asked_at: datetime = Field(sa_type=UtcDateTime)
    asked_by: int | None = Field(default=None, foreign_key="person.id")  # None: the operator
    ask_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)  # in their chat
    accepted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    @property
    def topic(self) -> str:
        """What outbox rows about this duty are filed under."""
        return f"{self.__tablename__}:{self.id}"

    @property
    def is_draft(self) -> bool:
        return self.ended_at is not None and self.ended_at < self.asked_at

    @property
    def is_standing(self) -> bool:
        """Whether these hours count."""
        return self.accepted_at is not None and self.ended_at is None


def draft(db: Session, *, person_id: int, hours: str, asked_by: int, now: datetime) -> DutyRow:
    """What a manager is shown before it is asked; what they were shown before goes."""
    drop_drafts(db, asked_by)
    row = DutyRow(
        person_id=person_id, hours=hours, asked_at=now, asked_by=asked_by, ended_at=now - _DRAFT
    )
    db.add(row)
    db.flush()
    return row


def drop_drafts(db: Session, asked_by: int) -> None:
    for row in db.exec(select(DutyRow).where(DutyRow.asked_by == asked_by, _is_draft())):
        db.delete(row)
    db.flush()


def ask(db: Session, *, person_id: int, hours: str, now: datetime) -> DutyRow:
    """The operator asks; the question comes in the person's chat."""
    row = DutyRow(person_id=person_id, hours=hours, asked_at=now, ask_at=now)
    db.add(row)
    db.flush()
    return row


def send(db: Session, row: DutyRow, now: datetime) -> bool:
    """A draft becomes a question; False if it is one already."""
    return _change(db, row, _is_draft(), asked_at=now, ended_at=None)


def accept(db: Session, row: DutyRow, now: datetime) -> bool:
    """True for the first yes to what still stands."""
    is_open = col(DutyRow.accepted_at).is_(None) & col(DutyRow.ended_at).is_(None)
    return _change(db, row, is_open, accepted_at=now, ask_at=None)


def decline(db: Session, row: DutyRow, now: datetime) -> bool:
    """True for the first no to a question that still stands."""
    is_open = col(DutyRow.accepted_at).is_(None) & col(DutyRow.ended_at).is_(None)
    return _change(db, row, is_open, ended_at=now, ask_at=None)


def end(db: Session, row: DutyRow, now: datetime) -> bool:
    """True for the first who ends it, accepted or not."""
    return _change(db, row, col(DutyRow.ended_at).is_(None), ended_at=now, ask_at=None)


def end_by_operator(db: Session, row: DutyRow, now: datetime) -> bool:
    """The same; whose it is hears of it in their chat."""
    return _change(db, row, col(DutyRow.ended_at).is_(None), ended_at=now, ask_at=now)


def standing(db: Session) -> Sequence[DutyRow]:
    """The hours that count, in the order in which they were asked for."""
    chosen = select(DutyRow).where(
        col(DutyRow.accepted_at).is_not(None), col(DutyRow.ended_at).is_(None)
    )
    return db.exec(chosen.order_by(col(DutyRow.id))).all()


def not_ended(db: Session, person_id: int | None = None) -> Sequence[DutyRow]:
    """The hours that count, and those that somebody was asked for and hasn't answered."""
    chosen = select(DutyRow).where(col(DutyRow.ended_at).is_(None))
    if person_id is not None:
        chosen = chosen.where(DutyRow.person_id == person_id)
    return db.exec(chosen.order_by(col(DutyRow.person_id), col(DutyRow.id))).all()


def _is_draft() -> ColumnElement[bool]:
    return col(DutyRow.ended_at) < col(DutyRow.asked_at)


def _change(
    db: Session, row: DutyRow, condition: ColumnElement[bool], **values: datetime | None
) -> bool:
    statement: Update = update(DutyRow).where(col(DutyRow.id) == row.id, condition)
    changed = changed_one(db, statement.values(**values))
    db.refresh(row)
    return changed

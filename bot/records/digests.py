"""Weekly digests: when each manager's next one comes, and the cases that it counts."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import Field, Session, SQLModel, col, select

from bot.records import people
from bot.records.audit import AuditEntry
from bot.records.case_entries import TO_CLIENT, CaseEntry, EntryKind
from bot.records.cases import OPEN_STATES, Case, CaseReader, CaseState
from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, insert_unless_there
from bot.records.people import Role
from bot.rules.case_figures import CountedCase, first_opening, week_start, weeks_before
from bot.rules.working_hours import WorkingHours

# Who asks whether somebody else may read it owes the answer all the same.
_ANSWERS = [each for each in TO_CLIENT if each is not EntryKind.MAY_READ]


class WeeklyDigest(SQLModel, table=True):
    """A manager's next digest. One row a manager: nothing piles up, however long nothing runs.

    It covers what they have not been told of: from `covers_from` on. `told_until` is empty while
    the last one has reached nobody.
    """

    __tablename__ = "weekly_digest"

    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", unique=True)
    due_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    covers_from: datetime = Field(sa_type=UtcDateTime)
    told_until: datetime | None = Field(default=None, sa_type=UtcDateTime)

    @property
    def topic(self) -> str:
        return f"{self.__tablename__}:{self.id}"

    def since(self, until: datetime) -> datetime:
        """From when a digest that ends at `until` counts; the same as before if it was told."""
        if self.told_until is None or self.told_until >= until:
            return self.covers_from
        return self.told_until


def begin(db: Session, person_id: int, hours: WorkingHours, now: datetime) -> None:
    """From next week on this manager gets a digest; nothing changes for who gets one already."""
    values = {
        "person_id": person_id,
        "due_at": next_due(hours, now),
        "covers_from": week_start(now, hours.zone),
    }
    insert_unless_there(db, WeeklyDigest, values)


def begin_all(db: Session, hours: WorkingHours, now: datetime) -> None:
    """For every manager who is connected."""
    for person in people.holders(db, Role.MANAGER):
        if person.telegram_id is not None:
            begin(db, person.id, hours, now)


def next_due(hours: WorkingHours, now: datetime) -> datetime:
    return first_opening(weeks_before(week_start(now, hours.zone), -1, hours.zone), hours)


def of(db: Session, person_id: int) -> WeeklyDigest | None:
    return db.exec(select(WeeklyDigest).where(WeeklyDigest.person_id == person_id)).first()


# --- what is counted


def counted_for(db: Session, reader_id: int, since: datetime) -> list[CountedCase]:
    """The cases sent or closed since, and those still open, as far as this reader may know of them.

    Law 7: none about the reader but what its client sent to them. One that its client took back,
    or that nobody at the practice was told of yet, is in nobody's.
    """
    is_counted = _is_counted(reader_id, since)
    looked, answered = _first_looks(db, is_counted), _first_answers(db, is_counted)
    return [
        CountedCase(
            kind=case.kind,
            sent_at=case.sent_at,
            look_by=case.first_look_by,
            answer_by=case.first_answer_by,
            looked_at=looked.get(case.id),
            answered_at=answered.get(case.id),
            closed_at=case.closed_at,
            is_open=case.is_open,
            owed_by=_owed_by(case),
        )
        for case in _cases(db, is_counted)
        if case.sent_at is not None
    ]


def _cases(db: Session, is_counted: ColumnElement[bool]) -> Sequence[Case]:
    return db.exec(select(Case).where(is_counted).order_by(col(Case.id))).all()


def _is_counted(reader_id: int, since: datetime) -> ColumnElement[bool]:
    asked = select(CaseReader.case_id).where(
        CaseReader.case_id == Case.id, col(CaseReader.asked_at).is_not(None)
    )
    is_about_another = or_(col(Case.about_id).is_(None), col(Case.about_id) != reader_id)
    is_recent = or_(
        col(Case.state).in_(OPEN_STATES),
        col(Case.sent_at) >= since,
        col(Case.closed_at) >= since,
    )
    return (
        col(Case.state).in_((*OPEN_STATES, CaseState.CLOSED))
        & asked.exists()
        & or_(is_about_another, asked.where(CaseReader.person_id == reader_id).exists())
        & is_recent
    )


def _first_looks(db: Session, is_counted: ColumnElement[bool]) -> Mapping[int, datetime]:
    """When each was first taken on: one that was opened again has forgotten it, the audit hasn't."""
    chosen = (
        select(AuditEntry.subject_id, func.min(AuditEntry.at))
        .join(Case, col(Case.id) == AuditEntry.subject_id)
        .where(AuditEntry.subject == Case.__tablename__, AuditEntry.action == "take case")
        .where(is_counted)
        .group_by(col(AuditEntry.subject_id))
    )
    return {case_id: at for case_id, at in db.exec(chosen) if case_id is not None}


def _first_answers(db: Session, is_counted: ColumnElement[bool]) -> Mapping[int, datetime]:
    chosen = (
        select(CaseEntry.case_id, func.min(CaseEntry.sent_at))
        .join(Case, col(Case.id) == CaseEntry.case_id)
        .where(col(CaseEntry.kind).in_(_ANSWERS), col(CaseEntry.sent_at).is_not(None))
        .where(is_counted)
        .group_by(col(CaseEntry.case_id))
    )
    return {case_id: at for case_id, at in db.exec(chosen) if at is not None}


def _owed_by(case: Case) -> datetime | None:
    """What was handed on in time has a later time of its own; what was missed stays missed."""
    if case.state is CaseState.WAITING and not case.misses:
        return max((each for each in (case.look_by, case.due_at) if each), default=None)
    if case.state is CaseState.WAITING:
        return case.look_by
    if case.state is CaseState.TAKEN and case.answered_at is None:
        return case.answer_by
    return None

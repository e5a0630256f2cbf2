"""Danger alerts: that somebody wrote words of danger, and who of the staff has seen it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, false, func, update
from sqlmodel import Field, Session, SQLModel, col, select

from bot.records import cases, mails, told
from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, changed_one
from bot.records.encryption import (
    SealedText,
    SealedTextOrNone,
    random_row_id,
    sealed_column,
)

# More words within this time join the alert that rings already, so that a flood of them from one
# chat can't bury somebody else's.
RINGS_ONCE_IN = timedelta(minutes=10)


class DangerAlert(SQLModel, table=True):
    """One message with words of danger. `person_id` is None for somebody whom nobody invited.

    Until it is cleared `ring_again_at` or `alarm_at` is set: it rings until somebody opens it, and
    then it is asked about once a day.
    """

    __tablename__ = "danger_alert"

    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    seal_id: str = Field(default_factory=random_row_id)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    chat_id: int = Field(index=True, sa_type=BigInteger)
    words_sealed: bytes = sealed_column()
    # Another person hurts or threatens them: whoever calls unasked may be heard by that person.
    from_others: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    call_wanted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    call_details_sealed: bytes | None = None  # which number, and whether a message is safe
    says_safe_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    raised_at: datetime = Field(sa_type=UtcDateTime)
    opened_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    opened_by: int | None = Field(default=None, foreign_key="person.id")
    cleared_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    cleared_by: int | None = Field(default=None, foreign_key="person.id")
    note_sealed: bytes | None = None  # what whoever cleared it wrote for the file
    ring_again_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    alarm_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)

    words = SealedText("words")
    call_details = SealedTextOrNone("call_details")
    note = SealedTextOrNone("note")

    @property
    def topic(self) -> str:
        """What outbox rows about this alert are filed under."""
        return f"{self.__tablename__}:{self.id}"


def raise_alert(
    db: Session,
    *,
    person_id: int | None,
    chat_id: int,
    words: str,
    now: datetime,
    from_others: bool = False,
) -> DangerAlert:
    alert = DangerAlert(
        person_id=person_id, chat_id=chat_id, raised_at=now, from_others=from_others
    )
    alert.words = words
    db.add(alert)
    db.flush()
    return alert


def recent_unopened(db: Session, chat_id: int, now: datetime) -> DangerAlert | None:
    """An alert of this chat that has just rung and that nobody has opened.

    None if new words may not join it: somebody can open it whom a case is about by now.
    """
    found = db.exec(
        select(DangerAlert)
        .where(
            DangerAlert.chat_id == chat_id,
            DangerAlert.raised_at > now - RINGS_ONCE_IN,
            col(DangerAlert.opened_at).is_(None),
            col(DangerAlert.cleared_at).is_(None),
        )
        .order_by(col(DangerAlert.id).desc())
        .limit(1)
    ).first()
    return None if found is None or reaches_a_subject(db, found) else found


def excluded(db: Session, person_id: int | None) -> frozenset[int]:
    """Staff who are told of no new danger of this client: whom an open case is about."""
    return frozenset() if person_id is None else frozenset(cases.subjects_of_open(db, person_id))


def open_since(db: Session, person_id: int) -> datetime | None:
    """When this person's newest alert was raised that staff have not dealt with; None for none."""
    chosen = select(func.max(DangerAlert.raised_at)).where(
        DangerAlert.person_id == person_id, col(DangerAlert.cleared_at).is_(None)
    )
    return db.exec(chosen).one()


def of_stranger(db: Session, chat_id: int, alert_id: int) -> DangerAlert | None:
    """This alert, if it was raised in this chat while nobody was known there."""
    found = db.get(DangerAlert, alert_id)
    is_it = found is not None and found.chat_id == chat_id and found.person_id is None
    return found if is_it else None


def newest_at(db: Session, person_id: int) -> datetime | None:
    """When this person's newest alert was raised, dealt with or not."""
    chosen = select(func.max(DangerAlert.raised_at)).where(DangerAlert.person_id == person_id)
    return db.exec(chosen).one()


def newest_open(db: Session, person_id: int) -> DangerAlert | None:
    chosen = select(DangerAlert).where(
        DangerAlert.person_id == person_id, col(DangerAlert.cleared_at).is_(None)
    )
    return db.exec(chosen.order_by(col(DangerAlert.id).desc()).limit(1)).first()


def kept_from(db: Session, alert: DangerAlert) -> frozenset[int]:
    """Staff who hear nothing of this alert and can't open it.

    Who was told of it before the case was sent keeps it: if it went away, that would tell them
    that there is a case.
    """
    chosen = excluded(db, alert.person_id)
    return frozenset(each for each in chosen if not told.was_told(db, each, alert.topic))


def reaches_a_subject(db: Session, alert: DangerAlert) -> bool:
    """Whether somebody holds this alert who is told of no new danger of this client."""
    return bool(excluded(db, alert.person_id) - kept_from(db, alert))


def is_open(db: Session, person_id: int) -> bool:
    """Whether somebody of the staff has yet to say that this person's danger is dealt with."""
    chosen = select(DangerAlert.id).where(
        DangerAlert.person_id == person_id, col(DangerAlert.cleared_at).is_(None)
    )
    return db.exec(chosen.limit(1)).first() is not None


def waiting(db: Session) -> Sequence[DangerAlert]:
    """What nobody has cleared, the oldest first; who may see which is for access to say."""
    chosen = select(DangerAlert).where(col(DangerAlert.cleared_at).is_(None))
    return db.exec(chosen.order_by(col(DangerAlert.id))).all()


def opened_by(db: Session, person_id: int) -> bool:
    """Whether this member of staff opened one that nobody has cleared."""
    chosen = select(DangerAlert.id).where(
        DangerAlert.opened_by == person_id, col(DangerAlert.cleared_at).is_(None)
    )
    return db.exec(chosen.limit(1)).first() is not None


def note_opened(db: Session, alert: DangerAlert, by: int, now: datetime) -> bool:
    """True for the first who opens it."""
    mails.withdraw(db, alert.topic, now)
    return changed_one(
        db,
        update(DangerAlert)
        .where(col(DangerAlert.id) == alert.id, col(DangerAlert.opened_at).is_(None))
        .values(opened_at=now, opened_by=by, ring_again_at=None, alarm_at=None),
    )


def clear(db: Session, alert: DangerAlert, by: int, now: datetime, *, note: str) -> bool:
    """True for the first who clears it, whose note is kept. Only staff do."""
    mails.withdraw(db, alert.topic, now)
    is_first = changed_one(
        db,
        update(DangerAlert)
        .where(col(DangerAlert.id) == alert.id, col(DangerAlert.cleared_at).is_(None))
        .values(cleared_at=now, cleared_by=by, ring_again_at=None, alarm_at=None),
    )
    if is_first:
        add_note(db, alert, note)
    return is_first


def add_note(db: Session, alert: DangerAlert, note: str) -> None:
    """Put a line into the file, below what stands there."""
    db.refresh(alert, with_for_update=True)
    alert.note = f"{alert.note}\n{note}" if alert.note else note

"""What each person agreed to, to which wording, and when."""

import enum
from datetime import datetime

from sqlalchemy import bindparam, update
from sqlmodel import Field, Session, SQLModel, col, select

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, choice, one_of
from bot.records.people import Person


class Purpose(enum.Enum):
    """What a consent is for. Each is given and taken back on its own."""

    REMINDERS = "reminders"
    HOMEWORK = "homework"
    CHECK_INS = "check-ins"


class Consent(SQLModel, table=True):
    """A yes to one purpose. The wording is named by its version; rows are never changed back."""

    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    purpose: Purpose = choice(Purpose)
    text_version: str
    given_at: datetime = Field(sa_type=UtcDateTime)
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


def give(db: Session, person: Person, purpose: Purpose, text_version: str, now: datetime) -> None:
    if not has(db, person, purpose):
        consent = Consent(
            person_id=person.id, purpose=purpose, text_version=text_version, given_at=now
        )
        db.add(consent)
        db.flush()


def withdraw(db: Session, person: Person, purpose: Purpose, now: datetime) -> None:
    db.execute(
        update(Consent)
        .where(
            col(Consent.person_id) == person.id,
            col(Consent.purpose) == purpose,
            col(Consent.withdrawn_at).is_(None),
        )
        .values(withdrawn_at=now)
    )


def was_asked(db: Session, person: Person, purpose: Purpose) -> bool:
    """Whether they ever said yes to it, taken back since or not."""
    ever = select(Consent.id).where(col(Consent.person_id) == person.id, Consent.purpose == purpose)
    return db.exec(ever).first() is not None


def has_any(db: Session, person: Person) -> bool:
    return any(has(db, person, purpose) for purpose in Purpose)


# Built once, as what falls due asks for it (records/due_rows.py).
_STANDING = select(Consent.id).where(
    col(Consent.person_id) == bindparam("person_id"),
    col(Consent.purpose) == bindparam("purpose", type_=one_of(Purpose)),
    col(Consent.withdrawn_at).is_(None),
)


def has(db: Session, person: Person, purpose: Purpose) -> bool:
    asked = {"person_id": person.id, "purpose": purpose}
    return db.exec(_STANDING, params=asked).first() is not None


def was_ever_given(db: Session, person: Person, purpose: Purpose) -> bool:
    """Whether this person ever said yes to it, taken back since or not."""
    given = select(Consent.id).where(Consent.person_id == person.id, Consent.purpose == purpose)
    return db.exec(given.limit(1)).first() is not None

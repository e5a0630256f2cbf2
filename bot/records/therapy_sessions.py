"""Therapy sessions: when, with whom, and what the client answered."""

import enum
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Field, Session, SQLModel, col, select

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, choice
from bot.records.encryption import SealedTextOrNone, random_row_id
from bot.records.people import Person


class SessionState(enum.Enum):
    BOOKED = "booked"
    CANCELLED = "cancelled"


class Answer(enum.Enum):
    """What the client said to the reminder."""

    NONE = "none"
    COMING = "coming"
    OTHER_TIME = "other time"  # asked for; the session stands until the practice moves it


class TherapySession(SQLModel, table=True):
    """A booked hour. `remind_at` is the instant of the next reminder, if there is one to come."""

    __tablename__ = "therapy_session"

    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    seal_id: str = Field(default_factory=random_row_id)
    client_id: int = Field(foreign_key="person.id", index=True)
    psychologist_id: int = Field(foreign_key="person.id", index=True)
    starts_at: datetime = Field(index=True, sa_type=UtcDateTime)
    minutes: int
    place_sealed: bytes | None = None
    link_sealed: bytes | None = None
    state: SessionState = choice(SessionState, default=SessionState.BOOKED)
    answer: Answer = choice(Answer, default=Answer.NONE)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    cancelled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    note_sealed: bytes | None = None  # what the client wrote when cancelling
    wish_sealed: bytes | None = None  # the other time that the client asked for
    created_at: datetime = Field(sa_type=UtcDateTime)
    remind_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)

    place = SealedTextOrNone("place")
    link = SealedTextOrNone("link")
    note = SealedTextOrNone("note")
    wish = SealedTextOrNone("wish")

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def topic(self) -> str:
        """What outbox rows about this session are filed under."""
        return f"{self.__tablename__}:{self.id}"


def add(db: Session, therapy_session: TherapySession) -> TherapySession:
    db.add(therapy_session)
    db.flush()
    return therapy_session


def upcoming(db: Session, client: Person, now: datetime) -> Sequence[TherapySession]:
    return db.exec(
        select(TherapySession)
        .where(
            TherapySession.client_id == client.id,
            TherapySession.state == SessionState.BOOKED,
            TherapySession.starts_at > now,
        )
        .order_by(col(TherapySession.starts_at))
    ).all()


def between(
    db: Session, first: datetime, last: datetime, psychologist: Person | None
) -> Sequence[TherapySession]:
    """The sessions that begin in [first, last), of one psychologist or (None) of all."""
    chosen = select(TherapySession).where(
        TherapySession.starts_at >= first, TherapySession.starts_at < last
    )
    if psychologist is not None:
        chosen = chosen.where(TherapySession.psychologist_id == psychologist.id)
    return db.exec(chosen.order_by(col(TherapySession.starts_at))).all()


def overlapping(db: Session, client: Person, starts_at: datetime, minutes: int) -> bool:
    """Whether the client already has a session in that time."""
    ends_at = starts_at + timedelta(minutes=minutes)
    near = between(db, starts_at - timedelta(days=1), ends_at, None)
    return any(
        other.client_id == client.id
        and other.state is SessionState.BOOKED
        and other.ends_at > starts_at
        for other in near
    )

"""Therapy sessions: when, with whom, and what the client answered."""

import enum
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlmodel import Field, Session, SQLModel, col, func, select

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, choice
from bot.records.encryption import SealedTextOrNone, random_row_id
from bot.records.people import Person

LONGEST = timedelta(days=1)  # no session takes longer
_YEAR = timedelta(days=365)


class SessionState(enum.Enum):
    BOOKED = "booked"
    CANCELLED = "cancelled"


class Answer(enum.Enum):
    """What the client said to the reminder."""

    NONE = "none"
    COMING = "coming"
    OTHER_TIME = "other time"  # asked for; the session stands until the practice moves it


class Attendance(enum.Enum):
    """What the psychologist said after the session. Untold counts as came."""

    UNTOLD = "untold"
    CAME = "came"
    MISSED = "missed"
    MOVED = "moved"  # it took place at another time, or will


TOOK_PLACE = (Attendance.UNTOLD, Attendance.CAME)


class TherapySession(SQLModel, table=True):
    """A booked hour, and what falls due of it.

    `remind_at` is the instant of the next reminder, if there is one to come, `check_in_at` that at
    which the client may be asked how it felt, `ask_attendance_at` that at which the psychologist is
    asked whether it took place; once told, that from which what was told stands.

    `known_starts_at` is the start that the client goes by; None: they were told of none. At
    `notice_at` they are told, if that isn't what stands. At `link_at` they get the link
    again, because they asked for it. At `reach_at`
    somebody is there to phone if nothing about it has arrived. At `brief_at` the psychologist is told
    that there is something to read before it, if the client shares anything.
    """

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
    uid_hash: bytes | None = Field(default=None, index=True)  # its name in the practice's records
    known_starts_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    attendance: Attendance = choice(
        Attendance,
        default=Attendance.UNTOLD,
        sa_column_kwargs={"server_default": Attendance.UNTOLD.value},
    )
    note_sealed: bytes | None = None  # what the client wrote when cancelling
    wish_sealed: bytes | None = None  # the other time that the client asked for
    created_at: datetime = Field(sa_type=UtcDateTime)
    remind_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    check_in_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    notice_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    ask_attendance_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    link_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    reach_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    brief_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)

    place = SealedTextOrNone("place")
    link = SealedTextOrNone("link")
    note = SealedTextOrNone("note")
    wish = SealedTextOrNone("wish")

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def stands_at(self) -> datetime | None:
        """When it begins; None if it is cancelled."""
        return self.starts_at if self.state is SessionState.BOOKED else None

    @property
    def took_place(self) -> bool:
        """Whether it did, or may still, as far as anybody said."""
        return self.state is SessionState.BOOKED and self.attendance in TOOK_PLACE

    @property
    def topic(self) -> str:
        """What outbox rows about this session are filed under."""
        return f"{self.__tablename__}:{self.id}"

    @property
    def notice_topic(self) -> str:
        """What the client is told of a change is filed under: it goes, whatever changes next, because
        the next notice begins where this one ends."""
        return f"{self.topic}:notice"

    @property
    def missed_topic(self) -> str:
        """What the client is written after a missed session is filed under."""
        return f"{self.topic}:missed"


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


def to_be_told(db: Session, client: Person) -> Sequence[TherapySession]:
    """Those of which the client is about to be told how they stand, the soonest notice first."""
    return db.exec(
        select(TherapySession)
        .where(TherapySession.client_id == client.id, col(TherapySession.notice_at).is_not(None))
        .order_by(col(TherapySession.notice_at), col(TherapySession.id))
    ).all()


def begun_or_soon(
    db: Session, client: Person, now: datetime, soon: timedelta
) -> TherapySession | None:
    """The session that this client is in, or that begins within `soon`; the first of several."""
    found = db.exec(
        select(TherapySession)
        .where(
            TherapySession.client_id == client.id,
            TherapySession.state == SessionState.BOOKED,
            TherapySession.starts_at > now - LONGEST,
            TherapySession.starts_at <= now + soon,
        )
        .order_by(col(TherapySession.starts_at))
    )
    return next((each for each in found if each.ends_at > now), None)


def last_begun(db: Session, client: Person, now: datetime) -> TherapySession | None:
    """The client's latest session that has begun, cancelled or not."""
    chosen = select(TherapySession).where(
        TherapySession.client_id == client.id, TherapySession.starts_at <= now
    )
    return db.exec(chosen.order_by(col(TherapySession.starts_at).desc()).limit(1)).first()


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


def next_after(db: Session, client_id: int, instant: datetime) -> datetime | None:
    """When the client's next session after this instant begins, if one is booked."""
    return db.exec(
        select(func.min(TherapySession.starts_at)).where(
            TherapySession.client_id == client_id,
            TherapySession.state == SessionState.BOOKED,
            TherapySession.starts_at > instant,
        )
    ).one()


def number_of(db: Session, row: TherapySession) -> int:
    """The how manieth it is of the sessions of these two people that took place."""
    return db.exec(
        select(func.count(col(TherapySession.id))).where(
            TherapySession.client_id == row.client_id,
            TherapySession.psychologist_id == row.psychologist_id,
            TherapySession.state == SessionState.BOOKED,
            col(TherapySession.attendance).in_(TOOK_PLACE),
            TherapySession.starts_at <= row.starts_at,
        )
    ).one()


def held_between(
    db: Session, client_id: int, first: datetime, now: datetime
) -> Sequence[TherapySession]:
    """The client's sessions from the one at `first` on that took place, the oldest first."""
    return db.exec(
        select(TherapySession)
        .where(
            TherapySession.client_id == client_id,
            TherapySession.state == SessionState.BOOKED,
            col(TherapySession.attendance).in_(TOOK_PLACE),
            TherapySession.starts_at >= first,
            TherapySession.starts_at <= now,
        )
        .order_by(col(TherapySession.starts_at))
    ).all()


def busy_between(
    db: Session, person_ids: Collection[int], first: datetime, last: datetime
) -> Sequence[TherapySession]:
    """The booked sessions of any of these people that lie in part in [first, last)."""
    return [
        each
        for each in between(db, first - LONGEST, last, None)
        if each.state is SessionState.BOOKED
        and each.ends_at > first
        and not {each.client_id, each.psychologist_id}.isdisjoint(person_ids)
    ]


def double_booked(db: Session, now: datetime) -> int:
    """How many sessions to come begin while their psychologist still sees somebody else.

    A couple or a group is seen together, so nothing refuses that where a whole list is taken over.
    """
    rows = db.exec(
        select(TherapySession.psychologist_id, TherapySession.starts_at, TherapySession.minutes)
        .where(TherapySession.state == SessionState.BOOKED, TherapySession.starts_at > now)
        .order_by(col(TherapySession.psychologist_id), col(TherapySession.starts_at))
    )
    busy_until: dict[int, datetime] = {}
    count = 0
    for psychologist_id, starts_at, minutes in rows:
        until = busy_until.get(psychologist_id, starts_at)
        count += starts_at < until
        busy_until[psychologist_id] = max(until, starts_at + timedelta(minutes=minutes))
    return count


def psychologists_seen(db: Session, client_id: int, now: datetime) -> Sequence[int]:
    """With whom this client has had a session in the last year, the latest first."""
    return db.exec(
        select(TherapySession.psychologist_id)
        .where(
            TherapySession.client_id == client_id,
            TherapySession.state == SessionState.BOOKED,
            TherapySession.starts_at <= now,
            TherapySession.starts_at > now - _YEAR,
        )
        .group_by(col(TherapySession.psychologist_id))
        .order_by(func.max(TherapySession.starts_at).desc())
    ).all()

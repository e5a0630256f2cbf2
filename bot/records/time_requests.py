"""Requests for another time: what a client asked for, what was offered, and who decided."""

import enum
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import bindparam, update
from sqlmodel import Field, Session, SQLModel, col, select

from bot.records import people
from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, changed_one, choice
from bot.records.encryption import SealedJson, SealedTextOrNone, random_row_id, sealed_column
from bot.records.therapy_sessions import SessionState, TherapySession


class RequestKind(enum.Enum):
    """What is asked for."""

    OTHER_TIME = "other time"
    BACK = "back"  # a time that was cancelled and is wanted again


class RequestState(enum.Enum):
    """Where it stands. The first decision wins; everything but OPEN and OFFERED is the end."""

    OPEN = "open"
    OFFERED = "offered"  # the client chooses among the times offered
    ACCEPTED = "accepted"
    DECLINED = "declined"
    TAKEN_BACK = "taken back"  # by the client
    LAPSED = "lapsed"  # nobody decided while it could still be of use


class TimeRequest(SQLModel, table=True):
    """One request. `due_at` is the instant of its next step in time while it is open."""

    __tablename__ = "time_request"

    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    seal_id: str = Field(default_factory=random_row_id)
    client_id: int = Field(foreign_key="person.id", index=True)
    therapy_session_id: int = Field(foreign_key="therapy_session.id", index=True)
    kind: RequestKind = choice(RequestKind)
    state: RequestState = choice(RequestState, default=RequestState.OPEN)
    wish_sealed: bytes | None = None  # in the client's words
    offered_sealed: bytes = sealed_column()
    asked_at: datetime = Field(sa_type=UtcDateTime)
    offered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    due_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)

    wish = SealedTextOrNone("wish")
    offered = SealedJson("offered")  # instants in ISO 8601, in the order in which they are offered

    @property
    def topic(self) -> str:
        """What outbox rows about this request are filed under."""
        return f"{self.__tablename__}:{self.id}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES


OPEN_STATES = (RequestState.OPEN, RequestState.OFFERED)
STANDS_FOR = timedelta(days=14)  # where no session's beginning ends it sooner


def ask(db: Session, request: TimeRequest) -> TimeRequest:
    """Add a request. The client's person row is locked, so that a session never has two open."""
    db.add(request)
    db.flush()
    return request


_OPEN_OF_SESSION = (  # built once, as what falls due asks for it (records/due_rows.py)
    select(TimeRequest)
    .where(
        col(TimeRequest.therapy_session_id) == bindparam("therapy_session_id"),
        col(TimeRequest.state).in_(OPEN_STATES),
    )
    .order_by(col(TimeRequest.id).desc())
)


def open_of_session(db: Session, therapy_session_id: int) -> TimeRequest | None:
    """What is asked for about a session and not decided."""
    return db.exec(_OPEN_OF_SESSION, params={"therapy_session_id": therapy_session_id}).first()


def open_ones(db: Session, asked_before: datetime) -> Sequence[TimeRequest]:
    """Everything that isn't decided, the oldest first; but what may still be taken back unheard."""
    return db.exec(
        select(TimeRequest)
        .where(col(TimeRequest.state).in_(OPEN_STATES), col(TimeRequest.asked_at) <= asked_before)
        .order_by(col(TimeRequest.asked_at), col(TimeRequest.id))
    ).all()


def lock(db: Session, request: TimeRequest) -> TimeRequest:
    """The request as it stands now, with the client's row locked and then its own."""
    people.lock(db, request.client_id)
    chosen = select(TimeRequest).where(TimeRequest.id == request.id).with_for_update(key_share=True)
    return db.exec(chosen, execution_options={"populate_existing": True}).one()


def decide(
    db: Session, request: TimeRequest, state: RequestState, by: int | None, now: datetime
) -> bool:
    """Bring it from the state in which it was read to this one; True for the first who does."""
    won = changed_one(
        db,
        update(TimeRequest)
        .where(col(TimeRequest.id) == request.id, col(TimeRequest.state) == request.state)
        .values(state=state, decided_by=by, decided_at=now, due_at=None),
    )
    db.refresh(request)
    return won


def reopen(db: Session, session_id: int, request_id: int, now: datetime) -> None:
    """A move by hand is taken back: the request that it answered waits again, rung at once, unless the
    client has asked anew since."""
    if open_of_session(db, session_id) is not None:
        return
    db.execute(
        update(TimeRequest)
        .where(
            col(TimeRequest.id) == request_id,
            col(TimeRequest.therapy_session_id) == session_id,
            col(TimeRequest.state) == RequestState.ACCEPTED,
        )
        .values(state=RequestState.OPEN, decided_by=None, decided_at=None, due_at=now)
    )


def useful_until(request: TimeRequest, therapy_session: TherapySession) -> datetime:
    """When an answer comes too late: the session begins, or it was asked so long ago."""
    stands = therapy_session.state is SessionState.BOOKED
    if stands and therapy_session.starts_at > request.asked_at:
        return therapy_session.starts_at
    return request.asked_at + STANDS_FOR

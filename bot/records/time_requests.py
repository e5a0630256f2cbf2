"""Requests for another time: what a client asked for, what was offered, and who decided."""

import enum
from datetime import datetime

from sqlmodel import Field, SQLModel

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, choice
from bot.records.encryption import SealedJson, SealedTextOrNone, random_row_id, sealed_column


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

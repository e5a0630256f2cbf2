"""Duties: who was asked to be there for urgent messages, in which hours, and who said yes."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime


class DutyRow(SQLModel, table=True):
    """Hours for which somebody was asked. They count from `accepted_at` until `ended_at`."""

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

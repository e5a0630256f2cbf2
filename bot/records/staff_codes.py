"""Codes that open a locked screen: for staff, who carry clients' words on their telephones."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from bot.records.database import UtcDateTime
from bot.records.encryption import SealedJson, random_row_id, sealed_column


class StaffCode(SQLModel, table=True):
    """The code of one member of staff, hashed, and whether their screen is open.

    `entered` is what they are in the middle of tapping on the pad.
    """

    __tablename__ = "staff_code"

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    seal_id: str = Field(default_factory=random_row_id)
    code_hash: bytes | None = None  # its random salt, then scrypt (RFC 7914); None: none chosen yet
    chosen_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    open_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    wrong_tries: int = 0
    blocked_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    entered_sealed: bytes = sealed_column()

    entered = SealedJson("entered")

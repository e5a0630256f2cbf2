"""Codes that open a locked screen: for staff, who carry clients' words on their telephones."""

import hmac
from datetime import datetime, timedelta

from sqlmodel import Field, Session, SQLModel

from bot.records.database import UtcDateTime
from bot.records.encryption import SealedJson, keyring, random_row_id, sealed_column
from bot.rules import screen_codes


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


def of(db: Session, person_id: int) -> StaffCode:
    """Their row; one without a code if they have none yet. The person's row is locked before."""
    row = db.get(StaffCode, person_id)
    if row is None:
        row = StaffCode(person_id=person_id)
        row.entered = {}
        db.add(row)
        db.flush()
    return row


def keyed(digits: str) -> list[bytes]:
    """The digits under each key of the practice: without the keys nobody can try codes."""
    return keyring().hashes(digits)


def salt_of(row: StaffCode) -> bytes:
    assert row.code_hash is not None, "a code was chosen"
    return row.code_hash[: screen_codes.SALT_BYTES]


def is_right(row: StaffCode, tried: list[bytes]) -> bool:
    """Whether one of these is the hash of the code."""
    known = row.code_hash or b""
    return any(hmac.compare_digest(known, each) for each in tried)


def open_for(row: StaffCode, lock: timedelta, now: datetime) -> None:
    """The screen is open for so long."""
    row.open_until, row.wrong_tries, row.blocked_until, row.entered = now + lock, 0, None, {}


def close(row: StaffCode) -> None:
    """The next opening asks for the code."""
    row.open_until, row.entered = None, {}


def forget(row: StaffCode) -> None:
    """The operator takes a forgotten code away: a new one is chosen at the next opening."""
    close(row)
    row.code_hash, row.chosen_at, row.wrong_tries, row.blocked_until = None, None, 0, None


def is_open(row: StaffCode, now: datetime) -> bool:
    return row.open_until is not None and now < row.open_until

"""Import files: a CSV of clients or sessions on its way into the practice's records."""

import enum
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, changed_one, choice
from bot.records.encryption import SealedJson, SealedTextOrNone, random_row_id, sealed_column
from bot.records.outbox import OutboxRow


class ImportKind(enum.Enum):
    CLIENTS = "clients"
    SESSIONS = "sessions"


class ImportState(enum.Enum):
    """Where it stands."""

    FETCHING = "fetching"  # a document of a chat, being brought here
    CHECKING = "checking"  # its rows are looked at; nothing is changed
    ASKING = "asking"  # a manager's yes is waited for
    RUNNING = "running"  # its rows are being written, a few at a time
    DONE = "done"
    REFUSED = "refused"  # it can't be used; why is in the report
    DROPPED = "dropped"  # a manager said no, or nobody said yes in time


class ImportFile(SQLModel, table=True):
    """One file. Its contents go once it is done; what it did is in the report.

    `due_at` is the instant of its next step; `next_row` counts the rows that are done in this state.
    """

    __tablename__ = "import_file"

    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    seal_id: str = Field(default_factory=random_row_id)
    kind: ImportKind | None = choice(ImportKind, default=None, nullable=True)
    state: ImportState = choice(ImportState)
    contents_sealed: bytes | None = None
    report_sealed: bytes = sealed_column()
    skips_bad: bool = False
    cancels_missing: bool = False
    next_row: int = 0
    sent_by: int | None = Field(default=None, foreign_key="person.id")  # None: the operator
    sent_at: datetime = Field(sa_type=UtcDateTime)
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    due_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)

    contents = SealedTextOrNone("contents")
    report = SealedJson("report")

    @property
    def topic(self) -> str:
        """What outbox rows about this file are filed under."""
        return f"{self.__tablename__}:{self.id}"

    @property
    def question_topic(self) -> str:
        """What the question whether to take it over is filed under."""
        return f"{self.topic}:question"


def begin(db: Session, sent_by: int, report: Any, now: datetime) -> ImportFile:
    """A document that a manager sent: it is fetched first."""
    row = ImportFile(state=ImportState.FETCHING, sent_by=sent_by, sent_at=now)
    row.report = report
    db.add(row)
    db.flush()
    return row


def fetched(db: Session, errand: OutboxRow, contents: bytes, now: datetime) -> None:
    """The document that this errand was sent for is here: it is read next."""
    row = of_topic(db, errand.topic)
    if row is None or row.state is not ImportState.FETCHING:
        return
    keep_bytes(row, contents)
    row.state, row.due_at = ImportState.CHECKING, now
    db.flush()


def of_topic(db: Session, topic: str | None) -> ImportFile | None:
    table, _colon, number = (topic or "").partition(":")
    is_one = table == ImportFile.__tablename__ and number.isdecimal()
    return db.get(ImportFile, int(number)) if is_one else None


def keep_bytes(row: ImportFile, contents: bytes) -> None:
    """Whatever their encoding is, none is lost: latin-1 has a character for each byte."""
    row.contents = contents.decode("latin-1")


def bytes_of(row: ImportFile) -> bytes:
    return (row.contents or "").encode("latin-1")


def decide(db: Session, row: ImportFile, state: ImportState, by: int, now: datetime) -> bool:
    """A manager's yes (RUNNING) or no (DROPPED); False if somebody has decided before."""
    statement = update(ImportFile).where(
        col(ImportFile.id) == row.id, col(ImportFile.state) == ImportState.ASKING
    )
    values = {"state": state, "decided_by": by, "decided_at": now}
    decided = changed_one(db, statement.values(**values))
    db.refresh(row)
    return decided

"""What was written in a case: the client's words, staff's answers, notes for the file."""

import enum
from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Field, Session, SQLModel, col, select

from bot.records.cases import Case, CaseState
from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, choice
from bot.records.encryption import SealedJson, SealedText, random_row_id, sealed_column


class EntryKind(enum.Enum):
    SENTENCE = "sentence"  # a sentence that the client tapped
    WORDS = "words"  # the client's own
    CHECK_IN = "check-in"  # answers that the client added
    CALL = "call"  # number, when, and whether a message may be left
    ANSWER = "answer"  # from staff to the client
    TIMES = "times"  # an answer with times for a call
    LEAVE = "leave"  # may I talk with the psychologist?
    NOTE = "note"  # for the file; not shown in the chat


TO_CLIENT = (EntryKind.ANSWER, EntryKind.TIMES, EntryKind.LEAVE)
FROM_CLIENT = (EntryKind.SENTENCE, EntryKind.WORDS, EntryKind.CHECK_IN, EntryKind.CALL)


class CaseEntry(SQLModel, table=True):
    """One thing written in a case. `sent_at` is empty while its writer may still change it."""

    __tablename__ = "case_entry"

    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    seal_id: str = Field(default_factory=random_row_id)
    case_id: int = Field(foreign_key="concern_case.id", index=True)
    by_id: int = Field(foreign_key="person.id")
    kind: EntryKind = choice(EntryKind)
    text_sealed: bytes = sealed_column()
    times_sealed: bytes = sealed_column()
    written_at: datetime = Field(sa_type=UtcDateTime)
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    text = SealedText("text")
    times = SealedJson("times")  # the instants of offered times, ISO 8601

    @property
    def is_question(self) -> bool:
        """Whether the client is asked something that buttons answer."""
        return self.kind in (EntryKind.TIMES, EntryKind.LEAVE)

    @property
    def topic(self) -> str:
        """What the message that carries this entry is filed under."""
        return f"concern_case:{self.case_id}:entry:{self.id}"


def add(
    db: Session, case: Case, *, by_id: int, kind: EntryKind, text: str, now: datetime
) -> CaseEntry:
    entry = CaseEntry(case_id=case.id, by_id=by_id, kind=kind, written_at=now)
    entry.text = text
    entry.times = []
    db.add(entry)
    db.flush()
    return entry


def of_case(db: Session, case: Case) -> Sequence[CaseEntry]:
    """Everything in a case, in the order of writing."""
    chosen = select(CaseEntry).where(CaseEntry.case_id == case.id)
    return db.exec(chosen.order_by(col(CaseEntry.id))).all()


def from_client(db: Session, case: Case) -> list[CaseEntry]:
    return [entry for entry in of_case(db, case) if entry.kind in FROM_CLIENT]


def last_answer(db: Session, case: Case) -> CaseEntry | None:
    """What staff wrote last to the client."""
    sent = [entry for entry in of_case(db, case) if entry.kind in TO_CLIENT and entry.sent_at]
    return sent[-1] if sent else None


def send_all(db: Session, case: Case, now: datetime) -> None:
    """What the client has written so far is on its way."""
    for entry in from_client(db, case):
        entry.sent_at = entry.sent_at or now
    db.flush()


def has_unsent_words(db: Session, client_id: int) -> bool:
    """Whether this client has begun something that isn't sent."""
    chosen = (
        select(CaseEntry.id)
        .join(Case, col(Case.id) == CaseEntry.case_id)
        .where(Case.client_id == client_id, Case.state == CaseState.DRAFT)
    )
    return db.exec(chosen.limit(1)).first() is not None


def erase_words(db: Session, case: Case) -> None:
    """A draft that was never sent leaves no words."""
    for entry in of_case(db, case):
        db.delete(entry)
    db.flush()

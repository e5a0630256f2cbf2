"""What was written in a case: the client's words, staff's answers, notes for the file."""

import enum
from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Field, Session, SQLModel, col, select

from bot.records import outbox, sent_messages
from bot.records.cases import OPEN_STATES, Case, CaseState
from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, choice
from bot.records.encryption import SealedJson, SealedText, random_row_id, sealed_column


class EntryKind(enum.Enum):
    SENTENCE = "sentence"  # a sentence that the client tapped
    WORDS = "words"  # the client's own
    CHECK_IN = "check-in"  # answers that the client added
    WISHES = "wishes"  # for another psychologist
    CALL = "call"  # number, when, and whether a message may be left
    ANSWER = "answer"  # from staff to the client
    TIMES = "times"  # an answer with times for a call
    LEAVE = "leave"  # may I talk with the psychologist?
    MAY_READ = "may read"  # may `person_id` read it too?
    HEARING = "hearing"  # exactly what `person_id` would read; may it go to them?
    HEARD = "heard"  # what whom it is about answered to a hearing; only staff read it
    HANDED = "handed"  # a note to `person_id`, to whom it was handed on; only staff read it
    NOTE = "note"  # for the file; not shown in the chat


TO_CLIENT = (
    EntryKind.ANSWER, EntryKind.TIMES, EntryKind.LEAVE, EntryKind.MAY_READ, EntryKind.HEARING
)  # fmt: skip
# Words of which the client sees nothing in the chat, but all in a copy of their data.
FOR_THE_FILE = (EntryKind.NOTE, EntryKind.HANDED, EntryKind.HEARD)
_YES_OR_NO = (EntryKind.LEAVE, EntryKind.MAY_READ, EntryKind.HEARING)
FROM_CLIENT = (
    EntryKind.SENTENCE,
    EntryKind.WORDS,
    EntryKind.CHECK_IN,
    EntryKind.CALL,
    EntryKind.WISHES,
)


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
    # Of the staff: who would read it, or was given it, or answered.
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    agreed: bool | None = None  # what the client last said to MAY_READ and HEARING
    opened_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # by `person_id`

    text = SealedText("text")
    times = SealedJson("times")  # ISO 8601: of offered times, or of the call agreed on

    @property
    def is_question(self) -> bool:
        """Whether the client is asked something that buttons answer."""
        return self.kind in (EntryKind.TIMES, *_YES_OR_NO)

    @property
    def topic(self) -> str:
        """What the message that carries this entry is filed under."""
        return f"concern_case:{self.case_id}:entry:{self.id}"

    @property
    def hearing_topic(self) -> str:
        """What the message to whoever is heard is filed under: it names no case."""
        return f"{self.__tablename__}:{self.id}"


def add(
    db: Session, case: Case, *, by_id: int, kind: EntryKind, text: str, now: datetime
) -> CaseEntry:
    entry = CaseEntry(case_id=case.id, by_id=by_id, kind=kind, written_at=now)
    entry.text = text
    entry.times = []
    db.add(entry)
    db.flush()
    return entry


def put(
    db: Session, case: Case, *, by_id: int, kind: EntryKind, text: str, now: datetime
) -> CaseEntry:
    """The one entry of this kind that is not sent yet says this from now on."""
    unsent = (each for each in of_case(db, case) if each.kind is kind and each.sent_at is None)
    entry = next(unsent, None)
    if entry is None:
        return add(db, case, by_id=by_id, kind=kind, text=text, now=now)
    entry.text = text
    return entry


def of_case(db: Session, case: Case) -> Sequence[CaseEntry]:
    """Everything in a case, in the order of writing."""
    chosen = select(CaseEntry).where(CaseEntry.case_id == case.id)
    return db.exec(chosen.order_by(col(CaseEntry.id))).all()


def from_client(db: Session, case: Case) -> list[CaseEntry]:
    return [entry for entry in of_case(db, case) if entry.kind in FROM_CLIENT]


def about_person(db: Session, case: Case, kind: EntryKind, person_id: int) -> list[CaseEntry]:
    """What of this kind was sent in a case about this member of staff, in the order of writing."""
    return [
        entry
        for entry in of_case(db, case)
        if entry.kind is kind and entry.person_id == person_id and entry.sent_at
    ]


def may_be_heard(db: Session, entry: CaseEntry, person_id: int) -> bool:
    """Whether this member of staff may read these words: the client agreed, and it isn't over."""
    case = db.get(Case, entry.case_id)
    is_theirs = entry.kind is EntryKind.HEARING and entry.person_id == person_id
    is_open = case is not None and case.state in OPEN_STATES
    return is_theirs and is_open and entry.sent_at is not None and entry.agreed is True


def withdraw_messages(db: Session, case: Case, now: datetime) -> None:
    """What staff wrote and waits for the client's day isn't sent any more."""
    for entry in of_case(db, case):
        if entry.kind in TO_CLIENT:
            outbox.withdraw(db, entry.topic, now)


def take_hearings_back(db: Session, case: Case, now: datetime) -> None:
    """Nobody reads any more what was to be heard, and what told them of it goes from their chat."""
    for entry in of_case(db, case):
        if entry.kind is EntryKind.HEARING and entry.sent_at is not None:
            take_hearing_back(db, entry, now)


def take_hearing_back(db: Session, entry: CaseEntry, now: datetime) -> None:
    outbox.withdraw(db, entry.hearing_topic, now)
    sent_messages.take_away_now(db, entry.hearing_topic, now)


def last_answer(db: Session, case: Case) -> CaseEntry | None:
    """What staff wrote last to the client."""
    sent = [entry for entry in of_case(db, case) if entry.kind in TO_CLIENT and entry.sent_at]
    return sent[-1] if sent else None


def send_all(db: Session, case: Case, now: datetime) -> None:
    """What the client has written so far is on its way."""
    for entry in from_client(db, case):
        entry.sent_at = entry.sent_at or now
    db.flush()


def unsent_case(db: Session, client_id: int) -> Case | None:
    """The newest thing that this client has begun, with words in it, and not sent."""
    return db.exec(
        select(Case)
        .join(CaseEntry, col(CaseEntry.case_id) == Case.id)
        .where(Case.client_id == client_id, Case.state == CaseState.DRAFT)
        .order_by(col(Case.id).desc())
    ).first()


def erase_words(db: Session, case: Case) -> None:
    """A draft that was never sent leaves no words."""
    for entry in of_case(db, case):
        db.delete(entry)
    db.flush()


def erase_unsent(db: Session, case: Case, kind: EntryKind) -> None:
    """What of this kind was written and isn't sent."""
    for entry in of_case(db, case):
        if entry.kind is kind and entry.sent_at is None:
            db.delete(entry)
    db.flush()

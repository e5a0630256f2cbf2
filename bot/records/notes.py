"""Notes that a client wrote in their own words: to bring to the psychologist, or to show before."""

import enum
from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any
from zlib import crc32

from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col, select

from bot.records import outbox, sharings, shown_clients
from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, changed_one, choice
from bot.records.encryption import SealedJson, random_row_id, sealed_column
from bot.records.outbox import Body, OutboxRow, OutboxState
from bot.records.people import Person
from bot.records.sharings import SharedKind
from bot.rules.own_notes import UNFINISHED_KEPT


class OwnNoteKind(enum.Enum):
    SOMETHING_TO_SAY = "something to say"  # what isn't right, told to the psychologist oneself
    NOT_READY = "not ready"  # a topic that isn't to be discussed yet
    NEED = "need"  # or an expectation
    FEEDBACK = "feedback"  # on how they work together
    TO_TALK_ABOUT = "to talk about"


# For the next session, in the order in which they are offered.
TO_BRING = (
    OwnNoteKind.NOT_READY,
    OwnNoteKind.NEED,
    OwnNoteKind.FEEDBACK,
    OwnNoteKind.TO_TALK_ABOUT,
)
WORDS = "words"  # the one answer of a note to bring


class NoteState(enum.Enum):
    WRITING = "writing"  # not finished; forgotten if nobody comes back to it
    KEPT = "kept"  # for the next meeting: brought back before it, asked about after it
    RESTING = "resting"  # still there, and nothing comes by itself; one to bring: talked about
    THROWN_AWAY = "thrown away"  # none of its words are left


_THERE = (NoteState.WRITING, NoteState.KEPT, NoteState.RESTING)


class Note(SQLModel, table=True):
    """A client's own note, for one psychologist. Nobody else reads it unless it is shown.

    `due_at` is the next instant at which something is to be done: it is brought back, asked about,
    or (unfinished) forgotten. `brought_at` says when the client last had it in front of them for
    the meeting. From `goes_at` on the psychologist may read it, if it wasn't taken back. One to
    bring is theirs to see from `shared_at` on, as long as the client shares notes (see visible_to).
    """

    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    seal_id: str = Field(default_factory=random_row_id)
    client_id: int = Field(foreign_key="person.id", index=True)
    psychologist_id: int = Field(foreign_key="person.id", index=True)
    kind: OwnNoteKind = choice(OwnNoteKind, default=OwnNoteKind.SOMETHING_TO_SAY)
    state: NoteState = choice(NoteState, default=NoteState.WRITING)
    answers_sealed: bytes = sealed_column()
    therapy_session_id: int | None = Field(default=None, foreign_key="therapy_session.id")
    begun_at: datetime = Field(sa_type=UtcDateTime)
    brings_back: bool = False  # the client wants to be reminded of it
    due_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    brought_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    goes_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    opened_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    taken_back_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    shared_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    # {"happened": …, "help": …, "begin": …}: those that were given; {"words": …} of one to bring.
    answers = SealedJson("answers")

    @property
    def topic(self) -> str:
        """What the client's messages about it are filed under."""
        return f"{self.__tablename__}:{self.id}"

    @property
    def shown_topic(self) -> str:
        """What the psychologist's are filed under."""
        return f"{self.topic}:shown"

    @property
    def is_shown(self) -> bool:
        return self.goes_at is not None and self.taken_back_at is None

    @property
    def is_to_bring(self) -> bool:
        return self.kind in TO_BRING

    @property
    def words(self) -> str:
        """Of one to bring."""
        return str(self.answers.get(WORDS, ""))

    @property
    def mark(self) -> int:
        """Stands for its words as they are now, so that a button shows what stood above it."""
        return crc32(repr(sorted(self.answers.items())).encode()) & 0x7FFFFFFF


def begin(db: Session, *, client_id: int, psychologist_id: int, now: datetime) -> Note:
    """A new note; an unfinished one before it is forgotten."""
    before = unfinished_of(db, client_id)
    if before is not None:
        throw_away(db, before, now)
    note = Note(client_id=client_id, psychologist_id=psychologist_id, begun_at=now)
    note.answers, note.due_at = {}, now + UNFINISHED_KEPT
    db.add(note)
    db.flush()
    return note


def unfinished_of(db: Session, client_id: int) -> Note | None:
    """The one of something to say: of those to bring there may be several."""
    return db.exec(
        select(Note).where(
            Note.client_id == client_id,
            Note.state == NoteState.WRITING,
            Note.kind == OwnNoteKind.SOMETHING_TO_SAY,
        )
    ).first()


def answer(note: Note, name: str, words: str) -> None:
    """More words in answer to a question."""
    before = note.answers.get(name)
    note.answers = {**note.answers, name: f"{before}\n{words}" if before else words}


def empty_answer(note: Note, name: str) -> None:
    note.answers = {each: words for each, words in note.answers.items() if each != name}


def throw_away(db: Session, note: Note, now: datetime) -> None:
    """Keep none of its words: neither here nor in what was said about it."""
    take_back(db, note, now)
    keep_private(db, note, now)
    if note.opened_at is not None:  # a brief that waits to be sent may hold it
        shown_clients.note_change(db, note.client_id, now)
    note.state, note.due_at, note.answers = NoteState.THROWN_AWAY, None, {}
    for topic in (note.topic, note.shown_topic):
        outbox.forget_words(db, topic, now)
    _forget_lists(db, note.client_id, now)


def list_topic(client_id: int) -> str:
    """What is filed under holds several of a client's notes, or how they begin: a brief does."""
    return f"to_bring:{client_id}"


def _forget_lists(db: Session, client_id: int, now: datetime) -> None:
    """Keep nothing of lists that were said, nor of the client's own that wait. What waits for
    somebody who saw it is withdrawn already, and what waits without it goes on: whoever gets that
    learns of nothing."""
    lists = select(OutboxRow).where(OutboxRow.topic == list_topic(client_id))
    for row in db.exec(lists).all():
        if row.state is OutboxState.QUEUED and row.person_id != client_id:
            continue
        outbox.close(db, row.id, OutboxState.WITHDRAWN, now)
        row.body_json = asdict(Body())
    db.flush()


def of_client(
    db: Session, client_id: int, kinds: Collection[OwnNoteKind] = (OwnNoteKind.SOMETHING_TO_SAY,)
) -> Sequence[Note]:
    """What is still there of these kinds, the oldest first."""
    return db.exec(
        select(Note)
        .where(
            Note.client_id == client_id,
            col(Note.state).in_(_THERE),
            col(Note.kind).in_(kinds),
        )
        .order_by(col(Note.id))
    ).all()


def look_again(db: Session, client_ids: Collection[int], now: datetime) -> None:
    """A meeting of theirs, or whom they meet, has changed: what is kept for it follows."""
    _look_again(db, col(Note.client_id).in_(client_ids), now)


def look_again_at_those_for(db: Session, psychologist_id: int, now: datetime) -> None:
    _look_again(db, col(Note.psychologist_id) == psychologist_id, now)


def _look_again(db: Session, whose: Any, now: datetime) -> None:
    statement = update(Note).where(whose, col(Note.state) == NoteState.KEPT)
    db.execute(statement.values(due_at=now))


# --- shown


def show(note: Note, goes_at: datetime) -> None:
    note.goes_at, note.opened_at, note.taken_back_at = goes_at, None, None


def take_back(db: Session, note: Note, now: datetime) -> bool:
    """Nobody reads it from now on; False if it was read, taken back, or never shown."""
    return _act(db, note, {"taken_back_at": now})


def open_it(db: Session, note: Note, now: datetime) -> bool:
    """True if it may be read: its time has come and it wasn't taken back."""
    if note.goes_at is None or note.goes_at > now:
        return False
    return _act(db, note, {"opened_at": now}) or note.opened_at is not None


def _act(db: Session, note: Note, values: dict[str, datetime]) -> bool:
    db.flush()
    statement = update(Note).where(
        col(Note.id) == note.id,
        col(Note.goes_at).is_not(None),
        col(Note.opened_at).is_(None),
        col(Note.taken_back_at).is_(None),
    )
    done = changed_one(db, statement.values(values))
    db.refresh(note)
    return done


def visible_to(db: Session, note: Note) -> int | None:
    """Whose to see it is besides the client's; None for nobody's. See to_bring for all of them.

    Of something to say: who may read it, or was to until it was taken back. Never somebody whom the
    client doesn't see now.
    """
    client = db.get(Person, note.client_id)
    if client is None or client.psychologist_id != note.psychologist_id:
        return None
    is_theirs = _is_covered(db, note) if note.is_to_bring else note.goes_at is not None
    return note.psychologist_id if is_theirs else None


def _is_covered(db: Session, note: Note) -> bool:
    if note.shared_at is None or note.state is not NoteState.KEPT:
        return False
    return sharings.covers(
        db, note.client_id, note.psychologist_id, SharedKind.NOTES, note.shared_at
    )


# --- to bring


def keep_private(db: Session, note: Note, now: datetime) -> bool:
    """Nobody sees it from now on, nor in what waits to be sent; False if nobody did."""
    was_visible = note.is_to_bring and visible_to(db, note) is not None
    note.shared_at = None
    if was_visible:
        db.flush()
        shown_clients.note_change(db, note.client_id, now)
    return was_visible


def to_bring(db: Session, client_id: int, psychologist_id: int) -> Sequence[Note]:
    """What this psychologist may see now of what the client wants to bring, the oldest first."""
    chosen = select(Note).where(
        Note.client_id == client_id,
        Note.psychologist_id == psychologist_id,
        Note.state == NoteState.KEPT,
        col(Note.kind).in_(TO_BRING),
        col(Note.shared_at).is_not(None),
    )
    found = db.exec(chosen.order_by(col(Note.id))).all()
    return [each for each in found if visible_to(db, each) == psychologist_id]

"""Homework: what a client agreed to do, what they answered, and what they showed of it."""

import enum
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import and_, delete, false, or_, update
from sqlmodel import Field, Session, SQLModel, col, select

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, changed_one, choice
from bot.records.encryption import (
    SealedJson,
    SealedJsonOrNone,
    SealedText,
    SealedTextOrNone,
    random_row_id,
    sealed_column,
)
from bot.records.people import Person
from bot.records.therapy_sessions import SessionState, TherapySession
from bot.rules.due import UNDO_DELAY, Clocks
from bot.rules.homework import Rhythm


class HomeworkState(enum.Enum):
    """What became of it; the client's answers among them."""

    DRAFT = "draft"  # the psychologist is still at it; nobody else sees it
    OPEN = "open"
    NOT_YET = "not yet"
    STRUGGLING = "struggling"
    PARTLY = "partly"
    DONE = "done"
    STOPPED = "stopped"  # by the client
    TAKEN_BACK = "taken back"  # by the psychologist, before anybody read it


_SHOWN = (
    HomeworkState.OPEN,
    HomeworkState.NOT_YET,
    HomeworkState.STRUGGLING,
    HomeworkState.PARTLY,
)
# An answer that ends the asking takes the reminder away; one that is planned since is wished for.
_ASKED_ABOUT = frozenset({*_SHOWN, HomeworkState.DONE})
_SHOWN_FOR = timedelta(days=60)


class Barrier(enum.Enum):
    """What gets in the way. The values live in old buttons."""

    NO_TIME = "no_time"
    FORGET = "forget"
    TOO_HARD = "too_hard"
    NOT_SURE_HOW = "not_sure"
    NOT_RIGHT = "not_right"
    OTHER = "other"


class Homework(SQLModel, table=True):
    """A task. `remind_at` is the instant of the next reminder, if there is one to come.

    `revision` counts what the client said about it, so that a question is only answered with what
    it showed. With `shared_revision` they were told, at `shared_at`, that the psychologist can see
    it as it was then (records/shown_answers.py).
    """

    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    seal_id: str = Field(default_factory=random_row_id)
    client_id: int = Field(foreign_key="person.id", index=True)
    psychologist_id: int = Field(foreign_key="person.id", index=True)  # who set it
    therapy_session_id: int | None = Field(default=None, foreign_key="therapy_session.id")
    task_sealed: bytes = sealed_column()
    why_sealed: bytes | None = None
    file_sealed: bytes | None = None
    state: HomeworkState = choice(HomeworkState, default=HomeworkState.DRAFT)
    barrier: Barrier | None = choice(Barrier, default=None, nullable=True)
    obstacle_sealed: bytes | None = None  # what gets in the way, in the client's words
    smaller_part_sealed: bytes | None = None
    keeps_private: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    was_put_off: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    rhythm: Rhythm = choice(
        Rhythm, default=Rhythm.ONCE, sa_column_kwargs={"server_default": Rhythm.ONCE.value}
    )
    proposed_rhythm: Rhythm | None = choice(Rhythm, "proposedrhythm", default=None, nullable=True)
    until_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # None: the next session
    ignored: int = Field(default=0, sa_column_kwargs={"server_default": "0"})  # in a row
    asked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # a snooze apart
    # The client chose this very `remind_at`, so that it doesn't count as unasked.
    is_wished: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    added_sealed: bytes | None = None  # what the client added to their answer
    asks_left: int = 0  # how often it is asked again if the next reminder gets no answer
    revision: int = 0
    shared_revision: int | None = None
    shared_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)
    set_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    remind_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)

    task = SealedText("task")
    why = SealedTextOrNone("why")
    file = SealedJsonOrNone("file")  # {"kind": "photo" or "document", "id": …} of Telegram
    obstacle = SealedTextOrNone("obstacle")
    smaller_part = SealedTextOrNone("smaller_part")
    added = SealedTextOrNone("added")

    @property
    def topic(self) -> str:
        """What outbox rows about this homework are filed under."""
        return f"{self.__tablename__}:{self.id}"

    @property
    def is_repeated(self) -> bool:
        return self.rhythm is not Rhythm.ONCE

    @property
    def is_asked_about(self) -> bool:
        """Whether a reminder that is due still has something to ask."""
        return self.state in _ASKED_ABOUT


class NoteKind(enum.Enum):
    """What a client shows. A later one of a kind takes the place of one that wasn't read."""

    ANSWER = "answer"
    STRUGGLE = "struggle"
    QUESTION = "question"


class HomeworkNote(SQLModel, table=True):
    """What a client showed their psychologist of homework: these words and nothing else."""

    __tablename__ = "homework_note"

    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    seal_id: str = Field(default_factory=random_row_id)
    homework_id: int = Field(foreign_key="homework.id", index=True)
    client_id: int = Field(foreign_key="person.id", index=True)
    psychologist_id: int = Field(foreign_key="person.id", index=True)  # who reads it
    kind: NoteKind = choice(NoteKind)
    shown_sealed: bytes = sealed_column()
    reply_sealed: bytes | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
    goes_at: datetime = Field(sa_type=UtcDateTime)  # until then nobody reads it
    taken_back_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    opened_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    replied_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    shown = SealedJson("shown")  # {"task": …, "answer": …, …}: the words that were named
    reply = SealedTextOrNone("reply")

    @property
    def topic(self) -> str:
        """What outbox rows about this note are filed under."""
        return f"{self.__tablename__}:{self.id}"


# --- setting it


def draft(
    db: Session, *, client: Person, psychologist_id: int, task: str, now: datetime
) -> Homework:
    row = Homework(client_id=client.id, psychologist_id=psychologist_id, created_at=now)
    row.task = task
    db.add(row)
    db.flush()
    return row


def drop_drafts(db: Session, psychologist_id: int) -> None:
    """What this psychologist began and didn't set; one is begun at a time."""
    db.execute(
        delete(Homework).where(
            col(Homework.psychologist_id) == psychologist_id,
            col(Homework.state) == HomeworkState.DRAFT,
        )
    )


def set_it(
    db: Session, row: Homework, remind_at: datetime, session_id: int | None, now: datetime
) -> bool:
    """Let a draft count; False if it counts already or is gone."""
    return _moved(
        db,
        row,
        HomeworkState.DRAFT,
        {
            "state": HomeworkState.OPEN,
            "set_at": now,
            "remind_at": remind_at,
            "therapy_session_id": session_id,
        },
    )


def take_back(db: Session, row: Homework, now: datetime) -> bool:
    """Within the undo delay nobody has read it; False if that is over or it was answered."""
    if row.set_at is None or now - row.set_at >= UNDO_DELAY:
        return False
    taken = {"state": HomeworkState.TAKEN_BACK, "remind_at": None}
    return _moved(db, row, HomeworkState.OPEN, taken)


def _moved(
    db: Session, row: Homework, from_state: HomeworkState, values: Mapping[str, object]
) -> bool:
    statement = update(Homework).where(
        col(Homework.id) == row.id, col(Homework.state) == from_state
    )
    if not changed_one(db, statement.values(dict(values))):
        return False
    db.refresh(row)
    return True


# --- finding it


def shown_to(db: Session, client: Person, now: datetime) -> Sequence[Homework]:
    """What a client may still do, the newest first: set for good, and its end still to come."""
    is_planned = col(Homework.remind_at) > now
    is_asked_again = and_(col(Homework.rhythm) != Rhythm.ONCE, is_planned)
    rows = db.exec(
        select(Homework)
        .where(
            Homework.client_id == client.id,
            or_(
                col(Homework.state).in_(_SHOWN),
                and_(col(Homework.state) == HomeworkState.DONE, is_asked_again),
            ),
            col(Homework.set_at) <= now - UNDO_DELAY,
            or_(col(Homework.set_at) > now - _SHOWN_FOR, is_asked_again),
        )
        .order_by(col(Homework.id).desc())
    ).all()
    return [row for row in rows if (until := useful_until(db, row, now)) is None or until > now]


def planned(db: Session, client: Person) -> Sequence[Homework]:
    """What a reminder is still to come of."""
    return db.exec(
        select(Homework).where(
            Homework.client_id == client.id, col(Homework.remind_at).is_not(None)
        )
    ).all()


def move_reminders(
    db: Session, client: Person, before: Clocks, after: Clocks, now: datetime
) -> None:
    """The client's clocks changed: what is planned keeps its day and hour on them, if it can."""
    for row in planned(db, client):
        assert row.remind_at is not None, "planned"
        at, until = after.same_wall_time(row.remind_at, before), useful_until(db, row, now)
        if now < at and (until is None or at < until):
            row.remind_at = at


def look_again(db: Session, theirs: TherapySession, now: datetime) -> None:
    """It didn't take place after all: what was asked again and again until then goes on."""
    statement = update(Homework).where(
        col(Homework.therapy_session_id) == theirs.id,
        col(Homework.rhythm) != Rhythm.ONCE,
        col(Homework.until_at).is_(None),
        col(Homework.remind_at).is_(None),
        col(Homework.asked_at).is_not(None),
    )
    db.execute(statement.values(remind_at=now))


def useful_until(db: Session, row: Homework, now: datetime) -> datetime | None:
    """The end that was set, else when the session begins that this is for; None: not known.

    If that session was cancelled, missed or moved, the next one to come.
    """
    if row.until_at is not None:
        return row.until_at
    if row.therapy_session_id is None:
        return None
    theirs = db.get(TherapySession, row.therapy_session_id)
    if theirs is None or theirs.took_place:
        return theirs.starts_at if theirs else None
    return db.exec(
        select(TherapySession.starts_at)
        .where(
            TherapySession.client_id == row.client_id,
            TherapySession.state == SessionState.BOOKED,
            TherapySession.starts_at > now,
        )
        .order_by(col(TherapySession.starts_at))
        .limit(1)
    ).first()

"""Danger questions: words that may be danger, and the one question that was asked about them."""

import enum
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, ColumnElement, Index, delete, false, func, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, changed_one, choice
from bot.records.encryption import SealedText, random_row_id, sealed_column
from bot.rules.triage.danger import Danger, DangerKind, Tier

# So long what nobody was told of is kept: the buttons below it still work, a yes too.
KEPT_FOR = timedelta(days=7)


class DangerOutcome(enum.Enum):
    """How a question ended."""

    YES = "yes"  # people were told at once
    NO = "no"  # nobody was told
    SILENCE = "silence"  # people were told when the time was over
    OVERTAKEN = "overtaken"  # plainer words came, and people were told of both


_OPEN = text("settled_at IS NULL")


class DangerQuestion(SQLModel, table=True):
    """One question, to one chat. Staff see nothing of it unless an alert comes of it.

    `person_id` is None for somebody whom nobody invited. Until it is settled `due_at` says when
    silence will be told.
    """

    __tablename__ = "danger_question"
    __table_args__ = (
        Index("ix_danger_question_open", "chat_id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        IDS_NEVER_REUSED,
    )

    id: int = Field(default=None, primary_key=True)
    seal_id: str = Field(default_factory=random_row_id)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    chat_id: int = Field(sa_type=BigInteger)
    words_sealed: bytes = sealed_column()
    kind: DangerKind = choice(DangerKind)
    from_others: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    # Written as a message of its own: neither behind a command, nor under a picture, nor an edit.
    is_plain: bool
    asked_at: datetime = Field(sa_type=UtcDateTime)
    due_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    outcome: DangerOutcome | None = choice(DangerOutcome, default=None, nullable=True)
    alert_id: int | None = Field(default=None, foreign_key="danger_alert.id", index=True)

    words = SealedText("words")

    @property
    def topic(self) -> str:
        """What outbox rows about this question are filed under."""
        return f"{self.__tablename__}:{self.id}"

    @property
    def is_open(self) -> bool:
        return self.settled_at is None

    @property
    def danger(self) -> Danger:
        """What is asked about; which words decided isn't kept."""
        return Danger(self.kind, "", self.from_others, Tier.POSSIBLE)


_IS_OPEN = col(DangerQuestion.settled_at).is_(None)


def _is_of(person_id: int) -> ColumnElement[bool]:
    return col(DangerQuestion.person_id) == person_id


def ask(db: Session, question: DangerQuestion) -> DangerQuestion:
    """The question, with its id."""
    db.add(question)
    db.flush()
    return question


def open_of(db: Session, chat_id: int, person_id: int | None) -> DangerQuestion | None:
    """The question that is open to whoever writes in this chat, and no other person's.

    What was asked there before somebody joined is theirs.
    """
    is_strangers = (col(DangerQuestion.chat_id) == chat_id) & col(DangerQuestion.person_id).is_(
        None
    )
    is_theirs = is_strangers if person_id is None else is_strangers | _is_of(person_id)
    chosen = select(DangerQuestion).where(is_theirs, _IS_OPEN)
    return db.exec(chosen.order_by(col(DangerQuestion.id).desc()).limit(1)).first()


def is_open(db: Session, person_id: int) -> bool:
    return open_until(db, person_id) is not None


def open_until(db: Session, person_id: int) -> datetime | None:
    """When silence will be told, of the last question that is open to this person."""
    return db.exec(select(func.max(DangerQuestion.due_at)).where(_is_of(person_id), _IS_OPEN)).one()


def of_stranger(db: Session, chat_id: int, question_id: int) -> DangerQuestion | None:
    """This question, if it was asked in this chat while nobody was known there."""
    found = db.get(DangerQuestion, question_id)
    is_it = found is not None and found.chat_id == chat_id and found.person_id is None
    return found if is_it else None


def of_alert(db: Session, alert_id: int) -> DangerQuestion | None:
    """The newest question that this alert came of."""
    chosen = select(DangerQuestion).where(DangerQuestion.alert_id == alert_id)
    return db.exec(chosen.order_by(col(DangerQuestion.id).desc()).limit(1)).first()


def newest_at(db: Session, person_id: int) -> datetime | None:
    """When this person was last asked."""
    return db.exec(select(func.max(DangerQuestion.asked_at)).where(_is_of(person_id))).one()


def settle(db: Session, question: DangerQuestion, outcome: DangerOutcome, now: datetime) -> bool:
    """True for the first answer, or for silence; what comes later settles nothing."""
    return changed_one(
        db,
        update(DangerQuestion)
        .where(col(DangerQuestion.id) == question.id, col(DangerQuestion.settled_at).is_(None))
        .values(settled_at=now, outcome=outcome, due_at=None),
    )


def prune(db: Session, now: datetime) -> None:
    """Forget what turned out to be no danger."""
    is_over = col(DangerQuestion.settled_at) <= now - KEPT_FOR
    is_nothing = col(DangerQuestion.outcome) == DangerOutcome.NO
    db.execute(delete(DangerQuestion).where(is_nothing, is_over))

"""The step a person is at, and the questions that are open to them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Index, delete, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime
from bot.records.encryption import SealedJson, random_row_id, sealed_column
from bot.records.outbox import OutboxRow

OPEN_AT_ONCE = 5  # older questions are answered by their buttons only


class Dialogue(SQLModel, table=True):
    """The step that waits for what this person types next. One at most."""

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    seal_id: str = Field(default_factory=random_row_id)
    conversation: str
    step: str
    data_sealed: bytes = sealed_column()
    since: datetime = Field(sa_type=UtcDateTime)
    # Danger came between, and was over: when the person was asked whether to go on.
    offered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    data = SealedJson("data")


_OPEN = text("closed_at IS NULL")


class Prompt(SQLModel, table=True):
    """A message with buttons whose labels may be typed instead of tapped."""

    __table_args__ = (
        Index("ix_prompt_open", "person_id", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_prompt_asked", "asked_at", sqlite_where=_OPEN, postgresql_where=_OPEN),
        IDS_NEVER_REUSED,
    )

    id: int = Field(default=None, primary_key=True)
    seal_id: str = Field(default_factory=random_row_id)
    person_id: int = Field(foreign_key="person.id", index=True)
    outbox_id: int = Field(foreign_key="outbox.id", unique=True)
    choices_sealed: bytes = sealed_column()
    by_itself: bool  # the clock asked it; nobody had tapped or typed
    of_step: bool  # it was asked together with the step that waits
    asked_at: datetime = Field(sa_type=UtcDateTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    choices = SealedJson("choices")  # [[label, data, other wordings], …] as they stand


def wait_for(
    db: Session,
    person_id: int,
    *,
    conversation: str,
    step: str,
    data: dict[str, Any],
    now: datetime,
) -> None:
    """Let this step take what the person types next; a step that waited before gives way."""
    stop_waiting(db, person_id)
    row = Dialogue(person_id=person_id, conversation=conversation, step=step, since=now)
    row.data = data
    db.add(row)
    db.flush()


def waiting(db: Session, person_id: int) -> Dialogue | None:
    return db.get(Dialogue, person_id)


def stop_waiting(db: Session, person_id: int) -> bool:
    """Let no step take what is typed next; whether one would have."""
    row = waiting(db, person_id)
    if row is None:
        return False
    db.delete(row)
    db.flush()
    return True


def add_prompt(db: Session, prompt: Prompt, choices: Sequence[Sequence[Any]]) -> None:
    """Open a question. An answer to a tap takes the place of the questions asked before it."""
    prompt.choices = [list(entry) for entry in choices]
    if not prompt.by_itself:
        db.execute(
            update(Prompt)
            .where(
                col(Prompt.person_id) == prompt.person_id,
                col(Prompt.by_itself).is_(False),
                col(Prompt.closed_at).is_(None),
            )
            .values(closed_at=prompt.asked_at)
        )
    db.add(prompt)
    db.flush()


def replace_prompt(db: Session, prompt: Prompt, choices: Sequence[Sequence[Any]]) -> None:
    """A message was changed: its new buttons take the place of the old ones."""
    db.execute(delete(Prompt).where(col(Prompt.outbox_id) == prompt.outbox_id))
    if choices:
        add_prompt(db, prompt, choices)


def prompt_of_message(db: Session, person_id: int, message_id: int) -> Prompt | None:
    """The question that a Telegram reply answers, open or not."""
    return db.exec(
        select(Prompt)
        .join(OutboxRow, col(OutboxRow.id) == Prompt.outbox_id)
        .where(OutboxRow.message_id == message_id, Prompt.person_id == person_id)
    ).first()


def newest_about(db: Session, person_id: int, topic: str) -> Prompt | None:
    """The newest question to this person that is filed under a topic, open or not."""
    chosen = (
        select(Prompt)
        .join(OutboxRow, col(OutboxRow.id) == Prompt.outbox_id)
        .where(OutboxRow.topic == topic, Prompt.person_id == person_id)
    )
    return db.exec(chosen.order_by(col(Prompt.id).desc()).limit(1)).first()


def newest_of_step(db: Session, person_id: int) -> Prompt | None:
    """The newest question that was asked together with a step, open or not."""
    chosen = select(Prompt).where(Prompt.person_id == person_id, col(Prompt.of_step))
    return db.exec(chosen.order_by(col(Prompt.id).desc()).limit(1)).first()


def open_prompts(db: Session, person_id: int, *, of_step: bool) -> Sequence[Prompt]:
    """The questions whose buttons may be typed now, the newest first."""
    return db.exec(
        select(Prompt)
        .where(
            Prompt.person_id == person_id,
            Prompt.of_step == of_step,
            col(Prompt.closed_at).is_(None),
        )
        .order_by(col(Prompt.id).desc())
        .limit(1 if of_step else OPEN_AT_ONCE)
    ).all()


def close_prompts(db: Session, topic: str, now: datetime) -> None:
    """The matter is settled: what was asked about it no longer waits for words."""
    about = select(OutboxRow.id).where(OutboxRow.topic == topic)
    db.execute(
        update(Prompt)
        .where(col(Prompt.outbox_id).in_(about), col(Prompt.closed_at).is_(None))
        .values(closed_at=now)
    )


def forget_prompts(db: Session, person_id: int) -> None:
    """Drop every question to this person (their old chat is gone)."""
    db.execute(delete(Prompt).where(col(Prompt.person_id) == person_id))

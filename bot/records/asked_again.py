"""Who is asked once more after an outage, about what, and the questions that stood in their chat."""

import enum
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import UniqueConstraint, func, literal_column
from sqlmodel import Field, Session, SQLModel, col, select

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, choice
from bot.records.dialogue import Prompt
from bot.records.outbox import OutboxRow, OutboxState, close

_KEY = "outage:"
# Written out: the partial indexes of the outbox serve only a query whose text says the same.
_QUEUED = col(OutboxRow.state) == literal_column("'queued'")
# After a second outage nobody is asked about the same again so soon; danger is.
ONCE_IN = timedelta(hours=6)


class Matter(enum.Enum):
    """What a tap may have been about, the most urgent first. Each has a message of its own."""

    DANGER = "danger"
    CASES = "cases"
    TIMES = "times"  # another time that the office offered
    SESSIONS = "sessions"


class OutageQuestion(SQLModel, table=True):
    """Somebody who is asked once more. `asked_at` stays empty if it turned out to be needless.

    `since_at` is when the outage began; the first one's beginning where it wasn't asked about yet
    when a second one came.
    """

    __tablename__ = "outage_question"
    __table_args__ = (UniqueConstraint("outage_id", "person_id", "matter"), IDS_NEVER_REUSED)

    id: int = Field(default=None, primary_key=True)
    outage_id: int = Field(foreign_key="outage.id")
    person_id: int = Field(foreign_key="person.id", index=True)
    matter: Matter = choice(Matter)
    since_at: datetime = Field(sa_type=UtcDateTime)
    ask_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    asked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


def plan(db: Session, questions: Sequence[OutageQuestion]) -> None:
    """Ask at each one's `ask_at`; a question of an earlier outage that still waits becomes this one."""
    people = col(OutageQuestion.person_id).in_({each.person_id for each in questions})
    found = list(db.exec(select(OutageQuestion).where(people)))
    waiting = {(each.person_id, each.matter): each for each in found if each.ask_at is not None}
    done = {(each.outage_id, each.person_id, each.matter) for each in found}
    for each in questions:
        earlier = waiting.get((each.person_id, each.matter))
        if earlier is not None:
            earlier.outage_id, earlier.ask_at = each.outage_id, each.ask_at
        elif (each.outage_id, each.person_id, each.matter) not in done:
            db.add(each)
    db.flush()


def planned(db: Session, outage_id: int) -> set[tuple[int, Matter]]:
    """Who is to be asked because of an outage, or turned out not to be."""
    chosen = select(OutageQuestion).where(OutageQuestion.outage_id == outage_id)
    return {(each.person_id, each.matter) for each in db.exec(chosen)}


def was_asked_since(db: Session, question: OutageQuestion, since: datetime) -> bool:
    """Whether this person was asked about this matter later than that."""
    chosen = select(OutageQuestion.id).where(
        OutageQuestion.person_id == question.person_id,
        OutageQuestion.matter == question.matter,
        col(OutageQuestion.asked_at) > since,
    )
    return db.exec(chosen.limit(1)).first() is not None


def key(question: OutageQuestion) -> str:
    """The dedupe key of its message: one per outage, person and matter."""
    return f"{_KEY}{question.outage_id}:{question.person_id}:{question.matter.value}"


def take_back(db: Session, chat_id: int, now: datetime) -> None:
    """Whoever acts in a chat is asked nothing more there that wasn't sent yet."""
    waits = select(OutboxRow.id).where(
        _QUEUED, OutboxRow.chat_id == chat_id, col(OutboxRow.dedupe_key).startswith(_KEY)
    )
    for row_id in db.exec(waits).all():
        close(db, row_id, OutboxState.WITHDRAWN, now)


def count(db: Session, outage_id: int) -> int:
    """How many were asked because of an outage, or still will be."""
    is_one = col(OutageQuestion.asked_at).is_not(None) | col(OutageQuestion.ask_at).is_not(None)
    chosen = select(func.count()).where(OutageQuestion.outage_id == outage_id, is_one)
    return db.exec(chosen).one()


# --- what stood in chats


def topics_asked(db: Session, since: datetime, until: datetime) -> Sequence[tuple[int, str | None]]:
    """(person's id, topic) of each question open now that was asked and arrived in this time."""
    chosen = (
        select(Prompt.person_id, OutboxRow.topic)
        .join(OutboxRow, col(OutboxRow.id) == Prompt.outbox_id)
        .where(
            col(Prompt.closed_at).is_(None),
            Prompt.asked_at > since,
            Prompt.asked_at <= until,
            OutboxRow.state == OutboxState.SENT,
        )
        .distinct()
    )
    return [(person_id, topic) for person_id, topic in db.exec(chosen)]


def open_since(
    db: Session, person_id: int, since: datetime, now: datetime
) -> Sequence[tuple[Prompt, OutboxRow]]:
    """The open questions in somebody's chat that were asked later than that, the newest first.

    What comes at a later hour doesn't count; what is about to be sent does.
    """
    state = col(OutboxRow.state)
    is_coming = (state == OutboxState.QUEUED) & (col(OutboxRow.due_at) <= now)
    chosen = (
        select(Prompt, OutboxRow)
        .join(OutboxRow, col(OutboxRow.id) == Prompt.outbox_id)
        .where(
            Prompt.person_id == person_id,
            col(Prompt.closed_at).is_(None),
            Prompt.asked_at > since,
            (state == OutboxState.SENT) | is_coming,
        )
        .order_by(col(Prompt.id).desc())
    )
    return [(prompt, row) for prompt, row in db.exec(chosen)]

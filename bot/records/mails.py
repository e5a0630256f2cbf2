"""Mails in the outbox: without content, for what can't be told in Telegram."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, literal_column, update
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.records import delivery, outbox
from bot.records.database import changed_one
from bot.records.outbox import Body, Draft, OutboxKind, OutboxRow, OutboxState, Priority
from bot.records.people import Person

# A person gets at most one in this time: it says nothing, so a second would say no more.
ONCE_IN = timedelta(hours=4)
OPERATOR_ONCE_IN = timedelta(minutes=15)
GIVEN_UP_AFTER = timedelta(days=2)
_NO_CHAT = 0

# Written out for the partial index, as in records/delivery.py.
_WAITS = (
    col(OutboxRow.state) == literal_column("'queued'"),
    col(OutboxRow.kind) == literal_column("'mail'"),
)


@dataclass(frozen=True)
class Matter:
    """What a mail is about, as the mail itself never says: filed under `topic`, due at `due_at`."""

    topic: str
    priority: Priority
    due_at: datetime


def topic_of(topic: str) -> str:
    """What mails about a topic are filed under. Not under the topic itself: a mail tells nobody
    anything, so it never counts as if somebody had been told."""
    return f"{topic}:mail"


def write(db: Session, person: Person, matter: Matter, body: Body, now: datetime) -> None:
    """Queue a mail to a person, once for each matter; `body` has no address yet."""
    assert person.mail is not None, "only who has an address gets a mail"
    draft = Draft(
        _NO_CHAT,
        Body(body.text, subject=body.subject, mail_to=person.mail),
        matter.priority,
        kind=OutboxKind.MAIL,
        person_id=person.id,
        topic=topic_of(matter.topic),
        due_at=matter.due_at,
        dedupe_key=f"mail:{person.id}:{matter.topic}",
    )
    outbox.put(db, draft, now)


def write_to_operator(
    db: Session, body: Body, dedupe_key: str, now: datetime, *, due_at: datetime | None = None
) -> None:
    draft = Draft(
        _NO_CHAT,
        body,
        Priority.ALERT,
        kind=OutboxKind.MAIL,
        due_at=due_at,
        dedupe_key=dedupe_key,
    )
    outbox.put(db, draft, now)


def set_address(db: Session, person: Person, address: str | None, now: datetime) -> None:
    """A person's address is another one now, or none; what waits goes there, or nowhere."""
    person.mail = address
    for row in db.exec(select(OutboxRow).where(*_WAITS, OutboxRow.person_id == person.id)).all():
        if address is None:
            outbox.close(db, row.id, OutboxState.WITHDRAWN, now)
        else:
            row.body_json = {**row.body_json, "mail_to": address}
    db.flush()


def withdraw(db: Session, topic: str, now: datetime) -> None:
    """Nobody needs to look into this matter any more."""
    outbox.withdraw(db, topic_of(topic), now)


# --- sending


def next_due(db: Session, now: datetime) -> OutboxRow | None:
    """The mail to send now, the most urgent first. Who was written to lately waits."""
    while (row := db.exec(_first_due(now)).first()) is not None:
        told_at = _told_at(db, row, now)
        if told_at is None:
            return row
        statement = update(OutboxRow).where(col(OutboxRow.id) == row.id, *_WAITS)
        if not changed_one(db, statement.values(due_at=told_at + _once_in(row))):
            return None
    return None


def _first_due(now: datetime) -> SelectOfScalar[OutboxRow]:
    due_at = col(OutboxRow.due_at)
    # Nothing is ever put off further than this: that was done by a clock that was set back since.
    too_far = (col(OutboxRow.tries) > 0) & (due_at > now + ONCE_IN)
    chosen = select(OutboxRow).where(*_WAITS, (due_at <= now) | too_far)
    return chosen.order_by(col(OutboxRow.priority), col(OutboxRow.id)).limit(1)


def _once_in(row: OutboxRow) -> timedelta:
    return OPERATOR_ONCE_IN if row.person_id is None else ONCE_IN


def _told_at(db: Session, row: OutboxRow, now: datetime) -> datetime | None:
    """When whom this mail is for got one last that was as urgent; None if that was long ago."""
    chosen = select(func.max(OutboxRow.settled_at)).where(
        OutboxRow.kind == OutboxKind.MAIL,
        OutboxRow.state == OutboxState.SENT,
        _of(row),
        col(OutboxRow.priority) <= row.priority,
        col(OutboxRow.settled_at) > now - _once_in(row),
        col(OutboxRow.settled_at) <= now,
    )
    return db.exec(chosen).one()


def _of(row: OutboxRow) -> Any:
    return col(OutboxRow.person_id).is_not_distinct_from(row.person_id)


def next_due_at(db: Session, now: datetime) -> datetime | None:
    """When the next mail falls due that isn't yet."""
    chosen = select(func.min(OutboxRow.due_at)).where(*_WAITS, col(OutboxRow.due_at) > now)
    return db.exec(chosen).one()


def note_sent(db: Session, sent: OutboxRow, now: datetime) -> None:
    """The server took it. It says nothing, so it said all that was due to this person by now."""
    delivery.note_sent(db, sent, None, now)
    was_due = (col(OutboxRow.due_at) <= now) | (col(OutboxRow.tries) > 0)
    chosen = select(OutboxRow.id).where(
        *_WAITS, _of(sent), col(OutboxRow.priority) >= sent.priority, was_due
    )
    for row_id in db.exec(chosen).all():
        outbox.close(db, row_id, OutboxState.WITHDRAWN, now)


def is_given_up(row: OutboxRow, now: datetime) -> bool:
    """Whether it has been tried for so long that it isn't tried again."""
    since = row.waiting_since or row.due_at
    return since is not None and now - since >= GIVEN_UP_AFTER


def waiting(db: Session) -> Sequence[OutboxRow]:
    """All that is queued, the oldest first."""
    return db.exec(select(OutboxRow).where(*_WAITS).order_by(col(OutboxRow.id))).all()


def unsent_since(db: Session) -> datetime | None:
    """Since when the oldest mail waits that was tried and didn't go."""
    chosen = select(func.min(OutboxRow.waiting_since)).where(*_WAITS, OutboxRow.tries > 0)
    return db.exec(chosen).one()

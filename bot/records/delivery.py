"""Delivery: which outbox row goes next, and what became of it."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, bindparam, func, literal_column, update
from sqlmodel import Session, col, select

from bot.records import people, presence
from bot.records.database import UtcDateTime
from bot.records.outbox import (
    Draft,
    OutboxKind,
    OutboxRow,
    OutboxState,
    Priority,
    close,
    deletion,
    edit,
    put,
)
from bot.rules.due import LATE_AFTER

# Written out: the partial indexes of the outbox serve only a query whose text says the same, and
# without them each look would read all that waits.
_QUEUED = col(OutboxRow.state) == literal_column("'queued'")
_TRIED = col(OutboxRow.tries) > literal_column("0")
_NO_MAIL = col(OutboxRow.kind) != OutboxKind.MAIL  # mails go their own way (records/mails.py)
_PACED = (col(OutboxRow.kind) != OutboxKind.TAP_ANSWER) & _NO_MAIL
_TOLD_OF = (OutboxKind.MESSAGE, OutboxKind.FETCH)
# The next try of a row is never planned further away. One that is, was planned by a clock that has
# been set back since; or Telegram asked for much patience, and then the pace holds its chat.
_LONGEST_WAIT = timedelta(minutes=1)


# Built once: these are asked for every message, and building a statement costs more than running it.
_NOW, _TOO_FAR = bindparam("now", type_=UtcDateTime), bindparam("too_far", type_=UtcDateTime)
_BUSY: BindParameter[Any] = bindparam("busy_chats", expanding=True)
_IN_HAND: BindParameter[Any] = bindparam("in_hand", expanding=True)


def _is_due() -> Any:
    """Due by the clock; or at once, or soon, by a clock that has been set back since."""
    due_at, tries = col(OutboxRow.due_at), col(OutboxRow.tries)
    was_due = (tries == 0) & (due_at <= col(OutboxRow.created_at))
    return (due_at <= _NOW) | was_due | ((tries > 0) & (due_at > _TOO_FAR))


_DUE = (_QUEUED, _PACED, _is_due())
_RETRYING_CHATS = select(OutboxRow.chat_id).where(_QUEUED, _PACED, _TRIED, ~_is_due())
_FIRST_DUE = (
    select(OutboxRow)
    .where(
        *_DUE,
        col(OutboxRow.chat_id).not_in(_BUSY),
        (col(OutboxRow.priority) == int(Priority.DANGER))
        | col(OutboxRow.chat_id).not_in(_RETRYING_CHATS),
    )
    .order_by(col(OutboxRow.priority), col(OutboxRow.id))
    .limit(1)
)
_FIRST_DUE_OF_CHAT = (
    select(OutboxRow)
    .where(*_DUE, col(OutboxRow.chat_id) == bindparam("chat_id"))
    .order_by(col(OutboxRow.id))
    .limit(1)
)
_TAP_ANSWERS = select(OutboxRow).where(
    _QUEUED,
    OutboxRow.priority == int(Priority.ANSWER),  # all of them: the index begins with it
    OutboxRow.kind == OutboxKind.TAP_ANSWER,
    col(OutboxRow.due_at) <= _NOW,
    col(OutboxRow.id).not_in(_IN_HAND),
)
_LATER = select(func.min(OutboxRow.due_at)).where(_QUEUED, _NO_MAIL, col(OutboxRow.due_at) > _NOW)


def next_due(db: Session, now: datetime, busy_chats: Collection[int]) -> OutboxRow | None:
    """The row to send next, leaving out the chats that may not be written to at this moment.

    Among chats the highest priority goes first. Within a chat the order of writing holds, also
    while its first row waits for another try; only danger overtakes.
    """
    instants = {"now": now, "too_far": now + _LONGEST_WAIT}
    first = db.exec(_FIRST_DUE, params={**instants, "busy_chats": list(busy_chats)}).first()
    if first is None or first.priority == Priority.DANGER:
        return first
    return db.exec(_FIRST_DUE_OF_CHAT, params={**instants, "chat_id": first.chat_id}).first()


def tap_answers(db: Session, now: datetime, in_hand: Collection[int]) -> Sequence[OutboxRow]:
    """The answers to taps that wait; they are sent at once."""
    return db.exec(_TAP_ANSWERS, params={"now": now, "in_hand": list(in_hand)}).all()


def note_sent(db: Session, sent: OutboxRow, message_id: int | None, now: datetime) -> None:
    """Telegram took the row as `sent` stood when it was read.

    If its body was replaced in the meantime, the new one follows as an edit. On a telephone that
    others can see the message goes after a day.
    """
    row = db.get(OutboxRow, sent.id)
    assert row is not None, "outbox rows are never deleted while queued"
    first_due_at = row.waiting_since or row.due_at
    if row.kind is OutboxKind.MESSAGE and first_due_at and now - first_due_at > LATE_AFTER:
        presence.count_late(db)
    row.state, row.settled_at, row.due_at = OutboxState.SENT, now, None
    row.message_id = message_id or row.message_id
    row.receipt_due_at = now if row.wants_receipt else None
    db.flush()
    if row.revision != sent.revision:
        edit(db, row, row.body, now)
    if row.goes_after_seconds is not None and message_id is not None:
        put(db, deletion(row.chat_id, message_id, row.goes_after_seconds, now), now)


def note_retry(db: Session, row_id: int, reason: str, due_at: datetime) -> None:
    db.execute(
        update(OutboxRow)
        .where(col(OutboxRow.id) == row_id, col(OutboxRow.state) == OutboxState.QUEUED)
        .values(
            tries=col(OutboxRow.tries) + 1,
            reason=reason,
            due_at=due_at,
            waiting_since=func.coalesce(OutboxRow.waiting_since, OutboxRow.due_at),
        )
    )


def is_alarm(row: OutboxRow) -> bool:
    """Whether this is an alarm to the operator (records/alarms.py): none is raised about it."""
    return (row.dedupe_key or "").startswith("alarm:")


def note_undeliverable(db: Session, row_id: int, reason: str, now: datetime) -> None:
    """Telegram will never take this row. `failure_due_at` makes the clock tell somebody."""
    if close(db, row_id, OutboxState.UNDELIVERABLE, now):
        row = db.get(OutboxRow, row_id, populate_existing=True)
        assert row is not None, "it was closed a line ago"
        row.reason = reason
        is_somebodys = row.kind in _TOLD_OF and row.person_id is not None
        row.failure_due_at = now if is_somebodys else None
        db.flush()


def note_unreachable(db: Session, chat_id: int, reason: str, now: datetime) -> None:
    """The chat is closed to the bot: its person is marked, and nothing queued for it will arrive."""
    people.mark_unreachable(db, chat_id, now)
    can_still_work = (OutboxKind.DELETE, OutboxKind.LEAVE)
    queued = db.exec(
        select(OutboxRow.id).where(
            _QUEUED, OutboxRow.chat_id == chat_id, col(OutboxRow.kind).not_in(can_still_work)
        )
    ).all()
    for row_id in queued:
        note_undeliverable(db, row_id, reason, now)


def send_anew(db: Session, edit_row: OutboxRow, now: datetime) -> None:
    """The message that was to be edited is gone: its new wording is sent as a message."""
    if close(db, edit_row.id, OutboxState.WITHDRAWN, now):
        target = db.get(OutboxRow, edit_row.target_id)
        keeps = target.goes_after_seconds if target else None
        draft = Draft(
            chat_id=edit_row.chat_id,
            body=edit_row.body,
            priority=Priority(edit_row.priority),
            person_id=edit_row.person_id,
            topic=edit_row.topic,
            goes_after=None if keeps is None else timedelta(seconds=keeps),
            shows_client_id=edit_row.shows_client_id,
        )
        put(db, draft, now)


def next_due_at(db: Session, now: datetime) -> datetime | None:
    """When the next row that isn't due yet falls due."""
    return db.exec(_LATER, params={"now": now}).one()


def oldest_due_at(db: Session, now: datetime) -> datetime | None:
    """Since when the oldest unsent row that is due has waited."""
    waiting = select(func.min(OutboxRow.due_at)).where(
        _QUEUED, _NO_MAIL, col(OutboxRow.due_at) <= now
    )
    return db.exec(waiting).one()


def unsent_since(db: Session, now: datetime) -> datetime | None:
    """Since when the oldest row that should be out by now has waited, also between two tries."""
    retrying = select(func.min(OutboxRow.waiting_since)).where(_QUEUED, _NO_MAIL, _TRIED)
    instants = (oldest_due_at(db, now), db.exec(retrying).one())
    return min((instant for instant in instants if instant is not None), default=None)

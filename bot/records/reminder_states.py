"""What was and will be sent of a session to its client: each reminder in one of six states."""

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlmodel import Session, col, select

from bot.records import audit, people, why_not
from bot.records.outbox import OutboxKind, OutboxRow, OutboxState
from bot.records.people import Person
from bot.records.therapy_sessions import Answer, SessionState, TherapySession
from bot.records.why_not import WhyNot
from bot.rules.due import next_reminder_at
from bot.rules.practice import Practice

# Who says them, as their outbox rows have it: the names of the timers' conversations.
REMINDERS, NOTICES = "session_reminders:", "session_notices:"


class ReminderState(enum.Enum):
    """Where a reminder stands. The last four are the end."""

    PLANNED = "planned"  # its instant is still to come, or it is just being sent
    SENT = "sent"
    ANSWERED = "answered"  # the last one that was sent before the client answered
    NOT_DELIVERED = "not delivered"  # or won't be, as things stand
    WITHDRAWN = "withdrawn"  # its cause is gone, or the client wants none
    EXPIRED = "expired"  # it would have come when it was of no use any more


@dataclass(frozen=True)
class Reminder:
    """One reminder, or one notice of a change. `at` is when it was settled, or is to come."""

    state: ReminderState
    at: datetime
    is_notice: bool = False
    why: WhyNot | None = None  # of what doesn't arrive
    said_id: int | None = field(default=None, compare=False)  # of its outbox row, if there is one


def of_session(
    db: Session, row: TherapySession, practice: Practice, now: datetime
) -> list[Reminder]:
    """All that there is of one session, in order."""
    client = people.get(db, row.client_id)
    said = _said_by_itself(db, row)
    answered = _answered_by(said, row.answered_at)
    found = [
        replace(_as_it_stands(db, each, row, is_answered=each.id == answered), said_id=each.id)
        for each in said
    ]
    found += _to_come(db, row, client, practice, now)
    return sorted(found, key=lambda each: each.at)


def topics_of(row: TherapySession) -> tuple[str, ...]:
    """What messages to the client about this session are filed under: its own topic, that of its
    notices, and that of notices of several sessions, which may be about others."""
    return row.topic, row.notice_topic, f"person:{row.client_id}:notices"


def is_about(message: OutboxRow, row: TherapySession) -> bool:
    """Whether a message of these topics may be about this session, and is the client's to read."""
    if message.person_id != row.client_id:
        return False
    is_own = message.topic in topics_of(row)[:2]
    return is_own or (is_notice(message) and message.created_at >= row.created_at)


def said_about(db: Session, row: TherapySession) -> list[OutboxRow]:
    """What was or is being written to the client about this session, in order."""
    chosen = select(OutboxRow).where(
        col(OutboxRow.topic).in_(topics_of(row)), OutboxRow.kind == OutboxKind.MESSAGE
    )
    rows = db.exec(chosen.order_by(col(OutboxRow.id)))
    return [each for each in rows if is_about(each, row)]


def _said_by_itself(db: Session, row: TherapySession) -> list[OutboxRow]:
    ours = (REMINDERS, NOTICES)
    return [each for each in said_about(db, row) if (each.dedupe_key or "").startswith(ours)]


def is_notice(row: OutboxRow) -> bool:
    return (row.dedupe_key or "").startswith(NOTICES)


def _answered_by(said: Sequence[OutboxRow], answered_at: datetime | None) -> int | None:
    """The id of the row that was there last when the client answered."""
    if answered_at is None:
        return None
    before = [
        each.id
        for each in said
        if each.state is OutboxState.SENT and (each.settled_at or each.created_at) <= answered_at
    ]
    return before[-1] if before else None


def _as_it_stands(
    db: Session, said: OutboxRow, row: TherapySession, *, is_answered: bool
) -> Reminder:
    at, notice = said.settled_at or said.due_at or said.created_at, is_notice(said)
    match said.state:
        case OutboxState.QUEUED:
            return Reminder(ReminderState.PLANNED, at, notice)
        case OutboxState.SENT:
            state = ReminderState.ANSWERED if is_answered else ReminderState.SENT
            return Reminder(state, at, notice)
        case OutboxState.UNDELIVERABLE:
            why = why_not.of_refusal(said.reason, people.get(db, row.client_id), at)
            return Reminder(ReminderState.NOT_DELIVERED, at, notice, why)
        case OutboxState.WITHDRAWN:
            why = _why_withdrawn(db, row, at)
            return Reminder(ReminderState.WITHDRAWN, at, notice, why)
        case OutboxState.EXPIRED:
            return Reminder(ReminderState.EXPIRED, at, notice, WhyNot.TOO_LATE)


def _why_withdrawn(db: Session, row: TherapySession, at: datetime) -> WhyNot:
    """What was done in the very transaction in which it was taken back."""
    client = people.get(db, row.client_id)
    if row.cancelled_at == at:
        return WhyNot.CANCELLED
    acts = audit.acts_on(db, client, (why_not.STOP, *why_not.PAUSES))
    done = next((each.action for each in acts if each.at == at), None)
    if done is None:
        return WhyNot.MOVED
    return WhyNot.STOPPED if done == why_not.STOP else WhyNot.PAUSED


def _to_come(
    db: Session, row: TherapySession, client: Person, practice: Practice, now: datetime
) -> Iterator[Reminder]:
    """What is still to be said; and what would be, if the client could be reached or wanted it."""
    if row.notice_at is not None:
        yield _at(row.notice_at, why_not.held(db, client, row.notice_at), is_notice=True)
    if row.state is not SessionState.BOOKED or row.starts_at <= now:
        return
    rules, instant = client.reminder_rules(practice), row.remind_at
    is_settled = row.answer is Answer.COMING and not client.reminds_confirmed
    while instant is not None:
        why = why_not.held(db, client, instant)
        yield _at(instant, why or (WhyNot.COMING if is_settled else None))
        instant = next_reminder_at(row.starts_at, rules, instant)


def _at(instant: datetime, why: WhyNot | None, *, is_notice: bool = False) -> Reminder:
    if why is None:
        return Reminder(ReminderState.PLANNED, instant, is_notice)
    if why in why_not.UNREACHED:
        return Reminder(ReminderState.NOT_DELIVERED, instant, is_notice, why)
    return Reminder(ReminderState.WITHDRAWN, instant, is_notice, why)

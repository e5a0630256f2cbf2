"""Whether a client has heard of a session as it now stands, as far as the bot can know."""

import enum
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from bot.records import people, why_not
from bot.records.outbox import OutboxKind, OutboxRow, OutboxState, Priority
from bot.records.reminder_states import is_about, is_notice, said_about, topics_of
from bot.records.therapy_sessions import Answer, SessionState, TherapySession
from bot.rules.due import LATE_AFTER

_FAILED = (OutboxState.UNDELIVERABLE, OutboxState.EXPIRED)
_AT_A_TIME = 500


class Heard(enum.Enum):
    """What became of what was written about a session."""

    YES = "yes"  # something arrived, or they answered
    TO_COME = "to come"  # something is on its way, or a reminder is planned
    NO = "no"  # it failed, or would
    NOTHING = "nothing"  # nothing was to be said, or the client wishes none


def heard(db: Session, row: TherapySession, now: datetime) -> Heard:
    return _heard(db, row, said_about(db, row), now)


def is_on_its_way(db: Session, row: TherapySession) -> bool:
    return any(each.state is OutboxState.QUEUED for each in said_about(db, row))


def not_reached(db: Session, rows: Sequence[TherapySession], now: datetime) -> frozenset[int]:
    """The ids of those that are to come of which nothing arrived, nor will as things stand."""
    asked = [
        each
        for each in rows
        if each.state is SessionState.BOOKED and each.starts_at > now and each.answer is Answer.NONE
    ]
    said: dict[str, list[OutboxRow]] = defaultdict(list)
    topics = [topic for each in asked for topic in topics_of(each)]
    for begin in range(0, len(topics), _AT_A_TIME):
        some = topics[begin : begin + _AT_A_TIME]
        chosen = select(OutboxRow).where(
            col(OutboxRow.topic).in_(some), OutboxRow.kind == OutboxKind.MESSAGE
        )
        for message in db.exec(chosen):
            said[message.topic or ""].append(message)
    return frozenset(each.id for each in asked if not _arrives(db, each, _of(said, each), now))


def _of(said: Mapping[str, Sequence[OutboxRow]], row: TherapySession) -> list[OutboxRow]:
    found = {
        message.id: message
        for topic in topics_of(row)
        for message in said.get(topic, ())
        if is_about(message, row)
    }
    return [found[each] for each in sorted(found)]


def _arrives(db: Session, row: TherapySession, said: Sequence[OutboxRow], now: datetime) -> bool:
    match _heard(db, row, said, now):
        case Heard.YES:
            return True
        case Heard.NO:
            return False
        case Heard.TO_COME | Heard.NOTHING:
            client = people.get(db, row.client_id)
            return why_not.held(db, client, row.remind_at or now) is None


def _heard(db: Session, row: TherapySession, said: Sequence[OutboxRow], now: datetime) -> Heard:
    """What was written before the last change is about a time that no longer holds."""
    if row.answer is not Answer.NONE:
        return Heard.YES
    changes = [index for index, each in enumerate(said) if _tells_a_change(each)]
    standing = said[changes[-1] :] if changes else said
    if any(each.state is OutboxState.SENT for each in standing):
        return Heard.YES
    client = people.get(db, row.client_id)
    if client.telegram_id is not None and client.unreachable_at is not None:
        return Heard.NO
    waiting = [each for each in standing if each.state is OutboxState.QUEUED]
    if any(now - _waits_since(each) >= LATE_AFTER for each in waiting):
        return Heard.NO
    if waiting or row.remind_at is not None or row.notice_at is not None:
        return Heard.TO_COME
    return Heard.NO if any(each.state in _FAILED for each in standing) else Heard.NOTHING


def _tells_a_change(message: OutboxRow) -> bool:
    """A notice; or what the client is told as the office gives them another time."""
    return is_notice(message) or message.priority == Priority.ALERT


def _waits_since(message: OutboxRow) -> datetime:
    return message.waiting_since or message.due_at or message.created_at

"""What comes by itself after its time: said so while it is of use, counted as expired after that."""

from dataclasses import replace
from datetime import timedelta

from bot.records import outbox
from bot.records.outbox import Body, Draft, OutboxState, Priority
from bot.rules.due import LATE_AFTER
from bot.texts import _
from bot.turn import Turn


def late_by(turn: Turn) -> timedelta:
    """How long after its instant a due row is worked; nothing for an update."""
    return timedelta() if turn.due_at is None else turn.now - turn.due_at


def sorry_if_late(turn: Turn, *, was_late: bool = False) -> str:
    """A sentence of its own, to end a message with; empty for what comes in time."""
    is_late = was_late or late_by(turn) > LATE_AFTER
    return _("This comes late. I'm sorry.") if is_late else ""


def expire(turn: Turn, topic: str) -> None:
    """Note that what was due about `topic` is not said, because it is of no use any more."""
    draft = Draft(turn.chat_id, Body(), Priority.REMINDER, topic=topic, good_until=turn.now)
    draft = replace(draft, person_id=turn.person.id, dedupe_key=f"{turn.origin}:expired")
    row = outbox.put(turn.db, draft, turn.now)
    outbox.close(turn.db, row.id, OutboxState.EXPIRED, turn.now)

"""Why something didn't reach a client, or won't: what the bot was told, and what the client wished."""

import enum
from datetime import datetime

from sqlmodel import Session

from bot.records import consents
from bot.records.consents import Purpose
from bot.records.people import Person

_CLOSED = "Forbidden"  # as the outbox has it
# As the audit calls it when a client stops messages, and both acts by which a client's messages are paused: their own, and the office's.
STOP = "stop"
PAUSES = ("pause", "pause for the office")


class WhyNot(enum.Enum):
    """Why a message about a session doesn't arrive."""

    NOT_CONNECTED = "not connected"  # there is no chat
    BLOCKED = "blocked"  # the bot was blocked, or the account is gone
    REFUSED = "refused"  # Telegram took this one message from nobody
    STOPPED = "stopped"
    PAUSED = "paused"
    NO_YES = "no yes"  # they don't want reminders, or never said that they do
    COMING = "coming"  # said so, and wants no reminder after that
    MOVED = "moved"
    CANCELLED = "cancelled"
    TOO_LATE = "too late"


# It was to be said and can't be; everything else is somebody's wish, or of no use any more.
UNREACHED = frozenset({WhyNot.NOT_CONNECTED, WhyNot.BLOCKED, WhyNot.REFUSED})


def of_refusal(reason: str | None, client: Person, at: datetime) -> WhyNot:
    """Why a message was undeliverable at this instant: a closed chat, or this one was refused."""
    was_gone = client.unreachable_at is not None and client.unreachable_at <= at
    return WhyNot.BLOCKED if was_gone or reason == _CLOSED else WhyNot.REFUSED


def held(
    db: Session, client: Person, at: datetime, purpose: Purpose = Purpose.REMINDERS
) -> WhyNot | None:
    """Why nothing of this purpose would be written to this client then, as things stand."""
    if client.telegram_id is None:
        return WhyNot.NOT_CONNECTED
    if client.unreachable_at is not None:
        return WhyNot.BLOCKED
    if client.stopped_at is not None:
        return WhyNot.STOPPED
    if client.paused_until is not None and at < client.paused_until:
        return WhyNot.PAUSED
    if not consents.has(db, client, purpose):
        return WhyNot.NO_YES
    return None

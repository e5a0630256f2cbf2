"""What came of sending one row of the outbox, whichever way it went."""

import enum
from dataclasses import dataclass
from datetime import timedelta


class Outcome(enum.Enum):
    SENT = "sent"
    NOTHING_TO_EDIT = "nothing to edit"  # send the new wording as a message
    WAIT = "wait"  # Telegram asks for patience: `retry_after`
    TRY_AGAIN = "try again"  # the network or the other side failed; it may have arrived
    UNREACHABLE = "unreachable"  # blocked, deactivated, never started: mark the person
    REFUSED = "refused"  # the other side will never take this row


@dataclass(frozen=True)
class Verdict:
    """What came of sending one row. `reason` is an error's class, never its words."""

    outcome: Outcome
    message_id: int | None = None
    contents: bytes | None = None  # of what was fetched
    retry_after: timedelta = timedelta()
    reason: str = ""

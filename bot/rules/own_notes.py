"""When a client's own note is brought back before a meeting, asked about after it, and forgotten."""

from datetime import datetime, timedelta

from bot.rules.due import Clocks

BROUGHT_BEFORE = timedelta(hours=1)
ASKED_AFTER = timedelta(hours=4)  # a meeting's end
ASKED_AT_MOST = timedelta(days=7)  # after a meeting's end: later, nobody knows what was meant
UNFINISHED_KEPT = timedelta(days=7)
LONGEST_TO_BRING = 8000  # characters: somebody reads it within the hour before a session


def brought_back_at(starts_at: datetime, clocks: Clocks) -> datetime:
    """An hour before; where it is quiet then, just before the quiet hours begin."""
    wished = starts_at - BROUGHT_BEFORE
    found = clocks.outside_quiet_hours(wished, starts_at)
    assert found is not None, "an hour before is before"
    return found

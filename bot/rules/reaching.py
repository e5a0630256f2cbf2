"""When to look whether a client was reached before a session: while somebody is there to phone."""

from datetime import datetime, timedelta

from bot.rules.working_hours import WorkingHours

NOTICE = timedelta(hours=24)
# Who is told at the closing can phone nobody any more.
_TIME_TO_PHONE = timedelta(hours=1)
# Further back than this no reminder was due yet, and there is nothing to see.
_LOOKS_BACK = 7


def first_look(starts_at: datetime, hours: WorkingHours) -> datetime | None:
    """24 h before, or the last hour in which somebody is there before that.

    Where nobody is there in the week before it: the first instant after it at which somebody is,
    before the session begins; None if there is none.
    """
    wished = starts_at - NOTICE
    if hours.is_open(wished):
        return wished
    today = wished.astimezone(hours.zone).date()
    for days in range(_LOOKS_BACK):
        spans = hours.spans_of(today - timedelta(days=days))
        for opens, closes in reversed(spans):
            if closes <= wished:
                return max(opens, closes - _TIME_TO_PHONE)
    return next_look(starts_at, hours, wished)


def next_look(starts_at: datetime, hours: WorkingHours, after: datetime) -> datetime | None:
    """The first instant from `after` on at which somebody is there, before the session begins."""
    found = hours.next_opening(after)
    return found if found is not None and found < starts_at else None

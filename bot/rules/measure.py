"""How much is too much: what a person gets without having asked for it."""

import enum
from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.rules.due import local_instant


class Unasked(enum.Enum):
    """What comes to a client who didn't ask for it, the most urgent first."""

    CASE = "case"  # what they told somebody: that it waits, and how it is a week after
    CHECK_IN = "check-in"
    HOMEWORK = "homework"
    OWN_NOTE = "own note"  # whether they got to say what they had noted
    SEARCH = "search"  # that another psychologist is still being looked for


# At most one such message a day and three a week, messages about sessions apart (DESIGN, law 12).
A_DAY, A_WEEK = 1, 3
WEEK = timedelta(days=7)


def next_allowed_at(sent: Sequence[datetime], wished: datetime, zone: ZoneInfo) -> datetime:
    """The first instant from `wished` on that keeps the measure: the same wall time, days later.

    `sent` are the instants of what this person was sent unasked; those of the week before
    `wished` count.
    """
    wall = wished.astimezone(zone)
    instant, days = wished, 0
    while not _fits(sent, instant, zone):
        days += 1
        instant = local_instant(wall.date() + timedelta(days=days), wall.time(), zone)
    return instant


def _fits(sent: Sequence[datetime], instant: datetime, zone: ZoneInfo) -> bool:
    day = instant.astimezone(zone).date()
    of_day = sum(each.astimezone(zone).date() == day for each in sent)
    of_week = sum(instant - WEEK < each <= instant for each in sent)
    return of_day < A_DAY and of_week < A_WEEK

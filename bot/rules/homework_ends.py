"""Until when homework that comes again and again is proposed, and what can't be meant by it."""

import enum
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rules.due import local_instant
from bot.rules.homework import FURTHEST, NoteRules, Rhythm

_SATURDAY = 5


class EndFault(enum.Enum):
    """Why an end can't be proposed."""

    OVER = "over"
    BEFORE_FIRST = "before the first reminder"
    ONLY_ONE = "no second reminder before it"
    TOO_FAR = "more than a year away"


def end_of_day(instant: datetime, zone: ZoneInfo) -> datetime:
    """The midnight after the local day of `instant`: what ends then comes on that day still."""
    return local_instant(instant.astimezone(zone).date() + timedelta(days=1), time(0), zone)


def last_day(until: datetime) -> datetime:
    """An instant of the last day, for words about it: a midnight ends the day before it."""
    return until - timedelta(seconds=1)


def second_reminder_at(first_at: datetime, rhythm: Rhythm, rules: NoteRules) -> datetime | None:
    """When it would come for the second time; None for what comes once."""
    match rhythm:
        case Rhythm.ONCE:
            return None
        case Rhythm.DAILY:
            return rules.days_from(first_at, 1)
        case Rhythm.WEEKLY:
            return rules.days_from(first_at, 7)
        case Rhythm.WEEKDAYS:
            after = (rules.days_from(first_at, days) for days in (1, 2, 3))
            zone = rules.clocks.zone
            return next(at for at in after if at.astimezone(zone).weekday() < _SATURDAY)


def fault_of_end(
    until: datetime, first_at: datetime, rhythm: Rhythm, rules: NoteRules, now: datetime
) -> EndFault | None:
    """What is wrong with an end; None for nothing."""
    if until <= now:
        return EndFault.OVER
    if until <= first_at:
        return EndFault.BEFORE_FIRST
    if until > now + FURTHEST:
        return EndFault.TOO_FAR
    second = second_reminder_at(first_at, rhythm, rules)
    return EndFault.ONLY_ONE if second is not None and until <= second else None

"""Until when somebody is away: days that are offered, and the hour at which a day ends it."""

import enum
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.rules.due import day_of, start_of_day
from bot.rules.working_hours import WorkingHours

LONGEST = timedelta(days=366)
_MONDAY, _WEEK = 0, 7


class Return(enum.Enum):
    """The days that are offered by a button."""

    TOMORROW = "tomorrow"
    MONDAY = "monday"
    ONE_WEEK = "one week"
    TWO_WEEKS = "two weeks"


def back_on(day: date, hours: WorkingHours, zone: ZoneInfo) -> datetime:
    """When somebody is back who named a day and no time: as the practice opens, else at midnight."""
    spans = hours.spans_of(day)
    return spans[0][0] if spans else start_of_day(day, zone)


def offered(now: datetime, hours: WorkingHours, zone: ZoneInfo) -> dict[Return, datetime]:
    """What the buttons mean today; a Monday that is tomorrow is offered once."""
    today = day_of(now, zone)
    days = {
        Return.TOMORROW: 1,
        Return.MONDAY: (_MONDAY - today.weekday()) % _WEEK or _WEEK,
        Return.ONE_WEEK: _WEEK,
        Return.TWO_WEEKS: 2 * _WEEK,
    }
    found: dict[Return, datetime] = {}
    for each, count in days.items():
        instant = back_on(today + timedelta(days=count), hours, zone)
        if each is not Return.MONDAY or instant not in found.values():
            found[each] = instant
    return found


def can_be(until: datetime, now: datetime) -> bool:
    """Whether one can be away until then: it lies ahead, and not years ahead."""
    return now < until <= now + LONGEST

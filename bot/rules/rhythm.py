"""How often homework is asked about: on which days, at the client's hour, and when more rarely."""

import enum
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from bot.rules.due import UNDO_DELAY, local_instant
from bot.rules.homework import EVENING, USUAL_HOUR, NoteRules, Rhythm

# So many reminders in a row without an answer make them rarer.
IGNORED_AT_MOST = 2
RARER = {Rhythm.DAILY: Rhythm.WEEKLY, Rhythm.WEEKDAYS: Rhythm.WEEKLY, Rhythm.WEEKLY: Rhythm.ONCE}
# What only a client's own yes begins, so the measure of what comes unasked leaves it alone (law 12).
BY_DAY = frozenset({Rhythm.DAILY, Rhythm.WEEKDAYS})
_WEEK = 7
_SATURDAY = 5


class Later(enum.Enum):
    """When a client who hasn't done it yet wants to be asked again. The values live in old buttons."""

    TWO_HOURS = "two_hours"
    EVENING = "evening"
    TOMORROW = "tomorrow"


def next_in_rhythm(
    rhythm: Rhythm, rules: NoteRules, since: datetime, last: datetime | None = None
) -> datetime | None:
    """The first instant from `since` on at which this rhythm asks; None for once.

    Each is at the client's hour on a day of theirs, or when the quiet hours end. A weekly one keeps
    the day of the week of `last`, and comes a week after it at the earliest; without one it comes a
    week after `since`.
    """
    zone = rules.clocks.zone
    today = since.astimezone(zone).date()
    match rhythm:
        case Rhythm.ONCE:
            return None
        case Rhythm.DAILY | Rhythm.WEEKDAYS:
            day, step = today - timedelta(days=1), timedelta(days=1)
        case Rhythm.WEEKLY:
            step = timedelta(days=_WEEK)
            day = (last.astimezone(zone).date() if last else today) + step
    while (at := rules.on(day)) < since or not _is_day_of(rhythm, at.astimezone(zone).date()):
        day += step
    return at


def _is_day_of(rhythm: Rhythm, day: date) -> bool:
    return rhythm is not Rhythm.WEEKDAYS or day.weekday() < _SATURDAY


def tomorrow_begins(now: datetime, rules: NoteRules) -> datetime:
    """What was asked or answered today is asked again from then on."""
    zone = rules.clocks.zone
    return local_instant(now.astimezone(zone).date() + timedelta(days=1), time(0), zone)


def is_same_day(one: datetime, other: datetime, rules: NoteRules) -> bool:
    """On the client's clocks."""
    zone = rules.clocks.zone
    return one.astimezone(zone).date() == other.astimezone(zone).date()


def later(now: datetime, rules: NoteRules, until: datetime | None) -> Mapping[Later, datetime]:
    """What can still be chosen for later: never at night, never after its end, no instant twice."""
    clocks = rules.clocks
    two_hours = now.replace(second=0, microsecond=0) + timedelta(hours=2)
    today = now.astimezone(clocks.zone).date()
    hour = rules.hour if rules.hour >= EVENING else USUAL_HOUR
    evening = local_instant(today, time(hour), clocks.zone)
    wished = {
        Later.TWO_HOURS: two_hours,
        Later.EVENING: evening,
        Later.TOMORROW: rules.days_from(now, 1),
    }
    chosen: dict[datetime, Later] = {}
    for each, at in wished.items():
        is_in_time = now + UNDO_DELAY <= at and (until is None or at < until)
        if is_in_time and clocks.quiet_span(at) is None:
            chosen.setdefault(at, each)
    return {each: at for at, each in chosen.items()}

"""Days and times that people type: how they are read here, and said back in words."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.records.people import Person
from bot.rules.typed_dates import Moment, Reader
from bot.texts import TimeWords, _
from bot.turn import Turn

# Days are said without a year: what lies further away could be taken for one of this year.
FURTHEST = timedelta(days=183)


def reader_for(turn: Turn, person: Person, typed_at: datetime | None = None) -> Reader:
    """Reads what this person types (or typed, at another instant): by their zone and language."""
    zone = ZoneInfo(person.time_zone) if person.time_zone else turn.practice.zone
    return Reader(
        typed_at or turn.now,
        zone,
        month_first=turn.practice.month_first,
        language=person.language,
    )


def in_words(words: TimeWords, moment: Moment) -> str:
    """«Thursday 10 December», «Thursday 10 December, 4:00 pm», «…, after 3:00 pm»."""
    if not moment.has_time:
        return words.day(moment.at)
    if not moment.or_later:
        return words.day_and_time(moment.at)
    return _("{day}, after {time}").format(day=words.day(moment.at), time=words.time(moment.at))


def all_in_words(words: TimeWords, moments: Sequence[Moment]) -> str:
    return " · ".join(in_words(words, each) for each in moments)


def all_times(words: TimeWords, instants: Sequence[datetime]) -> str:
    """«Thursday 10 December, 4:00 pm · Friday 11 December, 9:00 am»"""
    return " · ".join(words.day_and_time(each) for each in instants)

"""By when a case is looked at and answered, and when whoever owes it is reminded."""

from datetime import datetime, timedelta
from fractions import Fraction

from bot.rules.practice import Practice
from bot.rules.routing import Kind

CONDUCT = Fraction(1, 4)  # of the usual times
_HALF = Fraction(1, 2)
# A promise is said as people say times: on the quarter of an hour, never later than the whole time.
_QUARTER_HOUR = timedelta(minutes=15)


def look_by(practice: Practice, kind: Kind, begins: datetime) -> datetime:
    """By when somebody has taken it on who may begin to look at `begins`."""
    until = practice.hours.after(begins, practice.look_time)
    return _for_kind(practice, kind, begins, until)


def answer_by(practice: Practice, kind: Kind, begins: datetime) -> datetime:
    """By when the client has an answer: working days end when the practice closes."""
    hours, span = practice.hours, practice.answer_time
    until = hours.after(begins, span)
    until = hours.closing_of_day(until) if span.working_days else until
    return _for_kind(practice, kind, begins, until)


def half_way(practice: Practice, begins: datetime, until: datetime) -> datetime:
    """When whoever owes something by then is reminded: when half of the time to work is over."""
    return practice.hours.part_way(begins, until, _HALF)


def _for_kind(practice: Practice, kind: Kind, begins: datetime, until: datetime) -> datetime:
    """Conduct has a quarter of the time, counted in practice hours (law 12: it rings in no others)."""
    if kind is not Kind.CONDUCT:
        return until
    sooner = practice.hours.part_way(begins, until, CONDUCT)
    return min(_on_the_quarter(sooner), until)


def _on_the_quarter(instant: datetime) -> datetime:
    """This quarter of an hour, or the next that begins (zones are whole quarters off UTC)."""
    over = timedelta(seconds=instant.timestamp() % _QUARTER_HOUR.total_seconds())
    return instant if not over else instant - over + _QUARTER_HOUR

"""The practice's opening hours: is somebody there, and when is somebody there next."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from bot.rules.closed_days import LONGEST_CLOSURE, ClosedDays
from bot.rules.due import local_instant
from bot.rules.durations import Span

_ONE_DAY = timedelta(days=1)
# Beyond the longest closure: who has an hour a week opens again within it, holidays and all.
_LOOKS_AHEAD = LONGEST_CLOSURE.days + 30
_NEVER_CLOSED = ClosedDays()
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ENTRY = re.compile(
    r"(?P<first>[a-z]{3})[a-z]*(?:\s*(?:-|to)\s*(?P<last>[a-z]{3})[a-z]*)?\s+"
    r"(?P<opens>\d{1,2}(?::\d{2})?)\s*(?:-|to)\s*(?P<closes>\d{1,2}(?::\d{2})?)"
)


@dataclass(frozen=True)
class WorkingHours:
    """Opening spans by weekday (0 is Monday), in the practice's zone; none on closed days.

    A span that ends no later than it begins ends on the next day.
    """

    spans: Mapping[int, tuple[tuple[time, time], ...]]
    zone: ZoneInfo
    closed: ClosedDays = _NEVER_CLOSED

    def is_open(self, instant: datetime) -> bool:
        return any(opens <= instant < closes for opens, closes in self._spans_around(instant))

    def next_opening(self, instant: datetime) -> datetime | None:
        """`instant` itself when open, else the next opening; None if the practice never opens."""
        if self.is_open(instant):
            return instant
        return self.opening_after(instant)

    def opening_after(self, instant: datetime) -> datetime | None:
        """The next opening that is still to come; None if the practice never opens."""
        day = self.next_open_day(self._day_of(instant) - _ONE_DAY)
        while day is not None:
            for opens, _ in self.spans_of(day):
                if opens > instant:
                    return opens
            day = self.next_open_day(day + _ONE_DAY)
        return None

    def next_open_day(self, day: date) -> date | None:
        """This day or the first after it on which somebody is there; None if nobody is in a year."""
        days = (day + timedelta(days=offset) for offset in range(_LOOKS_AHEAD))
        return next((each for each in days if self._is_open_on(each)), None)

    def after(self, instant: datetime, span: Span) -> datetime:
        """The instant by which something that may take so long is done, if it begins now.

        Working time counts from the next opening on. A working day later is the same hour of the
        next day on which somebody is there, or that day's closing if it closes earlier.
        """
        begins = self.next_opening(instant)
        if begins is None or span.clock:
            days = timedelta(days=span.working_days, hours=span.working_hours)
            return instant + span.clock + days  # who never opens has no working days
        if span.working_days:
            return self._days_later(begins, span.working_days)
        return self._hours_later(begins, timedelta(hours=span.working_hours))

    def part_way(self, begins: datetime, until: datetime, part: Fraction | float) -> datetime:
        """The instant at which this part, 0 to 1, of the open time between the two has passed.

        It lies in open time or at a closing. Where no open time lies between the two, it is that
        part of the clock time.
        """
        begins, until = begins.astimezone(UTC), until.astimezone(UTC)
        open_spans = self._open_between(begins, until) or [(begins, until)]
        left = _part_of(sum((end - start for start, end in open_spans), timedelta()), part)
        for start, end in open_spans:
            if left <= end - start:
                return start + left
            left -= end - start
        return open_spans[-1][1]

    def closing_of_day(self, instant: datetime) -> datetime:
        """When the practice closes on this day; `instant` itself on a day without hours."""
        closings = (closes for _, closes in self.spans_of(self._day_of(instant)))
        return max(closings, default=instant)

    def _days_later(self, begins: datetime, count: int) -> datetime:
        local = begins.astimezone(self.zone)
        day = local.date()
        for _ in range(count):
            open_day = self.next_open_day(day + _ONE_DAY)
            if open_day is None:
                return begins + timedelta(days=count)  # nobody is there in a year to count by
            day = open_day
        spans = self.spans_of(day)
        same_hour = local_instant(day, local.time().replace(minute=0, second=0), self.zone)
        return min(max(same_hour, spans[0][0]), spans[-1][1])

    def _hours_later(self, begins: datetime, left: timedelta) -> datetime:
        while True:
            closes = next(end for start, end in self._spans_around(begins) if start <= begins < end)
            if begins + left <= closes:
                return begins + left
            left -= closes - begins
            opening = self.next_opening(closes)
            if opening is None:
                return closes + left  # nobody is there in a year to count by
            begins = opening

    def spans_of(self, day: date) -> list[tuple[datetime, datetime]]:
        """The spans of one day, the earliest first; none on a closed day."""
        if not self._is_open_on(day):
            return []
        return sorted(
            (local_instant(day, opens, self.zone), local_instant(last_day, closes, self.zone))
            for opens, closes in self.spans[day.weekday()]
            for last_day in (day if opens < closes else day + _ONE_DAY,)
        )

    def _open_between(self, begins: datetime, until: datetime) -> list[tuple[datetime, datetime]]:
        """The open time between the two, the earliest first, none of it twice."""
        day, last = self._day_of(begins) - _ONE_DAY, self._day_of(until)
        found: list[tuple[datetime, datetime]] = []
        while day <= last:
            for opens, closes in self.spans_of(day):
                start, end = max(opens, begins), min(closes, until)
                if start < end:
                    found.append((start, end))
                    begins = end
            day += _ONE_DAY
        return found

    def _is_open_on(self, day: date) -> bool:
        return bool(self.spans.get(day.weekday())) and day not in self.closed

    def _spans_around(self, instant: datetime) -> list[tuple[datetime, datetime]]:
        """Of this day, and of the day before: they may pass midnight."""
        today = self._day_of(instant)
        return [*self.spans_of(today - _ONE_DAY), *self.spans_of(today)]

    def _day_of(self, instant: datetime) -> date:
        return instant.astimezone(self.zone).date()


def _part_of(whole: timedelta, part: Fraction | float) -> timedelta:
    """Exact to the microsecond, downwards: a float would lose some of a long time."""
    return timedelta(microseconds=whole // timedelta(microseconds=1) * Fraction(part) // 1)


def parse_working_hours(
    text: str, zone: ZoneInfo, *, overnight: bool = False, closed: ClosedDays = _NEVER_CLOSED
) -> WorkingHours:
    """Read «Mon-Fri 9:00-17:00; Sat 10-12». ValueError with a sentence if it can't be read.

    With `overnight` a span may pass midnight: «Fri 22:00-6:00» ends on Saturday. Hours on duty
    have no closed days: who said yes to them is there on a holiday too.
    """
    spans: dict[int, tuple[tuple[time, time], ...]] = {}
    for part in filter(None, re.split(r"[;,]\s*", text.strip().lower().replace("–", "-"))):
        entry = _ENTRY.fullmatch(part.strip())
        if entry is None:
            raise ValueError(f"«{part}» is not opening hours; write for example Mon-Fri 9:00-17:00")
        span = parse_time(entry["opens"]), parse_time(entry["closes"])
        if span[0] >= span[1] and not overnight:
            raise ValueError(f"«{part}» closes before it opens")
        for day in _days(entry["first"], entry["last"] or entry["first"]):
            spans[day] = (*spans.get(day, ()), span)
    return WorkingHours(spans, zone, closed)


def parse_time(text: str) -> time:
    """Read 9, 9:30 or 21:00."""
    hour, _, minute = text.strip().partition(":")
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        raise ValueError(f"«{text}» is not a time of day; write for example 9:00") from None


def _days(first: str, last: str) -> list[int]:
    if first not in _DAYS or last not in _DAYS:
        raise ValueError(f"«{first}-{last}» are not weekdays; write for example Mon-Fri")
    begin, end = _DAYS.index(first), _DAYS.index(last)
    count = (end - begin) % 7 + 1
    return [(begin + offset) % 7 for offset in range(count)]

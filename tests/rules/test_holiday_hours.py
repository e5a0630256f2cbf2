"""Opening hours over holidays and closures: nobody is there, and what is counted goes on after."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.closed_days import ClosedDays, Closure, parse_closures
from bot.rules.durations import parse_span
from bot.rules.working_hours import WorkingHours, parse_working_hours
from tests.clock import MELBOURNE, melbourne

VICTORIA = ClosedDays("AU", "VIC")
OFFICE = parse_working_hours("Mon-Fri 9-17", MELBOURNE, closed=VICTORIA)
MONDAYS = parse_working_hours("Mon 9-10", MELBOURNE, closed=VICTORIA)
SUMMER = ClosedDays("AU", "VIC", parse_closures("2026-12-24; 2026-12-29 - 2027-01-08"))
LONG = parse_working_hours("Mon-Fri 9-17", MELBOURNE, closed=SUMMER)
YEARS = ClosedDays(own=parse_closures("2026-12-24 - 2027-12-24; 2027-12-24 - 2028-12-24"))
GONE = parse_working_hours("Mon-Fri 9-17", MELBOURNE, closed=YEARS)


@pytest.mark.parametrize(
    ("hours", "at", "opens"),
    [
        (OFFICE, "2026-12-24 16:59", "2026-12-24 16:59"),  # a Thursday
        (OFFICE, "2026-12-24 17:00", "2026-12-29 09:00"),  # Christmas, Boxing Day on Monday
        (OFFICE, "2026-12-25 10:00", "2026-12-29 09:00"),
        (OFFICE, "2026-12-31 17:00", "2027-01-04 09:00"),
        (OFFICE, "2026-11-02 17:00", "2026-11-04 09:00"),  # Melbourne Cup Day
        (MONDAYS, "2026-12-21 10:00", "2027-01-04 09:00"),
        (LONG, "2026-12-23 17:00", "2027-01-11 09:00"),
        (LONG, "2027-01-11 09:30", "2027-01-11 09:30"),
    ],
)
def test_when_somebody_is_there_next(hours: WorkingHours, at: str, opens: str) -> None:
    instant = melbourne(at)
    assert hours.is_open(instant) == (at == opens)
    assert hours.next_opening(instant) == melbourne(opens)
    if at != opens:
        assert hours.opening_after(instant) == melbourne(opens)


@pytest.mark.parametrize(
    ("hours", "span", "begins", "done"),
    [
        (OFFICE, "1wd", "2026-12-24 15:05", "2026-12-29 15:00"),
        (OFFICE, "2wd", "2026-12-24 15:05", "2026-12-30 15:00"),
        (OFFICE, "1wd", "2026-12-25 15:05", "2026-12-30 09:00"),  # counts from Tuesday
        (OFFICE, "4wh", "2026-12-24 15:00", "2026-12-29 11:00"),
        (OFFICE, "2d", "2026-12-24 15:00", "2026-12-26 15:00"),  # the clock knows no holidays
        (LONG, "1wd", "2026-12-23 15:05", "2027-01-11 15:00"),
        (LONG, "9wh", "2026-12-23 16:00", "2027-01-11 17:00"),
    ],
)
def test_by_when_something_is_done(hours: WorkingHours, span: str, begins: str, done: str) -> None:
    assert hours.after(melbourne(begins), parse_span(span)) == melbourne(done)


def test_a_holiday_has_no_hours() -> None:
    christmas = melbourne("2026-12-25 10:00")
    assert OFFICE.closing_of_day(christmas) == christmas
    assert OFFICE.spans_of(date(2026, 12, 25)) == []
    half = OFFICE.part_way(melbourne("2026-12-24 15:00"), melbourne("2026-12-29 11:00"), 0.5)
    assert half == melbourne("2026-12-24 17:00")
    later = OFFICE.part_way(melbourne("2026-12-24 16:00"), melbourne("2026-12-29 12:00"), 0.5)
    assert later == melbourne("2026-12-29 10:00")


def test_who_is_closed_for_years_counts_by_the_clock() -> None:
    begins = melbourne("2026-12-24 10:00")
    assert GONE.next_opening(begins) is GONE.opening_after(begins) is None
    assert GONE.next_open_day(date(2026, 12, 24)) is None
    assert GONE.after(begins, parse_span("2wd")) == begins + timedelta(days=2)
    last = melbourne("2026-12-23 16:00")
    assert GONE.after(last, parse_span("1wd")) == last + timedelta(days=1)
    assert GONE.after(last, parse_span("4wh")) == last + timedelta(hours=4)


@given(
    st.integers(0, 15_000_000).map(lambda minutes: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)),
    st.sampled_from([
        ("AU", "VIC", "Australia/Melbourne"), ("AU", "WA", "Australia/Perth"), ("GB", "ENG", "Europe/London"),
        ("GB", "SCT", "Europe/London"), ("US", "CA", "America/Los_Angeles"), ("NZ", "", "Pacific/Auckland"),
        ("IE", "", "Europe/Dublin"), ("IN", "KA", "Asia/Kolkata"), ("JP", "", "Asia/Tokyo"), ("ZZ", "", "UTC"),
    ]),
    st.integers(0, 30),
    st.integers(1, 60),
)  # fmt: skip
def test_on_a_closed_day_nobody_is_there_and_what_is_counted_ends_on_an_open_one(
    instant: datetime, place: tuple[str, str, str], away_from: int, away_for: int
) -> None:
    country, region, zone = place
    first = instant.date() + timedelta(days=away_from)
    own = (Closure(first, first + timedelta(days=away_for)),)
    closed = ClosedDays(country, region, own)
    hours = parse_working_hours("Mon-Fri 9-12, Mon-Thu 13-17", ZoneInfo(zone), closed=closed)
    always = parse_working_hours("Mon-Fri 9-12, Mon-Thu 13-17", ZoneInfo(zone))
    is_closed = instant.astimezone(ZoneInfo(zone)).date() in closed
    assert hours.is_open(instant) == (always.is_open(instant) and not is_closed)
    opens = hours.next_opening(instant)
    assert opens is not None and opens >= instant and hours.is_open(opens)
    if opens > instant:
        assert not any(hours.is_open(instant + (opens - instant) * each / 9) for each in range(9))
    for text in ("1wd", "2wd", "4wh"):
        done = hours.after(instant, parse_span(text))
        assert done >= always.after(instant, parse_span(text))
        assert hours.spans_of(done.astimezone(ZoneInfo(zone)).date())
    half = hours.part_way(instant, hours.after(instant, parse_span("2wd")), Fraction(1, 2))
    assert hours.is_open(half) or hours.is_open(half - timedelta(microseconds=1))

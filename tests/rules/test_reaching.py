"""When it is looked whether a client was reached: while somebody is there to phone."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.closed_days import ClosedDays, Closure
from bot.rules.reaching import NOTICE, first_look, next_look
from bot.rules.working_hours import WorkingHours, parse_working_hours
from tests.clock import MELBOURNE, melbourne

FIRST = datetime(2026, 1, 1, tzinfo=UTC)
OFFICE = parse_working_hours("Mon-Fri 9:00-17:00", MELBOURNE)
HOLIDAY = ClosedDays(own=[Closure(date(2026, 12, 8), date(2026, 12, 8))])
WITH_HOLIDAY = parse_working_hours("Mon-Fri 9:00-17:00", MELBOURNE, closed=HOLIDAY)
MORNINGS = parse_working_hours("Tue 9:00-9:30", MELBOURNE)
NEVER = WorkingHours({}, MELBOURNE)


@pytest.mark.parametrize(
    ("hours", "starts_at", "looks_at"),
    [
        (OFFICE, "2026-12-08 11:00", "2026-12-07 11:00"),
        (OFFICE, "2026-12-08 19:00", "2026-12-07 16:00"),  # an hour in which to phone is left
        (OFFICE, "2026-12-07 10:00", "2026-12-04 16:00"),  # over the weekend
        (OFFICE, "2026-12-08 07:00", "2026-12-04 16:00"),
        (WITH_HOLIDAY, "2026-12-09 11:00", "2026-12-07 16:00"),
        (MORNINGS, "2026-12-16 11:00", "2026-12-15 09:00"),  # a span that is shorter than an hour
    ],
)
def test_a_day_before_or_while_somebody_is_last_there(
    hours: WorkingHours, starts_at: str, looks_at: str
) -> None:
    assert first_look(melbourne(starts_at), hours) == melbourne(looks_at)


def test_after_a_long_closure_as_somebody_is_there_again() -> None:
    closed = ClosedDays(own=[Closure(date(2026, 12, 1), date(2026, 12, 20))])
    hours = parse_working_hours("Mon-Fri 9:00-17:00", MELBOURNE, closed=closed)
    assert first_look(melbourne("2026-12-21 15:00"), hours) == melbourne("2026-12-21 09:00")
    assert first_look(melbourne("2026-12-21 08:00"), hours) is None


def test_where_nobody_is_ever_there_nobody_looks() -> None:
    assert first_look(melbourne("2026-12-08 11:00"), NEVER) is None
    assert next_look(melbourne("2026-12-08 11:00"), NEVER, melbourne("2026-12-07 11:00")) is None


@given(
    minutes=st.integers(0, 2 * 366 * 24 * 60),
    text=st.sampled_from(
        ["Mon-Fri 9:00-17:00", "Sat 10-12", "Mon-Sun 0:00-23:59", "Tue 9-12; Tue 14-18", "Wed 1-4"]
    ),
)
def test_always_in_practice_hours_and_before_it_begins(minutes: int, text: str) -> None:
    starts_at = FIRST + timedelta(minutes=minutes)
    hours = parse_working_hours(text, MELBOURNE)
    found = first_look(starts_at, hours)
    if found is None:
        assert next_look(starts_at, hours, starts_at - NOTICE) is None
        return
    assert hours.is_open(found)
    assert found < starts_at
    if found > starts_at - NOTICE:  # nobody is there in the week before
        week = timedelta(days=6)
        assert not any(
            hours.is_open(starts_at - NOTICE - timedelta(hours=each))
            for each in range(int(week.total_seconds()) // 3600)
        )

"""Until when somebody is away who names a day."""

from datetime import date

import pytest

from bot.rules.away import LONGEST, Return, back_on, can_be, offered
from bot.rules.working_hours import parse_working_hours
from tests.clock import MELBOURNE, melbourne

HOURS = parse_working_hours("Mon-Fri 9:00-12:00, Mon-Fri 13:00-17:00, Sun 0:00-4:00", MELBOURNE)
NEVER = parse_working_hours("", MELBOURNE)


@pytest.mark.parametrize(
    ("day", "back"),
    [
        ("2026-12-07", "2026-12-07 09:00"),
        ("2026-12-05", "2026-12-05 00:00"),  # a Saturday
        ("2027-04-05", "2027-04-05 09:00"),  # the day after the clocks went back
        ("2026-10-05", "2026-10-05 09:00"),  # and forward
    ],
)
def test_a_day_ends_it_as_the_practice_opens_else_at_midnight(day: str, back: str) -> None:
    assert back_on(date.fromisoformat(day), HOURS, MELBOURNE) == melbourne(back)


def test_a_practice_that_never_opens_has_midnights() -> None:
    day = date.fromisoformat("2026-12-07")
    assert back_on(day, NEVER, MELBOURNE) == melbourne("2026-12-07 00:00")


def test_the_buttons_on_a_monday_and_on_a_sunday() -> None:
    assert offered(melbourne("2026-11-30 10:00"), HOURS, MELBOURNE) == {
        Return.TOMORROW: melbourne("2026-12-01 09:00"),
        Return.MONDAY: melbourne("2026-12-07 09:00"),
        Return.ONE_WEEK: melbourne("2026-12-07 09:00"),
        Return.TWO_WEEKS: melbourne("2026-12-14 09:00"),
    }
    on_sunday = offered(melbourne("2026-11-29 23:59"), HOURS, MELBOURNE)
    assert Return.MONDAY not in on_sunday
    assert on_sunday[Return.TOMORROW] == melbourne("2026-11-30 09:00")


def test_only_what_lies_ahead_and_within_a_year() -> None:
    now = melbourne("2026-11-30 10:00")
    assert not can_be(now, now)
    assert can_be(now + LONGEST, now)
    assert not can_be(melbourne("2029-01-01 00:00"), now)

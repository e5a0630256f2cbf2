"""Times that could be offered: on the half hour, in an opening span, where nobody is busy."""

from datetime import datetime, timedelta

import pytest

from bot.rules.free_times import Span, free_starts, is_busy, nearest, spread
from tests.clock import MELBOURNE, melbourne

FIFTY = timedelta(minutes=50)


def at(hour: str, day: str = "2026-12-03") -> datetime:
    return melbourne(f"{day} {hour}")


def hours(found: list[datetime]) -> list[str]:
    return [f"{each.astimezone(MELBOURNE):%H:%M}" for each in found]


@pytest.mark.parametrize(
    ("opens", "closes", "found"),
    [
        ("09:00", "11:00", ["09:00", "09:30", "10:00"]),  # it ends before they close
        ("09:15", "11:00", ["09:30", "10:00"]),
        ("09:00", "09:50", ["09:00"]),
        ("09:00", "09:49", []),
    ],
)
def test_a_session_fits_into_the_span(opens: str, closes: str, found: list[str]) -> None:
    assert hours(free_starts([(at(opens), at(closes))], [], FIFTY, MELBOURNE)) == found


@pytest.mark.parametrize(
    ("busy", "found"),
    [
        ([("10:00", "10:50")], ["09:00", "11:00"]),
        ([("10:30", "11:00")], ["09:00", "09:30", "11:00"]),
        ([("08:00", "09:00"), ("11:50", "13:00")], ["09:00", "09:30", "10:00", "10:30", "11:00"]),
        ([("08:00", "13:00")], []),
    ],
)
def test_nobody_is_in_two_sessions(busy: list[tuple[str, str]], found: list[str]) -> None:
    taken: list[Span] = [(at(begins), at(ends)) for begins, ends in busy]
    free = free_starts([(at("09:00"), at("11:50"))], taken, FIFTY, MELBOURNE)
    assert hours(free) == found


def test_touching_is_not_overlapping() -> None:
    assert not is_busy(at("10:00"), FIFTY, [(at("09:10"), at("10:00")), (at("10:50"), at("11:40"))])
    assert is_busy(at("10:00"), FIFTY, [(at("10:49"), at("11:40"))])


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2027-04-04", ["01:30", "02:00", "02:30", "02:00", "02:30", "03:00"]),  # twice
        ("2026-10-04", ["01:30", "03:00"]),  # from two to three there is no time
    ],
)
def test_when_clocks_change_times_are_those_that_clocks_show(day: str, found: list[str]) -> None:
    span = (at("01:30", day), at("03:30", day))
    assert hours(free_starts([span], [], timedelta(minutes=30), MELBOURNE)) == found


def test_the_nearest_to_an_hour_in_the_order_of_the_day() -> None:
    found = [at("09:00"), at("12:00"), at("15:30"), at("16:30")]
    assert hours(nearest(found, at("16:00"), 2)) == ["15:30", "16:30"]
    assert hours(nearest(found, at("10:00"), 2)) == ["09:00", "12:00"]


def test_so_many_spread_over_the_day() -> None:
    found = [at(f"{hour:02}:00") for hour in range(9, 17)]
    assert hours(spread(found, 4)) == ["09:00", "11:00", "13:00", "16:00"]
    assert spread(found[:3], 4) == found[:3]

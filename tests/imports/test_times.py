"""When a session begins, in the ways in which programs write it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.imports import times
from bot.imports.cells import BadCell
from bot.rules.practice import Practice
from tests.clock import melbourne
from tests.practice import settings_for

ELEVEN = melbourne("2026-12-08 11:00")


@pytest.fixture(scope="module")
def practice() -> Practice:
    return settings_for("sqlite://").practice()


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-08T11:00",
        "2026-12-08 11:00:00",
        "2026-12-08T11:00+11:00",
        "2026-12-08 11:00:00 +1100",
        "2026-12-08T00:00Z",
        "2026-12-08 00:00:00 UTC",
        "2026-12-08 11:00 am",
        "8/12/2026 11:00",
        "08/12/2026 11:00 AM",
        "08.12.2026 11:00",
        "8-12-2026 11.00",
        "8 Dec 2026 11:00",
        "8 December 2026, 11:00am",
        "Tue, 8 Dec 2026 at 11:00 a.m.",
        "Dec 8, 2026 11:00",
    ],
)
def test_one_instant_in_many_ways(practice: Practice, text: str) -> None:
    assert times.instant(text, practice) == ELEVEN


def test_noon_and_midnight_of_half_days(practice: Practice) -> None:
    assert times.instant("8/12/2026 12:30 pm", practice) == melbourne("2026-12-08 12:30")
    assert times.instant("8/12/2026 12:30 am", practice) == melbourne("2026-12-08 00:30")


@pytest.mark.parametrize(
    ("country", "text", "month"),
    [
        ("US", "10/12/2026 11:00", 10),
        ("CA", "10/12/2026 11:00", 10),
        ("AU", "10/12/2026 11:00", 12),
        ("US", "10.12.2026 11:00", 12),
        ("", "10/13/2026 11:00", 10),
        ("", "13/10/2026 11:00", 10),
        ("", "10/10/2026 11:00", 10),
    ],
)
def test_the_country_says_whether_the_month_is_first(
    practice: Practice, country: str, text: str, month: int
) -> None:
    local = times.instant(text, replace(practice, country=country)).astimezone(practice.zone)
    assert local.month == month


@pytest.mark.parametrize(
    "text",
    ["8/12/26 11:00", "11:00", "8/12 11:00", "2026-12-08T25:00", "8/13/2026 11:00", "13:00 pm"],
)
def test_what_is_not_understood_is_refused(practice: Practice, text: str) -> None:
    with pytest.raises(BadCell):
        times.instant(text, practice)


def test_without_a_country_two_days_are_one_too_many(practice: Practice) -> None:
    with pytest.raises(BadCell, match="can be two days; set PRACTICE_COUNTRY"):
        times.instant("10/12/2026 11:00", replace(practice, country=""))


def test_an_offset_says_which_of_two_it_is(practice: Practice) -> None:
    with pytest.raises(BadCell, match="comes twice"):
        times.instant("2027-04-04T02:30", practice)
    assert times.instant("2027-04-04T02:30+10:00", practice) == datetime(
        2027, 4, 3, 16, 30, tzinfo=UTC
    )


@pytest.mark.parametrize(
    "text",
    [
        "0001-01-01T00:00+14:00",
        "0001-01-01T12:00+11:00",
        "1899-12-31T11:00",
        "9999-12-31T23:59-14:00",
    ],
)
def test_beyond_the_ends_of_the_calendar(practice: Practice, text: str) -> None:
    with pytest.raises(BadCell, match="isn't in the calendar"):
        times.instant(text, practice)

"""Dates, times and leads in the reader's language, country and zone."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.texts import TimeWords, _, locale_for, speaking
from tests.clock import MELBOURNE, melbourne

ELEVEN = melbourne("2026-12-08 11:00")


def words(country: str = "AU", zone: str = "Australia/Melbourne") -> TimeWords:
    return TimeWords("en", country, ZoneInfo(zone))


@pytest.mark.parametrize(
    ("country", "said", "evening"),
    [
        ("AU", "Tuesday 8 December, 11:00 am", "9:00 pm"),
        ("NZ", "Tuesday 8 December, 11:00 am", "9:00 pm"),
        ("IN", "Tuesday 8 December, 11:00 am", "9:00 pm"),
        ("GB", "Tuesday 8 December, 11:00", "21:00"),
        ("IE", "Tuesday 8 December, 11:00", "21:00"),
        ("DE", "Tuesday 8 December, 11:00", "21:00"),
        ("US", "Tuesday, December 8, 11:00 AM", "9:00 PM"),
        ("CA", "Tuesday, December 8, 11:00 am", "9:00 pm"),
        ("", "Tuesday 8 December, 11:00", "21:00"),
    ],
)
def test_day_and_time_as_the_country_writes_them(country: str, said: str, evening: str) -> None:
    assert words(country).day_and_time(ELEVEN) == said
    assert words(country).time_of_day(time(21)) == evening


@pytest.mark.parametrize("country", ["AU", "US", "CA", "IN", "NZ"])
def test_a_time_can_be_typed_back(country: str) -> None:
    """No narrow no-break space, which no keyboard has."""
    said = words(country).time(ELEVEN) + words(country).time_of_day(time(9, 30))
    assert said.replace(" ", "").isascii()


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("Australia/Melbourne", "Tuesday 8 December, 11:00 am"),
        ("Australia/Adelaide", "Tuesday 8 December, 10:30 am"),
        ("America/Los_Angeles", "Monday 7 December, 4:00 pm"),
        ("Pacific/Auckland", "Tuesday 8 December, 1:00 pm"),
        ("UTC", "Tuesday 8 December, 12:00 am"),
    ],
)
def test_each_reader_has_their_own_clocks(zone: str, said: str) -> None:
    assert words(zone=zone).day_and_time(ELEVEN) == said


@pytest.mark.parametrize(
    ("parts", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_several_things_in_a_row(parts: list[str], said: str) -> None:
    assert words().listed(parts) == said


@pytest.mark.parametrize(
    ("now", "zone", "said"),
    [
        ("2026-12-08 00:00", "Australia/Melbourne", "Today, Tuesday 8 December, 11:00 am"),
        ("2026-12-08 12:00", "Australia/Melbourne", "Today, Tuesday 8 December, 11:00 am"),
        ("2026-12-07 00:00", "Australia/Melbourne", "Tomorrow, Tuesday 8 December, 11:00 am"),
        ("2026-12-07 23:59", "Australia/Melbourne", "Tomorrow, Tuesday 8 December, 11:00 am"),
        ("2026-12-06 23:59", "Australia/Melbourne", "Tuesday 8 December, 11:00 am"),
        ("2026-12-09 00:00", "Australia/Melbourne", "Tuesday 8 December, 11:00 am"),
        # Tuesday in Melbourne, still Monday in Los Angeles
        ("2026-12-08 10:00", "America/Los_Angeles", "Today, Monday 7 December, 4:00 pm"),
    ],
)
def test_today_and_tomorrow_by_the_reader_s_calendar(now: str, zone: str, said: str) -> None:
    assert words(zone=zone).soon(ELEVEN, melbourne(now)) == said


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-12-08 09:00", "today, 11:00 am"),
        ("2026-12-07 23:59", "tomorrow, 11:00 am"),
        ("2026-12-06 23:59", "Tuesday 8 December, 11:00 am"),
        ("2026-12-09 00:00", "Tuesday 8 December, 11:00 am"),
    ],
)
def test_within_a_sentence_today_and_tomorrow_stand_for_the_day(now: str, said: str) -> None:
    assert words().near(ELEVEN, melbourne(now)) == said


def test_today_on_the_long_day_on_which_clocks_go_back() -> None:
    late = melbourne("2026-04-05 23:30")
    assert words().soon(late, melbourne("2026-04-05 00:10")).startswith("Today, Sunday 5 April")
    assert words().soon(late, melbourne("2026-04-04 23:50")).startswith("Tomorrow, ")


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (timedelta(days=3), "3 days"),
        (timedelta(days=1), "1 day"),
        (timedelta(hours=48), "2 days"),
        (timedelta(hours=1), "1 hour"),
        (timedelta(minutes=90), "90 minutes"),
        (timedelta(hours=36), "36 hours"),
        (timedelta(hours=51), "2 days and 3 hours"),
        (timedelta(seconds=45), "45 seconds"),
    ],
)
@pytest.mark.parametrize("country", ["AU", "US", ""])
def test_how_long_before(before: timedelta, said: str, country: str) -> None:
    assert words(country).lead(before) == said


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("Australia/Melbourne", "Melbourne"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("UTC", "UTC"),
    ],
)
def test_a_zone_is_named_by_its_city(zone: str, said: str) -> None:
    assert words(zone=zone).zone_name() == said


@pytest.mark.parametrize(("language", "country"), [("xx", "AU"), ("", ""), ("en", "!"), ("xx", "")])
def test_a_language_that_isn_t_offered_is_english(language: str, country: str) -> None:
    assert locale_for(language, country).language == "en"
    assert TimeWords(language, country, MELBOURNE).day(ELEVEN).startswith("Tuesday")


def test_texts_are_english_where_there_is_no_translation() -> None:
    assert _("Good.") == "Good."
    with speaking("xx"):
        assert _("Good.") == "Good."
        with speaking("en"):
            assert _("Good.") == "Good."
    assert TimeWords("en", "AU", ZoneInfo("UTC")).day(datetime(2026, 1, 1, tzinfo=UTC)) == (
        "Thursday 1 January"
    )


@pytest.mark.parametrize(
    ("now", "said", "days"),
    [
        ("2026-12-08 00:00", "today at 11:00 am", 0),
        ("2026-12-07 23:59", "tomorrow at 11:00 am", 1),
        ("2026-12-06 23:59", "on Tuesday 8 December at 11:00 am", 2),
        ("2026-12-09 00:00", "on Tuesday 8 December at 11:00 am", -1),
    ],
)
def test_in_the_middle_of_a_sentence(now: str, said: str, days: int) -> None:
    assert words().within(ELEVEN, melbourne(now)) == said
    assert words().days_until(ELEVEN, melbourne(now)) == days


def test_the_weekday_and_the_hour_on_the_reader_s_clock() -> None:
    assert (words().weekday(ELEVEN), words().hour(ELEVEN)) == ("Tuesday", 11)
    there = words("US", "America/Los_Angeles")
    assert (there.weekday(ELEVEN), there.hour(ELEVEN)) == ("Monday", 16)

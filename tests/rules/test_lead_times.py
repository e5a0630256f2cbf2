"""Lead times as clients type them and the practice words them, and which words a reminder has."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.due import Reminder, ReminderRules, next_reminder_at, reminder_of_today
from bot.rules.durations import parse_durations
from bot.rules.lead_times import as_setting, parse_reminder_words, typed_lead_time
from tests.clock import melbourne
from tests.rules.test_due import RULES

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
TUESDAY = melbourne("2026-12-08 11:00")


@pytest.mark.parametrize(
    ("typed", "lead"),
    [
        ("2 days and 3 hours before", 2 * DAY + 3 * HOUR),
        ("2 days, 3 hours", 2 * DAY + 3 * HOUR),
        ("2d 3h", 2 * DAY + 3 * HOUR),
        ("A day before", DAY),
        ("an hour", HOUR),
        ("half an hour before", 30 * MINUTE),
        ("two weeks", 14 * DAY),
        ("a week and a day", 8 * DAY),
        ("90 minutes please", 90 * MINUTE),
        ("1 hr 30 mins", 90 * MINUTE),
        ("2 hours before my session.", 2 * HOUR),
        ("0 days", timedelta()),
        ("3 days, 2 days", None),  # two lead times
        ("tomorrow", None),
        ("in a month", None),
        ("12", None),
        ("half a day", None),
        ("3 weekends", None),
        ("-1 day", None),
        ("1.5 days", None),
        ("٣ days", 3 * DAY),
        ("<b>1 day</b>", None),
        ("", None),
        ("1 day " * 1000, None),
    ],
)
def test_what_is_typed_is_one_lead_time_or_nothing(typed: str, lead: timedelta | None) -> None:
    assert typed_lead_time(typed) == lead


@given(st.lists(st.integers(1, 60 * 24 * 40), min_size=1, max_size=6, unique=True))
def test_lead_times_are_read_as_they_were_kept(minutes: list[int]) -> None:
    leads = tuple(sorted((each * MINUTE for each in minutes), reverse=True))
    assert parse_durations(as_setting(leads)) == leads


def test_words_may_hold_semicolons_colons_and_line_breaks() -> None:
    words = parse_reminder_words(
        "3d: Can't come? Tell us by tomorrow; thanks.\n; 2h: Door code: 1234;", [3 * DAY]
    )
    assert words == {
        3 * DAY: "Can't come? Tell us by tomorrow; thanks.",
        2 * HOUR: "Door code: 1234",
    }
    assert parse_reminder_words(" ", [DAY]) == {}


@pytest.mark.parametrize(
    ("now", "lead"),
    [
        ("2026-12-05 10:59", None),
        ("2026-12-05 11:00", 3 * DAY),
        ("2026-12-05 23:59", 3 * DAY),
        ("2026-12-06 00:00", None),  # a day late: «by tomorrow» would be wrong
        ("2026-12-07 11:00", DAY),
        ("2026-12-08 10:59", None),
    ],
)
def test_a_reminder_has_the_words_of_its_lead_time_on_its_day(
    now: str, lead: timedelta | None
) -> None:
    found = reminder_of_today(TUESDAY, RULES, melbourne(now))
    assert (found.lead if found else None) == lead


def test_of_two_that_quiet_hours_make_one_it_is_the_nearer() -> None:
    rules = ReminderRules((4 * HOUR, 3 * HOUR), RULES.clocks)
    early = melbourne("2026-12-08 10:00")  # 6:00 and 7:00 am are quiet: both at 8:00
    at = melbourne("2026-12-08 08:00")
    assert next_reminder_at(early, rules, at - DAY) == at
    assert reminder_of_today(early, rules, at) == Reminder(at, 3 * HOUR)

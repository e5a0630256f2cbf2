"""What conversations know of the practice."""

from dataclasses import replace
from datetime import time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.records.people import Person
from bot.rules.due import Clocks, QuietHours, ReminderRules
from bot.rules.durations import Span
from bot.rules.practice import Practice
from bot.rules.working_hours import WorkingHours
from tests.clock import MELBOURNE, melbourne

RIVERSIDE = Practice(
    name="Riverside",
    country="AU",
    zone=MELBOURNE,
    phone="03 9000 0000",
    hours=WorkingHours({}, MELBOURNE),
    lead_times=(timedelta(days=1),),
    quiet_hours=QuietHours(time(21), time(8)),
    late_cancellation=None,
    minimum_age=18,
    look_time=Span(working_days=1),
    answer_time=Span(working_days=2),
)


def test_the_practice_is_named_with_its_number_where_it_has_one() -> None:
    assert RIVERSIDE.name_and_phone == "Riverside (03 9000 0000)"
    assert replace(RIVERSIDE, phone="").name_and_phone == "Riverside"


@pytest.mark.parametrize("time_zone", [None, "Australia/Melbourne", "Europe/Dublin"])
def test_a_client_s_clocks_show_the_time_where_the_client_is(time_zone: str | None) -> None:
    expected = ZoneInfo(time_zone) if time_zone else MELBOURNE
    clocks = RIVERSIDE.clocks_for(time_zone, None)
    assert clocks == Clocks(expected, QuietHours(time(21), time(8)))


@pytest.mark.parametrize(
    ("own", "lead_times"),
    [(None, (timedelta(days=1),)), ("2d, 3h", (timedelta(days=2), timedelta(hours=3)))],
)
def test_a_client_s_own_lead_times_go_before_the_practice_s(
    own: str | None, lead_times: tuple[timedelta, ...]
) -> None:
    person = Person(lead_times=own, name_hash=b"", created_at=melbourne("2026-12-01 10:00"))
    expected = ReminderRules(lead_times, Clocks(MELBOURNE, QuietHours(time(21), time(8))))
    assert person.reminder_rules(RIVERSIDE) == expected


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (None, QuietHours(time(21), time(8))),
        ("none", None),
        ("22:30-07:00", QuietHours(time(22, 30), time(7))),
    ],
)
def test_a_client_s_own_quiet_hours_go_before_the_practice_s(
    own: str | None, expected: QuietHours | None
) -> None:
    assert RIVERSIDE.clocks_for(None, own) == Clocks(MELBOURNE, expected)

"""What conversations know of the practice."""

from dataclasses import replace
from datetime import time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.rules.due import Clocks, QuietHours, ReminderRules
from bot.rules.durations import Span
from bot.rules.practice import Practice
from bot.rules.working_hours import WorkingHours
from tests.clock import MELBOURNE

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
def test_a_client_s_reminders_go_by_the_client_s_clocks(time_zone: str | None) -> None:
    expected = ZoneInfo(time_zone) if time_zone else MELBOURNE
    assert RIVERSIDE.reminder_rules(RIVERSIDE.clocks_for(time_zone, None)) == ReminderRules(
        (timedelta(days=1),), QuietHours(time(21), time(8)), expected
    )


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

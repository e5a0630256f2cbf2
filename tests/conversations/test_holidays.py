"""Over Christmas: promises count the days on which somebody is there, and nothing rings on the others."""

from collections.abc import Callable

import pytest

from tests.clock import melbourne
from tests.conversations import requesting
from tests.conversations.concerns import IF_AWAY, case_of, hear, take, write
from tests.practice import Cast

CHRISTMAS_EVE = melbourne("2026-12-24 15:00")  # a Thursday
CHRISTMAS = melbourne("2026-12-25 10:00")
TUESDAY_OPENS = melbourne("2026-12-29 09:00")
Opener = Callable[..., Cast]


@pytest.fixture
def victoria(welcomed_with: Opener) -> Cast:
    return welcomed_with(practice_region="VIC")


def test_a_concern_on_christmas_eve_is_promised_working_days(victoria: Cast) -> None:
    victoria.practice.wait_until(CHRISTMAS_EVE)
    write(victoria)
    victoria.anna.taps("Send")
    victoria.anna.sees(
        "Maria looks at it by Tuesday 29 December, 3:00 pm, and answers you here by "
        "Wednesday 30 December, 5:00 pm. If that doesn't happen, I'll tell you."
    )
    victoria.practice.wait(minutes=1)
    assert not victoria.maria.sees("First look by Tuesday 29 December, 3:00 pm.").silent
    hear(victoria)
    victoria.practice.wait_until(melbourne("2026-12-29 14:59"))
    assert victoria.anna.hears() == []
    victoria.practice.wait_until(melbourne("2026-12-29 15:00"))
    assert victoria.anna.hears() != [], "nobody looked, and Anna is told"


def test_a_concern_on_a_holiday_rings_when_somebody_is_there(victoria: Cast) -> None:
    victoria.practice.wait_until(CHRISTMAS)
    write(victoria)
    victoria.anna.taps(IF_AWAY)
    victoria.anna.sees(
        "Maria looks at it by Wednesday 30 December, 9:00 am, and answers you here by "
        "Thursday 31 December, 5:00 pm."
    )
    hear(victoria)
    victoria.practice.wait_until(melbourne("2026-12-29 08:59"))
    assert victoria.maria.hears() == victoria.lindqvist.hears() == []
    victoria.practice.wait_until(TUESDAY_OPENS)
    alert = victoria.maria.sees("Something for you. First look by Wednesday 30 December, 9:00 am.")
    assert not alert.silent


def test_a_practice_that_works_on_holidays_is_rung_on_them(welcomed_with: Opener) -> None:
    working = welcomed_with(practice_region="VIC", practice_holidays="none")
    working.practice.wait_until(CHRISTMAS)
    write(working)
    working.anna.taps("Send")
    working.anna.sees("Maria looks at it by Monday 28 December, 10:00 am")
    working.practice.wait(minutes=1)
    assert not working.maria.sees("Something for you.").silent


def test_on_a_holiday_it_is_said_when_danger_will_be_seen(victoria: Cast) -> None:
    victoria.practice.wait_until(CHRISTMAS)
    victoria.anna.types("i want to die")
    assert (
        "nobody at the practice sees it before Tuesday 29 December, 9:00 am" in victoria.anna.last
    )
    assert victoria.maria.sees("Urgent. Please open now.").silent
    victoria.practice.wait_until(melbourne("2026-12-29 08:59"))
    hear(victoria)
    victoria.practice.wait_until(TUESDAY_OPENS)
    assert not victoria.maria.sees("Please open now.").silent


def test_who_is_on_duty_is_so_on_a_holiday(welcomed_with: Opener) -> None:
    on_duty = welcomed_with(practice_region="VIC", on_duty="Dr Lindqvist: Mon-Sun 9-21")
    on_duty.practice.wait_until(CHRISTMAS)
    on_duty.anna.types("i want to die")
    on_duty.anna.sees("Dr Lindqvist is on duty and has been told.")
    assert not on_duty.lindqvist.sees("Urgent. Please open now.").silent


def test_times_for_a_call_lie_after_the_closure(welcomed_with: Opener) -> None:
    away = welcomed_with(practice_closed="2026-12-29 - 2027-01-22", practice_region="VIC")
    away.practice.wait_until(melbourne("2026-12-23 09:00"))
    take(away)
    away.practice.wait_until(melbourne("2026-12-24 16:45"))
    away.maria.presses_data("1:case_times:offer:1")
    away.maria.types("Let us talk.")
    days = [label for label in away.maria.labels if "day " in label]
    assert days == [
        "Monday 25 January",
        "Wednesday 27 January",
        "Thursday 28 January",
        "Friday 29 January",
        "Monday 1 February",
        "Tuesday 2 February",
    ]
    assert case_of(away.practice).answer_by == melbourne("2027-01-25 17:00")


def test_free_times_lie_after_the_closure_too(welcomed_with: Opener) -> None:
    away = welcomed_with(practice_closed="2026-12-01 - 2026-12-18", practice_region="VIC")
    requesting.asks(away, "mornings")
    away.maria.taps("Find a time")
    days = [label for label in away.maria.labels if "December" in label]
    assert days[0] == "Monday 21 December, 9:00 am" and len(days) == 4

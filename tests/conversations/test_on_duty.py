"""For whom an alert rings: those on duty at once, others in their hours, and again if nobody opens it."""

from collections.abc import Callable

import pytest
from sqlmodel import col, select

from bot.records.outbox import OutboxRow
from tests.clock import melbourne
from tests.practice import Cast

WORDS = "i want to die"
EVENINGS = "Dr Lindqvist: Mon-Fri 17:00-22:00, Sat-Sun 9-21; Maria Santos: Mon-Fri 9:00-17:00"
URGENT = "Urgent. Please open now."
STILL = "Urgent, and nobody has opened it. Please open now."
Opener = Callable[..., Cast]


@pytest.fixture
def evenings(welcomed_with: Opener) -> Cast:
    return welcomed_with(on_duty=EVENINGS)


def test_it_rings_for_who_is_on_duty_and_that_is_said(evenings: Cast) -> None:
    evenings.practice.wait_until(melbourne("2026-11-30 18:10"))
    evenings.anna.types(WORDS)
    evenings.anna.sees(
        "It is 6:10 pm. I've passed on what you wrote. Dr Lindqvist is on duty and has been told. "
        "Dr Lindqvist has not opened it yet."
    )
    assert not evenings.lindqvist.sees(URGENT).silent
    assert evenings.maria.sees(URGENT).silent
    assert evenings.okafor.hears() == []


def test_it_rings_for_the_others_when_their_hours_begin_unless_it_was_opened(
    evenings: Cast,
) -> None:
    evenings.practice.wait_until(melbourne("2026-11-30 23:10"))
    evenings.anna.types(WORDS)
    evenings.anna.sees("Perhaps nobody at the practice sees it before Tuesday 1 December, 9:00 am")
    assert evenings.lindqvist.sees(URGENT).silent
    for staff in (evenings.maria, evenings.lindqvist):
        staff.hears()
    evenings.practice.wait_until(melbourne("2026-12-01 09:00"))
    assert evenings.maria.hears() == [URGENT]
    assert evenings.lindqvist.hears() == []
    evenings.maria.taps("Open")
    evenings.practice.wait_until(melbourne("2026-12-01 17:30"))
    assert evenings.lindqvist.hears() == []


def test_two_on_call_are_both_named(welcomed_with: Opener) -> None:
    cast = welcomed_with(on_duty="Maria Santos: Mon 9-17; Dr Lindqvist: Mon 9-17")
    cast.anna.types(WORDS)
    cast.anna.sees("Maria Santos and Dr Lindqvist are on duty and have been told.")


def test_a_psychologist_on_duty_opens_what_they_were_told_of_and_nothing_else(
    welcomed_with: Opener,
) -> None:
    cast = welcomed_with(on_duty="Dr Okafor: Tue 9-17")
    cast.practice.wait_until(melbourne("2026-12-01 10:00"))
    cast.anna.types(WORDS)
    cast.okafor.taps("Open")
    cast.okafor.sees(f"From Anna Brown.\n«{WORDS}»")
    cast.anna.sees("Dr Okafor has opened what you wrote.")
    cast.okafor.taps("Dealt with")
    cast.okafor.types("talked on the phone")
    cast.okafor.sees("Closed, and your line is kept for the file.")


def test_a_psychologist_who_was_not_told_opens_nothing(evenings: Cast) -> None:
    evenings.anna.types(WORDS)
    for data in ("1:danger_alerts:look:1", "1:danger_alerts:clear:1"):
        evenings.okafor.presses_data(data)
    evenings.okafor.sees_nothing_of(WORDS)
    evenings.lindqvist.taps("Open")
    assert evenings.lindqvist.labels == ["Dealt with"]


@pytest.mark.parametrize("on_duty", ["Nobody Here: Mon-Sun 0-0", "Ben Carter: Mon-Sun 0-0"])
def test_where_nobody_named_can_be_reached_it_goes_to_managers_and_seniors(
    welcomed_with: Opener, on_duty: str
) -> None:
    cast = welcomed_with(on_duty=on_duty)
    cast.anna.types(WORDS)
    assert cast.maria.hears() == [URGENT]
    assert cast.lindqvist.hears() == [URGENT]
    assert cast.ben.hears() == []


def test_unopened_it_rings_once_more_and_then_the_operator_is_alarmed(
    welcomed_with: Opener,
) -> None:
    operator_chat = 777
    cast = welcomed_with(operator_chat=operator_chat)
    cast.anna.types(WORDS)
    cast.maria.hears()
    cast.practice.wait(minutes=9)
    assert cast.maria.hears() == []
    cast.practice.wait(minutes=1)
    assert cast.maria.hears() == cast.lindqvist.hears()[1:] == [STILL]
    assert alarms(cast) == []
    cast.practice.wait(minutes=10)
    assert alarms(cast) == ["alarm:nobody has opened danger_alert:1"]
    cast.practice.wait(hours=5)
    assert cast.maria.hears() == []
    assert len(cast.anna.hears()) == 1  # nothing is claimed that isn't so


def test_opened_in_time_it_rings_no_more(welcomed: Cast) -> None:
    welcomed.anna.types(WORDS)
    welcomed.practice.wait(minutes=5)
    welcomed.maria.taps("Open")
    welcomed.lindqvist.hears()
    welcomed.practice.wait(hours=1)
    assert welcomed.lindqvist.hears() == []


def test_at_night_it_rings_again_ten_minutes_after_opening_time(welcomed: Cast) -> None:
    welcomed.practice.wait_until(melbourne("2026-12-01 02:04"))
    welcomed.anna.types(WORDS)
    welcomed.practice.wait_until(melbourne("2026-12-01 09:00"))
    welcomed.maria.hears()
    welcomed.practice.wait_until(melbourne("2026-12-01 09:10"))
    assert welcomed.maria.hears() == [STILL]


def test_where_duty_ends_meanwhile_the_second_ring_waits_for_the_next_hours(
    welcomed: Cast,
) -> None:
    welcomed.practice.wait_until(melbourne("2026-11-30 16:55"))
    welcomed.anna.types(WORDS)
    welcomed.maria.hears()
    welcomed.practice.wait_until(melbourne("2026-12-01 08:00"))
    assert welcomed.maria.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-01 09:10"))
    assert welcomed.maria.hears() == [STILL]


def alarms(cast: Cast) -> list[str]:
    with cast.practice.look() as db:
        chosen = select(OutboxRow.dedupe_key).where(col(OutboxRow.dedupe_key).startswith("alarm:"))
        return [key for key in db.exec(chosen) if key is not None]


STILL_OPEN = "An urgent message is still open. Please close it when it is dealt with."


def reminders(cast: Cast) -> tuple[int, int]:
    """How many Maria and Dr Lindqvist were sent since the last look."""
    maria, lindqvist = (
        [text for text in each.hears() if text.startswith(STILL_OPEN)]
        for each in (cast.maria, cast.lindqvist)
    )
    return len(maria), len(lindqvist)


def test_unopened_it_rings_at_each_opening_and_the_operator_hears_daily(
    welcomed_with: Opener,
) -> None:
    cast = welcomed_with(operator_chat=777)
    cast.anna.types(WORDS)
    cast.practice.wait_until(melbourne("2026-12-01 08:59"))
    cast.maria.hears()
    cast.practice.wait_until(melbourne("2026-12-01 09:00"))
    assert cast.maria.hears() == [STILL]
    cast.practice.wait_until(melbourne("2026-12-02 08:59"))
    assert cast.maria.hears() == []
    cast.practice.wait_until(melbourne("2026-12-02 09:10"))
    assert cast.maria.hears() == [STILL]
    first = "alarm:nobody has opened danger_alert:1"
    assert alarms(cast) == [first, f"{first} on 2026-12-01", f"{first} on 2026-12-02"]


def test_at_the_beginning_of_the_next_duty_it_rings_once(evenings: Cast) -> None:
    evenings.practice.wait_until(melbourne("2026-12-01 10:00"))
    evenings.anna.types(WORDS)
    evenings.practice.wait_until(melbourne("2026-12-01 16:59"))
    evenings.lindqvist.hears()
    evenings.practice.wait_until(melbourne("2026-12-01 17:05"))
    assert evenings.lindqvist.hears() == [URGENT]
    evenings.practice.wait_until(melbourne("2026-12-01 17:10"))
    assert evenings.lindqvist.hears() == [STILL]


def test_opened_and_not_closed_who_opened_it_is_asked_once_a_day_by_day(welcomed: Cast) -> None:
    welcomed.practice.wait_until(melbourne("2026-12-03 23:00"))
    welcomed.anna.types(WORDS)
    welcomed.maria.taps("Open")
    reminders(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-04 08:59"))
    assert reminders(welcomed) == (0, 0)
    for day in ("2026-12-04", "2026-12-07"):  # Friday, and Monday
        welcomed.practice.wait_until(melbourne(f"{day} 23:59"))
        assert reminders(welcomed) == (1, 0)
    welcomed.maria.taps("Open")
    welcomed.maria.taps("Dealt with")
    welcomed.maria.types("talked on the phone")
    welcomed.practice.wait(days=7)
    assert reminders(welcomed) == (0, 0)


def test_where_who_opened_it_cannot_be_reached_the_others_are_asked(welcomed: Cast) -> None:
    welcomed.anna.types(WORDS)
    welcomed.maria.taps("Open")
    welcomed.maria.account.blocks_bot()
    welcomed.practice.settle()
    welcomed.practice.wait_until(melbourne("2026-12-01 09:00"))
    assert reminders(welcomed) == (0, 1)
    welcomed.lindqvist.taps("Open")
    assert welcomed.lindqvist.last.endswith(f"«{WORDS}»")


@pytest.mark.parametrize("on_duty", ["", "Maria Santos: Mon-Sun 0-0"])
def test_nobody_is_reminded_at_midnight(welcomed_with: Opener, on_duty: str) -> None:
    cast = welcomed_with(on_duty=on_duty, practice_hours=" ")
    cast.anna.types(WORDS)
    cast.maria.taps("Open")
    cast.practice.wait_until(melbourne("2026-12-01 07:59"))
    assert reminders(cast) == (0, 0)
    cast.practice.wait_until(melbourne("2026-12-01 08:00"))
    assert reminders(cast) == (1, 0)


def test_without_hours_an_unopened_alert_rings_by_day(welcomed_with: Opener) -> None:
    cast = welcomed_with(practice_hours=" ")
    cast.anna.types(WORDS)
    assert cast.maria.hears() == [URGENT]
    cast.practice.wait_until(melbourne("2026-12-01 07:59"))
    assert cast.maria.hears() == []
    cast.practice.wait_until(melbourne("2026-12-01 08:00"))
    assert cast.maria.hears() == [STILL]


def test_what_is_open_stands_first_in_the_list_for_those_who_may_see_it(evenings: Cast) -> None:
    evenings.anna.types(WORDS)
    evenings.maria.taps("Cases")
    assert evenings.maria.last == "Urgent, Monday 30 November, 10:00 am: nobody has opened it yet"
    evenings.maria.taps("Open urgent, Monday 30 November, 10:00 am")
    evenings.lindqvist.taps("Cases")
    evenings.lindqvist.sees("10:00 am: Maria opened it, and it isn't closed")
    evenings.okafor.taps("Cases")
    evenings.okafor.sees("Nothing waits for you.")
    evenings.maria.taps("Dealt with")
    evenings.maria.types("talked on the phone")
    evenings.maria.taps("Cases")
    assert evenings.maria.last == "Nothing waits for you."

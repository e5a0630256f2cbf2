"""Clocks that are set, sessions that have begun, people who can't be reached."""

from datetime import timedelta

import pytest

from bot.rules.due import UNDO_DELAY
from tests.clock import melbourne
from tests.loops.prepared import Town
from tests.practice import Someone

SORRY = "Something went wrong here and I couldn't deal with your last message."
HELP = "Please call 000 now"
NO_TIMES = "No times are booked for you here."
ALARM = "Between Sessions needs you: parked:"
UNREACHABLE = "can't be reached here since"


# --- the machine's clock is set


def test_a_clock_that_jumps_brings_no_reminder_twice(town: Town) -> None:
    town.book(town.row_of(town.anna), melbourne("2026-12-08 11:00"))
    town.wait_until(melbourne("2026-12-05 09:00"))
    town.hand.jump(timedelta(hours=6))
    town.settle()
    assert len(town.anna.hears()) == 1
    town.hand.jump(timedelta(hours=-8))
    town.settle()
    town.wait_until(melbourne("2026-12-07 10:00"))
    assert town.anna.hears() == []
    town.wait_until(melbourne("2026-12-07 11:00"))
    assert len(town.anna.hears()) == 1
    town.hand.jump(timedelta(hours=-3))
    town.wait_until(melbourne("2026-12-08 12:00"))
    assert town.anna.hears() == []


@pytest.mark.parametrize("hours", [5, -5])
def test_a_clock_that_jumps_changes_nothing_about_the_pace(town: Town, hours: int) -> None:
    for number in range(5):
        town.queue(town.anna, str(number))
    town.let_run(seconds=0.2)
    town.hand.jump(timedelta(hours=hours))
    town.let_run(seconds=0.5)
    assert town.anna.hears() == ["0", "1", "2"]
    town.let_run(seconds=3)
    assert town.anna.hears() == ["3", "4"]


def test_what_waits_for_another_try_does_not_wait_for_hours_when_the_clock_is_set_back(
    town: Town,
) -> None:
    town.telegram.faults.fail("server_error", chat_id=town.anna.account.id)
    town.queue(town.anna, "soon")
    town.receives_broken_block_of(town.ben)
    town.settle()
    town.hand.jump(timedelta(hours=-5))
    town.let_run(seconds=60)
    assert town.anna.hears() == ["soon"]
    town.ben.sees(SORRY)


def test_a_reminder_of_a_session_that_has_begun_is_dropped_and_counted(town: Town) -> None:
    starts_at = town.hand.now() + timedelta(minutes=10)
    town.book(town.row_of(town.anna), starts_at, is_known=False)
    town.telegram.faults.down = True
    town.let_run(seconds=UNDO_DELAY.total_seconds() + 8 * 60)
    town.telegram.faults.down = False
    town.let_run(minutes=1)
    assert town.anna.hears() == []
    assert town.app.send.outcomes["expired"] == 1


# --- a person who can't be reached


def books_two_sessions(town: Town, someone: Someone) -> None:
    for when in ("2026-12-08 11:00", "2026-12-10 11:00"):
        town.book(town.row_of(someone), melbourne(when))


@pytest.mark.parametrize("how", ["blocks_bot", "deletes_account"])
def test_somebody_unreachable_is_written_to_no_more_and_the_manager_told_once(
    town: Town, how: str
) -> None:
    books_two_sessions(town, town.anna)
    getattr(town.anna.account, how)()
    town.telegram.exchange.updates.clear()  # as after an outage of a day: the bot isn't told
    town.wait_until(melbourne("2026-12-08 12:00"))
    assert town.row_of(town.anna).unreachable_at == melbourne("2026-12-05 11:00")
    (told,) = (text for text in town.maria.hears() if UNREACHABLE in text)
    assert "Anna B." in told and "8 December" not in told and "Room 2" not in told
    assert town.calls_to(town.anna).count(False) == 1


def test_the_manager_is_told_of_a_block_before_a_reminder_is_missed(town: Town) -> None:
    books_two_sessions(town, town.anna)
    town.anna.account.blocks_bot()
    town.settle()
    town.wait_until(melbourne("2026-12-08 12:00"))
    assert len([text for text in town.maria.hears() if UNREACHABLE in text]) == 1


def test_who_opens_the_chat_again_is_reminded_again(town: Town) -> None:
    books_two_sessions(town, town.anna)
    town.anna.account.blocks_bot()
    town.settle()
    town.wait_until(melbourne("2026-12-06 11:00"))
    assert town.row_of(town.anna).unreachable_at is not None
    town.anna.account.unblocks_bot()
    town.settle()
    assert town.row_of(town.anna).unreachable_at is None
    town.wait_until(melbourne("2026-12-07 11:00"))
    town.anna.sees("Tomorrow, Tuesday 8 December, 11:00 am.")

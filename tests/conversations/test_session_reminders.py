"""The practice's own words in a reminder, and what comes late or too late."""

import pytest
from sqlmodel import col, select

from bot.records.outbox import OutboxRow, OutboxState
from tests.clock import melbourne
from tests.conftest import Opener
from tests.practice import Cast, Practice

TUESDAY = melbourne("2026-12-08 11:00")
REMINDER = "Tomorrow, Tuesday 8 December, 11:00 am. Room 2."


@pytest.fixture
def worded(sqlite_url: str, open_practice: Opener) -> Cast:
    """A practice whose reminders say more than day and time."""
    practice: Practice = open_practice(
        sqlite_url,
        reminder_words="3d: Can't come? Tell us by tomorrow.; 1d: The door code is 1234.",
    )
    cast = Cast(practice)
    cast.welcome()
    cast.session_id = practice.book(cast.anna_row, TUESDAY)
    return cast


def test_each_lead_time_has_its_own_words_below_the_first_line(worded: Cast) -> None:
    worded.practice.wait_until(melbourne("2026-12-05 11:00"))
    assert worded.anna.hears() == [
        "Tuesday 8 December, 11:00 am. Room 2.\nCan't come? Tell us by tomorrow."
    ]
    worded.practice.wait_until(melbourne("2026-12-07 11:00"))
    assert worded.anna.hears() == [f"{REMINDER}\nThe door code is 1234."]


def test_where_others_see_the_telephone_the_words_stay_away(worded: Cast) -> None:
    for label in ("Settings", "Telephone and calls", "Others can see it"):
        worded.anna.taps(label)
    worded.anna.taps("Yes, others can see it")
    worded.anna.hears()
    worded.practice.wait_until(melbourne("2026-12-07 11:00"))
    assert worded.anna.hears() == ["Tomorrow, Tuesday 8 December, 11:00 am."]


def test_after_an_outage_one_reminder_comes_and_says_that_it_is_late(worded: Cast) -> None:
    worded.practice.hand.wait_until(melbourne("2026-12-07 15:00"))
    worded.practice.settle()
    assert worded.anna.hears() == [
        f"{REMINDER}\nThe door code is 1234.\nThis comes late. I'm sorry."
    ]
    worded.practice.wait_until(TUESDAY)
    assert worded.anna.hears() == []


def test_words_of_another_day_are_not_said_late(worded: Cast) -> None:
    worded.practice.hand.wait_until(melbourne("2026-12-06 15:00"))
    worded.practice.settle()
    assert worded.anna.hears() == [
        "Tuesday 8 December, 11:00 am. Room 2.\nThis comes late. I'm sorry."
    ]


def test_what_an_outage_left_for_the_morning_says_that_it_is_late(worded: Cast) -> None:
    worded.practice.book(worded.anna_row, melbourne("2026-12-04 19:00"))
    worded.practice.wait_until(melbourne("2026-12-03 18:00"))
    worded.anna.hears()
    worded.practice.hand.wait_until(melbourne("2026-12-03 23:00"))
    worded.practice.settle()
    worded.practice.wait_until(melbourne("2026-12-04 09:00"))
    assert worded.anna.hears() == [
        "Today, Friday 4 December, 7:00 pm. Room 2.\nThis comes late. I'm sorry."
    ]


def test_what_quiet_hours_put_off_by_themselves_is_not_late(worded: Cast) -> None:
    worded.practice.book(worded.anna_row, melbourne("2026-12-04 22:30"))
    worded.practice.wait_until(melbourne("2026-12-04 09:00"))
    assert worded.anna.hears()[-1] == (
        "Today, Friday 4 December, 10:30 pm. Room 2.\nThe door code is 1234."
    )


def test_a_quarter_of_an_hour_is_not_late(worded: Cast) -> None:
    worded.practice.hand.wait_until(melbourne("2026-12-07 11:15"))
    worded.practice.settle()
    worded.anna.sees_nothing_of("This comes late")


@pytest.mark.parametrize("back", ["2026-12-08 11:00", "2026-12-09 10:00"])
def test_a_reminder_of_what_has_begun_is_counted_and_not_sent(worded: Cast, back: str) -> None:
    worded.practice.hand.wait_until(melbourne(back))
    worded.practice.settle()
    worded.anna.sees_nothing_of("8 December")
    assert states_of(worded, worded.session_id) == {OutboxState.EXPIRED}


def test_one_that_telegram_takes_too_late_is_not_sent_after_the_beginning(worded: Cast) -> None:
    """It was put in time, and waits in the outbox while Telegram is down."""
    worded.practice.wait_until(melbourne("2026-12-07 10:59"))
    worded.anna.hears()
    worded.practice.telegram.faults.fail(
        "server_error", method="sendMessage", chat_id=worded.anna.account.id
    )
    worded.practice.wait_until(melbourne("2026-12-07 11:00"))
    worded.practice.hand.wait_until(melbourne("2026-12-08 11:01"))
    worded.practice.settle()
    worded.anna.sees_nothing_of("Tomorrow, Tuesday 8 December")
    assert OutboxState.EXPIRED in states_of(worded, worded.session_id)


def test_so_is_one_that_quiet_hours_leave_no_room_for(worded: Cast) -> None:
    early = worded.practice.book(worded.anna_row, melbourne("2026-12-02 07:30"))
    worded.practice.hand.wait_until(melbourne("2026-12-01 22:00"))
    worded.practice.settle()
    worded.practice.wait_until(melbourne("2026-12-02 09:00"))
    worded.anna.sees_nothing_of("2 December")
    assert states_of(worded, early) == {OutboxState.EXPIRED}


def states_of(cast: Cast, session_id: int) -> set[OutboxState]:
    with cast.practice.look() as db:
        about = col(OutboxRow.topic) == f"therapy_session:{session_id}"
        rows = db.exec(select(OutboxRow).where(about, OutboxRow.person_id == cast.anna_row.id))
        return {row.state for row in rows}

"""The link once more, ten minutes before: asked for, moved along, switched off, never shown to others."""

from datetime import datetime

import pytest

from bot.records import bookings, expired
from bot.records.bookings import Booking
from bot.records.therapy_sessions import TherapySession
from tests.clock import melbourne
from tests.practice import Cast

EVENING = melbourne("2026-12-08 22:30")
LINK = "https://meet.example/abc"
AGAIN = "Link again 10 minutes before"
AT_10_20 = "Good. The link comes again today at 10:20 pm, though that's in your quiet hours."


@pytest.fixture
def reminded(welcomed: Cast) -> Cast:
    """Anna has been reminded of a session on-line, late tonight in her quiet hours."""
    welcomed.session_id = welcomed.practice.book(welcomed.anna_row, EVENING, place=None, link=LINK)
    welcomed.practice.wait_until(melbourne("2026-12-08 09:00"))
    welcomed.anna.hears()
    return welcomed


def test_it_comes_ten_minutes_before_whatever_the_hour(reminded: Cast) -> None:
    assert AGAIN in reminded.anna.labels
    reminded.anna.taps(AGAIN)
    assert reminded.anna.hears() == [AT_10_20]
    reminded.practice.wait_until(melbourne("2026-12-08 22:19"))
    assert reminded.anna.hears() == []
    reminded.practice.wait(minutes=1)
    assert reminded.anna.hears() == [f"Today, Tuesday 8 December, 10:30 pm.\n{LINK}"]
    reminded.practice.wait(hours=2)
    assert reminded.anna.hears() == []


def test_it_is_offered_with_the_yes_and_tapped_twice_it_says_so(reminded: Cast) -> None:
    reminded.anna.taps("I'll be there")
    assert reminded.anna.labels == ["Undo", AGAIN, "Add to calendar"]
    bubble = reminded.anna.sees("Good. See you on")
    reminded.anna.taps(AGAIN)
    reminded.anna.taps(AGAIN, bubble=bubble)
    reminded.anna.sees("That's set already: the link comes again today at 10:20 pm.")
    reminded.anna.taps("Don't send it")
    reminded.anna.sees("All right, I won't send the link again. The time stays as it is.")
    reminded.anna.taps("Don't send it", bubble=reminded.anna.sees("That's set already"))
    reminded.anna.sees("No link was to be sent again for that time.")
    reminded.anna.hears()
    reminded.practice.wait_until(EVENING)
    assert reminded.anna.hears() == []


def test_it_goes_along_with_a_move_and_comes_with_the_newest_link(reminded: Cast) -> None:
    reminded.anna.taps(AGAIN)
    _moves(reminded, to=melbourne("2026-12-09 12:00"))
    reminded.practice.wait_until(melbourne("2026-12-09 11:49"))
    assert reminded.anna.labels[-1] == "Don't send the link again"
    reminded.anna.hears()
    reminded.practice.wait(minutes=1)
    assert reminded.anna.hears() == [f"Today, Wednesday 9 December, 12:00 pm.\n{LINK}"]


def _moves(cast: Cast, to: datetime) -> None:
    with cast.practice.database.transaction() as db:
        row = db.get(TherapySession, cast.session_id)
        assert row is not None
        practice, now = cast.practice.settings.practice(), cast.practice.hand.now()
        bookings.move(db, row, Booking(to, row.minutes), practice, now)
    cast.practice.settle()


def test_a_cancelled_session_brings_no_link_and_taking_that_back_does(reminded: Cast) -> None:
    reminded.anna.taps(AGAIN)
    reminded.anna.taps("I can't come", bubble=reminded.anna.sees("Today, Tuesday 8 December"))
    reminded.anna.taps("Cancel it")
    reminded.anna.taps("Undo")
    reminded.anna.hears()
    reminded.practice.wait_until(EVENING)
    assert reminded.anna.hears() == [f"Today, Tuesday 8 December, 10:30 pm.\n{LINK}"]


def test_a_cancelled_session_brings_no_link(reminded: Cast) -> None:
    reminded.anna.taps(AGAIN)
    reminded.anna.taps("I can't come", bubble=reminded.anna.sees("Today, Tuesday 8 December"))
    reminded.anna.taps("Cancel it")
    reminded.anna.hears()
    reminded.practice.wait_until(EVENING)
    assert reminded.anna.hears() == []


def test_late_it_says_so_and_is_of_use_until_the_end(reminded: Cast) -> None:
    reminded.anna.taps(AGAIN)
    reminded.anna.hears()
    reminded.practice.hand.wait_until(melbourne("2026-12-08 22:40"))
    reminded.practice.settle()
    assert reminded.anna.hears() == [
        f"Today, Tuesday 8 December, 10:30 pm.\n{LINK}\nThis comes late. I'm sorry."
    ]


def test_after_the_end_it_does_not_come(reminded: Cast) -> None:
    reminded.anna.taps(AGAIN)
    reminded.anna.hears()
    reminded.practice.hand.wait_until(melbourne("2026-12-08 23:20"))
    reminded.practice.settle()
    assert reminded.anna.hears() == []
    with reminded.practice.look() as db:
        assert expired.by_table(db) == {"therapy_session": 1}


def test_who_taps_too_late_gets_it_now_and_who_is_late_as_well(reminded: Cast) -> None:
    reminder = reminded.anna.sees("Today, Tuesday 8 December")
    for instant in ("2026-12-08 22:21", "2026-12-08 22:45"):
        reminded.practice.wait_until(melbourne(instant))
        reminded.anna.hears()
        reminded.anna.taps(AGAIN, bubble=reminder)
        assert reminded.anna.hears() == [f"Here is the link now:\n{LINK}"]
    reminded.practice.wait_until(melbourne("2026-12-08 23:30"))
    reminded.anna.taps(AGAIN, bubble=reminder)
    reminded.anna.sees("That time has begun or is over.")


@pytest.mark.parametrize("tap", ["want", "drop"])
def test_ben_reaches_nothing_of_it(reminded: Cast, tap: str) -> None:
    for session_id in (reminded.session_id, 999999):
        reminded.ben.presses_data(f"1:session_links:{tap}:{session_id}")
        assert reminded.ben.hears()[-1].startswith("I can't find that time.")
    reminded.ben.sees_nothing_of(LINK)


def test_a_telephone_that_others_see_gets_no_link(reminded: Cast) -> None:
    reminder = reminded.anna.sees("Today, Tuesday 8 December")
    reminded.anna.taps(AGAIN)
    for label in ("Settings", "Telephone and calls", "Others can see it"):
        reminded.anna.taps(label)
    reminded.anna.taps("Yes, others can see it")
    reminded.anna.taps(AGAIN, bubble=reminder)
    reminded.anna.sees("I keep links off a telephone that others can see.")
    reminded.anna.hears()
    reminded.practice.wait_until(EVENING)
    assert reminded.anna.hears() == []


def test_who_stopped_messages_gets_none(reminded: Cast) -> None:
    reminded.anna.taps(AGAIN)
    reminded.anna.types("STOP")
    reminded.anna.hears()
    reminded.practice.wait_until(EVENING)
    assert reminded.anna.hears() == []


def test_a_session_without_a_link_offers_none(welcomed: Cast) -> None:
    session_id = welcomed.practice.book(welcomed.anna_row, EVENING)
    welcomed.practice.wait_until(melbourne("2026-12-08 09:00"))
    assert AGAIN not in welcomed.anna.labels
    welcomed.anna.presses_data(f"1:session_links:want:{session_id}")
    welcomed.anna.sees("There's no link for that time. To ask for one, phone Riverside")


def test_a_link_that_the_office_took_away_meanwhile_is_told_of(reminded: Cast) -> None:
    reminded.anna.taps(AGAIN)
    reminded.anna.hears()
    with reminded.practice.database.transaction() as db:
        row = db.get(TherapySession, reminded.session_id)
        assert row is not None
        row.link = None
    reminded.practice.wait_until(EVENING)
    assert reminded.anna.hears() == [
        "Today, Tuesday 8 December, 10:30 pm.\n"
        "There is no link for it any more. Please phone Riverside (03 9000 0000)."
    ]

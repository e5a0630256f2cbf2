"""Several changes in a few minutes are one message, and new times are told as well."""

from datetime import datetime

import pytest

from bot.records import people
from bot.records.people import Telephone
from bot.records.therapy_sessions import Answer
from tests.clock import melbourne
from tests.conversations.changing import cancels, moves
from tests.conversations.requesting import TUESDAY, session_of
from tests.practice import JUST_REMINDERS, Cast, Practice

WEDNESDAY = melbourne("2026-12-09 14:00")
NEXT_TUESDAY = melbourne("2026-12-15 11:00")


def books(cast: Cast, starts_at: datetime) -> int:
    """Book a time of which the client is yet to be told."""
    cast.session_id = cast.practice.book(cast.anna_row, starts_at, is_known=False)
    return cast.session_id


def test_a_new_time_is_told_once_and_can_be_answered(welcomed: Cast) -> None:
    books(welcomed, TUESDAY)
    welcomed.practice.wait(minutes=2)
    assert welcomed.anna.hears() == []
    welcomed.practice.wait(minutes=1)
    assert welcomed.anna.hears() == ["New time: Tuesday 8 December, 11:00 am. Room 2."]
    welcomed.anna.types("yes")
    assert session_of(welcomed).answer is Answer.COMING
    welcomed.anna.hears()
    welcomed.practice.wait(days=4)
    assert welcomed.anna.hears() == []


def test_a_time_that_is_booked_and_cancelled_again_is_never_heard_of(welcomed: Cast) -> None:
    cancels(welcomed, books(welcomed, TUESDAY))
    welcomed.practice.wait(minutes=10)
    assert welcomed.anna.hears() == []


def test_each_change_waits_for_the_next_and_all_are_one_message(welcomed: Cast) -> None:
    first = welcomed.practice.book(welcomed.anna_row, TUESDAY)
    second = welcomed.practice.book(welcomed.anna_row, NEXT_TUESDAY)
    moves(welcomed, first, WEDNESDAY)
    welcomed.practice.wait(minutes=2)
    cancels(welcomed, second)
    welcomed.practice.wait(minutes=2)
    books(welcomed, melbourne("2026-12-22 11:00"))
    welcomed.practice.wait(minutes=2)
    assert welcomed.anna.hears() == []
    welcomed.practice.wait(minutes=1)
    assert welcomed.anna.hears() == [
        "Your times have changed:\n"
        "- Moved: Tuesday 8 December, 11:00 am is now Wednesday 9 December, 2:00 pm.\n"
        "- Cancelled: Tuesday 15 December, 11:00 am.\n"
        "- New time: Tuesday 22 December, 11:00 am."
    ]
    assert welcomed.anna.labels == ["Add to calendar"]
    welcomed.practice.wait(minutes=10)
    assert welcomed.anna.hears() == []


def test_whoever_is_to_set_out_is_told_at_once_though_somebody_changes_more(
    welcomed: Cast,
) -> None:
    today = welcomed.practice.book(welcomed.anna_row, melbourne("2026-11-30 12:00"))
    cancels(welcomed, today)
    welcomed.practice.wait(minutes=2)
    books(welcomed, TUESDAY)
    welcomed.practice.wait(minutes=1)
    assert welcomed.anna.hears() == [
        "Your times have changed:\n"
        "- Cancelled: Monday 30 November, 12:00 pm.\n"
        "- New time: Tuesday 8 December, 11:00 am."
    ]
    welcomed.practice.wait(minutes=10)
    assert welcomed.anna.hears() == []


def test_thirty_weeks_are_one_short_message(welcomed: Cast) -> None:
    for week in range(15):
        books(welcomed, melbourne(f"2027-01-{week + 1:02} 11:00"))
        books(welcomed, melbourne(f"2027-02-{week + 1:02} 11:00"))
    welcomed.practice.wait(minutes=10)
    (text,) = welcomed.anna.hears()
    assert text.startswith("New times:\n- Friday 1 January, 11:00 am.\n")
    assert len(text.splitlines()) == 5
    assert text.endswith("And 27 more. «My times» shows what is booked.")
    welcomed.anna.taps("My times")
    assert welcomed.anna.last.endswith("And 25 more.")


def test_a_time_that_is_made_anew_is_no_news(welcomed: Cast) -> None:
    cancels(welcomed, welcomed.practice.book(welcomed.anna_row, TUESDAY))
    books(welcomed, TUESDAY)
    welcomed.practice.wait(minutes=10)
    assert welcomed.anna.hears() == []


def test_whoever_has_seen_it_in_my_times_is_not_told_once_more(welcomed: Cast) -> None:
    session_id = books(welcomed, TUESDAY)
    welcomed.anna.taps("My times")
    welcomed.anna.hears()
    welcomed.practice.wait(minutes=10)
    assert welcomed.anna.hears() == []
    cancels(welcomed, session_id)
    welcomed.practice.wait(minutes=3)
    assert welcomed.anna.hears()[0].startswith("Cancelled: Tuesday 8 December, 11:00 am.")


def test_others_who_see_the_telephone_read_days_and_times(welcomed: Cast) -> None:
    with welcomed.practice.database.transaction() as db:
        people.get(db, welcomed.anna_row.id).telephone = Telephone.SHARED
    books(welcomed, TUESDAY)
    welcomed.practice.wait(minutes=3)
    assert welcomed.anna.hears() == ["New time: Tuesday 8 December, 11:00 am."]
    cancels(welcomed, welcomed.session_id)
    books(welcomed, WEDNESDAY)
    welcomed.practice.wait(minutes=3)
    assert welcomed.anna.hears() == [
        "Your times have changed:\n"
        "- Cancelled: Tuesday 8 December, 11:00 am.\n"
        "- New time: Wednesday 9 December, 2:00 pm."
    ]
    assert welcomed.anna.labels == []


def test_changes_of_the_night_are_one_message_in_the_morning(welcomed: Cast) -> None:
    session_id = welcomed.practice.book(welcomed.anna_row, WEDNESDAY)
    welcomed.practice.wait_until(melbourne("2026-12-02 22:00"))
    moves(welcomed, session_id, TUESDAY)
    welcomed.practice.wait(hours=1)
    books(welcomed, NEXT_TUESDAY)
    welcomed.practice.wait_until(melbourne("2026-12-03 07:59"))
    assert welcomed.anna.hears() == []
    welcomed.practice.wait(minutes=1)
    (text,) = welcomed.anna.hears()
    assert text.startswith("Your times have changed:") and len(text.splitlines()) == 3


# --- for whom nothing is written


def test_before_they_are_connected_nothing_waits_for_them(practice: Practice) -> None:
    Cast.enter(practice)
    cast = Cast.of(practice)
    books(cast, TUESDAY)
    practice.wait(minutes=5)
    cast.connect((cast.anna, cast.anna_row))
    for label in ("Yes, it's just me", JUST_REMINDERS, "That's fine"):
        cast.anna.taps(label)
    cast.anna.sees("Good. Your next time is Tuesday 8 December, 11:00 am.")
    cast.anna.hears()
    cast.practice.wait(hours=1)
    assert cast.anna.hears() == []
    cancels(cast, cast.session_id)
    cast.practice.wait(minutes=3)
    assert cast.anna.hears()[0].startswith("Cancelled: Tuesday 8 December, 11:00 am.")


@pytest.mark.parametrize(("starts_at", "asked"), [("2026-12-01 09:30", True), (TUESDAY, False)])
def test_only_for_a_new_time_that_is_soon_the_managers_are_asked_to_phone(
    welcomed: Cast, starts_at: str | datetime, *, asked: bool
) -> None:
    welcomed.anna.types("STOP")
    welcomed.practice.wait(minutes=5)
    welcomed.maria.hears()
    at = melbourne(starts_at) if isinstance(starts_at, str) else starts_at
    books(welcomed, at)
    welcomed.practice.wait(minutes=5)
    assert welcomed.maria.hears() == (
        ["Please phone Anna B.: Tuesday 1 December, 9:30 am is a new time. I can't write there."]
        if asked
        else []
    )


def test_the_managers_are_asked_once_for_all_changes(welcomed: Cast) -> None:
    first = welcomed.practice.book(welcomed.anna_row, TUESDAY)
    second = welcomed.practice.book(welcomed.anna_row, NEXT_TUESDAY)
    welcomed.anna.types("STOP")
    welcomed.practice.wait(minutes=5)
    welcomed.maria.hears()
    moves(welcomed, first, WEDNESDAY)
    cancels(welcomed, second)
    welcomed.practice.wait(minutes=5)
    assert welcomed.maria.hears() == [
        "Please phone Anna B. about their times. I can't write there.\n"
        "- Moved: Tuesday 8 December, 11:00 am is now Wednesday 9 December, 2:00 pm.\n"
        "- Cancelled: Tuesday 15 December, 11:00 am."
    ]

"""Homework that is asked about every day: an answer is one for its day, and it ends in silence."""

from datetime import timedelta

import pytest

from bot.records import bookings, therapy_sessions
from bot.records.homework import HomeworkState
from bot.rules.homework import Rhythm
from tests.clock import melbourne
from tests.conversations.assigned import ASKED_ONCE, SESSION, WEDNESDAY, homework_of, only
from tests.conversations.rhythms import (
    ANSWERS,
    NOTE,
    RHYTHMS,
    answer_on,
    assign_with,
    choose_daily,
    chooses,
    evening,
    expired,
    notes_heard,
    on_evenings,
    suggest_daily,
)
from tests.practice import Cast

DAY = timedelta(days=1)


@pytest.fixture
def daily(welcomed: Cast) -> Cast:
    return choose_daily(welcomed)


# --- answers are answers for their day


def test_an_answer_is_one_for_today_and_the_last_stands(daily: Cast) -> None:
    daily.practice.wait_until(evening(3))
    assert daily.anna.labels == [*ANSWERS, "Stop this one"]
    daily.anna.taps("Done")
    assert daily.anna.last == (
        "Thank you for telling me. I'll ask again tomorrow at 7:00 pm. Only you see it."
    )
    assert daily.anna.labels == ["Show it to Dr Okafor", "Stop this one"]
    daily.practice.wait_until(evening(4))
    daily.anna.taps("Partly", bubble=daily.anna.sees(NOTE))
    assert only(daily).state is HomeworkState.PARTLY
    daily.practice.wait_until(evening(7))
    daily.anna.taps("Done", bubble=daily.anna.sees(NOTE))
    assert daily.anna.last == (
        "Thank you for telling me.\n\n"
        "Shall Dr Okafor see that? Dr Okafor would see the task and «done». Nothing more.\n\n"
        + ASKED_ONCE
    )


def test_what_is_shown_is_the_last_answer_or_asked_about_anew(daily: Cast) -> None:
    daily.practice.wait_until(evening(3))
    for label in ("Done", "Show it to Dr Okafor"):
        daily.anna.taps(label)
    assert daily.anna.last == (
        "Your last answer was «done».\n\n"
        "Shall Dr Okafor see that? Dr Okafor would see the task and «done». Nothing more.\n\n"
        + ASKED_ONCE
    )
    daily.anna.taps("Yes, before we meet")
    daily.practice.wait_until(evening(4))
    daily.anna.taps("Done", bubble=daily.anna.sees(NOTE))
    assert daily.anna.last == "Thank you for telling me. I'll ask again tomorrow at 7:00 pm."
    daily.practice.wait_until(evening(5))
    daily.anna.taps("Partly", bubble=daily.anna.sees(NOTE))
    daily.anna.sees("Shall Dr Okafor see that? Dr Okafor would see the task and «partly».")
    daily.practice.wait_until(SESSION)
    assert daily.okafor.hears() == []


def test_what_is_kept_to_oneself_is_not_asked_about_each_day(daily: Cast) -> None:
    daily.practice.wait_until(evening(3))
    for label in ("Done", "Show it to Dr Okafor", "No, keep it to me"):
        daily.anna.taps(label)
    daily.practice.wait_until(evening(4))
    daily.anna.taps("Done", bubble=daily.anna.sees(NOTE))
    assert daily.anna.labels == ["Stop this one"]


def test_an_answer_before_its_hour_counts_for_that_day(daily: Cast) -> None:
    daily.practice.wait_until(melbourne("2026-12-03 10:00"))
    daily.anna.presses_data(f"1:homework:done:{only(daily).id}")
    daily.anna.sees("I'll ask again tomorrow at 7:00 pm.")
    daily.anna.hears()
    assert on_evenings(daily, 3, 4) == [4]


def test_not_yet_in_the_evening_waits_for_the_next(daily: Cast) -> None:
    daily.practice.wait_until(evening(3))
    daily.anna.taps("Not yet")
    assert daily.anna.last == "That's all right. I'll ask again tomorrow at 7:00 pm."
    assert daily.anna.labels == ["Stop this one"]
    daily.anna.hears()
    assert on_evenings(daily, 4) == [4]


def test_stop_this_one_stops_a_daily_one(daily: Cast) -> None:
    daily.practice.wait_until(evening(3))
    daily.anna.taps("Stop this one")
    daily.anna.sees("Stopped. I won't ask about this one again.")
    daily.anna.hears()
    assert on_evenings(daily, 4, 5) == []


# --- what holds all the same


def test_a_daily_one_takes_nothing_from_the_measure(daily: Cast) -> None:
    """Another one that was set for a morning comes on that morning."""
    assign_with(daily, melbourne("2026-12-04 09:00"), task="Swim")
    assert on_evenings(daily, 3) == [3]
    daily.anna.taps("Done")
    daily.practice.wait_until(melbourne("2026-12-04 09:00"))
    assert "«Swim»" in notes_heard(daily.anna)[0]
    assert on_evenings(daily, 4) == [4]


def test_while_danger_is_open_a_daily_one_waits(daily: Cast) -> None:
    daily.anna.types("I want to die")
    daily.anna.hears()
    assert on_evenings(daily, 3, 4) == []
    daily.maria.taps("Open")
    daily.maria.taps("Dealt with")
    daily.maria.types("talked on the phone")
    daily.anna.hears()
    assert on_evenings(daily, 5) == [5]


def test_a_pause_and_stop_hold_and_it_goes_on_afterwards(daily: Cast) -> None:
    daily.anna.types("STOP")
    daily.anna.hears()
    assert on_evenings(daily, 3, 4) == []
    daily.anna.types("START")
    daily.anna.hears()
    assert on_evenings(daily, 5) == [5]


def test_what_is_late_on_a_weekend_waits_for_monday(welcomed: Cast) -> None:
    suggest_daily(welcomed)
    chooses(welcomed.anna, "Monday to Friday")
    welcomed.anna.hears()
    welcomed.practice.hand.wait_until(melbourne("2026-12-05 12:00"))  # the program was off
    welcomed.practice.settle()
    assert notes_heard(welcomed.anna) == []
    assert on_evenings(welcomed, 5, 6, 7) == [7]


def test_after_days_without_the_program_a_daily_one_comes_once_and_the_rest_is_counted(
    daily: Cast,
) -> None:
    daily.practice.hand.wait_until(melbourne("2026-12-06 10:00"))
    daily.practice.settle()
    assert notes_heard(daily.anna) == []
    assert on_evenings(daily, 6) == [6]
    assert expired(daily) == [only(daily).topic]


def test_a_late_one_of_today_says_so(daily: Cast) -> None:
    daily.practice.hand.wait_until(melbourne("2026-12-03 20:00"))
    daily.practice.settle()
    assert daily.anna.hears() == [f"{NOTE}\n\nThis comes late. I'm sorry."]


def test_what_is_late_and_once_comes_the_days_after_and_says_so(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, SESSION)
    assign_with(welcomed)
    welcomed.practice.hand.wait_until(melbourne("2026-12-04 10:00"))
    welcomed.practice.settle()
    assert welcomed.anna.hears()[0].endswith("This comes late. I'm sorry.")


def test_what_is_of_no_use_any_more_is_counted_as_expired(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, SESSION)
    assign_with(welcomed, evening(7))
    welcomed.practice.hand.wait_until(SESSION)
    welcomed.practice.settle()
    assert notes_heard(welcomed.anna) == []
    assert expired(welcomed) == [only(welcomed).topic]


def test_without_a_session_it_ends_with_the_first_that_is_booked(welcomed: Cast) -> None:
    assign_with(welcomed, proposed_rhythm=Rhythm.DAILY)
    welcomed.practice.wait_until(WEDNESDAY)
    welcomed.anna.sees("Dr Okafor suggests every day. You choose.")
    welcomed.anna.taps("Every day")
    assert welcomed.anna.last == "Good. I'll ask every day. Next time: tomorrow at 7:00 pm."
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-05 11:00"))
    welcomed.anna.hears()
    assert on_evenings(welcomed, 3) == [3]
    welcomed.anna.taps("Done")
    assert on_evenings(welcomed, 4) == [4]
    welcomed.anna.hears()
    assert on_evenings(welcomed, 5, 6) == []
    assert [row.remind_at for row in homework_of(welcomed)] == [None]


def test_a_session_that_is_cancelled_after_the_last_note_lets_it_go_on(welcomed: Cast) -> None:
    """Until the next one, which is its end from then on."""
    suggest_daily(welcomed)
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-11 11:00"))
    welcomed.anna.taps("Every day")
    answer_on(welcomed, *range(3, 8))
    assert only(welcomed).remind_at == SESSION
    welcomed.practice.wait_until(melbourne("2026-12-08 09:00"))
    with welcomed.practice.database.transaction() as db:
        row = therapy_sessions.upcoming(db, welcomed.anna_row, SESSION - DAY)[0]
        bookings.cancel(db, row, welcomed.practice.hand.now())
    welcomed.anna.hears()
    assert on_evenings(welcomed, 8) == [8]
    answer_on(welcomed, 9)
    assert on_evenings(welcomed, 10, 11, 12) == [10]
    assert expired(welcomed) == []


def test_what_was_said_for_the_last_time_says_so_and_how_often_shows_it(daily: Cast) -> None:
    answer_on(daily, *range(3, 7))
    daily.practice.wait_until(evening(7))
    daily.anna.types("/homework")
    assert daily.anna.last == "«Walk» Dr Okafor"
    daily.anna.taps("How often?")
    assert daily.anna.last == "So far I won't ask about it again. How often shall I ask?"
    assert daily.anna.labels == [*RHYTHMS, "Another hour"]
    daily.anna.taps("Every day")
    assert daily.anna.last == "It ends before I could ask again, so nothing changes."


def test_who_wants_no_notes_gets_none_and_it_goes_on_with_a_new_yes(daily: Cast) -> None:
    daily.anna.presses_data("1:privacy:notes_off")
    daily.anna.hears()
    assert on_evenings(daily, 3, 4) == []
    daily.anna.presses_data("1:privacy:notes_on")
    daily.anna.hears()
    assert on_evenings(daily, 5) == [5]


def test_a_session_that_was_missed_lets_it_go_on(welcomed: Cast) -> None:
    suggest_daily(welcomed)
    welcomed.anna.taps("Every day")
    answer_on(welcomed, *range(3, 8))
    welcomed.practice.wait_until(SESSION + timedelta(hours=2))
    assert only(welcomed).remind_at is None
    welcomed.okafor.taps("Missed")
    welcomed.anna.hears()
    assert on_evenings(welcomed, 8) == [8]
    assert expired(welcomed) == []

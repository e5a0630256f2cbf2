"""After a session: came, missed, moved, and what follows of it."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.records import bookings, danger_alerts, expired, people
from bot.records.bookings import Booking
from bot.records.check_ins import CheckIn, CheckInState
from bot.records.therapy_sessions import Attendance, TherapySession
from tests.clock import melbourne
from tests.conversations.attended import (
    ELEVEN,
    ENDS,
    FOUR_QUESTIONS,
    KIND,
    OFFER,
    QUESTION,
    let_it_end,
    row_of,
)
from tests.practice import Cast


@pytest.fixture
def over(cast: Cast) -> Cast:
    return let_it_end(cast)


# --- asking


def test_the_psychologist_is_asked_when_it_is_over_and_without_a_sound(over: Cast) -> None:
    bubble = over.okafor.sees(QUESTION)
    assert bubble.silent
    assert over.okafor.labels == ["Came", "Missed", "Moved"]
    for other in (over.anna, over.ben, over.maria, over.lindqvist):
        other.sees_nothing_of("did it take place")


def test_each_session_of_a_day_has_its_own_question(over: Cast) -> None:
    ben_s = over.practice.book(over.ben_row, melbourne("2026-11-30 12:00"))
    over.practice.wait_until(melbourne("2026-11-30 12:50"))
    over.okafor.taps("Missed", bubble=over.okafor.sees("Anna B., 11:00 am"))
    assert row_of(over).attendance is Attendance.MISSED
    with over.practice.look() as db:
        row = db.get(TherapySession, ben_s)
        assert row is not None and row.attendance is Attendance.UNTOLD


def test_untapped_counts_as_came_and_is_not_asked_again(over: Cast) -> None:
    over.okafor.hears()
    over.practice.wait_until(melbourne("2026-11-30 14:50"))
    over.anna.sees(FOUR_QUESTIONS)
    over.practice.wait(days=3)
    assert over.okafor.hears() == []
    assert row_of(over).attendance is Attendance.UNTOLD


def test_nobody_is_asked_of_a_session_that_was_cancelled(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, ELEVEN)
    welcomed.anna.taps("My times")
    welcomed.anna.taps("I can't come")
    welcomed.anna.taps("Cancel it")
    welcomed.practice.wait_until(ENDS)
    welcomed.okafor.sees_nothing_of("did it take place")


def test_a_cancellation_that_was_taken_back_is_asked_about(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, ELEVEN)
    welcomed.anna.taps("My times")
    for label in ("I can't come", "Cancel it", "Undo"):
        welcomed.anna.taps(label)
    welcomed.practice.wait_until(ENDS)
    welcomed.okafor.sees(QUESTION)


@pytest.mark.parametrize(("hours", "is_asked"), [(23, True), (25, False)])
def test_after_an_outage_of_more_than_a_day_it_is_not_asked_any_more(
    welcomed: Cast, hours: int, *, is_asked: bool
) -> None:
    welcomed.practice.book(welcomed.anna_row, ELEVEN)
    welcomed.okafor.hears()
    welcomed.practice.hand.wait_until(ENDS + timedelta(hours=hours))
    welcomed.practice.settle()
    asked = [text for text in welcomed.okafor.hears() if "did it take place" in text]
    late = "Anna B., Monday 30 November, 11:00 am: did it take place? No answer counts as yes."
    assert asked == ([late] if is_asked else [])
    with welcomed.practice.look() as db:
        assert expired.by_table(db) == ({} if is_asked else {"therapy_session": 1})


@pytest.mark.parametrize("how", ["left", "blocked"])
def test_a_psychologist_who_is_gone_is_not_asked(welcomed: Cast, how: str) -> None:
    welcomed.practice.book(welcomed.anna_row, ELEVEN)
    with welcomed.practice.database.transaction() as db:
        okafor = people.get(db, welcomed.okafor_row.id)
        gone_at = welcomed.practice.hand.now()
        okafor.left_at = gone_at if how == "left" else None
        okafor.unreachable_at = gone_at if how == "blocked" else None
    welcomed.practice.wait_until(ENDS)
    welcomed.okafor.sees_nothing_of("did it take place")


# --- missed


def test_missed_leads_to_a_kind_word_and_no_check_in(over: Cast) -> None:
    over.okafor.taps("Missed")
    assert over.okafor.last == f"Anna B., 11:00 am: missed. {OFFER}"
    assert over.okafor.labels == ["Undo"]
    over.practice.wait(minutes=2)
    over.anna.sees_nothing_of("didn't meet")
    over.practice.wait(minutes=1)
    assert over.anna.last == KIND
    assert over.anna.labels == ["Yes, find one", "No, thank you"]
    over.practice.wait(days=3)
    over.anna.sees_nothing_of(FOUR_QUESTIONS)
    assert sum("didn't meet" in text for text in over.anna.hears()) == 1


def test_another_time_is_asked_for_from_there(over: Cast) -> None:
    over.okafor.taps("Missed")
    over.practice.wait(minutes=3)
    over.anna.taps("Yes, find one")
    over.anna.types("friday")
    over.practice.wait(minutes=3)
    over.maria.sees("Anna B. would like another time than Monday 30 November, 11:00 am: «friday»")


def test_no_thank_you_is_enough(over: Cast) -> None:
    over.okafor.taps("Missed")
    over.practice.wait(minutes=3)
    over.anna.types("no")
    assert over.anna.last == "All right."


def test_the_next_time_is_named_where_there_is_one(over: Cast) -> None:
    over.practice.book(over.anna_row, melbourne("2026-12-08 11:00"))
    over.okafor.taps("Missed")
    over.practice.wait(minutes=3)
    over.anna.sees("Your next one is Tuesday 8 December, 11:00 am.")


def test_a_check_in_that_is_open_closes(over: Cast) -> None:
    over.practice.wait_until(melbourne("2026-11-30 14:50"))
    over.anna.taps("Start")
    over.okafor.taps("Missed")
    with over.practice.look() as db:
        assert [each.state for each in db.exec(select(CheckIn))] == [CheckInState.LAPSED]
    over.anna.taps("4")
    with over.practice.look() as db:
        assert [each.answers for each in db.exec(select(CheckIn))] == [{}]


def test_in_quiet_hours_the_word_waits_and_can_be_taken_back_until_then(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-11-30 20:00"))
    welcomed.practice.wait_until(melbourne("2026-11-30 20:58"))
    welcomed.okafor.taps("Missed")
    welcomed.okafor.sees("Anna is offered another time tomorrow at 8:00 am, if nothing")
    welcomed.practice.wait_until(melbourne("2026-12-01 07:59"))
    welcomed.anna.sees_nothing_of("didn't meet")
    welcomed.practice.wait_until(melbourne("2026-12-01 08:00"))
    welcomed.anna.sees("I hear that you didn't meet then.")


@pytest.mark.parametrize("typed", ["STOP", "/pause"])
def test_who_wants_no_messages_gets_none_and_the_psychologist_is_told_to_phone(
    over: Cast, typed: str
) -> None:
    over.anna.types(typed)
    if typed == "/pause":
        over.anna.taps(over.anna.labels[0])
    over.okafor.taps("Missed")
    over.okafor.sees("Anna isn't written to. Please get in touch yourself.")
    over.practice.wait(days=2)
    over.anna.sees_nothing_of("didn't meet")


def test_nothing_of_it_comes_to_a_telephone_that_others_see(cast: Cast) -> None:
    for label in ("Others can see it", "Only day and time", "That's fine"):
        cast.anna.taps(label)
    cast.practice.book(cast.anna_row, ELEVEN)
    cast.practice.wait_until(ENDS)
    cast.anna.hears()
    cast.okafor.taps("Missed")
    cast.practice.wait(days=2)
    assert cast.anna.hears() == []


def test_while_an_alert_is_open_nothing_comes_and_the_psychologist_reads_the_same(
    over: Cast,
) -> None:
    with over.practice.database.transaction() as db:
        danger_alerts.raise_alert(
            db,
            person_id=over.anna_row.id,
            chat_id=over.anna.account.chat.id,
            words="…",
            now=over.practice.hand.now(),
        )
    over.okafor.taps("Missed", bubble=over.okafor.sees(QUESTION))
    over.okafor.sees(OFFER)
    over.practice.wait(minutes=5)
    over.anna.sees_nothing_of("didn't meet")


def test_long_after_it_is_noted_and_nobody_writes(over: Cast) -> None:
    over.practice.wait(days=4)
    over.okafor.taps("Missed")
    over.okafor.sees("Anna isn't written to. Please get in touch yourself.")
    over.practice.wait(days=1)
    over.anna.sees_nothing_of("didn't meet")
    assert row_of(over).attendance is Attendance.MISSED


# --- came, moved


def test_came_changes_nothing_for_the_client(over: Cast) -> None:
    over.okafor.taps("Came")
    assert over.okafor.last == "Anna B., 11:00 am: came."
    over.practice.wait_until(melbourne("2026-11-30 14:50"))
    over.anna.sees(FOUR_QUESTIONS)


def test_moved_has_neither_check_in_nor_message(over: Cast) -> None:
    over.anna.hears()
    over.okafor.taps("Moved")
    assert over.okafor.last == (
        "Anna B., 11:00 am: moved. The schedule keeps the old time until the office changes it."
    )
    over.practice.wait(days=2)
    assert over.anna.hears() == []
    assert row_of(over).starts_at == ELEVEN


def test_a_session_that_the_office_then_moves_is_asked_about_again(over: Cast) -> None:
    over.okafor.taps("Moved")
    with over.practice.database.transaction() as db:
        row = db.get(TherapySession, over.session_id)
        assert row is not None
        to, now = Booking(melbourne("2026-12-01 11:00")), over.practice.hand.now()
        bookings.move(db, row, to, over.practice.settings.practice(), now)
    over.okafor.hears()
    over.practice.wait_until(melbourne("2026-12-01 11:50"))
    assert QUESTION in over.okafor.hears()

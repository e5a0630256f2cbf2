"""Who may say that a session took place, once; taken back, read in lists, counted."""

import pytest
from sqlmodel import col, select

from bot.records import bookings
from bot.records.people import Role
from bot.records.therapy_sessions import Attendance, TherapySession
from tests.clock import melbourne
from tests.conversations.assigned import assign
from tests.conversations.attended import ELEVEN, FOUR_QUESTIONS, OFFER, QUESTION, let_it_end, row_of
from tests.practice import Cast


@pytest.fixture
def over(cast: Cast) -> Cast:
    return let_it_end(cast)


# --- taken back, tapped twice


@pytest.mark.parametrize("label", ["Came", "Missed", "Moved"])
def test_undo_asks_again_and_all_is_as_it_was(over: Cast, label: str) -> None:
    over.okafor.taps(label)
    over.okafor.taps("Undo")
    assert over.okafor.last == f"Taken back. {QUESTION}"
    assert over.okafor.labels == ["Came", "Missed", "Moved"]
    assert row_of(over).attendance is Attendance.UNTOLD
    over.practice.wait_until(melbourne("2026-11-30 14:50"))
    over.anna.sees_nothing_of("didn't meet")
    over.anna.sees(FOUR_QUESTIONS)


def test_undo_after_the_check_in_was_closed_does_not_ask_twice(over: Cast) -> None:
    over.practice.wait_until(melbourne("2026-11-30 14:50"))
    over.okafor.taps("Missed")
    over.okafor.taps("Undo")
    over.anna.hears()
    over.practice.wait(days=2)
    assert over.anna.hears() == []


@pytest.mark.parametrize("label", ["Came", "Missed", "Moved"])
def test_after_three_minutes_it_stands(over: Cast, label: str) -> None:
    over.okafor.taps(label)
    over.practice.wait(minutes=3)
    over.okafor.taps("Undo")
    assert over.okafor.last == (
        "It's too late to take that back. The office can correct its own records."
    )
    assert row_of(over).attendance.value == label.lower()


@pytest.mark.parametrize("second", ["Missed", "Came"])
def test_a_second_tap_reads_what_stands(over: Cast, second: str) -> None:
    question = over.okafor.sees(QUESTION)
    over.okafor.taps("Missed", bubble=question)
    over.okafor.taps(second, bubble=question)
    assert over.okafor.last == "Anna B., 11:00 am: that is noted as «missed»."
    over.practice.wait(minutes=3)
    assert sum("didn't meet" in text for text in over.anna.hears()) == 1


def test_an_undo_of_something_else_reads_what_stands(over: Cast) -> None:
    over.okafor.taps("Missed")
    for made_up in ("came", "untold", "nonsense"):
        over.okafor.presses_data(f"1:attendance:undo:{over.session_id}:{made_up}")
        assert over.okafor.last == "Anna B., 11:00 am: that is noted as «missed»."


# --- who sees and says it


def test_today_and_the_week_say_how_it_went(over: Cast) -> None:
    over.okafor.types("/today")
    assert over.okafor.last == "Monday 30 November\n11:00 am · Anna B. · over"
    assert over.okafor.labels == ["Anna B., 11:00 am"]
    over.okafor.taps("Anna B., 11:00 am")
    assert over.okafor.last == QUESTION
    over.okafor.taps("Missed")
    for someone, who in ((over.okafor, ""), (over.maria, " · Dr Okafor")):
        for command in ("/today", "/week"):
            someone.types(command)
            assert someone.last == f"Monday 30 November\n11:00 am · Anna B. · missed{who}"


def test_another_psychologist_sees_nothing_of_it_in_their_day(over: Cast) -> None:
    staff = over.practice.add_staff("Dr Adler", Role.PSYCHOLOGIST)
    adler = over.practice.join(staff, "Dr Adler")
    adler.types("/today")
    assert adler.last == "No sessions today."


def test_the_office_may_say_it_too_and_the_psychologist_reads_what_stands(over: Cast) -> None:
    over.maria.types("/today")
    over.maria.taps("Anna B., 11:00 am")
    over.maria.taps("Missed")
    over.maria.sees(OFFER)
    over.okafor.taps("Came")
    assert over.okafor.last == "Anna B., 11:00 am: that is noted as «missed»."


TAPS = ["ask:{}", "came:{}", "missed:{}", "moved:{}", "undo:{}:missed"]


@pytest.mark.parametrize("tap", TAPS)
@pytest.mark.parametrize("who", ["anna", "ben", "lindqvist", "adler", "stranger"])
def test_nobody_else_says_or_learns_anything(over: Cast, tap: str, who: str) -> None:
    if who == "adler":
        staff = over.practice.add_staff("Dr Adler", Role.PSYCHOLOGIST)
        someone = over.practice.join(staff, "Dr Adler")
    elif who == "stranger":
        someone = over.practice.account("Somebody")
        someone.types("hello")
    else:
        someone = getattr(over, who)
    if "undo" in tap:
        over.okafor.taps("Missed")
    before = row_of(over).attendance
    answers = []
    for row_id in (over.session_id, 999_999):
        someone.hears()
        someone.presses_data(f"1:attendance:{tap.format(row_id)}")
        answers.append(someone.hears())
    assert len(answers[0]) == 1
    assert answers[0] == answers[1]
    assert row_of(over).attendance is before


@pytest.mark.parametrize("tap", TAPS)
def test_what_has_not_begun_or_was_cancelled_has_no_attendance(welcomed: Cast, tap: str) -> None:
    session_id = welcomed.practice.book(welcomed.anna_row, ELEVEN)
    welcomed.okafor.presses_data(f"1:attendance:{tap.format(session_id)}")
    welcomed.okafor.sees("is still to come. Nothing was changed.")
    with welcomed.practice.database.transaction() as db:
        row = db.exec(select(TherapySession).order_by(col(TherapySession.id).desc())).one()
        bookings.cancel(db, row, welcomed.practice.hand.now())
    welcomed.okafor.presses_data(f"1:attendance:{tap.format(session_id)}")
    welcomed.okafor.sees("was cancelled. Nothing was changed.")


# --- what counts sessions


def test_homework_for_a_missed_session_is_for_the_next_one(over: Cast) -> None:
    over.practice.book(over.anna_row, melbourne("2026-12-01 11:00"))
    over.practice.book(over.anna_row, melbourne("2026-12-08 11:00"))
    assign(over.practice, over.anna_row, melbourne("2026-11-30 19:00"), task="Breathe.")
    over.practice.wait_until(melbourne("2026-12-01 11:50"))
    over.anna.types("/homework")
    assert over.anna.last == "Nothing is open for you here."
    over.okafor.taps("Missed")
    over.anna.types("/homework")
    over.anna.sees("«Breathe.»")

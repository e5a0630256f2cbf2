"""Answers as people type them: after a reminder, out of the blue, and with several times booked."""

import pytest

from bot.records.therapy_sessions import Answer, SessionState, TherapySession
from tests.clock import melbourne
from tests.practice import Cast

TUESDAY = melbourne("2026-12-08 11:00")
COMES = "Good. See you on Tuesday 8 December, 11:00 am."
ASKS_FIRST = "It's not cancelled yet: Tuesday 8 December, 11:00 am."
WHEN = "When could you come?"
MEANS = "Do you mean Tuesday 8 December, 11:00 am? Nothing is changed yet."


@pytest.fixture
def reminded(welcomed: Cast) -> Cast:
    welcomed.session_id = welcomed.practice.book(welcomed.anna_row, TUESDAY)
    welcomed.practice.wait_until(melbourne("2026-12-07 11:00"))
    return welcomed


def session_of(cast: Cast) -> TherapySession:
    with cast.practice.look() as db:
        row = db.get(TherapySession, cast.session_id)
        assert row is not None
        return row


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("yes", COMES),
        ("Yep!", COMES),
        ("I’ll be there", COMES),
        ("see you then", COMES),
        ("can't make it", ASKS_FIRST),
        ("cannot come", ASKS_FIRST),
        ("Need to cancel", ASKS_FIRST),
        ("can we move it?", WHEN),
    ],
)
def test_after_a_reminder_it_does_what_its_button_does(
    reminded: Cast, typed: str, answer: str
) -> None:
    reminded.anna.types(typed)
    reminded.anna.sees(answer)
    assert session_of(reminded).state is SessionState.BOOKED


@pytest.mark.parametrize(
    "typed", ["I'll be there", "can't make it today", "I need to cancel", "can we reschedule?"]
)
def test_out_of_the_blue_it_is_asked_about_and_nothing_changes(welcomed: Cast, typed: str) -> None:
    welcomed.session_id = welcomed.practice.book(welcomed.anna_row, TUESDAY)
    welcomed.anna.types(typed)
    assert welcomed.anna.last == MEANS
    assert welcomed.anna.labels == ["I'll be there", "I can't come", "Another time"]
    row = session_of(welcomed)
    assert (row.state, row.answer) == (SessionState.BOOKED, Answer.NONE)
    welcomed.practice.wait(minutes=5)
    assert welcomed.maria.hears() == []
    welcomed.anna.taps("I'll be there")
    welcomed.anna.sees(COMES)


def test_what_is_known_already_is_said(reminded: Cast) -> None:
    reminded.anna.taps("I'll be there")
    reminded.anna.types("ill be there thanks")
    reminded.anna.sees("Good, that's what I have. See you on Tuesday 8 December, 11:00 am.")


def test_of_several_times_the_one_that_is_meant_is_tapped(welcomed: Cast) -> None:
    welcomed.session_id = welcomed.practice.book(welcomed.anna_row, TUESDAY)
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-15 11:00"))
    welcomed.practice.book(welcomed.ben_row, melbourne("2026-12-09 11:00"))
    welcomed.anna.types("I can't make it")
    assert welcomed.anna.last == "Which time do you mean? Nothing is changed yet."
    assert welcomed.anna.labels == [
        "Tuesday 8 December, 11:00 am",
        "Tuesday 15 December, 11:00 am",
    ]
    welcomed.anna.types("2")
    welcomed.anna.sees("It's not cancelled yet: Tuesday 15 December, 11:00 am.")


def test_where_nothing_is_booked_there_is_the_telephone(welcomed: Cast) -> None:
    welcomed.anna.types("I can't make it")
    welcomed.anna.sees("phone Riverside (03 9000 0000)")


def test_a_concern_is_not_taken_for_an_answer(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, TUESDAY)
    welcomed.anna.types("I need to cancel, i feel judged by her every time")
    welcomed.anna.sees_nothing_of("Do you mean")


def test_staff_answer_nothing_by_it(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, TUESDAY)
    welcomed.okafor.types("I can't make it")
    welcomed.okafor.sees("I didn't understand that, and I've passed nothing on.")


def test_how_much_notice_the_practice_asks_for_is_said(reminded: Cast) -> None:
    reminded.anna.types("can't make it")
    assert reminded.anna.last == (
        "OK. It's less than 2 days away, and the practice says: «We charge half the fee then.»\n\n"
        "It's not cancelled yet: Tuesday 8 December, 11:00 am. What shall I do?"
    )


def test_what_was_asked_before_a_cancellation_stays_asked_and_is_not_offered_again(
    reminded: Cast,
) -> None:
    for label in ("Another time", "Mornings"):
        reminded.anna.taps(label)
    reminded.practice.wait(minutes=4)
    reminded.anna.types("can't make it")
    reminded.anna.taps("Cancel it")
    reminded.anna.sees("You have asked for another time. That stays asked; nothing is booked yet.")
    assert reminded.anna.labels == ["Undo"]

"""While danger is open, or asked about, nothing comes that nobody asked for; sessions do."""

import pytest

from tests.clock import melbourne
from tests.conversations.assigned import assign
from tests.practice import Cast
from tests.recognition import ASKED, POSSIBLE, alerts, close, let_model_judge

QUESTIONS = "Four short questions about"


@pytest.fixture
def asked_at_ten_to_three(questioned: Cast) -> Cast:
    """Five minutes before the short questions about this morning would come."""
    cast = questioned
    cast.practice.book(cast.anna_row, melbourne("2026-12-01 11:00"))
    cast.practice.wait_until(melbourne("2026-12-01 14:45"))
    let_model_judge(cast.practice)
    cast.anna.hears()
    cast.anna.types(POSSIBLE)
    return cast


def test_short_questions_wait_for_the_answer_and_come_after_a_no(
    asked_at_ten_to_three: Cast,
) -> None:
    cast = asked_at_ten_to_three
    cast.practice.wait_until(melbourne("2026-12-01 14:53"))
    cast.anna.sees_nothing_of(QUESTIONS)
    cast.anna.taps("No", bubble=cast.anna.sees(ASKED))
    cast.practice.wait_until(melbourne("2026-12-01 14:56"))
    cast.anna.sees(QUESTIONS)


def test_after_silence_they_wait_until_staff_have_closed_it(asked_at_ten_to_three: Cast) -> None:
    cast = asked_at_ten_to_three
    cast.practice.wait_until(melbourne("2026-12-01 20:00"))
    assert len(alerts(cast.practice)) == 1
    cast.anna.sees_nothing_of(QUESTIONS)
    close(cast)
    cast.practice.wait_until(melbourne("2026-12-02 15:00"))
    cast.anna.sees(QUESTIONS)


def test_homework_waits_for_the_answer_too(welcomed: Cast) -> None:
    assign(welcomed.practice, welcomed.anna_row, melbourne("2026-12-02 16:00"))
    welcomed.practice.wait_until(melbourne("2026-12-02 15:55"))
    let_model_judge(welcomed.practice)
    welcomed.anna.types(POSSIBLE)
    welcomed.practice.wait_until(melbourne("2026-12-02 16:04"))
    welcomed.anna.sees_nothing_of("Your note")
    welcomed.anna.taps("No")
    welcomed.practice.wait_until(melbourne("2026-12-02 16:10"))
    welcomed.anna.sees("Your note")


@pytest.mark.parametrize("words", ["i want to die", POSSIBLE])
def test_session_reminders_go_on(welcomed: Cast, words: str) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-04 10:05"))
    welcomed.practice.wait_until(melbourne("2026-12-01 10:00"))
    let_model_judge(welcomed.practice)
    welcomed.anna.types(words)
    welcomed.practice.wait_until(melbourne("2026-12-01 10:06"))
    welcomed.anna.sees("Friday 4 December, 10:05 am")


def test_a_yes_is_no_answer_to_a_reminder_that_came_meanwhile(welcomed: Cast) -> None:
    """The reminder is the newest message; danger goes first."""
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-04 10:05"))
    welcomed.practice.wait_until(melbourne("2026-12-01 10:00"))
    let_model_judge(welcomed.practice)
    welcomed.anna.types(POSSIBLE)
    welcomed.practice.wait_until(melbourne("2026-12-01 10:06"))
    welcomed.anna.types("yes")
    welcomed.anna.sees("passed on what you wrote")
    welcomed.maria.sees("Urgent. Please open now.")

"""How a concern stands, at any moment, in words, with what comes next and nothing that won't."""

from tests.clock import melbourne
from tests.conversations.concerns import alert, answer, hear, take, write
from tests.conversations.hearings import given
from tests.practice import Cast


def stands(cast: Cast) -> str:
    cast.anna.taps("Something isn't right")
    return cast.anna.last


def test_what_was_begun_and_not_sent_is_shown_and_not_begun_anew(welcomed: Cast) -> None:
    write(welcomed)
    assert stands(welcomed) == (
        "You began a message for Maria. It isn't sent, and nobody has read it. "
        "I keep it until Friday 4 December."
    )
    assert welcomed.anna.labels == ["Show it", "Don't send", "Something else"]
    welcomed.anna.taps("Show it")
    welcomed.anna.sees("This is what Maria will get:")
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.taps("Don't send")
    assert stands(welcomed).endswith("Who should hear it?")


def test_a_draft_stands_below_what_was_sent(welcomed: Cast) -> None:
    alert(welcomed)
    write(welcomed, "and another thing")
    hear(welcomed)
    welcomed.anna.taps("Something isn't right")
    said = welcomed.anna.hears()
    assert [text[:6] for text in said] == ["C-1001", "You be"]


def test_once_the_client_was_asked_often_enough_no_more_is_promised(welcomed: Cast) -> None:
    alert(welcomed)
    assert "If nobody takes it on by then, I tell you" in stands(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-02 15:00"))
    assert "If nobody takes it on by then, I tell you" in stands(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-03 15:00"))
    hear(welcomed)
    said = stands(welcomed)
    assert "I tell you" not in said
    assert "I go on reminding Maria. You can also phone Riverside (03 9000 0000)." in said
    assert "Let Dr Lindqvist read it" in welcomed.anna.labels
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-04 15:00"))
    assert welcomed.anna.hears() == []


def test_a_late_answer_has_a_time_of_its_own(welcomed: Cast) -> None:
    take(welcomed)
    assert "If no answer has come by then, I tell you" in stands(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-04 09:00"))
    assert "If none has come by Monday 7 December, 9:00 am, I tell you, and you" in stands(welcomed)
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-07 09:00"))
    assert len([text for text in welcomed.anna.hears() if "hasn't answered" in text]) == 1
    assert "I go on reminding Maria." in stands(welcomed)


def test_a_question_waits_for_the_client(welcomed: Cast) -> None:
    take(welcomed)
    welcomed.maria.presses_data("1:case_answers:leave:1")
    welcomed.maria.taps("Send")
    said = stands(welcomed)
    assert "Maria waits for your answer to the question below.\n" in said
    assert "«May I talk with Dr Okafor" in said
    welcomed.anna.taps("Yes, you may")
    assert "waits for your answer" not in stands(welcomed)


def test_a_call_that_was_agreed_is_the_next_step_until_it_is_over(welcomed: Cast) -> None:
    take(welcomed)
    welcomed.maria.presses_data("1:case_times:offer:1")
    for each in ("Let us talk.", "tomorrow 12:30"):
        welcomed.maria.types(each)
    welcomed.maria.taps("Send")
    welcomed.anna.taps("Choose a time")
    welcomed.anna.taps("Wednesday 2 December, 12:30 pm")
    welcomed.anna.types("0400 000 000")
    assert "Maria calls you: tomorrow, 12:30 pm." in stands(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-02 13:00"))
    assert "calls you" not in stands(welcomed)


def test_what_whom_it_is_about_was_given_is_said(welcomed: Cast) -> None:
    given(welcomed)
    assert "Dr Okafor was given the words that you agreed to, and no more." in stands(welcomed)
    answer(welcomed, "Thank you, Anna.")
    assert "Dr Okafor was given the words" in stands(welcomed)

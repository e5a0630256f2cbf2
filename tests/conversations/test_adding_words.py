"""Words that nothing asked for, from somebody whose message is with somebody already, and from staff."""

import pytest

from tests.practice import Cast

QUESTION = "Nobody has read that yet. Shall Maria get it, together with your message?"


@pytest.fixture
def sent(welcomed: Cast) -> Cast:
    """Anna has told Maria that she can't be open; the minute is over."""
    for label in ("Something isn't right", "Maria Santos, practice manager", "I can't be open"):
        welcomed.anna.taps(label)
    welcomed.anna.taps("That's all")
    welcomed.anna.taps("Send")
    welcomed.practice.wait(minutes=2)
    return welcomed


def taken(cast: Cast) -> None:
    cast.maria.taps("Open")
    cast.maria.taps("I'll take it")


def test_what_is_written_next_is_added_only_after_a_yes(sent: Cast) -> None:
    sent.anna.types("it was worse on tuesday")
    assert sent.anna.last == QUESTION
    sent.anna.taps("Yes, add it")
    assert sent.anna.last == "Added. It's read together with the rest."
    sent.maria.taps("Open")
    sent.maria.sees("«it was worse on tuesday»")


def test_a_no_adds_nothing_and_keeps_nothing(sent: Cast) -> None:
    sent.anna.types("it was worse on tuesday")
    sent.anna.taps("No, leave it")
    sent.anna.taps("Yes, add it", bubble=sent.anna.sees(QUESTION))
    sent.anna.sees("I don't have those words any more.")
    sent.maria.taps("Open")
    sent.maria.sees_nothing_of("worse on tuesday")


def test_something_else_can_go_to_somebody_else(sent: Cast) -> None:
    sent.anna.types("and the other thing is that she never listens")
    sent.anna.taps("It's about something else")
    sent.anna.taps("Dr Lindqvist, senior psychologist")
    sent.anna.taps("That's all")
    assert sent.anna.last.startswith("This is what Dr Lindqvist will get:")
    sent.anna.sees("«and the other thing is that she never listens»")


def test_ben_cannot_add_to_anna_s_message_nor_use_her_words(sent: Cast) -> None:
    sent.anna.types("it was worse on tuesday")
    sent.ben.presses_data("1:free_text:add:1:1")
    sent.ben.types("mine")
    sent.ben.presses_data("1:free_text:add:2:1")
    sent.maria.taps("Open")
    sent.maria.sees_nothing_of("tuesday")
    sent.maria.sees_nothing_of("mine")


def test_a_question_about_times_is_no_part_of_it(sent: Cast) -> None:
    sent.anna.types("when is my next appointment?")
    sent.anna.sees("Nobody at the practice has read that.")


def test_staff_who_look_after_one_case_are_shown_what_would_go_out(sent: Cast) -> None:
    taken(sent)
    sent.maria.types("Thank you for telling me, Anna.")
    assert sent.maria.last == "«Thank you for telling me, Anna.»\nGoes to: Anna B., C-1001."
    sent.anna.sees_nothing_of("Thank you for telling me")
    sent.maria.taps("Send")
    sent.anna.sees("«Thank you for telling me, Anna.»")


def test_with_several_cases_nobody_is_guessed(sent: Cast) -> None:
    taken(sent)
    for label in ("Something isn't right", "Maria Santos, practice manager", "I can't be open"):
        sent.ben.taps(label)
    sent.ben.taps("That's all")
    sent.ben.taps("Send")
    sent.practice.wait(minutes=2)
    taken(sent)
    sent.maria.types("Thank you for telling me.")
    sent.maria.sees("I don't know whom that is for, and I've passed nothing on.")
    assert sent.maria.labels == ["Open C-1001", "Open C-1002"]
    for client in (sent.anna, sent.ben):
        client.sees_nothing_of("Thank you for telling me.")


def test_a_reply_to_a_question_about_one_case_is_for_that_case(sent: Cast) -> None:
    taken(sent)
    sent.maria.taps("Write to Anna")
    question = sent.maria.sees("Write it here.")
    for label in ("Something isn't right", "Maria Santos, practice manager", "I can't be open"):
        sent.ben.taps(label)
    sent.ben.taps("That's all")
    sent.ben.taps("Send")
    sent.practice.wait(minutes=2)
    taken(sent)
    sent.maria.taps("Write to Ben")
    sent.maria.types("Dear Anna, I believe you.", reply_to=question)
    assert sent.maria.last == "«Dear Anna, I believe you.»\nGoes to: Anna B., C-1001."


def test_staff_who_look_after_none_are_told_that_nothing_was_passed_on(sent: Cast) -> None:
    sent.maria.types("hello?")
    sent.maria.sees("I've passed nothing on.")

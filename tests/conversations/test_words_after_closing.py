"""Words for a message that is closed: for 14 days they open it, after that it is asked about."""

import pytest

from bot.records.cases import CaseState
from tests.conversations.concerns import answer, case_of, close, hear, take
from tests.practice import Cast

QUESTION = (
    "Nobody has read that yet. Your message is closed. Shall I open it again with what you wrote, "
    "for Maria?"
)


@pytest.fixture
def closed(welcomed: Cast) -> Cast:
    take(welcomed)
    answer(welcomed, "Dear Anna")
    close(welcomed)
    hear(welcomed)
    return welcomed


def test_words_that_nothing_asked_for_are_offered_to_open_it(closed: Cast) -> None:
    closed.anna.types("it was the same again today")
    assert closed.anna.last == QUESTION
    assert case_of(closed.practice).state is CaseState.CLOSED
    closed.anna.taps("Yes, open it again")
    closed.anna.sees("It's open again and goes to Maria.")
    closed.maria.sees("Something for you.")
    closed.maria.taps("Open")
    closed.maria.sees("«it was the same again today»")


@pytest.mark.parametrize("text", ["thank you so much", "i will be late on tuesday"])
def test_thanks_and_times_open_nothing(closed: Cast, text: str) -> None:
    closed.anna.types(text)
    closed.anna.sees_nothing_of("Shall I open it again")
    assert case_of(closed.practice).state is CaseState.CLOSED
    assert closed.maria.hears() == []


def test_after_14_days_words_are_about_anything(closed: Cast) -> None:
    closed.practice.wait(days=14)
    closed.anna.types("it was the same again today")
    closed.anna.sees_nothing_of("Shall I open it again")


def test_a_reply_opens_it_for_14_days_and_then_asks_first(closed: Cast) -> None:
    old = closed.anna.sees("«Dear Anna»")
    closed.practice.wait(days=14)
    closed.anna.types("ok see you then", reply_to=old)
    closed.anna.sees("Shall I open it again with what you wrote?")
    assert case_of(closed.practice).state is CaseState.CLOSED
    closed.anna.taps("Yes, open it again")
    assert case_of(closed.practice).state is CaseState.WAITING


def test_thanks_in_a_reply_are_passed_on_at_any_time(closed: Cast) -> None:
    old = closed.anna.sees("«Dear Anna»")
    closed.practice.wait(days=20)
    closed.anna.types("thank you", reply_to=old)
    closed.anna.sees("I've passed your thanks on to Maria.")
    assert case_of(closed.practice).state is CaseState.CLOSED

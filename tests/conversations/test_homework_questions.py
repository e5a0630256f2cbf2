"""A question about homework, from the client to the psychologist and back."""

import pytest

from tests.clock import melbourne
from tests.conversations.assigned import notes_of, remind
from tests.practice import Cast

BARE = "Something to read before a meeting."


@pytest.fixture
def asked(welcomed: Cast) -> Cast:
    """Anna has just been reminded of what Dr Okafor set; they meet on Tuesday."""
    return remind(welcomed)


def asks(cast: Cast, question: str) -> None:
    for label in ("Still struggling", "Not sure how", "Ask Dr Okafor about it"):
        cast.anna.taps(label)
    cast.anna.types(question)


def test_a_question_goes_after_three_minutes_and_the_answer_comes_back(asked: Cast) -> None:
    asked.practice.wait_until(melbourne("2026-12-03 10:00"))
    asked.anna.hears()
    asks(asked, "what if somebody finds it?")
    assert asked.anna.hears()[-2:] == [
        "What would you like to ask? Dr Okafor reads your question and the task. "
        "An answer may come here, or when you meet.",
        "Your question: «what if somebody finds it?»\n\n"
        "Dr Okafor gets it in 3 minutes. Until then you can take it back.",
    ]
    asked.practice.wait(minutes=3)
    assert asked.okafor.hears() == [BARE]
    asked.okafor.taps("Open")
    asked.okafor.sees("Their question: «what if somebody finds it?»")
    asked.okafor.taps("Write back")
    asked.okafor.types("Tear it up, Anna.")
    asked.okafor.sees("It's on its way to Anna Brown now.")
    assert asked.anna.hears() == [
        "There's an answer for you.\n\nFrom Dr Okafor: «Tear it up, Anna.»"
    ]


def test_an_answer_at_night_waits_for_the_morning(asked: Cast) -> None:
    asks(asked, "how?")
    asked.practice.wait_until(melbourne("2026-12-02 22:00"))
    asked.okafor.taps("Open")
    asked.okafor.taps("Write back")
    asked.anna.hears()
    asked.okafor.types("Like this.")
    asked.okafor.sees(
        "It goes to Anna Brown tomorrow at 8:00 am. I write to nobody in their quiet hours."
    )
    asked.practice.wait_until(melbourne("2026-12-03 07:59"))
    assert asked.anna.hears() == []
    asked.practice.wait_until(melbourne("2026-12-03 08:00"))
    asked.anna.sees("From Dr Okafor: «Like this.»")


def test_who_stopped_messages_is_not_written_to_and_that_is_said(asked: Cast) -> None:
    asks(asked, "how?")
    asked.practice.wait(minutes=3)
    asked.okafor.taps("Open")
    asked.okafor.taps("Write back")
    asked.anna.types("STOP")
    asked.okafor.types("Like this.")
    asked.okafor.sees("Anna Brown can't be written to here, so nothing was sent.")
    asked.anna.sees_nothing_of("Like this.")


def test_a_question_taken_back_is_never_asked(asked: Cast) -> None:
    asks(asked, "how?")
    asked.anna.taps("Take it back")
    asked.practice.wait(minutes=10)
    assert asked.okafor.hears() == []


def test_dont_ask_asks_nothing(asked: Cast) -> None:
    for label in ("Still struggling", "Not sure how", "Ask Dr Okafor about it", "Don't ask"):
        asked.anna.taps(label)
    assert asked.anna.last == "All right. I pass nothing on."
    assert notes_of(asked) == []

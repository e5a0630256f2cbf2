"""«I'd rather be called»: number, when, a message or none, and not a word about the matter."""

import pytest

from bot.records.people import Person, Telephone
from tests.conversations.concerns import (
    MARIA,
    OKAFOR,
    TUESDAY,
    WORDS,
    case_of,
    entries_of,
)
from tests.conversations.test_concern_about import say
from tests.practice import Cast

NUMBER = "0400 000 000"
WAY_IN = ("Something isn't right", "I'd rather be called", MARIA)
WHICH = "Which number? Nothing goes to Maria before you have seen it."
WHEN = "When is a good time for a call? Write it, or skip it."
MESSAGE = "If you can't pick up, may Maria leave a message there?"


def keep_number(cast: Cast, telephone: Telephone = Telephone.OWN) -> None:
    with cast.practice.database.transaction() as db:
        anna = db.get(Person, cast.anna_row.id)
        assert anna is not None
        anna.phone, anna.telephone = NUMBER, telephone


def test_a_call_needs_no_word_about_it_and_each_thing_is_asked_alone(welcomed: Cast) -> None:
    welcomed.practice.wait_until(TUESDAY)
    say(welcomed.anna, *WAY_IN[:2])
    welcomed.anna.sees("You don't have to write anything about it. Who should call you?")
    assert OKAFOR not in welcomed.anna.labels
    say(welcomed.anna, MARIA)
    assert (welcomed.anna.last, welcomed.anna.labels) == (WHICH, ["Don't send"])
    say(welcomed.anna, NUMBER)
    assert (welcomed.anna.last, welcomed.anna.labels) == (WHEN, ["Skip"])
    say(welcomed.anna, "after 4")
    assert welcomed.anna.last == MESSAGE
    say(welcomed.anna, "No message, please")
    assert "Please call: «0400 000 000 · after 4 · no message, please»" in welcomed.anna.last
    say(welcomed.anna, "Send")
    welcomed.practice.wait(minutes=1)
    welcomed.maria.taps("Open")
    welcomed.maria.sees("Please call: «0400 000 000 · after 4 · no message, please»")


def test_when_may_be_skipped_and_each_answer_may_be_typed(welcomed: Cast) -> None:
    say(welcomed.anna, *WAY_IN, NUMBER)
    welcomed.anna.types("skip")
    assert welcomed.anna.last == MESSAGE
    welcomed.anna.types("only a text")
    assert f"«{NUMBER} · only a text»" in welcomed.anna.last


@pytest.mark.parametrize(
    ("typed", "kept"), [("yes", "a message is fine"), ("2", "no message, please")]
)
def test_yes_and_no_can_be_typed(welcomed: Cast, typed: str, kept: str) -> None:
    say(welcomed.anna, *WAY_IN, NUMBER, "Skip")
    welcomed.anna.types(typed)
    assert f"«{NUMBER} · {kept}»" in welcomed.anna.last


def test_a_number_that_is_known_is_offered(welcomed: Cast) -> None:
    keep_number(welcomed)
    say(welcomed.anna, *WAY_IN)
    assert welcomed.anna.labels == [f"Use {NUMBER}", "Don't send"]
    say(welcomed.anna, f"Use {NUMBER}", "Skip", "Yes, a message is fine")
    assert f"Please call: «{NUMBER} · a message is fine»" in welcomed.anna.last


def test_a_number_is_not_shown_where_others_see_the_telephone(welcomed: Cast) -> None:
    keep_number(welcomed, Telephone.SHARED)
    say(welcomed.anna, *WAY_IN)
    assert welcomed.anna.labels == ["Don't send"]
    welcomed.anna.presses_data("1:concern_call:kept:1")
    assert (welcomed.anna.last, entries_of(welcomed.practice)) == (WHICH, [])


def test_of_two_answers_the_last_counts_and_a_new_number_takes_the_place(welcomed: Cast) -> None:
    keep_number(welcomed)
    say(welcomed.anna, *WAY_IN)
    number = welcomed.anna.sees(WHICH)
    say(welcomed.anna, "0411 111 111", "Skip")
    asked = welcomed.anna.sees(MESSAGE)
    say(welcomed.anna, "Yes, a message is fine")
    welcomed.anna.taps("No message, please", bubble=asked)
    assert "«0411 111 111 · no message, please»" in welcomed.anna.last
    welcomed.anna.taps(f"Use {NUMBER}", bubble=number)
    say(welcomed.anna, "mornings", "Yes, a message is fine")
    [entry] = entries_of(welcomed.practice)
    assert entry.text == f"{NUMBER} · mornings · a message is fine"


def test_change_it_asks_for_the_number_again(welcomed: Cast) -> None:
    say(welcomed.anna, *WAY_IN, NUMBER, "Skip", "No message, please", "Change it")
    assert welcomed.anna.last == f"What was there is gone. {WHICH}"
    say(welcomed.anna, "0411 111 111", "Skip", "No message, please")
    assert NUMBER not in welcomed.anna.last


def test_what_was_written_stays_when_a_call_is_wanted_in_the_middle(welcomed: Cast) -> None:
    say(welcomed.anna, "Something isn't right", MARIA, WORDS)
    welcomed.anna.account.sends_voice()
    welcomed.practice.settle()
    say(welcomed.anna, "I'd rather be called", NUMBER, "Skip", "No message, please")
    assert f"«{WORDS}»\nPlease call: «{NUMBER} · no message, please»" in welcomed.anna.last
    assert case_of(welcomed.practice).wants_call


def test_somebody_elses_draft_is_answered_like_none(welcomed: Cast) -> None:
    say(welcomed.anna, *WAY_IN, NUMBER)
    for tap in ("draft:1", "kept:1", "any_time:1", "may_leave:1:1"):
        welcomed.ben.presses_data(f"1:concern_call:{tap}")
        welcomed.ben.sees("That wasn't sent, and I no longer have it.")
    assert [entry.text for entry in entries_of(welcomed.practice)] == [NUMBER]

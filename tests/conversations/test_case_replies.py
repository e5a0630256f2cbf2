"""More words in a case: added, replied, thanked, withdrawn, opened again."""

import pytest

from bot.records.cases import CaseState
from tests.clock import melbourne
from tests.conversations.concerns import (
    IF_AWAY,
    WORDS,
    alert,
    answer,
    case_of,
    close,
    entries_of,
    hear,
    send,
    take,
)
from tests.practice import Cast


def add(cast: Cast, *texts: str) -> None:
    cast.anna.taps("Something isn't right")
    cast.anna.taps("Add to it")
    for text in texts:
        cast.anna.types(text)
    cast.anna.taps("That's all")


def test_more_words_while_it_waits_are_read_with_the_rest(welcomed: Cast) -> None:
    alert(welcomed)
    hear(welcomed)
    add(welcomed, "one more", "and another")
    welcomed.anna.sees("Added. It's read together with the rest. Anything more?")
    assert welcomed.maria.hears() == []
    welcomed.maria.taps("Open")
    assert f"3:05 pm, Anna wrote:\n«{WORDS}»\n3:06 pm, " in welcomed.maria.last
    assert "3:06 pm, Anna wrote:\n«one more»\n«and another»" in welcomed.maria.last


def test_more_words_in_a_taken_case_ring_once_until_it_is_opened(welcomed: Cast) -> None:
    take(welcomed)
    answer(welcomed, "Dear Anna")
    welcomed.practice.wait(minutes=1)
    hear(welcomed)
    add(welcomed, *(f"more {number}" for number in range(20)))
    assert welcomed.maria.hears() == ["C-1001: an answer is in."]
    welcomed.anna.sees("Added. It's on its way to Maria.")
    welcomed.maria.taps("Open")
    assert all(f"«more {number}»" in welcomed.maria.last for number in range(20))
    welcomed.practice.wait(minutes=1)
    welcomed.maria.hears()
    add(welcomed, "still more")
    assert welcomed.maria.hears() == ["C-1001: an answer is in."]
    assert case_of(welcomed.practice).answered_at is None  # an answer is owed again


def test_more_words_at_night_ring_at_opening(welcomed: Cast) -> None:
    take(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-02 02:00"))
    add(welcomed, "can't sleep")
    assert welcomed.maria.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-02 09:00"))
    assert welcomed.maria.hears() == ["C-1001: an answer is in."]


def test_thanks_owe_nothing_ring_nobody_and_open_nothing_again(welcomed: Cast) -> None:
    take(welcomed)
    answer(welcomed, "Dear Anna")
    close(welcomed)
    hear(welcomed)
    welcomed.anna.types("Thank you so much", reply_to=welcomed.anna.sees("Your message is closed."))
    welcomed.anna.sees("I've passed your thanks on to Maria.")
    assert welcomed.maria.sees("C-1001: a thank-you is in.").silent
    assert case_of(welcomed.practice).state is CaseState.CLOSED
    hear(welcomed)
    welcomed.practice.wait(days=6)
    assert welcomed.anna.hears() == []
    assert all("in numbers" in each for each in welcomed.maria.hears())  # it is Monday


def test_more_words_open_a_closed_case_again_and_the_promises_begin_anew(welcomed: Cast) -> None:
    take(welcomed)
    close(welcomed)
    hear(welcomed)
    welcomed.practice.wait(days=3)
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.sees("C-1001. It is closed. You can open it again.")
    welcomed.anna.taps("Open it again")
    welcomed.anna.types("it happened again")
    welcomed.anna.sees(
        "It's open again and goes to Maria. First look by Monday 7 December, 3:00 pm."
    )
    assert welcomed.maria.hears() == [
        "Something for you. First look by Monday 7 December, 3:00 pm."
    ]
    welcomed.practice.wait(days=7)  # and nobody is asked meanwhile how it is
    assert not [text for text in welcomed.anna.hears() if text.startswith("A question")]


def test_after_fourteen_days_it_begins_anew(welcomed: Cast) -> None:
    take(welcomed)
    close(welcomed)
    welcomed.practice.wait(days=14)
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.sees("Who should hear it?")


@pytest.mark.parametrize(
    "found", ["Something for you.", "C-1001 · sent", "It's yours.", "Delivered"]
)
def test_staff_can_reply_to_any_message_of_the_case(welcomed: Cast, found: str) -> None:
    take(welcomed)
    answer(welcomed, "first")
    welcomed.maria.types("second", reply_to=welcomed.maria.sees(found))
    assert welcomed.maria.last == "«second»\nGoes to: Anna B., C-1001."
    welcomed.maria.taps("Send")
    welcomed.anna.sees("«second»")


@pytest.mark.parametrize("found", ["Sent at 3:05 pm.", "is looking after it", "«first»", "C-1001."])
def test_a_client_can_reply_to_any_message_of_the_case(welcomed: Cast, found: str) -> None:
    take(welcomed)
    answer(welcomed, "first")
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.types("my reply", reply_to=welcomed.anna.sees(found))
    welcomed.anna.sees("Added. It's on its way to Maria.")
    assert entries_of(welcomed.practice)[-1].text == "my reply"


def test_a_yes_in_reply_to_an_answer_is_for_the_case_and_not_for_a_reminder(welcomed: Cast) -> None:
    take(welcomed)
    answer(welcomed, "Would you like to change psychologist?")
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-08 11:00"))
    welcomed.practice.wait_until(melbourne("2026-12-05 11:00"))
    welcomed.anna.sees("Tuesday 8 December, 11:00 am. Room 2.")
    welcomed.anna.types("yes", reply_to=welcomed.anna.sees("Would you like to change"))
    assert entries_of(welcomed.practice)[-1].text == "yes"
    welcomed.anna.sees_nothing_of("See you on")


def test_a_reply_to_a_preview_is_not_slipped_into_it(welcomed: Cast) -> None:
    send(welcomed)
    welcomed.practice.wait(seconds=10)
    welcomed.anna.taps("Take it back")
    welcomed.anna.types("and this", reply_to=welcomed.anna.sees("This is what Maria will get:"))
    welcomed.anna.sees("That wasn't sent, and I no longer have it.")
    assert entries_of(welcomed.practice) == []


def test_withdrawn_before_anybody_looked_nobody_can_read_it(welcomed: Cast) -> None:
    alert(welcomed, by=IF_AWAY)
    bell = welcomed.maria.sees("Something for you.")
    welcomed.anna.taps("Take it back")
    welcomed.anna.taps("Yes, take it back")
    assert welcomed.anna.last == "Taken back. Nobody has read it, and nobody can any more."
    hear(welcomed)
    for label in ("Open", "Later", "I'm away"):
        welcomed.maria.taps(label, bubble=bell)
        welcomed.maria.sees("I can't find that any more. It may have been taken back.")
    welcomed.practice.wait(days=5)
    assert welcomed.lindqvist.hears() == welcomed.anna.hears() == []
    welcomed.maria.sees_nothing_of(WORDS)


def test_withdrawn_after_somebody_opened_it_both_are_told_the_truth(welcomed: Cast) -> None:
    take(welcomed, by=IF_AWAY)
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.taps("Take it back")
    welcomed.anna.sees("Taken back. Maria had opened it.")
    assert welcomed.maria.hears() == ["C-1001 was taken back. There is nothing more to do."]
    assert welcomed.lindqvist.hears() == []
    welcomed.maria.presses_data("1:case_answers:write:1")
    welcomed.maria.sees("I can't find that any more.")
    sent = welcomed.anna.sees("Sent at 3:05 pm.")
    welcomed.anna.types("hello?", reply_to=sent)
    welcomed.anna.sees("You took that back, so what you wrote now went to nobody.")


def test_a_line_being_written_while_the_client_takes_it_back_goes_nowhere(welcomed: Cast) -> None:
    take(welcomed)
    welcomed.maria.presses_data("1:case_answers:write:1")
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.taps("Take it back")
    hear(welcomed)
    welcomed.maria.types("Dear Anna")
    welcomed.maria.sees("I can't find that any more. It may have been taken back.")
    assert welcomed.anna.hears() == []

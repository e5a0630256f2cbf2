"""From low answers to whoever is told: nothing goes out but what the client ticked and saw."""

import pytest
from sqlmodel import select

from bot.records.case_entries import CaseEntry, EntryKind
from tests.conversations.checking_in import answers, begin
from tests.conversations.concerns import MARIA
from tests.practice import Cast

OFFER = "Would you like to do something about it?"
MYSELF, ANOTHER, NOTHING = (
    "Tell Dr Okafor myself",
    "Tell somebody else at the practice",
    "Nothing for now",
)
ADD, LEAVE_OUT = "Add my three answers", "Leave my answers out"
OPEN_UP = "I can't be open"
ANSWERS = (
    "Short answers after a session:\n"
    "I felt heard and respected: 4 of 10\n"
    "The way we work suits me: 6 of 10\n"
    "I could be open about what's on my mind: 3 of 10"
)


@pytest.fixture
def low(questioned: Cast) -> Cast:
    begin(questioned)
    answers(questioned.anna, 4, "Skip", 6, 3)
    assert questioned.anna.last.endswith(OFFER)
    return questioned


def sent_to_maria(cast: Cast) -> str:
    """What Maria reads when she opens it."""
    cast.anna.taps("Send")
    cast.practice.wait(minutes=1)
    cast.maria.taps("Open")
    return cast.maria.last


def test_the_three_ways_stand_in_their_order(low: Cast) -> None:
    assert low.anna.labels[:3] == [MYSELF, ANOTHER, NOTHING]


def test_told_somebody_else_with_the_answers_ticked(low: Cast) -> None:
    answers(low.anna, ANOTHER)
    assert low.anna.last.startswith(
        "You're allowed to say this. Your times, your fees and how you're treated stay the same."
    )
    answers(low.anna, MARIA, OPEN_UP)
    assert low.anna.labels == ["That's all", ADD]
    low.anna.taps(ADD)
    assert low.anna.labels == ["That's all", LEAVE_OUT]
    low.anna.taps("That's all")
    assert f"«{OPEN_UP}»\n{ANSWERS}" in low.anna.last
    read = sent_to_maria(low)
    assert "From Anna B. · about Dr Okafor" in read
    assert f"«{OPEN_UP}»" in read and ANSWERS in read
    for someone in (low.okafor, low.lindqvist, low.ben):
        someone.sees_nothing_of("4 of 10")


def test_told_somebody_else_without_them(low: Cast) -> None:
    answers(low.anna, ANOTHER, MARIA, OPEN_UP, "That's all")
    assert "of 10" not in low.anna.last
    assert "of 10" not in sent_to_maria(low)


def test_ticked_and_left_out_again(low: Cast) -> None:
    answers(low.anna, ANOTHER, MARIA, OPEN_UP, ADD, LEAVE_OUT)
    assert low.anna.last == "Your answers aren't in it. Anything more? Write it here, or tap."
    assert low.anna.labels == ["That's all", ADD]
    low.anna.taps("That's all")
    assert "of 10" not in low.anna.last
    assert "of 10" not in sent_to_maria(low)


def test_ticked_twice_they_are_in_it_once(low: Cast) -> None:
    answers(low.anna, ANOTHER, MARIA, OPEN_UP)
    for _tap in range(2):
        low.anna.account.taps(ADD)
    low.practice.settle()
    with low.practice.look() as db:
        kinds = [entry.kind for entry in db.exec(select(CaseEntry))]
    assert kinds.count(EntryKind.CHECK_IN) == 1


def test_told_dr_okafor_in_writing_with_the_answers(low: Cast) -> None:
    answers(low.anna, MYSELF)
    assert low.anna.last == "How would you like to tell Dr Okafor? Nothing goes out yet."
    answers(low.anna, "Write to Dr Okafor here", OPEN_UP, ADD, "That's all")
    assert low.anna.last.startswith("This is what Dr Okafor will get:")
    assert ANSWERS in low.anna.last
    low.anna.taps("Send")
    low.practice.wait(minutes=1)
    low.okafor.taps("Open")
    assert ANSWERS in low.okafor.last
    low.maria.sees_nothing_of("of 10")


def test_nothing_for_now_is_the_end_of_it(low: Cast) -> None:
    low.anna.taps(NOTHING)
    assert low.anna.last == "All right. «Something isn't right» is there at any time."
    low.practice.wait(days=3)
    for someone in (low.okafor, low.maria, low.lindqvist):
        someone.sees_nothing_of("of 10")


def test_what_was_told_before_it_is_sent_goes_to_nobody(low: Cast) -> None:
    answers(low.anna, ANOTHER, MARIA, OPEN_UP, ADD, "That's all", "Don't send")
    low.practice.wait(days=1)
    with low.practice.look() as db:
        assert list(db.exec(select(CaseEntry))) == []
    low.maria.sees_nothing_of("Something for you.")


def test_words_that_tell_of_it_need_not_be_written_again(low: Cast) -> None:
    answers(low.anna, "Add a few words")
    low.anna.types("she never listens to me")
    answers(low.anna, ANOTHER, MARIA)
    low.anna.sees("What you wrote is in it. Nothing goes to Maria before you have seen it.")
    low.anna.taps("That's all")
    assert "«she never listens to me»" in sent_to_maria(low)


def test_other_words_to_a_check_in_stay_where_they_are(low: Cast) -> None:
    answers(low.anna, "Add a few words")
    low.anna.types("long day at work")
    answers(low.anna, ANOTHER, MARIA, OPEN_UP, "That's all")
    assert "long day" not in sent_to_maria(low)

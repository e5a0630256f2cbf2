"""A check-in that is typed, tapped twice, answered on two telephones, or interrupted by danger."""

import pytest

from bot.records.check_ins import CheckInState
from bot.rules.questionnaire import OUR_OWN
from tests.conversations.checking_in import THANKS, answers, ask, begin, check_ins_of
from tests.practice import Cast

HEARD, MATTERS, FITS, OPEN = OUR_OWN.names
KINDLY = "Here I need one whole number from 0 to 10, or «Skip». I haven't passed on what you wrote."
HAVE_THEM = "I have your answers to these already."
CLOSED = "These questions are closed, and I've kept no answers to them. That's fine."
ADD = "Add a few words"


@pytest.fixture
def begun(questioned: Cast) -> Cast:
    begin(questioned)
    questioned.anna.hears()
    return questioned


# --- typed


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("7", 7), ("7/10", 7), ("seven", 7), ("Seven.", 7), (" 7 ", 7), ("7 out of 10", 7),
        ("0", 0), ("10", 10), ("ten", 10), ("10/10", 10), ("1", 1), ("10!", 10), ("about 7", 7),
        ("seven please", 7), ("٧", 7), ("7.0", 7), ("Skip", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("is_last", [False, True])
def test_a_number_can_be_typed(begun: Cast, typed: str, value: int | None, is_last: bool) -> None:
    if is_last:
        answers(begun.anna, 9, 9, 9)
        begun.anna.hears()
    begun.anna.types(typed)
    (heard,) = begun.anna.hears()
    given = check_ins_of(begun)[0].answers
    if is_last:
        assert given[OPEN] == value and heard.startswith("Thank you.")
    else:
        assert given == {HEARD: value} and heard.startswith("2 of 4.")


@pytest.mark.parametrize(
    "typed",
    ["11", "-1", "−1", "7.5", "7,5", "0.5", "1/0", "710", "maybe a 6 or 7", "7 8", "abc", "?",
     "12", "14", "100", "not 7", "I took 7 photos", "6-7", "1" * 4000],
)  # fmt: skip
def test_what_is_no_plain_number_is_answered_kindly_and_nothing_is_lost(
    begun: Cast, typed: str
) -> None:
    begun.anna.taps("8")
    begun.anna.types(typed)
    assert begun.anna.last.startswith(f"{KINDLY}\n\n2 of 4.")
    assert check_ins_of(begun)[0].answers == {HEARD: 8}
    begun.anna.types("5")
    assert check_ins_of(begun)[0].answers == {HEARD: 8, MATTERS: 5}


def test_in_reply_to_the_question_it_is_the_same(begun: Cast) -> None:
    begun.anna.types("7 out of 10", reply_to=begun.anna.sees("1 of 4."))
    begun.anna.types("-1", reply_to=begun.anna.sees("2 of 4."))
    assert begun.anna.last.startswith(KINDLY)
    assert check_ins_of(begun)[0].answers == {HEARD: 7}


def test_a_number_typed_after_the_last_answer_changes_nothing(begun: Cast) -> None:
    answers(begun.anna, 9, 9, 9, 9)
    before = check_ins_of(begun)[0]
    begun.anna.hears()
    begun.anna.types("3")
    assert not any(text.startswith("Thank you") for text in begun.anna.hears())
    assert check_ins_of(begun)[0].answers == before.answers


# --- two telephones with one account: Telegram brings both their taps


def test_the_same_tap_from_both_is_one_answer(begun: Cast) -> None:
    row_id = check_ins_of(begun)[0].id
    for _telephone in range(2):
        begun.anna.account.presses_data(f"1:check_in:answer:{row_id}:1:8")
    begun.practice.settle()
    assert begun.anna.account.unanswered_taps == []
    assert check_ins_of(begun)[0].answers == {HEARD: 8}
    assert begun.anna.last.startswith("2 of 4.")


def test_the_last_answer_from_both_is_thanked_for_once(begun: Cast) -> None:
    answers(begun.anna, 9, 9, 9)
    row_id = check_ins_of(begun)[0].id
    begun.anna.hears()
    for value in (9, 9, 2):
        begun.anna.account.presses_data(f"1:check_in:answer:{row_id}:4:{value}")
    begun.practice.settle()
    assert begun.anna.account.unanswered_taps == []
    (thanks,) = begun.anna.hears()
    assert thanks.startswith(THANKS)
    assert check_ins_of(begun)[0].answers[OPEN] == 9


def test_later_the_other_one_reads_that_it_is_answered(begun: Cast) -> None:
    answers(begun.anna, 9, 9, 9, 9)
    row_id = check_ins_of(begun)[0].id
    begun.practice.wait(minutes=1)
    begun.anna.hears()
    begun.anna.presses_data(f"1:check_in:answer:{row_id}:4:2")
    assert begun.anna.hears() == [HAVE_THEM]
    assert check_ins_of(begun)[0].answers[OPEN] == 9


def test_answers_that_cross_end_in_one_result(begun: Cast) -> None:
    """One goes on while the other still shows the first question; then both go on."""
    row_id = check_ins_of(begun)[0].id
    taps = ("1:8", "2:9", "1:5", "3:7", "2:9", "4:8", "4:8", "3:1")
    for tap in taps:
        begun.anna.account.presses_data(f"1:check_in:answer:{row_id}:{tap}")
    begun.practice.settle()
    assert check_ins_of(begun)[0].answers == {HEARD: 5, MATTERS: 9, FITS: 7, OPEN: 8}
    (thanks,) = [text for text in begun.anna.hears() if text.startswith("Thank you")]
    assert thanks.startswith(THANKS)


def test_one_stops_while_the_other_answers(begun: Cast) -> None:
    answers(begun.anna, 9, 9)
    row_id = check_ins_of(begun)[0].id
    begun.anna.presses_data(f"1:check_in:stop:{row_id}")
    begun.anna.presses_data(f"1:check_in:answer:{row_id}:3:7")
    assert begun.anna.last.startswith(CLOSED)
    row = check_ins_of(begun)[0]
    assert (row.state, row.answers) == (CheckInState.DECLINED, {})


# --- old buttons


@pytest.mark.parametrize(
    ("label", "then"),
    [("Not today", CLOSED), ("Don't ask again", CLOSED), ("Start", "1 of 4.")],
)
def test_a_button_of_the_first_message_after_another(
    questioned: Cast, label: str, then: str
) -> None:
    ask(questioned)
    opening = questioned.anna.sees("Four short questions about today.")
    questioned.anna.taps(label)
    start = opening.buttons[0][0].data
    assert start is not None
    questioned.anna.presses_data(start)
    assert questioned.anna.last.startswith(then)


def test_a_later_check_in_leaves_an_older_one_as_it_was(questioned: Cast) -> None:
    begin(questioned)
    answers(questioned.anna, 2, 3)
    first_id = check_ins_of(questioned)[0].id
    begin(questioned, "2026-12-08")
    questioned.anna.presses_data(f"1:check_in:answer:{first_id}:3:1")
    assert questioned.anna.last.startswith(CLOSED)
    questioned.anna.taps("7", bubble=questioned.anna.sees("1 of 4."))
    first, second = check_ins_of(questioned)
    assert (first.state, first.answers) == (CheckInState.LAPSED, {})
    assert second.answers == {HEARD: 7}


# --- danger first


@pytest.mark.parametrize("words", ["I want to die", "7, I want to die", "I took 20 pills"])
def test_danger_in_the_middle_gets_help_and_the_answers_so_far_stay(
    begun: Cast, words: str
) -> None:
    answers(begun.anna, 4, 3)
    begun.anna.hears()
    begun.anna.types(words)
    assert begun.anna.hears()[0].startswith("Please call 000 now")
    begun.maria.sees("Urgent. Please open now.")
    assert check_ins_of(begun)[0].answers == {HEARD: 4, MATTERS: 3}


def test_danger_in_a_comment_is_no_comment_and_what_comes_after_it_can_be(begun: Cast) -> None:
    answers(begun.anna, 9, 9, 9, 9, ADD)
    thanks = begun.anna.sees(THANKS)
    begun.anna.types("it was fine. I want to die")
    assert begun.anna.last.startswith("Please call 000 now")
    begun.maria.sees("Urgent. Please open now.")
    assert check_ins_of(begun)[0].comment is None
    begun.practice.wait(minutes=1)
    begun.anna.taps(ADD, bubble=thanks)
    assert begun.anna.last == "Anything you'd like to add? Only you see it."
    begun.anna.types("it was good to laugh")
    assert begun.anna.last == "Kept. Only you see it."
    assert check_ins_of(begun)[0].comment == "it was good to laugh"

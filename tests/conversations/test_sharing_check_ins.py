"""The first check-in that ends with thanks asks who may see the numbers; once, and never after a low one."""

import pytest
from sqlmodel import col, select

from bot.records import check_ins
from bot.records.check_ins import CheckIn
from bot.records.people import Telephone
from tests.clock import melbourne
from tests.conversations.sharing_acts import change_anna, shares, sharings_of, to_adler
from tests.practice import Cast

QUESTION = (
    "Thank you.\n\nOne question, asked once: would you like Dr Okafor to see your numbers, these "
    "and later ones? Only the numbers: not your words, and not what I say about them. If you say "
    "no, I don't tell Dr Okafor that I asked.\n\nNobody else sees any of it. You can end it at any "
    "time with /sharing, and your care stays the same whatever you choose."
)
THANKS = "Thank you. That's all."
YES, NO = "Yes, these and later ones", "No, only I see them"
TUESDAYS = ("2026-12-01", "2026-12-08", "2026-12-15")


def answers(cast: Cast, day: str, *numbers: int) -> None:
    """Anna is asked after a session on that day, and answers."""
    cast.practice.book(cast.anna_row, melbourne(f"{day} 11:00"))
    cast.practice.wait_until(melbourne(f"{day} 14:50"))
    cast.anna.taps("Start")
    for number in numbers:
        cast.anna.taps(str(number))


def seen(cast: Cast) -> list[bool]:
    """Of each check-in, the oldest first, whether Dr Okafor may see its numbers now."""
    with cast.practice.look() as db:
        rows = db.exec(select(CheckIn).order_by(col(CheckIn.id))).all()
        return [check_ins.shown_to(db, row) == cast.okafor_row.id for row in rows]


def test_yes_shows_these_and_later_ones_and_is_asked_once(questioned: Cast) -> None:
    answers(questioned, TUESDAYS[0], 9, 8, 9, 9)
    assert questioned.anna.last == QUESTION
    assert questioned.anna.labels == [YES, NO, "Add a few words"]
    assert seen(questioned) == [False]
    questioned.anna.taps(YES)
    questioned.anna.sees("On. Dr Okafor can see these numbers, and later ones.")
    answers(questioned, TUESDAYS[1], 9, 8, 9, 9)
    assert questioned.anna.last.startswith(THANKS)
    assert seen(questioned) == [True, True]
    questioned.anna.taps("Keep these to me")
    assert seen(questioned) == [True, False]
    questioned.anna.types("/sharing")
    questioned.anna.taps("Stop sharing my numbers")
    assert seen(questioned) == [False, False]


def test_no_is_never_asked_again_and_sharing_turns_it_on(questioned: Cast) -> None:
    answers(questioned, TUESDAYS[0], 9, 8, 9, 9)
    questioned.anna.taps(NO)
    questioned.anna.sees("All right, only you see them. If you change your mind, write /sharing.")
    answers(questioned, TUESDAYS[1], 9, 8, 9, 9)
    assert questioned.anna.last == THANKS
    shares(questioned, "my numbers", "All so far too")
    assert seen(questioned) == [True, True]
    (row,) = sharings_of(questioned)
    assert row.asked_at < (row.given_at or row.asked_at)


def test_no_after_a_yes_ends_it(questioned: Cast) -> None:
    answers(questioned, TUESDAYS[0], 9, 8, 9, 9)
    question = questioned.anna.sees("One question, asked once")
    questioned.anna.taps(YES)
    assert seen(questioned) == [True]
    questioned.anna.taps(NO, bubble=question)
    questioned.anna.sees("Off. Dr Okafor can't see your numbers here any more.")
    assert seen(questioned) == [False]


def test_yes_once_more_is_true_of_answers_that_were_kept_meanwhile(questioned: Cast) -> None:
    answers(questioned, TUESDAYS[0], 9, 8, 9, 9)
    question = questioned.anna.sees("One question, asked once")
    questioned.anna.taps(YES)
    questioned.anna.taps("Keep these to me")
    assert seen(questioned) == [False]
    questioned.anna.taps(YES, bubble=question)
    questioned.anna.sees("On. Dr Okafor can see these numbers")
    assert seen(questioned) == [True]
    assert len(sharings_of(questioned)) == 1


def test_without_an_answer_it_is_not_asked_again_either(questioned: Cast) -> None:
    answers(questioned, TUESDAYS[0], 9, 8, 9, 9)
    answers(questioned, TUESDAYS[1], 9, 8, 9, 9)
    assert questioned.anna.last == THANKS
    assert seen(questioned) == [False, False]


def test_after_a_low_one_it_waits_for_the_next_that_ends_with_thanks(questioned: Cast) -> None:
    answers(questioned, TUESDAYS[0], 3, 8, 9, 9)
    questioned.anna.sees("Would you like to do something about it?")
    assert sharings_of(questioned) == []
    answers(questioned, TUESDAYS[1], 9, 8, 9, 9)
    assert questioned.anna.last == QUESTION
    questioned.anna.taps(YES)
    assert seen(questioned) == [False, True], "from these on, not the low one before"


def test_a_month_old_yes_gives_what_it_said_and_nothing_to_somebody_else(questioned: Cast) -> None:
    answers(questioned, TUESDAYS[0], 9, 8, 9, 9)
    question = questioned.anna.sees("One question, asked once")
    to_adler(questioned)
    questioned.anna.taps(YES, bubble=question)
    questioned.anna.sees("That has changed since then, so I changed nothing.")
    assert seen(questioned) == [False]


@pytest.mark.parametrize("data", ["yes:1", "yes:99", "no"])
def test_nobody_else_s_tap_gives_anything(questioned: Cast, data: str) -> None:
    answers(questioned, TUESDAYS[0], 9, 8, 9, 9)
    for other in (questioned.ben, questioned.okafor):
        other.presses_data(f"1:sharing_questions:{data}")
    assert seen(questioned) == [False]


def test_where_others_see_the_telephone_by_now_it_is_not_asked(questioned: Cast) -> None:
    questioned.practice.book(questioned.anna_row, melbourne(f"{TUESDAYS[0]} 11:00"))
    questioned.practice.wait_until(melbourne(f"{TUESDAYS[0]} 14:50"))
    for label in ("Start", "9", "8", "9"):
        questioned.anna.taps(label)
    change_anna(questioned, telephone=Telephone.SHARED)
    questioned.anna.taps("9")
    assert questioned.anna.last == THANKS
    assert sharings_of(questioned) == []


def test_where_others_see_the_telephone_a_yes_gives_nothing(questioned: Cast) -> None:
    answers(questioned, TUESDAYS[0], 9, 8, 9, 9)
    question = questioned.anna.sees("One question, asked once")
    change_anna(questioned, telephone=Telephone.SHARED)
    questioned.anna.taps(YES, bubble=question)
    assert seen(questioned) == [False]

"""The question that danger interrupted: it waits, takes nothing by itself, and is offered again."""

import pytest

from bot.records import dialogue
from tests.clock import melbourne
from tests.practice import Cast
from tests.recognition import ASKED, POSSIBLE, close, let_model_judge

WHEN = "When could you come?"
OFFERED = "Before this I had asked:\n«When could you come?"


@pytest.fixture
def interrupted(welcomed: Cast) -> Cast:
    """Anna was about to say when she could come instead."""
    let_model_judge(welcomed.practice)
    welcomed.session_id = welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-08 11:00"))
    welcomed.anna.taps("My times")
    welcomed.anna.taps("Another time")
    welcomed.anna.sees(WHEN)
    return welcomed


def waits(cast: Cast) -> bool:
    with cast.practice.look() as db:
        return dialogue.waiting(db, cast.anna_row.id) is not None


def wish_is_asked(cast: Cast, words: str) -> None:
    cast.practice.wait(minutes=5)  # until then it can be taken back
    cast.maria.types("/requests")
    cast.maria.sees(words)


def test_after_a_no_it_is_offered_in_its_own_words(interrupted: Cast) -> None:
    interrupted.anna.types(POSSIBLE)
    interrupted.anna.taps("No")
    interrupted.anna.sees(OFFERED)
    assert interrupted.anna.labels == ["Go on", "Use what I wrote", "Leave it"]
    interrupted.anna.taps("Go on")
    assert interrupted.anna.last.startswith(WHEN) and "Mornings" in interrupted.anna.labels
    interrupted.anna.types("friday after 3")
    interrupted.anna.sees("after 3")
    assert not waits(interrupted)


def test_what_was_written_counts_if_the_client_says_so(interrupted: Cast) -> None:
    interrupted.anna.types(f"not on monday, {POSSIBLE}")
    interrupted.anna.taps("No")
    assert waits(interrupted)
    interrupted.anna.taps("Use what I wrote")
    assert not waits(interrupted)
    wish_is_asked(interrupted, POSSIBLE)


def test_a_typed_no_leaves_the_step_waiting(interrupted: Cast) -> None:
    interrupted.anna.types(POSSIBLE)
    interrupted.anna.types("no")
    interrupted.anna.sees(OFFERED)
    interrupted.anna.types("go on")
    assert interrupted.anna.last.startswith(WHEN)


def test_it_can_be_left(interrupted: Cast) -> None:
    interrupted.anna.types(POSSIBLE)
    interrupted.anna.taps("No")
    interrupted.anna.taps("Leave it")
    interrupted.anna.sees("All right, I've stopped asking.")
    assert not waits(interrupted)


def test_words_that_are_left_go_where_they_would_have_gone(interrupted: Cast) -> None:
    interrupted.anna.types(f"Dr Okafor never listens to me, {POSSIBLE}")
    interrupted.anna.taps("No")
    interrupted.anna.taps("Leave it")
    interrupted.anna.sees("It sounds as if something isn't right with the person you see.")


def test_words_under_a_picture_are_no_answer(interrupted: Cast) -> None:
    interrupted.anna.account.sends_photo(caption=POSSIBLE)
    interrupted.practice.settle()
    interrupted.anna.sees(ASKED)
    interrupted.anna.taps("No")
    assert interrupted.anna.labels == ["Go on", "Leave it"]


def test_i_m_safe_now_offers_it(interrupted: Cast) -> None:
    interrupted.anna.types("i want to die")
    interrupted.anna.taps("I'm safe now")
    interrupted.anna.sees(OFFERED)
    interrupted.anna.taps("Go on")
    assert interrupted.anna.last.startswith(WHEN)
    interrupted.anna.types("friday after 3")
    interrupted.anna.sees("after 3")


def test_nothing_is_offered_unasked_and_nothing_while_it_is_open(interrupted: Cast) -> None:
    interrupted.anna.types("i want to die")
    interrupted.anna.hears()
    interrupted.maria.taps("Open")
    interrupted.anna.hears()
    interrupted.anna.taps("My times")
    assert all("Before this" not in text for text in interrupted.anna.hears())
    interrupted.maria.taps("Dealt with")
    interrupted.maria.types("talked on the phone")
    assert interrupted.anna.hears() == []
    interrupted.anna.taps("Help now")
    interrupted.anna.sees_nothing_of(OFFERED)
    interrupted.anna.taps("My times")
    interrupted.anna.sees(OFFERED)
    interrupted.anna.hears()
    interrupted.anna.taps("My times")
    assert all("Before this" not in text for text in interrupted.anna.hears())
    assert not waits(interrupted)


def test_what_is_typed_long_after_staff_have_closed_it_is_not_taken_for_an_answer(
    interrupted: Cast,
) -> None:
    interrupted.anna.types("i want to die")
    close(interrupted)
    interrupted.practice.wait(hours=2)
    interrupted.anna.types("friday after 3")
    interrupted.anna.sees(OFFERED)
    assert waits(interrupted)
    interrupted.anna.taps("Use what I wrote")
    assert not waits(interrupted)
    wish_is_asked(interrupted, "after 3")


def test_it_is_offered_though_much_was_tapped_meanwhile(interrupted: Cast) -> None:
    interrupted.anna.types(POSSIBLE)
    question = interrupted.anna.sees(ASKED)
    interrupted.anna.taps("More numbers")
    interrupted.anna.types("/help_now")
    interrupted.anna.taps("Settings")
    interrupted.anna.taps("No", bubble=question)
    interrupted.anna.sees(OFFERED)


def test_what_answers_it_ends_it_as_always(interrupted: Cast) -> None:
    asked = interrupted.anna.sees(WHEN)
    interrupted.anna.types(POSSIBLE)
    interrupted.anna.taps("Mornings", bubble=asked)
    interrupted.anna.taps("No", bubble=interrupted.anna.sees(ASKED))
    interrupted.anna.sees_nothing_of("Before this I had asked")


def test_cancel_and_stop_end_it(interrupted: Cast) -> None:
    interrupted.anna.types(POSSIBLE)
    interrupted.anna.types("/cancel")
    interrupted.anna.taps("No", bubble=interrupted.anna.sees(ASKED))
    interrupted.anna.sees_nothing_of("Before this I had asked")
    assert not waits(interrupted)


def test_go_on_twice_and_leave_after_that_are_answered(interrupted: Cast) -> None:
    interrupted.anna.types(POSSIBLE)
    interrupted.anna.taps("No")
    offer = interrupted.anna.sees(OFFERED)
    interrupted.anna.taps("Use what I wrote", bubble=offer)
    for label in ("Go on", "Use what I wrote"):
        interrupted.anna.taps(label, bubble=offer)
        interrupted.anna.sees("Nothing waits for an answer any more.")
    interrupted.anna.taps("Leave it", bubble=offer)
    interrupted.anna.sees("All right, I've stopped asking.")

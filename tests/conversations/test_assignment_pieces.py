"""Long tasks, and what Telegram's programs make of them: several messages that are one text."""

import pytest

from tests.clock import melbourne
from tests.conversations.assigned import SESSION, only
from tests.practice import Cast, Someone

TWO_DAYS = "2 days before you meet: Sunday 6 December, 7:00 pm"
MORE = "That is a long one, so there may be more of it. Is that all? If not, send the rest."
WHY = "Why? Anna reads this too."
SENTENCE = "Notice what you feel, and write it down as it comes. "
LONG = (SENTENCE * 189)[:10_000].strip()  # as long as a task can be


@pytest.fixture
def booked(welcomed: Cast) -> Cast:
    welcomed.practice.book(welcomed.anna_row, SESSION)
    welcomed.okafor.taps("Set homework")
    welcomed.okafor.taps("Anna B.")
    welcomed.okafor.hears()
    return welcomed


def pastes(someone: Someone, text: str, *, longest: int = 4096) -> None:
    """As a program sends it: cut at a space, one message right after the other."""
    while text:
        cut = text.rfind(" ", 0, longest) if len(text) > longest else len(text)
        someone.account.types(text[:cut])
        text = text[cut:].strip()
    someone.practice.settle()


def test_a_task_in_pieces_is_one_task(booked: Cast) -> None:
    pastes(booked.okafor, LONG)
    assert booked.okafor.hears() == [MORE, MORE, WHY]
    assert only(booked).task.split() == LONG.split()
    assert len(only(booked).task) == len(LONG)


def test_what_fills_a_message_and_is_all_takes_one_tap(booked: Cast) -> None:
    booked.okafor.types("x" * 3000)
    assert booked.okafor.labels == ["That's all", "Don't set"]
    booked.okafor.taps("That's all")
    assert booked.okafor.last == WHY
    assert only(booked).task == "x" * 3000


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("word " * 500 + "One.", "Two", "word " * 500 + "One.\nTwo"),  # a line ended here
        ("word " * 500 + "one", "two", "word " * 500 + "one two"),
        ("x" * 4096, "yz", "x" * 4096 + "yz"),  # cut within a word
        ("👩‍🚀" * 512, "👩‍🚀", "👩‍🚀" * 512 + " 👩‍🚀"),  # programs count more of them than we do
    ],
)
def test_pieces_are_joined_as_they_were_cut(
    booked: Cast, first: str, second: str, whole: str
) -> None:
    booked.okafor.types(first)
    booked.okafor.types(second)
    assert booked.okafor.last == WHY
    assert only(booked).task == whole


def test_of_what_is_too_long_no_piece_is_taken_for_something_else(booked: Cast) -> None:
    pastes(booked.okafor, LONG + " " + SENTENCE * 90)
    said = booked.okafor.hears()
    assert said[:2] == [MORE, MORE]
    assert {each.split(",")[0] for each in said[2:]} == {
        "A task can't be longer than 10000 characters"
    }
    assert only(booked).task == ""
    booked.okafor.types("short")
    booked.okafor.sees(
        "A task can't be longer than 10000 characters, so I've kept nothing of that."
    )
    booked.okafor.taps("Write it anew")
    booked.okafor.types("short")
    assert booked.okafor.last == WHY
    assert only(booked).task == "short"


def test_a_reason_that_is_too_long_is_not_taken_for_a_day(booked: Cast) -> None:
    booked.okafor.types("A task.")
    pastes(booked.okafor, "because " * 600 + " tomorrow")
    assert booked.okafor.labels == ["Write it anew", "Skip", "Don't set"]
    booked.okafor.sees("A reason can't be longer than 2000 characters, so")
    booked.okafor.taps("Write it anew")
    booked.okafor.types("y" * 2000)
    booked.okafor.sees("When shall I remind Anna?")
    assert only(booked).why == "y" * 2000


def test_a_picture_can_be_sent_between_the_pieces(booked: Cast) -> None:
    booked.okafor.types("x" * 3000)
    booked.okafor.account.sends_photo(caption="and this")
    booked.practice.settle()
    assert booked.okafor.last == WHY
    assert only(booked).task.endswith("x and this") and only(booked).file is not None


# --- read short, and whole


def goes(okafor: Someone) -> None:
    okafor.taps("Skip")
    okafor.taps(TWO_DAYS)


def test_the_psychologist_sees_it_short_and_can_read_it_all(booked: Cast) -> None:
    pastes(booked.okafor, LONG)
    goes(booked.okafor)
    short = booked.okafor.last
    assert len(short) < 700 and "…» Dr Okafor" in short
    booked.okafor.hears()
    booked.okafor.taps("Read it all")
    *pieces, preview = booked.okafor.hears()
    assert " ".join(pieces).split() == LONG.split()
    assert preview == short and "Set it" in booked.okafor.labels


def test_the_client_reads_it_short_and_can_read_it_all(booked: Cast) -> None:
    pastes(booked.okafor, LONG)
    booked.okafor.types("Why not. " * 100)
    booked.okafor.taps(TWO_DAYS)
    booked.okafor.taps("Set it")
    booked.practice.wait_until(melbourne("2026-12-06 18:00"))
    booked.anna.hears()
    booked.practice.wait_until(melbourne("2026-12-06 19:00"))
    (reminder,) = booked.anna.hears()
    assert len(reminder) < 1000 and reminder.count("…»") == 2
    assert booked.anna.labels == ["Done", "Partly", "Still struggling", "Not yet", "Read it all"]
    booked.anna.taps("Read it all")
    *pieces, why = booked.anna.hears()
    assert " ".join(pieces).split() == LONG.split()
    assert why == "Why: " + ("Why not. " * 100).strip()
    assert booked.anna.labels == ["Done", "Partly", "Still struggling", "Not yet"]


def test_nobody_else_reads_it_all(booked: Cast) -> None:
    pastes(booked.okafor, LONG)
    goes(booked.okafor)
    homework_id = only(booked).id
    for someone in (booked.anna, booked.ben, booked.maria):
        someone.hears()
        for tap in (f"homework_whole:read:{homework_id}", f"assignments:read:{homework_id}:1"):
            someone.presses_data(f"1:{tap}")
        someone.sees_nothing_of("Notice what you feel")
    booked.okafor.taps("Set it")
    booked.practice.wait(minutes=4)
    booked.ben.presses_data(f"1:homework_whole:read:{homework_id}")
    booked.ben.sees_nothing_of("Notice what you feel")


@pytest.mark.parametrize(
    "task",
    [
        "*bold* _slanted_ `code` [a](https://example.org) <b>x</b> &lt; @anna #tag /start {name} 100%",
        "1. One\n\n  2. Two\n\t- three",
        "👩‍🚀 👍🏽 🇦🇺 e\u0301 — «so» “that”",
    ],
)
def test_everything_is_shown_as_it_was_written(booked: Cast, task: str) -> None:
    booked.okafor.types(task)
    goes(booked.okafor)
    booked.okafor.sees(f"«{task}» Dr Okafor")
    booked.okafor.taps("Set it")
    booked.practice.wait_until(melbourne("2026-12-06 19:00"))
    bubble = booked.anna.sees(f"Your note for this evening.\n\n«{task}» Dr Okafor")
    assert bubble.text.endswith(f"«{task}» Dr Okafor")


def test_words_from_right_to_left_keep_to_themselves(booked: Cast) -> None:
    booked.okafor.types("כתוב דאגה אחת.\nושלוש תודות.")
    goes(booked.okafor)
    booked.okafor.taps("Set it")
    booked.practice.wait_until(melbourne("2026-12-06 19:00"))
    booked.anna.sees(
        "«\u2068כתוב דאגה אחת.\u2069\n\u2068ושלוש תודות.\u2069» Dr Okafor",
    )
    assert only(booked).task == "כתוב דאגה אחת.\nושלוש תודות."

"""How it went, in the client's words: theirs alone until they show them, and what then is seen."""

from collections.abc import Callable

import pytest

from bot.records import people
from bot.records.people import Role
from tests.clock import melbourne
from tests.conversations.assigned import TASK, notes_of, only, remind
from tests.conversations.rhythms import answer_on, choose_daily, evening
from tests.practice import Cast

Begins = Callable[..., Cast]
HOW = "How did it go? A few words, or skip it. Only you see them until you show them."
WORDS = "Harder than I thought, but I slept."
NOTHING_MORE = "Dr Okafor would see the task, «done» and your words. Nothing more."
MORNING = melbourne("2026-12-08 09:00")
PAGE = f"Homework of Monday 30 November: «{TASK}»"


@pytest.fixture
def asked(welcomed: Cast) -> Cast:
    """Anna has just been reminded of what Dr Okafor set; they meet on Tuesday."""
    return remind(welcomed)


def adds(cast: Cast, answer: str = "Done", words: str = WORDS) -> None:
    cast.anna.taps(answer, bubble=cast.anna.sees("Your note for this evening."))
    cast.anna.taps("Add a few words first")
    cast.anna.types(words)


def page_of(cast: Cast) -> str:
    """What Dr Okafor reads on Anna's page."""
    cast.okafor.presses_data(f"1:client_page:open:{cast.anna_row.id}")
    return cast.okafor.last


def test_words_are_asked_for_named_and_shown(asked: Cast) -> None:
    anna = asked.anna
    anna.taps("Done")
    assert anna.labels == [
        "Yes, before we meet", "Yes, and from now on", "Add a few words first", "No, keep it to me",
    ]  # fmt: skip
    anna.taps("Add a few words first")
    assert anna.last == HOW
    anna.types(WORDS)
    assert anna.last == (
        f"Kept. Only you see it so far.\n\nShall Dr Okafor see that? {NOTHING_MORE}"
    )
    assert anna.labels == ["Yes, before we meet", "Change my words", "No, keep it to me"]
    anna.taps("Yes, before we meet")
    assert [note.shown for note in notes_of(asked)] == [
        {"task": TASK, "answer": "done", "added": WORDS}
    ]
    asked.practice.wait_until(MORNING)
    asked.okafor.taps("Open")
    assert asked.okafor.last == (
        "Anna Brown shows you this before you meet, and nothing more.\n"
        f"The task: «{TASK}»\nTheir answer: done\nHow it went: «{WORDS}»"
    )


@pytest.mark.parametrize("skipping", ["Skip", "no"])
def test_skipped_the_question_stands_as_it_was(asked: Cast, skipping: str) -> None:
    asked.anna.taps("Partly")
    asked.anna.taps("Add a few words first")
    asked.anna.types(skipping)
    assert asked.anna.last == (
        "All right.\n\nShall Dr Okafor see that? "
        "Dr Okafor would see the task and «partly». Nothing more."
    )


def test_words_that_are_not_shown_are_seen_by_nobody(asked: Cast) -> None:
    adds(asked)
    asked.anna.taps("No, keep it to me")
    asked.practice.wait_until(MORNING)
    assert asked.okafor.hears() == []
    assert page_of(asked).endswith("No answer shown.")
    assert only(asked).added == WORDS


def test_changed_words_take_the_place_of_what_was_to_be_shown(asked: Cast) -> None:
    adds(asked)
    shown = asked.anna.sees(NOTHING_MORE)
    asked.anna.taps("Yes, before we meet")
    asked.anna.taps("Change my words", bubble=shown)
    assert asked.anna.labels == ["Leave my words out"]
    asked.anna.types("It was all right.")
    asked.practice.wait_until(melbourne("2026-12-07 12:00"))
    asked.anna.taps("Yes, before we meet", bubble=shown)
    asked.anna.sees("That has changed since then, so I passed nothing on.")
    asked.anna.taps("Yes, before we meet", bubble=asked.anna.sees("Kept. Only you see it so far."))
    asked.practice.wait_until(MORNING)
    asked.okafor.taps("Open")
    asked.okafor.sees("How it went: «It was all right.»")
    asked.okafor.sees_nothing_of(WORDS)


def test_words_can_be_left_out_after_all(asked: Cast) -> None:
    adds(asked)
    asked.anna.taps("Change my words")
    asked.anna.taps("Leave my words out")
    assert asked.anna.last == (
        "All right. Your words are left out.\n\nShall Dr Okafor see that? "
        "Dr Okafor would see the task and «done». Nothing more."
    )
    asked.anna.taps("Yes, before we meet")
    assert [note.shown for note in notes_of(asked)] == [{"task": TASK, "answer": "done"}]
    assert only(asked).added is None


def test_words_go_along_with_a_corrected_answer_of_that_day_only(asked: Cast) -> None:
    adds(asked)
    reminder = asked.anna.sees("Your note for this evening.")
    asked.anna.taps("Partly", bubble=reminder)
    asked.anna.sees("«partly» and your words. Nothing more.")
    asked.practice.wait(days=1)
    asked.anna.taps("Done", bubble=reminder)
    asked.anna.sees("the task and «done». Nothing more.")
    assert only(asked).added is None


def test_the_smaller_part_is_named_beside_the_words(asked: Cast) -> None:
    for label in ("Still struggling", "Too hard", "Do a smaller part"):
        asked.anna.taps(label)
    asked.anna.types("just the worry")
    adds(asked)
    asked.anna.sees("the task, your smaller part, «done» and your words. Nothing more.")


def test_what_is_too_long_is_not_kept_in_part(asked: Cast) -> None:
    asked.anna.taps("Done")
    asked.anna.taps("Add a few words first")
    for piece in ("x" * 4096, "the end of it"):
        asked.anna.types(piece)
        asked.anna.sees("I can't keep more than 2000 characters here")
    assert only(asked).added is None
    asked.anna.taps("Write it anew")
    asked.anna.types("y" * 2000)
    assert only(asked).added == "y" * 2000


def test_words_about_what_is_no_longer_done_are_not_taken(asked: Cast) -> None:
    adds(asked)
    question = asked.anna.sees(NOTHING_MORE)
    asked.anna.taps("Not yet", bubble=asked.anna.sees("Your note for this evening."))
    asked.anna.taps("Change my words", bubble=question)
    asked.anna.sees("That has changed since then, so I passed nothing on.")


@pytest.mark.parametrize("who", ["ben", "okafor", "maria"])
@pytest.mark.parametrize("tap", ["add", "skip", "leave_out"])
def test_nobody_else_gets_at_them(asked: Cast, who: str, tap: str) -> None:
    adds(asked)
    someone = getattr(asked, who)
    someone.presses_data(f"1:homework_added:{tap}:{only(asked).id}")
    someone.sees_nothing_of(WORDS)
    assert only(asked).added == WORDS


# --- on the client's page


def test_the_page_shows_what_was_shown_and_no_earlier(asked: Cast) -> None:
    adds(asked)
    asked.anna.taps("Yes, before we meet")
    assert f"{PAGE}\nNo answer shown." in page_of(asked)
    asked.practice.wait_until(MORNING)
    assert f"{PAGE}\nShown on Tuesday 8 December:\nTheir answer: done\nHow it went: «{WORDS}»" in (
        page_of(asked)
    )
    sees = asked.anna.sees("Dr Okafor sees it on Tuesday")
    asked.anna.taps("Take it back", bubble=sees)
    asked.anna.sees("Dr Okafor has read it by now, so I can't take it back.")


def test_what_was_taken_back_is_not_on_the_page(asked: Cast) -> None:
    adds(asked)
    asked.anna.taps("Yes, before we meet")
    asked.practice.wait_until(MORNING)
    asked.anna.taps("Take it back", bubble=asked.anna.sees("Dr Okafor sees it on Tuesday"))
    assert page_of(asked).endswith("No answer shown.")


def test_no_answer_and_one_that_is_kept_look_the_same(asked: Cast) -> None:
    asked.practice.wait_until(MORNING)
    before = page_of(asked)
    asked.anna.taps("Done", bubble=asked.anna.sees("Your note for this evening."))
    asked.anna.taps("No, keep it to me")
    assert page_of(asked) == before


def test_struggling_shows_what_was_named(asked: Cast) -> None:
    for label in ("Still struggling", "Too hard", "Do a smaller part"):
        asked.anna.taps(label)
    asked.anna.types("just the worry")
    asked.anna.taps("Yes, before we meet")
    asked.practice.wait_until(MORNING)
    assert page_of(asked).endswith(
        "Shown on Tuesday 8 December:\nWhat gets in the way: too hard\n"
        "Their smaller part: «just the worry»"
    )


def test_long_words_are_short_on_the_page_and_whole_when_opened(asked: Cast) -> None:
    words = "It went like this. " * 100
    adds(asked, words=words)
    asked.anna.taps("Yes, before we meet")
    asked.practice.wait_until(MORNING)
    page = page_of(asked)
    assert "How it went: «It went like this." in page and page.endswith("…»")
    asked.okafor.taps("All that was shown of Monday 30 November")
    asked.okafor.sees(f"How it went: «{words.strip()}»")


def test_the_manager_sees_no_answers(asked: Cast) -> None:
    adds(asked)
    asked.anna.taps("Yes, before we meet")
    asked.practice.wait_until(MORNING)
    asked.maria.presses_data(f"1:client_page:open:{asked.anna_row.id}")
    asked.maria.sees("Anna Brown")
    asked.maria.sees_nothing_of("No answer shown")
    asked.maria.sees_nothing_of(WORDS)


def test_a_psychologist_who_no_longer_sees_her_reads_nothing_any_more(asked: Cast) -> None:
    adds(asked)
    asked.anna.taps("Yes, before we meet")
    asked.practice.wait_until(MORNING)
    patel_row = asked.practice.add_staff("Dr Patel", Role.PSYCHOLOGIST)
    patel = asked.practice.join(patel_row, "Dr Patel")
    with asked.practice.database.transaction() as db:
        people.get(db, asked.anna_row.id).psychologist_id = patel_row.id
    patel.hears()
    for someone in (asked.okafor, patel):
        for tap in (
            f"client_page:open:{asked.anna_row.id}",
            f"homework_notes:look:{notes_of(asked)[0].id}",
            f"homework_notes:whole:{notes_of(asked)[0].id}",
        ):
            someone.presses_data(f"1:{tap}")
        someone.sees_nothing_of(WORDS)
        someone.sees_nothing_of("Shown on")


def test_a_locked_screen_asks_for_the_code_before_the_page(welcomed_with: Begins) -> None:
    asked = remind(welcomed_with(staff_lock="30m"))
    adds(asked)
    asked.anna.taps("Yes, before we meet")
    asked.practice.wait_until(MORNING)
    for tap in (
        f"client_page:open:{asked.anna_row.id}",
        f"homework_notes:look:{notes_of(asked)[0].id}",
        f"homework_notes:whole:{notes_of(asked)[0].id}",
    ):
        asked.okafor.presses_data(f"1:{tap}")
        asked.okafor.sees_nothing_of(WORDS)
        asked.okafor.sees_nothing_of(TASK)
    assert notes_of(asked)[0].opened_at is None


def test_the_same_answer_on_another_day_has_no_words_of_the_day_before(welcomed: Cast) -> None:
    daily = choose_daily(welcomed)
    daily.practice.wait_until(evening(3))
    for label in ("Done", "Show it to Dr Okafor", "Add a few words first"):
        daily.anna.taps(label)
    daily.anna.types("it rained")
    answer_on(daily, 4)
    daily.anna.taps("Show it to Dr Okafor")
    daily.anna.sees("Dr Okafor would see the task and «done». Nothing more.")
    daily.anna.taps("Yes, before we meet")
    assert [note.shown for note in notes_of(daily)] == [{"task": "Walk", "answer": "done"}]

"""Anna writes down what she wants to bring to Dr Okafor, sees it, changes it and throws it away."""

import pytest

from bot.records.notes import NoteState, OwnNoteKind
from bot.rules.own_notes import LONGEST_TO_BRING
from tests.conversations.brought import (
    ANEW,
    CHANGE,
    DONE,
    FATHER,
    FEEDBACK,
    KEEP,
    KEPT,
    KINDS,
    LET_SEE,
    NEED,
    NOT_READY,
    THROW,
    TO_TALK_ABOUT,
    WAY_IN,
    newest,
    seen_by,
    write,
)
from tests.conversations.noted import hushed, words_left
from tests.practice import Cast


def test_who_sees_it_is_said_before_anything_is_asked(welcomed: Cast) -> None:
    anna = welcomed.anna
    anna.taps(WAY_IN)
    assert anna.last == (
        "Something to keep for your next time with Dr Okafor? Only you see it, unless you let "
        "Dr Okafor see it."
    )
    assert anna.labels == [*KINDS, "Not now"]
    anna.taps(NOT_READY)
    assert anna.last == (
        f"{NOT_READY}.\nYou can write just a word. You don't have to talk about it before you want to.\n\n"
        "Only you see it, unless you let Dr Okafor see it. Write it here, in one message or several."
    )
    anna.types("my father")
    assert anna.last == "Got it. Anything more? Write it here, or tap."
    assert anna.labels == [DONE, ANEW, THROW]
    anna.types("and the clockface")
    anna.taps(DONE)
    assert anna.last == KEPT
    assert anna.labels == [LET_SEE, KEEP, CHANGE, THROW]
    anna.taps(KEEP)
    assert anna.last == "All right. Only you see it. «For next time» shows it."
    note = newest(welcomed)
    assert (note.kind, note.state) == (OwnNoteKind.NOT_READY, NoteState.KEPT)
    assert note.words == "my father\nand the clockface"
    assert seen_by(welcomed, welcomed.okafor_row) == []
    for someone in (welcomed.okafor, welcomed.maria, welcomed.lindqvist, welcomed.ben):
        assert someone.hears() == []


@pytest.mark.parametrize(
    ("label", "kind", "guide"),
    [
        (NOT_READY, OwnNoteKind.NOT_READY, "You don't have to talk about it before you want to."),
        (NEED, OwnNoteKind.NEED, "What you'd like more of, or less of."),
        (FEEDBACK, OwnNoteKind.FEEDBACK, "What suits you, and what doesn't."),
        (TO_TALK_ABOUT, OwnNoteKind.TO_TALK_ABOUT, "so that you don't forget it."),
    ],
)
def test_each_kind_has_a_line_that_helps_to_begin(
    welcomed: Cast, label: str, kind: OwnNoteKind, guide: str
) -> None:
    welcomed.anna.taps(WAY_IN)
    welcomed.anna.taps(label)
    assert guide in welcomed.anna.last
    welcomed.anna.types("hmm")
    welcomed.anna.taps(DONE)
    assert newest(welcomed).kind is kind


@pytest.mark.parametrize("typed", ["/bring", "bring up", "For next time", "note for my session"])
def test_it_is_reached_by_what_people_type(welcomed: Cast, typed: str) -> None:
    welcomed.anna.types(typed)
    assert welcomed.anna.labels == [*KINDS, "Not now"]


def test_all_of_it_can_be_typed(welcomed: Cast) -> None:
    anna = welcomed.anna
    for typed in ("for next time", "4", FATHER, "that's all", "2"):  # to talk about; keep it to me
        anna.types(typed)
    assert anna.last.startswith("All right. Only you see it.")
    assert newest(welcomed).kind is OwnNoteKind.TO_TALK_ABOUT


def test_staff_have_none(welcomed: Cast) -> None:
    for someone in (welcomed.okafor, welcomed.maria):
        someone.types("/bring")
        assert someone.last.startswith("I don't know that command.")


def test_nothing_is_kept_of_a_note_without_words(welcomed: Cast) -> None:
    welcomed.anna.taps(WAY_IN)
    welcomed.anna.taps(FEEDBACK)
    welcomed.anna.taps("Not now")
    assert welcomed.anna.last == "All right. «For next time» is there when you want it."
    welcomed.anna.taps(WAY_IN)
    assert welcomed.anna.labels == [*KINDS, "Not now"]


# --- several


def test_the_list_says_of_each_what_it_is_how_it_begins_and_who_sees_it(welcomed: Cast) -> None:
    write(welcomed)
    write(welcomed, NEED, "word " * 40)
    welcomed.anna.taps(WAY_IN)
    header, first, second = welcomed.anna.last.split("\n\n")
    assert header == "For next time:"
    assert first == f"1. {NOT_READY}: «{FATHER}»\nOnly you see it."
    assert second.startswith(f"2. {NEED}: «word word")
    assert second.endswith("…»\nOnly you see it.")
    assert len(second) < 120
    assert welcomed.anna.labels == ["Note 1", "Note 2", "Write a note"]
    welcomed.anna.types("2")
    assert welcomed.anna.last == f"{NEED}:\n«{('word ' * 40).strip()}»\n\nOnly you see it."
    assert welcomed.anna.labels == [LET_SEE, CHANGE, THROW]


def test_many_notes_are_shown_some_at_a_time(welcomed: Cast) -> None:
    for number in range(10):
        write(welcomed, NEED, f"note {number}")
    welcomed.anna.taps(WAY_IN)
    assert "note 7" in welcomed.anna.last
    assert "note 8" not in welcomed.anna.last
    welcomed.anna.taps("Show more")
    assert welcomed.anna.labels == ["Note 9", "Note 10", "Write a note"]
    welcomed.anna.presses_data("1:bring_up:more:2000000000")
    welcomed.anna.sees("note 7")


def test_what_is_not_finished_can_be_gone_on_with_and_is_forgotten_after_a_week(
    welcomed: Cast,
) -> None:
    anna = welcomed.anna
    anna.taps(WAY_IN)
    anna.taps(NEED)
    anna.types(FATHER)
    anna.taps(WAY_IN)
    anna.sees("Not finished. I keep it until Monday 7 December. Only you see it.")
    anna.taps("Note 1")
    assert anna.labels == ["Go on with it", DONE, THROW]
    anna.taps("Go on with it")
    assert anna.last == f"{NEED}:\n«{FATHER}»\n\nWrite what you want to add, or tap."
    anna.types("and more")
    welcomed.practice.wait(days=6, hours=23)
    assert newest(welcomed).words == f"{FATHER}\nand more"
    welcomed.practice.wait(hours=2)
    assert newest(welcomed).state is NoteState.THROWN_AWAY
    assert words_left(welcomed) == []


def test_an_unfinished_one_stays_when_another_is_begun_and_when_something_is_told(
    welcomed: Cast,
) -> None:
    welcomed.anna.taps(WAY_IN)
    welcomed.anna.taps(NEED)
    welcomed.anna.types(FATHER)
    write(welcomed, FEEDBACK, "slower")
    for label in (
        "Something isn't right",
        "Dr Okafor, whom you see",
        "Help me find the words, for when we meet",
    ):
        welcomed.anna.taps(label)
    welcomed.anna.types("she looks at the clock")
    welcomed.anna.taps("Something isn't right")
    assert FATHER not in welcomed.anna.last
    welcomed.anna.taps(WAY_IN)
    welcomed.anna.sees(FATHER)
    assert "she looks" not in welcomed.anna.last
    assert welcomed.anna.labels == ["Note 1", "Note 2", "Write a note"]


# --- changed, thrown away


def test_it_is_added_to_or_written_anew_and_nothing_is_lost_in_between(welcomed: Cast) -> None:
    anna = welcomed.anna
    write(welcomed)
    anna.taps(CHANGE)
    anna.types("and my mother")
    anna.taps(DONE)
    assert anna.last == KEPT
    assert newest(welcomed).words == f"{FATHER}\nand my mother"
    anna.taps(CHANGE)
    anna.taps(ANEW)
    assert anna.last == "Write it as it should be. What you wrote before stays until then."
    assert newest(welcomed).words == f"{FATHER}\nand my mother"
    anna.types("only my mother")
    anna.types("and a dog")
    anna.taps(DONE)
    assert newest(welcomed).words == "only my mother\nand a dog"


def test_thrown_away_leaves_no_words(welcomed: Cast) -> None:
    write(welcomed)
    welcomed.anna.taps(WAY_IN)
    welcomed.anna.taps("Note 1")
    welcomed.anna.taps(THROW)
    assert welcomed.anna.last == (
        "Thrown away. I've kept none of it. In this chat it stands until you delete it."
    )
    assert words_left(welcomed) == []
    welcomed.anna.taps(WAY_IN)
    assert welcomed.anna.labels == [*KINDS, "Not now"]


def test_thrown_away_on_one_telephone_while_the_other_writes_the_words_become_a_note(
    welcomed: Cast,
) -> None:
    anna = welcomed.anna
    write(welcomed, NEED, "first")
    note = newest(welcomed)
    anna.taps(CHANGE)
    with welcomed.practice.database.transaction() as db:
        row = db.get_one(type(note), note.id)
        row.state, row.answers = NoteState.THROWN_AWAY, {}
    anna.types("second")
    assert (newest(welcomed).words, newest(welcomed).kind) == ("second", OwnNoteKind.NEED)


@pytest.mark.parametrize(
    "words",
    [
        "👩‍🚀🇦🇺 *b* _i_ <b>x</b> &lt; [x](y) {name} %s @anna «» \n\n  two",
        "שלום, my father",
        "سلام \u202e abc",
        "word " * 800,
    ],
)
def test_words_are_kept_and_shown_as_written(welcomed: Cast, words: str) -> None:
    write(welcomed, NEED, words)
    assert newest(welcomed).words == words.strip()
    hushed(welcomed)
    welcomed.anna.taps(WAY_IN)
    welcomed.anna.taps("Note 1")
    marks = "\u2066\u2067\u2068\u2069"
    heard = "".join(welcomed.anna.hears())
    plain = "".join(char for char in heard if char not in marks and not char.isspace())
    assert "".join(words.split()) in plain


def test_more_than_a_note_holds_is_said_and_what_was_there_stays(welcomed: Cast) -> None:
    anna = welcomed.anna
    anna.taps(WAY_IN)
    anna.taps(NEED)
    anna.types("a" * 4000)
    anna.types("b" * 3999)
    anna.types("one more")
    assert anna.last.startswith(f"A note holds {LONGEST_TO_BRING} characters")
    assert newest(welcomed).words == "a" * 4000 + "\n" + "b" * 3999
    anna.taps(DONE)
    assert anna.last == KEPT

"""Anna finds the words for Dr Okafor: a note of her own, brought along, shown, asked about, thrown away."""

import pytest

from bot.records.notes import NoteState
from bot.records.people import Person
from tests.clock import melbourne
from tests.conversations.noted import (
    BARE,
    BEGIN,
    FIND,
    FIRST_LINE,
    HAPPENED,
    HELP,
    HOUR_BEFORE,
    KEEP,
    MEETING,
    OKAFOR,
    SHOW,
    WHOLE,
    begin,
    hushed,
    note_of,
    words_left,
    write,
)
from tests.practice import Cast

ASKED = "You had something to say when you last met. Did you get to?"
AFTER = melbourne("2026-12-08 15:50")


@pytest.fixture
def met(welcomed: Cast) -> Cast:
    """Anna meets Dr Okafor next Tuesday at eleven."""
    welcomed.session_id = welcomed.practice.book(welcomed.anna_row, MEETING)
    return welcomed


# --- the questions


def test_the_story_from_three_questions_to_yes_i_said_it(met: Cast) -> None:
    anna = met.anna
    anna.taps("Something isn't right")
    anna.taps(OKAFOR)
    assert anna.last == "How would you like to tell Dr Okafor? Nothing goes out yet."
    assert anna.labels == [FIND, "Write to Dr Okafor here", "Not now"]
    anna.taps(FIND)
    assert anna.last == (
        "Three short questions. Only you see this. At the end you choose whether Dr Okafor gets "
        "it.\n\n1 of 3. What happened, or keeps happening?"
    )
    anna.types(HAPPENED)
    anna.taps("Next question")
    assert anna.last == "2 of 3. What would help?"
    anna.types(HELP)
    anna.taps("Next question")
    assert anna.last == "3 of 3. How could you begin? One sentence is enough."
    anna.types(BEGIN)
    anna.taps("That's all")
    assert anna.last == f"This is your note. Only you see it.\n\n{WHOLE}"
    assert anna.labels == [KEEP, SHOW, "Change it", "Throw it away"]
    anna.taps(KEEP)
    assert anna.last == (
        "Kept, and only you see it. I'll bring it back an hour before: Tuesday 8 December, "
        "10:00 am.\nIt stays under «Something isn't right»."
    )
    hushed(met)
    met.practice.wait_until(HOUR_BEFORE)
    assert anna.last == f"{FIRST_LINE}\n\n{WHOLE}"
    met.practice.wait_until(melbourne("2026-12-08 15:49"))
    anna.sees_nothing_of("Did you get to?")
    met.practice.wait_until(AFTER)
    assert anna.last == f"A question for you.\n\n{ASKED}\n\nNobody sees your answer."
    anna.taps("Yes, I said it")
    assert anna.last == (
        "Good. I won't ask about it again. The note stays under «Something isn't right» until "
        "you throw it away."
    )
    for someone in (met.okafor, met.maria, met.lindqvist, met.ben):
        someone.sees_nothing_of("clockface")
        assert BARE not in someone.hears()
    hushed(met)
    met.practice.book(met.anna_row, melbourne("2026-12-15 11:00"))
    met.practice.wait_until(melbourne("2026-12-17 11:00"))
    anna.sees_nothing_of("Did you get to?\n\nNobody sees your answer.\n")
    assert [text for text in anna.hears() if FIRST_LINE in text or ASKED in text] == []


def test_several_messages_to_one_question_are_one_answer(met: Cast) -> None:
    begin(met)
    met.anna.types("first")
    met.anna.types("second")
    met.anna.taps("Next question")
    for _question in (2, 3):
        met.anna.taps("Skip")
    assert met.anna.last.endswith("What happened: «first\nsecond»")


def test_back_shows_what_was_said_and_it_can_be_written_anew(met: Cast) -> None:
    begin(met)
    met.anna.types("first")
    met.anna.taps("Next question")
    met.anna.taps("Back")
    assert met.anna.last == "1 of 3. What happened, or keeps happening?\nSo far: «first»"
    met.anna.taps("Write it anew")
    assert met.anna.last == "1 of 3. What happened, or keeps happening?"
    met.anna.types("other")
    assert note_of(met.practice).answers == {"happened": "other"}


def test_all_skipped_is_no_note(met: Cast) -> None:
    write(met, "", "", "")
    assert met.anna.last == "There are no words in it, so I've kept nothing."
    met.anna.taps("Something isn't right")
    met.anna.sees("Who should hear it?")


def test_stopped_on_the_way_keeps_nothing(met: Cast) -> None:
    begin(met)
    met.anna.types(HAPPENED)
    met.anna.taps("Stop here")
    assert met.anna.last == "Stopped. I've kept nothing of it."
    assert words_left(met) == []


def test_each_button_can_be_typed_by_its_number(met: Cast) -> None:
    anna = met.anna
    anna.taps("Something isn't right")
    for answer in ("3", "1", HAPPENED, "1", HELP, "1", "1"):  # Okafor, find; next, next, skip
        anna.types(answer)
    assert anna.last.endswith(f"What happened: «{HAPPENED}»\nWhat would help: «{HELP}»")
    anna.types("2")
    anna.sees("Dr Okafor reads exactly this")
    for answer in ("2", "3", "1"):  # don't show it, change it, what happened
        anna.types(answer)
    assert anna.last == f"What happened, or keeps happening?\nSo far: «{HAPPENED}»"
    for answer in ("1", "1"):  # that's all, keep
        anna.types(answer)
    assert anna.last.startswith("Kept, and only you see it.")
    met.practice.wait_until(AFTER)
    for answer in ("2", "1"):  # not yet; yes, and remind me
        anna.types(answer)
    assert anna.last.startswith("Kept, and only you see it. No time with Dr Okafor is booked here.")


def test_what_happened_that_was_not_ok_need_not_be_heard_by_the_psychologist_alone(
    met: Cast,
) -> None:
    begin(met)
    met.anna.types("he put his hand on my leg and i froze")
    met.anna.sees("For such things it needn't be Dr Okafor alone who hears it.")
    assert met.anna.labels == ["Next question", "Tell somebody else", "Write it anew", "Stop here"]
    for label in ("Next question", "Skip", "Skip"):
        met.anna.taps(label)
    assert SHOW not in met.anna.labels
    assert "Tell somebody else" in met.anna.labels
    note = note_of(met.practice)
    met.anna.presses_data(f"1:note_sharing:show:{note.id}:{note.mark}")
    met.anna.sees("it's for somebody other than Dr Okafor to hear. So I don't pass it on.")
    met.practice.wait_until(MEETING)
    assert met.okafor.hears() == []


def test_words_of_a_wrong_doing_are_not_led_to_the_accused(met: Cast) -> None:
    met.anna.types("he put his hand on my leg and i froze")
    met.anna.taps("Yes, choose who")
    met.anna.taps(OKAFOR)
    assert FIND not in met.anna.labels


def test_words_that_were_written_before_are_the_first_answer(met: Cast) -> None:
    met.anna.types("I don't feel heard by her")
    met.anna.taps("Yes, choose who")
    met.anna.taps(OKAFOR)
    met.anna.taps(FIND)
    assert met.anna.last.endswith(
        "What happened, or keeps happening?\nSo far: «I don't feel heard by her»"
    )


def test_an_unfinished_note_can_be_gone_on_with_and_is_forgotten_after_a_week(met: Cast) -> None:
    begin(met)
    met.anna.types(HAPPENED)
    met.anna.taps("Something isn't right")
    met.anna.sees("You began a note for Dr Okafor. Only you see it.")
    met.anna.taps("Go on with it")
    assert met.anna.last == "2 of 3. What would help?"
    met.practice.wait(days=7)
    assert note_of(met.practice).state is NoteState.THROWN_AWAY
    assert words_left(met) == []


def test_an_unfinished_note_is_not_thrown_away_without_being_asked_about(met: Cast) -> None:
    begin(met)
    met.anna.types(HAPPENED)
    begin(met)
    assert met.anna.last == (
        "You began a note for Dr Okafor before. Beginning anew throws that one away."
    )
    assert note_of(met.practice).answers == {"happened": HAPPENED}
    met.anna.taps("Begin anew")
    assert met.anna.last.endswith("1 of 3. What happened, or keeps happening?")
    assert words_left(met) == []


def test_four_thousand_characters_are_shown_whole(met: Cast) -> None:
    long = "äöü " * 1000
    write(met, long, long, "short")
    heard = "".join(met.anna.hears())
    assert heard.count("äöü") >= 2000
    met.anna.taps(KEEP)
    hushed(met)
    met.practice.wait_until(HOUR_BEFORE)
    assert "".join(met.anna.hears()).count("äöü") == 2000


def test_whom_telegram_does_not_reach_can_still_be_told_when_they_meet(met: Cast) -> None:
    buttons = met.anna
    buttons.taps("Something isn't right")
    with met.practice.database.transaction() as db:
        db.get_one(Person, met.okafor_row.id).unreachable_at = met.practice.hand.now()
    buttons.taps(OKAFOR)
    assert buttons.labels == [FIND, "Tell somebody else", "Not now"]

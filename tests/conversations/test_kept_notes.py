"""Anna's own note as time passes: brought back before she meets Dr Okafor, asked about after."""

import pytest
from sqlmodel import select

from bot.records.case_entries import CaseEntry
from bot.records.people import Person, Telephone
from bot.records.therapy_sessions import Attendance, TherapySession
from conversations.own_notes import words_of
from tests.clock import melbourne
from tests.conversations.noted import (
    FIRST_LINE,
    HAPPENED,
    HOUR_BEFORE,
    KEEP,
    MEETING,
    WHOLE,
    hushed,
    kept,
    move,
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


# --- kept


def test_a_shared_telephone_gets_the_bare_line_and_a_way_to_see_it(met: Cast) -> None:
    kept(met)
    with met.practice.database.transaction() as db:
        db.get_one(Person, met.anna_row.id).telephone = Telephone.SHARED
    met.practice.wait_until(HOUR_BEFORE)
    assert met.anna.last == FIRST_LINE
    assert met.anna.labels == ["See it"]
    met.anna.taps("See it")
    met.anna.sees(WHOLE)
    met.practice.wait_until(melbourne("2026-12-09 20:00"))
    met.anna.sees_nothing_of("Did you get to?")


def test_it_comes_before_the_quiet_hours_where_it_is_quiet_an_hour_before(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-08 08:30"))
    write(welcomed)
    welcomed.anna.taps(KEEP)
    welcomed.anna.sees("I'll bring it back before you meet: Monday 7 December, ")
    hushed(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-07 21:30"))
    assert any(FIRST_LINE in text for text in welcomed.anna.hears())


def test_without_a_time_it_waits_for_one_to_be_booked(welcomed: Cast) -> None:
    write(welcomed)
    welcomed.anna.taps(KEEP)
    assert welcomed.anna.last == (
        "Kept, and only you see it. No time with Dr Okafor is booked here. Once one is, I'll "
        "bring it back before it.\nIt stays under «Something isn't right»."
    )
    welcomed.practice.book(welcomed.anna_row, MEETING)
    welcomed.practice.wait_until(HOUR_BEFORE)
    assert welcomed.anna.last == f"{FIRST_LINE}\n\n{WHOLE}"


def test_within_the_hour_before_it_is_not_brought_back(met: Cast) -> None:
    met.practice.wait_until(melbourne("2026-12-08 10:20"))
    kept(met)
    met.anna.sees("You meet today at 11:00 am, so I don't bring it back before.")
    met.practice.book(met.anna_row, melbourne("2026-12-15 11:00"))
    met.practice.wait_until(MEETING)
    assert met.anna.hears() == []


def test_it_follows_a_moved_session(met: Cast) -> None:
    kept(met)
    move(met, melbourne("2026-12-10 15:00"))
    met.practice.wait_until(melbourne("2026-12-10 13:59"))
    met.anna.sees_nothing_of(FIRST_LINE)
    met.practice.wait_until(melbourne("2026-12-10 14:00"))
    met.anna.sees(FIRST_LINE)


def test_moved_after_it_was_brought_back_it_comes_once_more(met: Cast) -> None:
    kept(met)
    met.practice.wait_until(melbourne("2026-12-08 10:05"))
    move(met, melbourne("2026-12-09 15:00"))
    met.practice.wait_until(melbourne("2026-12-09 14:00"))
    assert [text.splitlines()[0] for text in met.anna.hears() if "clockface" in text] == [
        FIRST_LINE
    ] * 2


def test_cancelled_it_waits_for_the_next(met: Cast) -> None:
    kept(met)
    met.practice.book(met.anna_row, melbourne("2026-12-15 11:00"))
    met.anna.taps("My times")
    met.anna.taps("I can't come")
    met.anna.taps("Cancel it")
    met.practice.wait_until(melbourne("2026-12-15 09:59"))
    met.anna.sees_nothing_of(FIRST_LINE)
    met.practice.wait_until(melbourne("2026-12-15 10:00"))
    met.anna.sees(FIRST_LINE)


def test_cancelled_and_undone_it_comes_as_it_would_have(met: Cast) -> None:
    kept(met)
    for label in ("My times", "I can't come", "Cancel it", "Undo"):
        met.anna.taps(label)
    hushed(met)
    met.practice.wait_until(HOUR_BEFORE)
    assert [text for text in met.anna.hears() if FIRST_LINE in text] == [f"{FIRST_LINE}\n\n{WHOLE}"]


def test_who_stopped_messages_is_not_reminded(met: Cast) -> None:
    kept(met)
    met.anna.types("STOP")
    hushed(met)
    met.practice.wait_until(AFTER)
    assert met.anna.hears() == []


# --- afterwards


def test_missed_nothing_is_asked_and_it_is_for_the_next_one(met: Cast) -> None:
    kept(met)
    met.practice.book(met.anna_row, melbourne("2026-12-15 11:00"))
    met.practice.wait_until(melbourne("2026-12-08 12:00"))
    with met.practice.database.transaction() as db:
        db.get_one(TherapySession, met.session_id).attendance = Attendance.MISSED
    hushed(met)
    met.practice.wait_until(melbourne("2026-12-15 09:00"))
    met.anna.sees_nothing_of(ASKED)
    met.practice.wait_until(melbourne("2026-12-15 10:00"))
    assert any(FIRST_LINE in text for text in met.anna.hears())


def test_it_is_asked_once_and_without_an_answer_it_rests(met: Cast) -> None:
    kept(met)
    met.practice.book(met.anna_row, melbourne("2026-12-15 11:00"))
    met.practice.wait_until(melbourne("2026-12-18 11:00"))
    heard = met.anna.hears()
    assert len([text for text in heard if ASKED in text]) == 1
    assert len([text for text in heard if FIRST_LINE in text]) == 1


def test_not_yet_keeps_it_for_the_next_time_or_lets_it_go(met: Cast) -> None:
    kept(met)
    met.practice.wait_until(AFTER)
    met.practice.book(met.anna_row, melbourne("2026-12-15 11:00"))
    met.anna.taps("Not yet")
    assert met.anna.last == "That's all right. Shall I keep it for the next time?"
    met.anna.taps("Yes, and remind me")
    met.anna.sees("I'll bring it back an hour before: Tuesday 15 December, 10:00 am.")
    hushed(met)
    met.practice.wait_until(melbourne("2026-12-15 10:00"))
    assert any(FIRST_LINE in text for text in met.anna.hears())


def test_tell_somebody_else_takes_the_words_along_only_with_a_yes_and_into_a_preview(
    met: Cast,
) -> None:
    kept(met)
    met.practice.wait_until(AFTER)
    met.anna.taps("Tell somebody else")
    question = met.anna.sees("Shall I take the words of your note along?")
    met.anna.taps("No, begin anew")
    met.anna.taps("Maria Santos, practice manager")
    met.anna.sees("Tap a sentence that fits, or write your own.")
    met.anna.taps("Yes, take them along", bubble=question)
    met.anna.taps("Maria Santos, practice manager")
    met.anna.taps("That's all")
    assert met.anna.last.startswith("This is what Maria will get:")
    assert HAPPENED in met.anna.last
    with met.practice.look() as db:
        assert [each.text for each in db.exec(select(CaseEntry))] == [WHOLE]
    assert met.maria.hears() == []


def test_while_danger_is_open_nothing_is_asked(met: Cast) -> None:
    kept(met)
    met.practice.wait_until(HOUR_BEFORE)
    met.anna.types("I want to die")
    hushed(met)
    met.practice.wait_until(melbourne("2026-12-09 15:00"))
    assert [text for text in met.anna.hears() if ASKED in text] == []


def test_rather_not_say_is_fine(met: Cast) -> None:
    kept(met)
    met.practice.wait_until(AFTER)
    met.anna.taps("I'd rather not say")
    assert met.anna.last.startswith("That's fine. I won't ask about it again.")


def test_words_that_run_from_right_to_left_turn_nothing_round() -> None:
    words = "\u202edog"
    assert words_of({"happened": words}) == f"What happened: «\u2068{words}\u2069»"

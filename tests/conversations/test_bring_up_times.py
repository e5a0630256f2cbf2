"""Anna's notes for the next session as time passes: reminded of if she wants, talked about, never asked about."""

import pytest

from bot.records.notes import NoteState
from bot.records.people import Person, Telephone
from tests.clock import melbourne
from tests.conversations.brought import (
    CHANGE,
    FATHER,
    KEEP,
    KEEP_AGAIN,
    LET_SEE,
    NEED,
    NOT_READY,
    THROW,
    WAY_IN,
    newest,
    seen_by,
    share,
    write,
)
from tests.conversations.noted import FIRST_LINE, HOUR_BEFORE, MEETING, hushed, move
from tests.practice import Cast

REMIND, DONT, TALKED = "Remind me before we meet", "Don't remind me", "We talked about it"
NEXT = melbourne("2026-12-15 11:00")
OWN = f"{NOT_READY}:\n«{FATHER}»"


@pytest.fixture
def met(welcomed: Cast) -> Cast:
    """Anna meets Dr Okafor next Tuesday at eleven."""
    welcomed.session_id = welcomed.practice.book(welcomed.anna_row, MEETING)
    return welcomed


def reminded(cast: Cast) -> Cast:
    write(cast)
    cast.anna.taps(KEEP)
    cast.anna.taps(REMIND)
    return cast


def times_brought(cast: Cast) -> int:
    return sum(FIRST_LINE in text for text in cast.anna.hears())


# --- reminded of


def test_who_wants_is_reminded_once_an_hour_before(met: Cast) -> None:
    reminded(met)
    assert met.anna.last == "I'll bring it back an hour before: Tuesday 8 December, 10:00 am."
    met.practice.book(met.anna_row, NEXT)
    hushed(met)
    met.practice.wait_until(melbourne("2026-12-08 09:59"))
    assert times_brought(met) == 0
    met.practice.wait_until(HOUR_BEFORE)
    assert met.anna.last == f"{FIRST_LINE}\n\n{OWN}"
    hushed(met)
    met.practice.wait_until(melbourne("2026-12-16 11:00"))
    assert times_brought(met) == 0
    assert not newest(met).brings_back


def test_who_does_not_want_that_hears_nothing_of_it(met: Cast) -> None:
    write(met)
    share(met, NEED, "more time")
    hushed(met)
    met.practice.wait_until(melbourne("2026-12-20 11:00"))
    heard = met.anna.hears()
    assert [text for text in heard if FIRST_LINE in text or "Did you get to?" in text] == []
    assert len(seen_by(met, met.okafor_row)) == 1


def test_it_can_be_undone(met: Cast) -> None:
    reminded(met)
    met.anna.taps(WAY_IN)
    met.anna.taps("Note 1")
    assert met.anna.last == (
        f"{OWN}\n\nOnly you see it.\n\n"
        "I'll bring it back an hour before: Tuesday 8 December, 10:00 am."
    )
    met.anna.taps(DONT)
    assert met.anna.last == "I don't bring it back. It stays under «For next time»."
    hushed(met)
    met.practice.wait_until(MEETING)
    assert times_brought(met) == 0


def test_it_follows_a_moved_session(met: Cast) -> None:
    reminded(met)
    move(met, melbourne("2026-12-10 15:00"))
    hushed(met)
    met.practice.wait_until(melbourne("2026-12-10 13:59"))
    assert times_brought(met) == 0
    met.practice.wait_until(melbourne("2026-12-10 14:00"))
    assert times_brought(met) == 1


def test_a_shared_telephone_gets_the_bare_line(met: Cast) -> None:
    reminded(met)
    with met.practice.database.transaction() as db:
        db.get_one(Person, met.anna_row.id).telephone = Telephone.SHARED
    met.practice.wait_until(HOUR_BEFORE)
    assert met.anna.last == FIRST_LINE
    met.anna.taps("See it")
    met.anna.sees(OWN)


def test_after_stop_nothing_comes(met: Cast) -> None:
    reminded(met)
    met.anna.types("stop")
    hushed(met)
    met.practice.wait_until(MEETING)
    assert times_brought(met) == 0


def test_without_a_time_there_is_nothing_to_remind_of(welcomed: Cast) -> None:
    write(welcomed)
    welcomed.anna.taps(KEEP)
    assert REMIND not in welcomed.anna.labels
    welcomed.anna.presses_data(f"1:bring_up_note:remind:{newest(welcomed).id}")
    welcomed.anna.sees("No time with Dr Okafor is booked here.")
    welcomed.practice.book(welcomed.anna_row, MEETING)
    hushed(welcomed)
    welcomed.practice.wait_until(MEETING)
    assert times_brought(welcomed) == 1


# --- after they met


def test_a_note_stays_until_she_says_that_they_talked_about_it(met: Cast) -> None:
    share(met)
    met.anna.taps(WAY_IN)
    met.anna.taps("Note 1")
    assert TALKED not in met.anna.labels
    met.practice.wait_until(melbourne("2026-12-08 13:00"))
    assert len(seen_by(met, met.okafor_row)) == 1
    met.anna.taps(WAY_IN)
    met.anna.taps("Note 1")
    assert met.anna.labels == [KEEP_AGAIN, TALKED, CHANGE, THROW]
    met.anna.taps(TALKED)
    assert met.anna.labels == [THROW, "Bring it up again"]
    assert seen_by(met, met.okafor_row) == []
    assert newest(met).state is NoteState.RESTING
    met.anna.taps(WAY_IN)
    met.anna.sees("You talked about it. Only you see it.")


def test_brought_up_again_it_is_her_own_until_she_lets_it_be_seen(met: Cast) -> None:
    share(met)
    met.practice.wait_until(melbourne("2026-12-08 13:00"))
    met.anna.presses_data(f"1:bring_up_note:talked:{newest(met).id}")
    met.anna.taps("Bring it up again")
    assert met.anna.last == f"{OWN}\n\nOnly you see it."
    assert LET_SEE in met.anna.labels
    assert seen_by(met, met.okafor_row) == []


def test_what_they_talked_about_and_is_written_on_is_for_the_next_time(met: Cast) -> None:
    write(met)
    met.practice.wait_until(melbourne("2026-12-08 13:00"))
    met.anna.presses_data(f"1:bring_up_note:talked:{newest(met).id}")
    met.anna.taps(WAY_IN)
    met.anna.taps("Note 1")
    met.anna.taps(CHANGE)
    met.anna.types("and what came of it")
    met.anna.taps("That's all")
    assert newest(met).state is NoteState.KEPT
    assert LET_SEE in met.anna.labels

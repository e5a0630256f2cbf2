"""What Dr Okafor sees of Anna's note: just that, when it was said, until it is taken back."""

import pytest
from sqlmodel import select

from bot.records.audit import AuditEntry
from bot.records.notes import NoteState
from bot.records.people import Person, Role
from tests.clock import melbourne
from tests.conversations.noted import (
    BARE,
    HELP,
    KEEP,
    MEETING,
    MORNING,
    SHOW,
    WHOLE,
    hushed,
    kept,
    move,
    note_of,
    shown,
    words_left,
    write,
)
from tests.conversations.sharing_acts import to_adler
from tests.practice import Cast

READS = f"Anna Brown shows you this before you meet, and nothing more.\n{WHOLE}"
NO_MORE = (
    "There's news for you.\n\nDr Okafor can't read any more what you wanted to show. Nobody else "
    "reads it. If you like, say it at your next time."
)


@pytest.fixture
def met(welcomed: Cast) -> Cast:
    """Anna meets Dr Okafor next Tuesday at eleven."""
    welcomed.session_id = welcomed.practice.book(welcomed.anna_row, MEETING)
    return welcomed


def test_exactly_what_goes_and_when_is_said_first_and_that_is_what_is_read(met: Cast) -> None:
    write(met)
    met.anna.taps(SHOW)
    assert met.anna.last == (
        f"Dr Okafor reads exactly this, on Tuesday 8 December at 9:00 am:\n\n{WHOLE}\n\n"
        "Nothing more, and nobody else. Until it is read you can take it back."
    )
    met.anna.taps("Show it")
    assert met.anna.last == (
        "Dr Okafor gets it on Tuesday 8 December at 9:00 am. Until it is read you can take it back."
    )
    hushed(met)
    met.practice.wait_until(melbourne("2026-12-08 08:59"))
    assert met.okafor.hears() == []
    met.practice.wait_until(MORNING)
    assert met.okafor.hears() == [BARE]
    met.okafor.taps("Open")
    assert met.okafor.last == READS
    assert met.okafor.sees("shows you this").protected
    with met.practice.look() as db:
        looks = db.exec(select(AuditEntry).where(AuditEntry.action == "look")).all()
    assert [(each.person_id, each.subject) for each in looks] == [(met.okafor_row.id, "note")]
    for someone in (met.maria, met.lindqvist, met.ben):
        someone.sees_nothing_of("clockface")
    met.practice.wait(minutes=11)
    met.okafor.sees_nothing_of("clockface")


def test_it_stands_under_something_isnt_right_until_it_is_read(met: Cast) -> None:
    shown(met)
    met.anna.taps("Something isn't right")
    assert met.anna.last == "Dr Okafor gets your note on Tuesday 8 December at 9:00 am."
    assert met.anna.labels == ["See it", "Take it back", "Throw it away", "Something else"]
    met.practice.wait_until(MORNING)
    met.anna.taps("Something isn't right")
    assert met.anna.last == "Dr Okafor was given your note and hasn't read it yet."
    met.okafor.taps("Open")
    met.anna.taps("Something isn't right")
    assert met.anna.last == "Dr Okafor has read your note."
    met.anna.taps("See it")
    met.anna.sees(f"Dr Okafor has read this note.\n\n{WHOLE}")


def test_not_shown_without_a_yes(met: Cast) -> None:
    write(met)
    met.anna.taps(SHOW)
    met.anna.taps("Don't show it")
    met.anna.sees("This is your note. Only you see it.")
    met.practice.wait_until(MEETING)
    assert BARE not in met.okafor.hears()
    met.okafor.presses_data(f"1:notes:look:{note_of(met.practice).id}")
    met.okafor.sees("I can't find that any more.")


def test_an_old_preview_shows_nothing_that_it_did_not_show(met: Cast) -> None:
    write(met)
    met.anna.taps(SHOW)
    preview = met.anna.sees("Dr Okafor reads exactly this")
    met.anna.taps("Don't show it")
    met.anna.taps("Change it")
    met.anna.taps("How to begin")
    met.anna.types("and more")
    met.anna.taps("Show it", bubble=preview)
    met.anna.sees("It has changed since then. This is how it stands now.")
    assert note_of(met.practice).goes_at is None


def test_taken_back_before_its_time_dr_okafor_hears_nothing(met: Cast) -> None:
    shown(met)
    met.anna.taps("Take it back")
    assert met.anna.last == "Taken back. Dr Okafor doesn't hear of it."
    hushed(met)
    met.practice.wait_until(MEETING)
    assert met.okafor.hears() == []
    met.anna.taps("Something isn't right")
    met.anna.taps("See it")
    assert KEEP in met.anna.labels


def test_taken_back_before_it_was_read_it_is_not_read(met: Cast) -> None:
    shown(met)
    met.practice.wait_until(MORNING)
    met.anna.taps("Take it back")
    met.anna.sees("Taken back. Dr Okafor can see that there was something, but not what.")
    met.okafor.taps("Open")
    assert met.okafor.last == "That was taken back before you read it."


def test_what_was_read_is_neither_taken_back_nor_changed(met: Cast) -> None:
    shown(met)
    met.practice.wait_until(MORNING)
    met.okafor.taps("Open")
    met.anna.taps("Take it back")
    met.anna.sees("Dr Okafor has read it by now, so I can't take it back.")
    met.anna.presses_data(f"1:tell_myself:change_one:{note_of(met.practice).id}:1")
    met.anna.sees("Dr Okafor has read it as it is, so it can't be changed any more.")


def test_what_is_shown_is_taken_back_before_it_is_changed(met: Cast) -> None:
    shown(met)
    note = note_of(met.practice)
    met.anna.presses_data(f"1:tell_myself:change_one:{note.id}:1")
    met.anna.sees("Dr Okafor was given it as it is. To change it, take it back first.")
    assert note_of(met.practice).answers == note.answers


def test_it_goes_on_the_day_to_which_the_session_is_moved(met: Cast) -> None:
    shown(met)
    move(met, melbourne("2026-12-10 15:00"))
    hushed(met)
    met.practice.wait_until(melbourne("2026-12-10 08:59"))
    assert BARE not in met.okafor.hears()
    met.practice.wait_until(melbourne("2026-12-10 09:00"))
    assert BARE in met.okafor.hears()


@pytest.mark.parametrize("when", ["before its time", "once it was there"])
def test_another_psychologist_or_the_former_reads_nothing_and_anna_hears_so(
    met: Cast, when: str
) -> None:
    adler_row = met.practice.add_staff("Dr Adler", Role.PSYCHOLOGIST)
    adler = met.practice.join(adler_row, "Dr Adler")
    shown(met)
    if when == "once it was there":
        met.practice.wait_until(MORNING)
    hushed(met)
    met.maria.types("/clients")
    met.maria.taps("Anna B.")
    met.maria.taps("Change psychologist")
    for label in ("Dr Adler", "Move to Dr Adler", "Change it, tell nobody else"):
        met.maria.taps(label)
    assert NO_MORE in met.anna.hears()
    met.practice.wait_until(MEETING)
    assert BARE not in met.okafor.hears()
    note = note_of(met.practice)
    for someone in (met.okafor, adler):
        someone.presses_data(f"1:notes:look:{note.id}")
        assert someone.last == "I can't find that any more."
    assert (note.state, note.opened_at) == (NoteState.RESTING, None)
    met.anna.taps("Something isn't right")
    met.anna.taps("See it")
    assert SHOW not in met.anna.labels
    met.anna.presses_data(f"1:note_sharing:show:{note.id}:{note.mark}")
    met.anna.sees("You see somebody else than Dr Okafor now, so I don't pass it on.")


def test_who_leaves_reads_nothing_and_anna_hears_so(met: Cast) -> None:
    met.practice.add_staff("Dr Adler", Role.PSYCHOLOGIST)
    shown(met)
    met.maria.types("/staff")
    for label in ("Dr Okafor", "Leaves", "Dr Adler takes them", "They leave now"):
        met.maria.taps(label)
    hushed_anna = met.anna.hears()
    assert hushed_anna.count(NO_MORE) == 1
    assert note_of(met.practice).taken_back_at is not None


def test_thrown_away_leaves_no_words(met: Cast) -> None:
    kept(met)
    met.anna.taps("Something isn't right")
    assert met.anna.last == (
        "You keep a note for Dr Okafor. I bring it back on Tuesday 8 December at 10:00 am."
    )
    met.anna.taps("See it")
    met.anna.taps("Throw it away")
    assert met.anna.last == (
        "Thrown away. I've kept none of it. In this chat it stands until you delete it."
    )
    assert words_left(met) == []
    met.anna.taps("Change it")
    met.anna.sees("I don't have that note any more. «Something isn't right» begins anew.")
    hushed(met)
    met.practice.wait_until(MEETING)
    assert not [text for text in met.anna.hears() if HELP in text or "at hand" in text]


def test_thrown_away_while_shown_nobody_reads_it(met: Cast) -> None:
    shown(met)
    met.practice.wait_until(MORNING)
    met.anna.taps("Something isn't right")
    met.anna.taps("Throw it away")
    met.okafor.taps("Open")
    met.okafor.sees("That was taken back before you read it.")
    assert words_left(met) == []


def test_a_psychologist_who_is_not_here_gets_nothing_and_it_can_still_be_brought(
    met: Cast,
) -> None:
    with met.practice.database.transaction() as db:
        db.get_one(Person, met.okafor_row.id).unreachable_at = met.practice.hand.now()
    met.anna.presses_data("1:tell_myself:begin:0")
    met.anna.types("the clockface")
    for label in ("Next question", "Skip", "Skip"):
        met.anna.taps(label)
    assert met.anna.labels == [KEEP, "Change it", "Throw it away"]
    note = note_of(met.practice)
    met.anna.presses_data(f"1:note_sharing:ask:{note.id}")
    met.anna.sees("I can't reach Dr Okafor here, so I pass nothing on. You can bring it yourself.")


def test_opened_and_not_arrived_before_she_sees_somebody_else_it_does_not_arrive(met: Cast) -> None:
    shown(met)
    met.practice.wait_until(MORNING)
    telegram, okafor = met.practice.telegram, met.okafor.account
    met.okafor.hears()
    telegram.faults.fail(
        "too_many_requests", method="sendMessage", chat_id=okafor.account.id, retry_after=20
    )
    okafor.presses_data(f"1:notes:look:{note_of(met.practice).id}")
    met.practice.settle()
    to_adler(met)
    met.practice.wait(minutes=2)
    assert met.okafor.hears() == ["This changed a moment ago. Open it again."]

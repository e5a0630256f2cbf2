"""Telling the psychologist oneself: a note to show, and what is asked after the meeting."""

from bot.records.people import Person, Role
from tests.script.play import Play, Scene
from tests.script.scenes.tell_myself import KEEP, SHOW, TUESDAY, WAY_IN, begins, newest, writes

AFTER = "2026-12-08 15:50"

# --- shown


def shows_it(play: Play) -> None:
    """She lets Dr Okafor read it"""
    play.book(TUESDAY)
    writes(play)
    play.anna.taps(SHOW)
    play.anna.taps("Show it")
    play.anna.taps(WAY_IN)
    play.anna.taps("See it")
    play.anna.presses_data("would change it", f"1:tell_myself:change:{newest(play)[0]}")
    play.anna.taps("Take it back")
    play.anna.taps("Take it back", under="until it is read")


def changed_since(play: Play) -> None:
    """She has changed it since she saw what would be read"""
    play.book(TUESDAY)
    writes(play)
    with play.offstage():
        play.anna.taps(SHOW)
        for label in ("Don't show it", "Change it", "How to begin"):
            play.anna.taps(label)
        play.anna.types("i have something to say")
    play.anna.taps("Show it")


def taken_back_late(play: Play) -> None:
    """She takes it back when Dr Okafor knows that there is something"""
    _shown_until(play, "2026-12-08 09:00")
    play.anna.taps(WAY_IN)
    play.anna.taps("Take it back")
    play.okafor.taps("Open")


def read(play: Play) -> None:
    """Dr Okafor reads it"""
    _shown_until(play, "2026-12-08 09:00")
    play.okafor.taps("Open")
    play.anna.taps(WAY_IN)
    play.anna.taps("See it")
    play.anna.taps("Take it back")
    play.anna.presses_data("would change it", f"1:tell_myself:change:{newest(play)[0]}")
    play.anna.taps("Throw it away")
    with play.offstage():
        play.okafor.taps("Open")


def sees_somebody_else(play: Play) -> None:
    """She sees somebody else before it was read"""
    play.hire("Dr Adler", Role.PSYCHOLOGIST)
    _shown_until(play, "2026-12-07 12:00")
    with play.offstage():
        play.maria.types("/clients")
        for label in ("Anna B.", "Change psychologist", "Dr Adler", "Move to Dr Adler"):
            play.maria.taps(label)
    play.maria.taps("Change it, tell nobody else")
    note_id, mark = newest(play)
    play.anna.presses_data("would show it again", f"1:note_sharing:show:{note_id}:{mark}")


def cannot_be_reached(play: Play) -> None:
    """Dr Okafor can't be reached here"""
    play.loses(play.cast.okafor_row)
    writes(play)
    note_id, mark = newest(play)
    play.anna.presses_data("would show it", f"1:note_sharing:show:{note_id}:{mark}")


def old_buttons(play: Play) -> None:
    """Buttons that are old"""
    with play.offstage():
        begins(play)
    note_id, mark = newest(play)
    play.anna.presses_data("would show what is empty", f"1:note_sharing:show:{note_id}:{mark}")
    play.anna.presses_data("would throw it away", f"1:kept_notes:throw_away:{note_id}")
    play.anna.presses_data("would see it", f"1:kept_notes:see:{note_id}")
    with play.practice.database.transaction() as db:
        db.get_one(Person, play.cast.anna_row.id).psychologist_id = None
    play.note("At a practice that has no psychologist for her in its list:")
    play.anna.presses_data("would find the words", "1:tell_myself:begin:0")


# --- afterwards


def said_it(play: Play) -> None:
    """She said it"""
    _asked_after(play)
    play.anna.taps("Yes, I said it")


def not_yet(play: Play) -> None:
    """Not yet"""
    _asked_after(play)
    play.anna.taps("Not yet")
    play.anna.taps("Yes, and remind me")


def not_yet_and_read(play: Play) -> None:
    """Not yet, and Dr Okafor has read it"""
    _shown_until(play, "2026-12-08 09:00")
    with play.offstage():
        play.okafor.taps("Open")
        play.wait_until(AFTER)
        play.anna.taps("Not yet")
    play.anna.taps("Yes, and remind me")


def rather_not(play: Play) -> None:
    """She'd rather not say"""
    _asked_after(play)
    play.anna.taps("I'd rather not say")


def tells_somebody_else(play: Play) -> None:
    """She tells somebody else"""
    _asked_after(play)
    play.anna.taps("Tell somebody else")
    play.anna.taps("Yes, take them along")


def _shown_until(play: Play, when: str) -> None:
    play.book(TUESDAY)
    writes(play)
    with play.offstage():
        play.anna.taps(SHOW)
        play.anna.taps("Show it")
        play.wait_until(when)


def _asked_after(play: Play) -> None:
    play.book(TUESDAY)
    writes(play)
    with play.offstage():
        play.anna.taps(KEEP)
        play.wait_until("2026-12-08 15:49")
    play.wait_until(AFTER)


SCENE = Scene(
    "She tells Dr Okafor herself: a note to show",
    (
        shows_it,
        changed_since,
        taken_back_late,
        read,
        sees_somebody_else,
        cannot_be_reached,
        old_buttons,
    ),
)
AFTERWARDS = Scene(
    "She tells Dr Okafor herself: afterwards",
    (said_it, not_yet, not_yet_and_read, rather_not, tells_somebody_else),
)

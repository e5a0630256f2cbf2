"""Telling the psychologist oneself: three questions, a note to bring or to show, and afterwards."""

from bot.records.notes import Note
from bot.records.people import Person, Role, Telephone
from tests.clock import melbourne
from tests.script.play import Play, Scene

WAY_IN = "Something isn't right"
OKAFOR = "Dr Okafor, whom you see"
FIND = "Help me find the words, for when we meet"
KEEP = "Keep it, and remind me before we meet"
SHOW = "Show it to Dr Okafor before we meet"
TUESDAY = "2026-12-08 11:00"
AFTER = "2026-12-08 15:50"

# --- the questions, and a note to bring


def finds_the_words(play: Play) -> None:
    """She finds the words, and brings them"""
    play.book(TUESDAY)
    play.anna.taps(WAY_IN)
    play.anna.taps(OKAFOR)
    play.anna.taps(FIND)
    play.anna.types("she looks at the clock")
    play.anna.types("and then i stop talking")
    play.anna.taps("Next question")
    play.anna.taps("Back")
    play.anna.taps("Next question")
    play.anna.taps("Skip")
    play.anna.types("can i say something about last week")
    play.anna.taps("That's all")
    play.anna.taps(KEEP)
    play.anna.taps(WAY_IN)
    play.anna.taps("See it")
    play.wait_until("2026-12-08 10:00")


def changes_it(play: Play) -> None:
    """She changes a part of it"""
    _writes(play)
    play.anna.taps("Change it")
    play.anna.taps("What happened")
    play.anna.taps("Write it anew")
    play.anna.types("it feels rushed")
    play.anna.taps("That's all")
    play.anna.taps("Change it")
    play.anna.taps("What would help")
    play.anna.types("a slower end")
    play.anna.taps("That's all")


def stops(play: Play) -> None:
    """She stops, or skips all three"""
    with play.offstage():
        _begins(play)
        play.anna.types("it feels rushed")
    play.anna.taps("Stop here")
    with play.offstage():
        _begins(play)
        for _question in (1, 2):
            play.anna.taps("Skip")
    play.anna.taps("Skip")


def leaves_it_unfinished(play: Play) -> None:
    """She leaves it in the middle"""
    with play.offstage():
        _begins(play)
        play.anna.types("it feels rushed")
    play.anna.taps(WAY_IN)
    play.anna.taps("Go on with it")
    play.anna.presses_data("begins once more", "1:tell_myself:begin:0")


def was_not_ok(play: Play) -> None:
    """Something happened that wasn't OK"""
    with play.offstage():
        _begins(play)
    play.anna.types("he put his hand on my leg and i froze")
    with play.offstage():
        for label in ("Next question", "Skip", "Skip"):
            play.anna.taps(label)
    note_id, mark = _newest(play)
    play.anna.presses_data("would show it all the same", f"1:note_sharing:show:{note_id}:{mark}")


# --- when it comes back


def early_in_the_morning(play: Play) -> None:
    """They meet early in the morning"""
    play.book("2026-12-08 08:30")
    _writes(play)
    play.anna.taps(KEEP)


def no_time_yet(play: Play) -> None:
    """No time is booked"""
    _writes(play)
    play.anna.taps(KEEP)
    play.anna.taps(WAY_IN)


def in_half_an_hour(play: Play) -> None:
    """They meet in half an hour"""
    with play.offstage():
        play.book("2026-11-30 10:30")
    _writes(play)
    play.anna.taps(KEEP)


def messages_are_off(play: Play) -> None:
    """She has stopped messages"""
    with play.offstage():
        play.anna.types("STOP")
    _writes(play)
    play.anna.taps(KEEP)


def messages_pause(play: Play) -> None:
    """She has paused messages"""
    play.book(TUESDAY)
    _writes(play)
    with play.practice.database.transaction() as db:
        paused_until = melbourne("2026-12-14 09:00")
        db.get_one(Person, play.cast.anna_row.id).paused_until = paused_until
    play.anna.taps(KEEP)


def others_see_the_telephone(play: Play) -> None:
    """Others see the telephone"""
    play.book(TUESDAY)
    _writes(play)
    with play.offstage():
        play.anna.taps(KEEP)
        with play.practice.database.transaction() as db:
            db.get_one(Person, play.cast.anna_row.id).telephone = Telephone.SHARED
        play.wait_until("2026-12-08 09:59")
    play.wait_until("2026-12-08 10:00")
    play.anna.taps("See it")


# --- shown


def shows_it(play: Play) -> None:
    """She lets Dr Okafor read it"""
    play.book(TUESDAY)
    _writes(play)
    play.anna.taps(SHOW)
    play.anna.taps("Show it")
    play.anna.taps(WAY_IN)
    play.anna.taps("See it")
    play.anna.presses_data("would change it", f"1:tell_myself:change:{_newest(play)[0]}")
    play.anna.taps("Take it back")
    play.anna.taps("Take it back", under="until it is read")


def changed_since(play: Play) -> None:
    """She has changed it since she saw what would be read"""
    play.book(TUESDAY)
    _writes(play)
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
    play.anna.presses_data("would change it", f"1:tell_myself:change:{_newest(play)[0]}")
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
    note_id, mark = _newest(play)
    play.anna.presses_data("would show it again", f"1:note_sharing:show:{note_id}:{mark}")


def cannot_be_reached(play: Play) -> None:
    """Dr Okafor can't be reached here"""
    play.loses(play.cast.okafor_row)
    _writes(play)
    note_id, mark = _newest(play)
    play.anna.presses_data("would show it", f"1:note_sharing:show:{note_id}:{mark}")


def old_buttons(play: Play) -> None:
    """Buttons that are old"""
    with play.offstage():
        _begins(play)
    note_id, mark = _newest(play)
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


def _begins(play: Play) -> None:
    play.anna.taps(WAY_IN)
    if any(label == "Something else" for label in _labels(play)):
        play.anna.taps("Something else")
    play.anna.presses_data("finds the words", "1:tell_myself:begin:0")


def _labels(play: Play) -> list[str]:
    return [label for bubble in play.cast.anna.account.screen for label in bubble.labels]


def _writes(play: Play) -> None:
    """A note with two answers, offstage."""
    with play.offstage():
        _begins(play)
        play.anna.types("she looks at the clock")
        for label in ("Next question", "Skip"):
            play.anna.taps(label)
        play.anna.types("can i say something")
        play.anna.taps("That's all")


def _shown_until(play: Play, when: str) -> None:
    play.book(TUESDAY)
    _writes(play)
    with play.offstage():
        play.anna.taps(SHOW)
        play.anna.taps("Show it")
        play.wait_until(when)


def _asked_after(play: Play) -> None:
    play.book(TUESDAY)
    _writes(play)
    with play.offstage():
        play.anna.taps(KEEP)
        play.wait_until("2026-12-08 15:49")
    play.wait_until(AFTER)


def _newest(play: Play) -> tuple[int, int]:
    """Its number, and the mark of its words."""
    with play.practice.look() as db:
        note = db.get_one(Note, 1)
        return note.id, note.mark


SCENE = Scene(
    "She tells Dr Okafor herself: a note to bring",
    (
        finds_the_words,
        changes_it,
        stops,
        leaves_it_unfinished,
        was_not_ok,
        early_in_the_morning,
        no_time_yet,
        in_half_an_hour,
        messages_are_off,
        messages_pause,
        others_see_the_telephone,
    ),
)
SHOWN = Scene(
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

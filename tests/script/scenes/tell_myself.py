"""Telling the psychologist oneself: three questions, and a note to bring."""

from bot.records.notes import Note
from bot.records.people import Person, Telephone
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
    writes(play)
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
        begins(play)
        play.anna.types("it feels rushed")
    play.anna.taps("Stop here")
    with play.offstage():
        begins(play)
        for _question in (1, 2):
            play.anna.taps("Skip")
    play.anna.taps("Skip")


def leaves_it_unfinished(play: Play) -> None:
    """She leaves it in the middle"""
    with play.offstage():
        begins(play)
        play.anna.types("it feels rushed")
    play.anna.taps(WAY_IN)
    play.anna.taps("Go on with it")
    play.anna.presses_data("begins once more", "1:tell_myself:begin:0")


def was_not_ok(play: Play) -> None:
    """Something happened that wasn't OK"""
    with play.offstage():
        begins(play)
    play.anna.types("he put his hand on my leg and i froze")
    with play.offstage():
        for label in ("Next question", "Skip", "Skip"):
            play.anna.taps(label)
    note_id, mark = newest(play)
    play.anna.presses_data("would show it all the same", f"1:note_sharing:show:{note_id}:{mark}")


# --- when it comes back


def early_in_the_morning(play: Play) -> None:
    """They meet early in the morning"""
    play.book("2026-12-08 08:30")
    writes(play)
    play.anna.taps(KEEP)


def no_time_yet(play: Play) -> None:
    """No time is booked"""
    writes(play)
    play.anna.taps(KEEP)
    play.anna.taps(WAY_IN)


def in_half_an_hour(play: Play) -> None:
    """They meet in half an hour"""
    with play.offstage():
        play.book("2026-11-30 10:30")
    writes(play)
    play.anna.taps(KEEP)


def messages_are_off(play: Play) -> None:
    """She has stopped messages"""
    with play.offstage():
        play.anna.types("STOP")
    writes(play)
    play.anna.taps(KEEP)


def messages_pause(play: Play) -> None:
    """She has paused messages"""
    play.book(TUESDAY)
    writes(play)
    with play.practice.database.transaction() as db:
        paused_until = melbourne("2026-12-14 09:00")
        db.get_one(Person, play.cast.anna_row.id).paused_until = paused_until
    play.anna.taps(KEEP)


def others_see_the_telephone(play: Play) -> None:
    """Others see the telephone"""
    play.book(TUESDAY)
    writes(play)
    with play.offstage():
        play.anna.taps(KEEP)
        with play.practice.database.transaction() as db:
            db.get_one(Person, play.cast.anna_row.id).telephone = Telephone.SHARED
        play.wait_until("2026-12-08 09:59")
    play.wait_until("2026-12-08 10:00")
    play.anna.taps("See it")


def begins(play: Play) -> None:
    play.anna.taps(WAY_IN)
    if any(label == "Something else" for label in _labels(play)):
        play.anna.taps("Something else")
    play.anna.presses_data("finds the words", "1:tell_myself:begin:0")


def _labels(play: Play) -> list[str]:
    return [label for bubble in play.cast.anna.account.screen for label in bubble.labels]


def writes(play: Play) -> None:
    """A note with two answers, offstage."""
    with play.offstage():
        begins(play)
        play.anna.types("she looks at the clock")
        for label in ("Next question", "Skip"):
            play.anna.taps(label)
        play.anna.types("can i say something")
        play.anna.taps("That's all")


def newest(play: Play) -> tuple[int, int]:
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

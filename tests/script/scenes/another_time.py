"""«Another time»: the wish, the office's answer, and back."""

from bot.records.people import Role
from tests.script.play import Play, Scene


def asked_and_answered(play: Play) -> None:
    """She asks, Maria answers, and she writes back"""
    _asks(play)
    play.anna.types("thursday after 3")
    with play.offstage():
        play.wait(minutes=3)
    play.maria.taps("Write to Anna B.")
    play.maria.types("Thursday 4 pm is free. Shall I book it?")
    play.anna.taps("Write back to Maria")
    play.anna.types("yes please")


def by_tap(play: Play) -> None:
    """She taps when, and takes it back"""
    with play.offstage():
        _asks(play)
    for label in ("Mornings", "Afternoons", "Evenings", "Any time this week"):
        with play.offstage():
            play.anna.taps("Another time")
        play.anna.taps(label)
    play.anna.taps("Undo")
    play.anna.taps("Undo")


def undo_too_late(play: Play) -> None:
    """She takes her wish back when the practice knows"""
    with play.offstage():
        _asks(play)
        play.anna.types("thursday after 3")
        play.wait(minutes=4)
    play.note("Four minutes after she asked:")
    play.anna.taps("Undo")
    play.anna.taps("My times")


def changes_her_mind(play: Play) -> None:
    """She would rather not write back"""
    with play.offstage():
        _asks(play)
        play.anna.types("thursday after 3")
        play.wait(minutes=3)
        play.maria.taps("Write to Anna B.")
        play.maria.types("Thursday 4 pm is free. Shall I book it?")
        play.anna.taps("Write back to Maria")
    play.anna.taps("Don't write")


def two_in_the_office(play: Play) -> None:
    """Two people run the office"""
    play.hire("Bob Hill", Role.MANAGER)
    play.book("2026-12-01 11:00")
    with play.offstage():
        play.anna.taps("My times")
        play.anna.taps("I can't come")
    play.anna.taps("Cancel it, something happened")
    with play.offstage():
        play.anna.taps("Another time")
    play.anna.types("thursday after 3")


def _asks(play: Play) -> None:
    play.book("2026-12-08 11:00")
    with play.offstage():
        play.anna.taps("My times")
    play.anna.taps("Another time")


SCENE = Scene(
    "«Another time»",
    (asked_and_answered, by_tap, undo_too_late, changes_her_mind, two_in_the_office),
)

"""Words that something isn't right, written unasked: the offered way, with the words kept for it."""

from tests.clock import melbourne
from tests.script.play import Play, Scene


def tells(play: Play) -> None:
    """She writes it just so, and wants somebody to hear it"""
    play.anna.types("she never listens to me")
    play.anna.taps("Yes, choose who")
    play.anna.taps("Maria Santos, practice manager")


def with_one_tap(play: Play) -> None:
    """She writes it just so, and tells Maria with one tap"""
    play.anna.types("she never listens to me")
    play.anna.taps("Tell Maria Santos, practice manager")
    play.note("It was about Maria.")
    play.anna.taps("It isn't about Dr Okafor")
    play.anna.taps("Maria Santos, practice manager")


def leaves_it(play: Play) -> None:
    """She would like to see somebody else, but not to say so"""
    play.anna.types("can i have another psychologist")
    play.anna.taps("No, leave it")


def too_late(play: Play) -> None:
    """Something happened; she taps «Yes» more than a week later"""
    play.anna.types("he put his hand on my leg")
    with play.offstage():
        play.practice.hand.wait_until(melbourne("2026-12-08 10:00"))
    play.note("Eight days later:")
    play.anna.taps("Yes, choose who")


SCENE = Scene("Words that something isn't right", (tells, with_one_tap, leaves_it, too_late))

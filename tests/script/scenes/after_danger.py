"""What is typed after words of danger."""

from tests.script.play import Play, Scene

WORDS = "i want to die"
MORE = "im alone and so scared please"


def passed_on(play: Play) -> None:
    """She writes on, and wants them to have it"""
    with play.offstage():
        play.anna.types(WORDS)
    play.anna.types(MORE)
    play.anna.taps("Yes, pass it on")
    play.anna.taps("Yes, pass it on")


def goes_on(play: Play) -> None:
    """A question had been open before"""
    with play.offstage():
        play.book("2026-12-08 11:00")
        play.anna.taps("My times")
        play.anna.taps("Another time")
    play.anna.types(WORDS)
    play.anna.types("friday")
    play.anna.taps("Go on with what you asked")
    play.anna.types("friday")
    play.anna.taps("Go on with what you asked")


def nobody_there(play: Play) -> None:
    """Nobody can be reached when she writes on"""
    with play.offstage():
        play.anna.types(WORDS)
        play.loses(play.cast.maria_row)
        play.loses(play.cast.lindqvist_row)
    play.anna.types(MORE)
    play.anna.taps("Yes, pass it on")


SCENE = Scene("In danger: writing on", (passed_on, goes_on, nobody_there))

"""Words written while somebody has a message already: added after a yes, or about something else."""

from tests.script.play import Play, Scene, Start
from tests.script.starts import TELL_MARIA


def adds(play: Play) -> None:
    """She writes more, and wants Maria to get it"""
    play.anna.types("it was worse on tuesday")
    play.anna.taps("Yes, add it")


def something_else(play: Play) -> None:
    """It's about something else"""
    play.anna.types("it was worse on tuesday")
    play.anna.taps("It's about something else")


def maria_writes_and_has_several(play: Play) -> None:
    """Maria writes without saying to whom"""
    play.maria.taps("Open")
    play.maria.taps("I'll take it")
    with play.offstage():
        for label in TELL_MARIA:
            play.ben.taps(label)
        play.wait(minutes=2)
        play.maria.taps("Open")
        play.maria.taps("I'll take it")
    play.maria.types("hello")


SCENE = Scene(
    "Something isn't right: more words, just written",
    (adds, something_else, maria_writes_and_has_several),
    starts=Start.SENT,
)

"""Words that may be danger: help, one plain question, and what silence will cause."""

from tests.recognition import POSSIBLE, let_model_judge
from tests.script.play import Play

FIGURE = f"this week is killing me, {POSSIBLE}"


def no(play: Play) -> None:
    """She answers no"""
    let_model_judge(play.practice)
    play.anna.types(POSSIBLE)
    play.anna.taps("No")


def yes(play: Play) -> None:
    """She answers yes"""
    let_model_judge(play.practice)
    play.anna.types(POSSIBLE)
    play.anna.types("yes")
    with play.offstage():
        play.maria.taps("Open")
    play.note("Maria opens it. Later Anna taps «Yes» once more.")
    play.anna.taps("Yes")

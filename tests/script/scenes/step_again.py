"""After danger: the question that was open before is offered again."""

from datetime import timedelta

from bot.records import dialogue
from tests.recognition import POSSIBLE, let_model_judge
from tests.script.play import Play, Scene


def _is_asked(play: Play) -> None:
    """She was about to say when she could come instead."""
    with play.offstage():
        play.book("2026-12-08 11:00")
        play.anna.taps("My times")
        play.anna.taps("Another time")
    let_model_judge(play.practice)


def after_a_no(play: Play) -> None:
    """She answers that it is no danger, and goes on"""
    _is_asked(play)
    play.anna.types(f"i dont know, {POSSIBLE}")
    play.anna.taps("No")
    play.anna.taps("Go on")
    play.anna.types("thursday after 3")


def taken(play: Play) -> None:
    """What she wrote was the answer"""
    _is_asked(play)
    play.anna.types(f"not on friday, {POSSIBLE}")
    play.anna.taps("No")
    play.anna.taps("Use what I wrote")


def left(play: Play) -> None:
    """She leaves it"""
    _is_asked(play)
    play.anna.types(POSSIBLE)
    play.anna.taps("No")
    play.anna.taps("Leave it")


def after_safe(play: Play) -> None:
    """She had written words of danger, and is safe now"""
    _is_asked(play)
    play.anna.types("i want to die")
    play.anna.taps("I'm safe now")


def after_clearing(play: Play) -> None:
    """Staff have closed it: with the next thing that she does"""
    _is_asked(play)
    with play.offstage():
        play.anna.types("i want to die")
        play.maria.taps("Open")
        play.maria.taps("Dealt with")
        play.maria.types("talked on the phone")
        play.wait(hours=2)
    play.anna.types("thursday after 3")


def in_other_words(play: Play) -> None:
    """The words of the question are gone"""
    _is_asked(play)
    with play.practice.database.transaction() as db:
        step = dialogue.waiting(db, play.cast.anna_row.id)
        assert step is not None, "she was asked"
        step.since -= timedelta(minutes=1)
    play.anna.types(POSSIBLE)
    play.anna.taps("No")
    play.anna.taps("Go on")
    play.anna.types("thursday after 3")


SCENE = Scene(
    "After danger: what was asked before",
    (after_a_no, taken, left, after_safe, after_clearing, in_other_words),
)

"""Homework, still struggling: what gets in the way, a smaller part, a question, leaving it."""

from tests.script.play import Play, Scene, Start


def too_hard(play: Play) -> None:
    """Too hard, a smaller part, and that is done"""
    for label in ("Still struggling", "Too hard", "Do a smaller part"):
        play.anna.taps(label)
    play.anna.types("just write the worry down nothing else")
    play.anna.taps("Yes, before we meet")
    play.wait_until("2026-12-03 19:00")
    play.anna.taps("Done")


def left(play: Play) -> None:
    """No time, and it waits until they meet"""
    _struggles(play)
    play.anna.taps("No time")
    play.anna.taps("Leave it until we meet")


def another_hour(play: Play) -> None:
    """No time, and another hour suits better"""
    _struggles(play, "No time")
    play.anna.taps("Another hour")
    play.anna.taps("9:00 am")


def another_hour_too_late(play: Play) -> None:
    """No time, on the evening before they meet"""
    with play.offstage():
        play.wait_until("2026-12-07 20:00")
    _struggles(play, "No time", "Another hour")
    play.anna.taps("12:00 pm")


def forgets(play: Play) -> None:
    """She forgets, and wants to be reminded more often"""
    _struggles(play)
    play.anna.taps("I forget")
    play.anna.taps("Remind me more often")
    play.anna.taps("Every day")


def other_reasons(play: Play) -> None:
    """What else gets in the way"""
    _struggles(play)
    for label in ("I forget", "Not sure how"):
        with play.offstage():
            play.anna.taps(label)
        play.note(f"«{label}»:")
        play.anna.taps("Leave it until we meet")
    play.anna.taps("Something else")
    with play.offstage():
        play.anna.taps("Skip")
    play.note("She skips that:")
    play.anna.taps("Leave it until we meet")


def in_her_words(play: Play) -> None:
    """Something else, in her own words"""
    _struggles(play)
    play.anna.taps("Something else")
    play.anna.types("its too loud at home")
    play.anna.taps("Leave it until we meet")
    with play.offstage():
        play.anna.taps("Do a smaller part")
    play.note("On second thoughts she does a smaller part:")
    play.anna.types("one line on the bus")


def too_long(play: Play) -> None:
    """A smaller part that is too long to be kept, and one that is short"""
    _struggles(play, "Too hard", "Do a smaller part")
    words = "the first line of it and then the second one " * 50
    play.anna.does("writes 2,250 characters", lambda: play.anna.person.types(words))
    play.anna.taps("Write it anew")
    play.anna.types("the first line")


def not_right(play: Play) -> None:
    """It doesn't feel right, and Dr Okafor shall know"""
    _struggles(play)
    play.anna.taps("Doesn't feel right")
    play.anna.taps("Tell Dr Okafor")
    with play.offstage():
        play.wait_until("2026-12-08 09:00")
    play.okafor.taps("Open")
    play.anna.taps("Take it back")


def not_right_left(play: Play) -> None:
    """It doesn't feel right, and she just leaves it"""
    _struggles(play, "Doesn't feel right")
    play.anna.taps("Just leave it")


def not_right_told_elsewhere(play: Play) -> None:
    """It doesn't feel right, and somebody else shall know"""
    _struggles(play, "Doesn't feel right")
    play.anna.taps("Tell somebody else")


def asks(play: Play) -> None:
    """She asks Dr Okafor, who writes back"""
    _struggles(play, "Not sure how")
    play.anna.taps("Ask Dr Okafor about it")
    play.anna.taps("Don't ask")
    with play.offstage():
        play.anna.taps("Ask Dr Okafor about it")
    play.note("She asks after all:")
    play.anna.types("what if somebody finds it?")
    play.wait(minutes=3)
    play.okafor.taps("Open")
    play.okafor.taps("Write back")
    play.okafor.types("Tear it up, Anna.")


def asks_nobody(play: Play) -> None:
    """Dr Okafor can't be reached by the bot"""
    with play.offstage():
        play.okafor.does("blocks the bot", play.okafor.person.blocks_bot)
        for label in ("Still struggling", "Not sure how", "Ask Dr Okafor about it"):
            play.anna.taps(label)
    play.anna.types("what if somebody finds it?")


def no_reason(play: Play) -> None:
    """A made-up button, before she has said what gets in the way"""
    play.anna.presses_data("taps a made-up button", "1:struggle:leave:1")


def _struggles(play: Play, *labels: str) -> None:
    """The page has shown these by now."""
    with play.offstage():
        for label in ("Still struggling", *labels):
            play.anna.taps(label)


SCENE = Scene(
    "Homework: still struggling",
    (
        too_hard,
        left,
        another_hour,
        another_hour_too_late,
        forgets,
        other_reasons,
        in_her_words,
        too_long,
        not_right,
        not_right_left,
        not_right_told_elsewhere,
        asks,
        asks_nobody,
        no_reason,
    ),
    Start.REMINDED,
)

"""What staff write to her about it, and what she can answer."""

from tests.clock import melbourne
from tests.script.play import Play, Scene, Start
from tests.script.scenes.case_waits import allows_lindqvist

LINE = "Dear Anna, thank you for telling me. Could we talk for ten minutes?"
DAY = "Tuesday 1 December"


def a_line(play: Play) -> None:
    """Maria writes a line"""
    _maria(play, "Write to Anna", f"«{LINE}»", "Send")
    play.anna.taps("Write back")
    play.anna.types("yes, but not on the phone")


def times(play: Play) -> None:
    """Maria offers times to talk"""
    _offers_times(play)
    play.anna.taps("Choose a time")
    play.anna.taps(f"{DAY}, 12:30 pm")
    play.anna.types("0400 000 000")
    play.anna.taps("No message, please")
    with play.offstage():
        play.anna.taps("Change it")
    play.anna.taps("None of these")


def times_over(play: Play) -> None:
    """The times are over when she looks"""
    with play.offstage():
        _offers_times(play)
        play.practice.hand.wait_until(melbourne("2026-12-01 13:00"))
    play.note("Tuesday, 1:00 pm:")
    play.anna.taps("Choose a time")


def no_talk(play: Play) -> None:
    """She doesn't want to talk"""
    with play.offstage():
        _offers_times(play)
    play.anna.taps("No, thank you")


def leave(play: Play) -> None:
    """Maria asks whether she may talk with Dr Okafor"""
    _maria(play, "Ask Anna: may I talk with Dr Okafor?", "Send")
    play.anna.taps("Yes, you may")
    play.note("A little later she thinks again. Her last word counts.")
    play.anna.taps("No, please don't")


def answer_late(play: Play) -> None:
    """Maria's answer is late"""
    play.wait_until("2026-12-03 09:05")
    play.anna.taps("Wait")
    play.anna.taps("Let Dr Lindqvist read it")


def answer_late_with_leave(play: Play) -> None:
    """Maria's answer is late, and she had allowed Dr Lindqvist to read it"""
    allows_lindqvist(play)
    play.wait_until("2026-12-03 09:05")


def answer_late_nobody_else(play: Play) -> None:
    """Maria's answer is late, and nobody else could read it"""
    play.loses(play.cast.lindqvist_row)
    play.wait_until("2026-12-03 09:05")


def offer_off(play: Play) -> None:
    """She chooses a time when Maria no longer looks after it"""
    with play.offstage():
        _offers_times(play)
        play.maria.presses_data("is away", "1:taking:away:1")
    play.anna.presses_data("taps «Choose a time»", "1:case_talk:times:1:2")


def quiet_meanwhile(play: Play) -> None:
    """She wants quiet while it is open"""
    play.anna.types("/pause")
    play.anna.taps("7 days")
    play.anna.types("STOP")
    _maria(play, "Close", "Practical matter, settled", "Close without a line")


def closed_with_a_line(play: Play) -> None:
    """Maria closes it with a last line, and Anna opens it again"""
    _maria(play, "Close", "Talked, carries on with Dr Okafor", "«no»", "Change")
    _maria(play, "«I'm glad that we talked.»", "Send and close")
    play.anna.taps("Open it again")
    play.anna.types("it happened again")
    play.anna.presses_data("taps «No, thank you» under an old message", "1:case_talk:no_thanks:1")
    play.anna.presses_data("taps a button that was made up", "1:case_talk:times:1:99")


def _offers_times(play: Play) -> None:
    _maria(play, "Offer times to talk", f"«{LINE}»", DAY, "12:30 pm", "Send")


def _maria(play: Play, *acts: str) -> None:
    """What Maria taps, and in «» what she types."""
    for act in acts:
        if act.startswith("«"):
            play.maria.types(act.strip("«»"))
        else:
            play.maria.taps(act)


SCENE = Scene(
    "Words and times from the practice",
    (
        a_line,
        times,
        times_over,
        no_talk,
        leave,
        answer_late,
        answer_late_with_leave,
        answer_late_nobody_else,
        offer_off,
        quiet_meanwhile,
        closed_with_a_line,
    ),
    Start.TAKEN,
)

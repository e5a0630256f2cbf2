"""«Can somebody call me?»: what is true now, and which number."""

from tests.clock import melbourne
from tests.script.play import Play, Scene

ASKS = "Can somebody call me?"
NUMBER = "0400 000 000, no message please"


def in_practice_hours(play: Play) -> None:
    """In practice hours"""
    _has_written(play)
    play.anna.taps(ASKS)
    play.anna.types(NUMBER)


def when_it_was_opened(play: Play) -> None:
    """When somebody has opened what she wrote; she gives no number"""
    _has_written(play)
    with play.offstage():
        play.lindqvist.taps("Open")
    play.anna.taps(ASKS)
    play.anna.taps("Skip")


def at_night(play: Play) -> None:
    """At night"""
    with play.offstage():
        play.wait_until("2026-12-01 02:04")
    _has_written(play)
    play.anna.taps(ASKS)
    play.anna.types(NUMBER)


def without_hours(play: Play) -> None:
    """In a practice without opening hours"""
    play.restart(practice_hours=" ")
    _has_written(play)
    play.anna.taps(ASKS)
    play.anna.types(NUMBER)


def nobody_there(play: Play) -> None:
    """Nobody at the practice can be reached"""
    with play.offstage():
        for staff in (play.maria, play.lindqvist):
            staff.does("blocks the bot", staff.person.blocks_bot)
    _has_written(play)
    play.anna.taps(ASKS)


def two_days_later(play: Play) -> None:
    """She writes a number two days later"""
    _has_written(play)
    with play.offstage():
        play.anna.taps(ASKS)
        play.practice.hand.wait_until(melbourne("2026-12-02 12:00"))
    play.anna.types(NUMBER)


def old_button(play: Play) -> None:
    """The button is under a message of which nothing is left"""
    play.anna.presses_data(f"taps «{ASKS}»", "1:call_back:ask:999")


def _has_written(play: Play) -> None:
    with play.offstage():
        play.anna.types("i cant do this anymore i have the pills here")


SCENE = Scene(
    "«Can somebody call me?»",
    (
        in_practice_hours,
        when_it_was_opened,
        at_night,
        without_hours,
        nobody_there,
        two_days_later,
        old_button,
    ),
)

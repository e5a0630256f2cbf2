"""A session that did not take place."""

from tests.script.play import Play, Scene


def another_time(play: Play) -> None:
    """She didn't come, and would like another time"""
    _is_missed(play)
    play.anna.taps("Yes, find one")
    play.anna.taps("Mornings")


def no_other(play: Play) -> None:
    """She has a next time, and leaves it at that"""
    play.book("2026-12-08 11:00")
    _is_missed(play)
    play.anna.taps("No, thank you")


def _is_missed(play: Play) -> None:
    play.book("2026-11-30 11:00")
    with play.offstage():
        play.wait_until("2026-11-30 11:50")
    play.okafor.taps("Missed")
    play.wait(minutes=3)


SCENE = Scene("A time that was missed", (another_time, no_other))

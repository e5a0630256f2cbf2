"""The office has another psychologist see a client: what the client reads, if anything."""

from bot.records.people import Role
from tests.script.play import Play, Scene


def _changes(play: Play, *labels: str) -> None:
    with play.offstage():
        play.hire("Dr Patel", Role.PSYCHOLOGIST)
        play.maria.types("/clients")
        for label in ("Anna B.", "Change psychologist", "Dr Patel", *labels):
            play.maria.taps(label)


def times_move(play: Play) -> None:
    """Her times move as well"""
    play.book("2026-12-08 11:00")
    _changes(play, "Move to Dr Patel")
    play.maria.taps("Change it, and tell Anna")
    play.wait(minutes=4)


def times_stay(play: Play) -> None:
    """What is booked stays"""
    play.book("2026-12-08 11:00")
    _changes(play, "Stay with Dr Okafor")
    play.maria.taps("Change it, and tell Anna")
    play.wait(minutes=4)


def nothing_is_booked(play: Play) -> None:
    """Nothing is booked"""
    _changes(play)
    play.maria.taps("Change it, and tell Anna")
    play.wait(minutes=4)


def nobody_else_is_told(play: Play) -> None:
    """Anna isn't told by the bot, and later Dr Okafor is"""
    play.book("2026-12-08 11:00")
    play.book("2026-12-15 11:00")
    _changes(play, "Move to Dr Patel")
    play.maria.taps("Change it, tell nobody else")
    play.maria.taps("Tell Dr Okafor")
    play.wait(minutes=4)


SCENE = Scene(
    "Another psychologist", (times_move, times_stay, nothing_is_booked, nobody_else_is_told)
)

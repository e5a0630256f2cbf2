"""A telephone that others can see: little is said, and what was said goes after a day."""

from tests.script.play import Play, Scene, Start


def only_day_and_time(play: Play) -> None:
    """She keeps the day and the time"""
    play.book("2026-12-08 11:00")
    with play.offstage():
        play.anna.opens_invitation_of(play.cast.anna_row)
    for label in ("Others can see it", "Only day and time", "That's fine"):
        play.anna.taps(label)
    play.wait_until("2026-12-05 11:00")
    play.note("Each of these messages goes from the chat after a day.")
    play.anna.taps("Settings")
    play.anna.types("/homework")


def off_and_on(play: Play) -> None:
    """She had said no, and turns reminders on"""
    with play.offstage():
        play.anna.opens_invitation_of(play.cast.anna_row)
        for label in ("Others can see it", "Only day and time", "No, thank you"):
            play.anna.taps(label)
        play.anna.types("START")
    play.anna.taps("Settings")
    play.anna.taps("Turn reminders on")


def nothing_here(play: Play) -> None:
    """She wants nothing there"""
    with play.offstage():
        play.anna.opens_invitation_of(play.cast.anna_row)
        play.anna.taps("Others can see it")
    play.anna.taps("Nothing here")


SCENE = Scene(
    "On a telephone that others can see",
    (only_day_and_time, off_and_on, nothing_here),
    Start.INVITED,
)

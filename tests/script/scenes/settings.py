"""Settings, pause, stop and start."""

from tests.script.play import Play, Scene


def settings(play: Play) -> None:
    """«Settings»"""
    play.anna.taps("Settings")
    play.anna.taps("Who sees what")
    play.anna.taps("Short questions too")
    play.anna.taps("Settings")
    play.anna.taps("No short questions")


def plain_messages(play: Play) -> None:
    """Plain messages, for who hears them read out"""
    with play.offstage():
        play.anna.taps("Settings")
    play.anna.taps("Plain messages")
    play.anna.taps("Settings")
    play.anna.taps("Changing messages")


def hour_for_notes(play: Play) -> None:
    """The hour for notes"""
    with play.offstage():
        play.anna.taps("Settings")
    play.anna.taps("Hour for notes")
    play.anna.taps("9:00 am")


def commands(play: Play) -> None:
    """The list of commands that Telegram shows beside the field"""
    play.anna.opens_commands()


def pause(play: Play) -> None:
    """She pauses"""
    with play.offstage():
        play.anna.taps("Settings")
    play.anna.taps("Pause")
    play.anna.taps("14 days")
    play.anna.taps("Settings")
    play.anna.taps("Start again", under="quiet until")


def stop(play: Play) -> None:
    """She stops the messages"""
    play.anna.types("STOP")
    play.anna.taps("Settings")
    play.anna.types("START")


def reminders_off(play: Play) -> None:
    """She had said no to reminders, and turns them on"""
    with play.offstage():
        cleo = play.client("Cleo Young")
        cleo.taps("Yes, it's just me")
        cleo.taps("No, thank you")
    cleo.types("START")
    cleo.taps("Settings")
    cleo.taps("Turn reminders on")


SCENE = Scene(
    "Settings, pause and stop",
    (settings, plain_messages, hour_for_notes, pause, stop, reminders_off, commands),
)

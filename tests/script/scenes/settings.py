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


def pause_until_a_day(play: Play) -> None:
    """She pauses until a day"""
    with play.offstage():
        play.anna.types("/pause")
    play.anna.taps("Until a day")
    play.anna.types("when I'm better")
    play.anna.types("yesterday")
    play.anna.types("31 October")
    play.anna.types("20 December")
    play.anna.taps("Yes, pause")
    with play.offstage():
        play.anna.types("START")
        play.anna.types("/pause")
    play.anna.taps("Until a day")
    play.anna.taps("Leave it")


def kinds(play: Play) -> None:
    """Reminders and notes, each on its own"""
    play.anna.taps("Settings")
    play.anna.taps("Reminders and notes")
    play.anna.taps("No notes")
    play.anna.taps("Settings")
    play.anna.taps("Reminders and notes")
    play.anna.taps("No reminders of times")
    play.wait(minutes=3)
    play.anna.taps("Settings")
    play.anna.taps("Reminders and notes")
    play.anna.taps("Notes too", under="Reminders of your times: off.")
    play.anna.taps("Settings")
    play.anna.taps("Reminders and notes")
    play.anna.taps("Reminders of times too", under="Reminders of your times: off.")
    play.wait(minutes=3)


def stop(play: Play) -> None:
    """She stops the messages"""
    play.anna.types("STOP")
    play.anna.taps("Settings")
    play.anna.types("START")


def stop_in_the_middle(play: Play) -> None:
    """She stops the messages in the middle of something, in other words"""
    with play.offstage():
        play.book("2026-12-08 11:00")
        play.anna.taps("My times")
        play.anna.taps("Another time")
    play.anna.types("Please stop messaging me")
    play.anna.types("resume")


def pause_in_words(play: Play) -> None:
    """She writes how long the pause shall be"""
    play.anna.types("pause 2 weeks")
    play.anna.types("START")
    play.anna.types("Pause until 20 December")
    play.anna.taps("Yes, pause")


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
    (
        settings,
        plain_messages,
        kinds,
        pause,
        pause_until_a_day,
        pause_in_words,
        stop,
        stop_in_the_middle,
        reminders_off,
        commands,
    ),
)

"""Four short questions after a session: asked, answered, declined, lapsed."""

from tests.script.play import Play, Scene, Start


def asked(play: Play) -> None:
    """Three hours after a session, and all is well"""
    with play.offstage():
        play.anna.taps("Settings")
        play.anna.taps("Short questions too")
    play.book("2026-12-01 11:00")
    with play.offstage():
        play.wait_until("2026-12-01 11:00")
    play.wait_until("2026-12-01 14:50")
    for label in ("Start", "9", "8", "Skip", "9", "Add a few words"):
        play.anna.taps(label)
    play.anna.types("it was good to laugh")


def asked_next_day(play: Play) -> None:
    """After an evening session: the next morning"""
    with play.offstage():
        play.anna.taps("Settings")
        play.anna.taps("Short questions too")
    play.book("2026-12-01 19:00")
    with play.offstage():
        play.wait_until("2026-12-01 20:00")
    play.wait_until("2026-12-02 08:00")


def typed(play: Play) -> None:
    """She types, steps back, and stops on the way"""
    play.anna.taps("Start")
    play.anna.types("nine")
    play.anna.types("dont know, its hard to say")
    play.anna.taps("Back")
    play.anna.taps("Stop here")


def all_skipped(play: Play) -> None:
    """She skips all four"""
    with play.offstage():
        for label in ("Start", "Skip", "Skip", "Skip"):
            play.anna.taps(label)
    play.anna.taps("Skip")


def not_today(play: Play) -> None:
    """Not today"""
    play.anna.taps("Not today")


def dont_ask(play: Play) -> None:
    """She doesn't want to be asked again"""
    play.anna.taps("Don't ask again")


def lapsed(play: Play) -> None:
    """She doesn't answer, and taps «Start» four days later"""
    play.wait_until("2026-12-05 15:00")
    play.anna.taps("Start")


def typed_too_late(play: Play) -> None:
    """She begins, and types words when she has been there again"""
    with play.offstage():
        play.book("2026-12-02 10:00")
        play.anna.taps("Start")
        play.wait_until("2026-12-02 10:05")
    play.anna.types("it went badly")


def plain(play: Play) -> None:
    """With plain messages: each question stays, and can be answered anew"""
    with play.offstage():
        play.anna.taps("Settings")
        play.anna.taps("Plain messages")
        for label in ("Start", "9", "8"):
            play.anna.taps(label)
    play.anna.taps("6", under="1 of 4")
    with play.offstage():
        play.anna.taps("Back")
    play.note("She steps back to the second question, and then answers the third:")
    play.anna.taps("7", under="3 of 4")


def made_up(play: Play) -> None:
    """A made-up button"""
    play.anna.presses_data("taps a made-up button", "1:check_in:start:999")


SCENE = Scene("Four short questions", (asked, asked_next_day))
ANSWERS = Scene(
    "Four short questions: answering them",
    (typed, all_skipped, not_today, dont_ask, lapsed, typed_too_late, plain, made_up),
    Start.ASKED,
)

"""What helps a working relationship: five cards, offered once."""

from tests.script.play import Play, Scene


def cards(play: Play) -> None:
    """Five cards on what helps, at any time"""
    play.anna.types("/relationship")
    for _card in range(4):
        play.anna.taps("Next")


def offered(play: Play) -> None:
    """On the day after her third session, and she would rather not"""
    with play.offstage():
        play.anna.taps("Settings")
        play.anna.taps("Short questions too")
        for day in ("2026-12-01", "2026-12-08", "2026-12-15"):
            play.book(f"{day} 11:00")
            play.wait_until(f"{day} 14:50")
    play.wait_until("2026-12-16 14:50")
    play.anna.taps("No, thank you")


def on_a_telephone_that_others_see(play: Play) -> None:
    """On a telephone that others can see"""
    with play.offstage():
        play.anna.presses_data("Others can see it", "1:welcome:shared_telephone")
        play.anna.taps("Only day and time")
    play.anna.types("/relationship")


SCENE = Scene("What helps", (cards, offered, on_a_telephone_that_others_see))

"""It is closed: a week later, once, how it is now, and what the answers lead to."""

from tests.script.play import Play, Scene, Start


def sorted_out(play: Play) -> None:
    """Closed without a line; a week later it is sorted"""
    _closes(play)
    play.wait_until("2026-12-07 11:00")
    play.anna.taps("Sorted")
    play.anna.taps("Something isn't right")


def not_sorted(play: Play) -> None:
    """A week later it isn't sorted"""
    play.restart(outside_contact="Health Complaints, 1300 000 000")
    with play.offstage():
        _closes(play)
    play.note("A week later the bot has asked how it is now.")
    play.anna.presses_data("taps «No»", "1:concern_later:since:1:2")
    play.anna.taps("Nobody for now")
    play.anna.taps("Somebody outside")
    play.anna.taps("Dr Lindqvist, senior psychologist")


def old_button(play: Play) -> None:
    """She comes back to it when it is closed"""
    with play.offstage():
        _closes(play)
    play.anna.presses_data("taps «No, thank you»", "1:case_talk:no_thanks:1")
    play.anna.replies("thank you", to="Your message is closed")
    play.note("Meanwhile Maria has blocked the bot.")
    play.loses(play.cast.maria_row)
    play.anna.replies("it happened again", to="Your message is closed")


def _closes(play: Play) -> None:
    for label in ("Close", "Practical matter, settled", "Close without a line"):
        play.maria.taps(label)


SCENE = Scene("Closed, and a week later", (sorted_out, not_sorted, old_button), Start.TAKEN)

"""More words that can't simply join a message: whose they are not for, and a closed one."""

from tests.script.play import Play, Scene, Start


def not_for_the_subject(play: Play) -> None:
    """Her message is with Dr Okafor, and what she adds is about something Dr Okafor did"""
    with play.offstage():
        for label in (
            "Something isn't right",
            "Dr Okafor, whom you see",
            "Write to Dr Okafor here",
            "I can't be open",
        ):
            play.anna.taps(label)
        play.anna.taps("That's all")
        play.anna.taps("Send")
        play.wait(minutes=2)
        play.anna.taps("Something isn't right")
        play.anna.taps("Add to it")
    play.anna.types("he put his hand on my leg")
    play.anna.taps("No, leave it")


def closed_in_the_meantime(play: Play) -> None:
    """She was about to add something when Maria closed it"""
    with play.offstage():
        play.anna.taps("Something isn't right")
        play.anna.taps("Add to it")
        for label in ("Close", "Practical matter, settled", "Close without a line"):
            play.maria.taps(label)
    play.anna.types("see you on tuesday")
    play.anna.taps("Yes, open it again")


SCENE = Scene("Something isn't right: not for whom it is about", (not_for_the_subject,))
CLOSED = Scene(
    "Something isn't right: closed in the meantime", (closed_in_the_meantime,), Start.TAKEN
)

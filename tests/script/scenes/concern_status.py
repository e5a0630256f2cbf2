"""How a concern stands, and what the client can still do: add words, give thanks, take it back."""

from tests.script.play import Play, Scene, Start
from tests.script.scenes.concern import WAY_IN

LINE = "Dear Anna, thank you for telling me. I'd like to hear a little more."


def waiting(play: Play) -> None:
    """Nobody has taken it on yet"""
    play.anna.taps(WAY_IN)
    play.anna.taps("Add to it")
    play.anna.taps("Don't add anything")
    with play.offstage():
        play.anna.taps("Add to it")
    play.anna.types("it was the same last month")
    play.anna.replies("thank you", to="Sent at")


def second_thoughts(play: Play) -> None:
    """She wants it back when the minute is over; nobody has opened it"""
    play.anna.taps("Take it back")
    play.anna.taps("No, leave it")
    with play.offstage():
        play.anna.taps("Take it back", under="You can take it back for one minute")
    play.anna.taps("Yes, take it back")
    play.anna.taps(WAY_IN)


def taken_back_when_opened(play: Play) -> None:
    """She takes it back when it has been opened"""
    with play.offstage():
        play.maria.taps("Open")
        play.anna.taps(WAY_IN)
    play.anna.taps("Take it back", under="C-1001.")
    play.anna.replies("forget it please", to="You can take it back for one minute")
    play.anna.taps("Take it back", under="C-1001.")
    play.anna.taps("Change it")


def old_preview(play: Play) -> None:
    """She taps the buttons of the preview again"""
    play.anna.taps("Send without my name")


def looked_after(play: Play) -> None:
    """Maria looks after it"""
    play.anna.taps(WAY_IN)
    with play.offstage():
        play.anna.taps("Add to it")
    play.anna.types("it was the same last month")
    play.anna.replies("thank you", to="has your message")


def answered(play: Play) -> None:
    """Maria has answered"""
    with play.offstage():
        _answers(play)
    play.anna.taps(WAY_IN)
    play.anna.replies("thank you so much", to="From Maria Santos")


def late(play: Play) -> None:
    """The answer is late"""
    with play.offstage():
        play.wait_until("2026-12-02 17:05")
    play.anna.taps(WAY_IN)


def _answers(play: Play) -> None:
    play.maria.taps("Write to Anna")
    play.maria.types(LINE)
    play.maria.taps("Send")


WAITING = Scene(
    "How it stands, while it waits",
    (waiting, second_thoughts, taken_back_when_opened, old_preview),
    Start.SENT,
)
TAKEN = Scene("How it stands, once somebody has it", (looked_after, answered, late), Start.TAKEN)

"""How a concern goes on: begun and not sent, worse than it was, late, a call, written after closing."""

from tests.script.play import Play, Scene, Start
from tests.script.scenes.concern import WAY_IN

WORSE = "she put her hand on my knee and left it there"


def begun(play: Play) -> None:
    """She began something and comes back to it"""
    with play.offstage():
        for label in (WAY_IN, "Maria Santos, practice manager", "I can't be open"):
            play.anna.taps(label)
    play.anna.taps(WAY_IN)


def worse(play: Play) -> None:
    """Nobody has taken it on, and what she adds is about a wrong-doing"""
    with play.offstage():
        play.anna.taps(WAY_IN)
        play.anna.taps("Add to it")
    play.anna.types(WORSE)
    play.anna.taps("Let Dr Lindqvist read it")


def worse_and_taken(play: Play) -> None:
    """The same, when Maria looks after it"""
    with play.offstage():
        play.maria.taps("Open")
        play.maria.taps("I'll take it")
        play.anna.taps(WAY_IN)
        play.anna.taps("Add to it")
    play.anna.types(WORSE)
    play.anna.taps("Let Dr Lindqvist read it")
    play.note("No answer has come in time.")
    play.wait_until("2026-11-30 16:00")


def late(play: Play) -> None:
    """Maria's answer is late: the practice has just closed"""
    play.wait_until("2026-12-02 17:00")
    play.anna.taps("Wait")
    play.note("The next morning Maria has been reminded.")
    play.wait_until("2026-12-03 09:00")
    play.anna.taps(WAY_IN)


def call(play: Play) -> None:
    """A question, then a call that was agreed"""
    with play.offstage():
        play.maria.taps("Ask Anna: may I talk with Dr Okafor?")
        play.maria.taps("Send")
    play.anna.taps(WAY_IN)
    with play.offstage():
        play.maria.presses_data("offers times", "1:case_times:offer:1")
        play.maria.types("Let us talk.")
        play.maria.types("tomorrow 12:30")
        play.maria.taps("Send")
        play.anna.taps("Choose a time")
        play.anna.presses_data("chooses", "1:case_talk:time:1:3:0")
        play.anna.types("0400 000 000")
    play.anna.taps(WAY_IN)


def heard(play: Play) -> None:
    """Dr Okafor was given the words that she agreed to"""
    with play.offstage():
        play.maria.taps("Hear Dr Okafor")
        play.maria.types("How do you see the last few sessions?")
        play.maria.taps("Ask Anna")
        play.anna.taps("Yes, send them")
    play.anna.taps(WAY_IN)


def after_closing(play: Play) -> None:
    """She writes when it is closed, and replies to it long after"""
    with play.offstage():
        for label in ("Close", "Practical matter, settled", "Close without a line"):
            play.maria.taps(label)
    play.anna.types("it was the same again today")
    play.anna.taps("No, leave it")
    with play.offstage():
        play.wait(days=20)
    play.anna.replies("ok see you then", to="You can open it again any time")


def allowed(play: Play) -> None:
    """Sent with leave for somebody else to read it: how it stands then, and once it is taken on"""
    with play.offstage():
        for label in (WAY_IN, "Maria Santos, practice manager", "I can't be open"):
            play.anna.taps(label)
        play.anna.taps("That's all")
        play.anna.taps("Send, and Dr Lindqvist may read it if Maria is away")
    play.anna.taps(WAY_IN)
    with play.offstage():
        play.wait(minutes=1)
        play.maria.taps("Open")
        play.maria.taps("I'll take it")
    play.anna.taps(WAY_IN)


BEGUN = Scene("Something isn't right: begun and not sent", (begun, allowed))
WAITING = Scene("Something isn't right: worse than it was", (worse, worse_and_taken), Start.SENT)
TAKEN = Scene("Something isn't right: it goes on", (late, call, heard, after_closing), Start.TAKEN)

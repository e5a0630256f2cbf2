"""«I'd like somebody else»: wishes, who tells whom, and how it stands until the first time."""

from sqlmodel import col, delete

from bot.records import people
from bot.records.people import Person, Role, RoleHeld
from tests.script.play import Play, Scene

WAY_IN = "Something isn't right"
MARIA = "Maria Santos, practice manager"
OKAFOR = "Dr Okafor, whom you see"
WRITE_HERE = "Write to Dr Okafor here"
SENTENCE = "I'd like somebody else"


def wishes(play: Play) -> None:
    """She says what she'd wish for"""
    play.book("2026-12-08 11:00")
    _taps(play, WAY_IN, MARIA, is_shown=False)
    _taps(play, SENTENCE, "Days and times", "Mornings")
    _taps(play, "Done", "On line or in the room", "In the room", is_shown=False)
    _taps(play, "Man or woman", "A woman", "Way of working")
    play.anna.types("more practical")
    _taps(play, "Language", "No preference", "That's all", "I do", "Keep it", "Yes", "Send")


def no_wishes(play: Play) -> None:
    """She has no wish, and would leave out the next time"""
    play.book("2026-12-01 11:00")
    _taps(play, WAY_IN, MARIA, SENTENCE, is_shown=False)
    _taps(play, "Nothing special", "The practice", "Leave it out", "Ask me later")
    _taps(play, "Change it")


def typed(play: Play) -> None:
    """She types where a button was asked for"""
    play.book("2026-12-08 11:00")
    _taps(play, WAY_IN, MARIA, SENTENCE, is_shown=False)
    _taps(play, "Days and times", "Afternoons", "Evenings")
    _taps(play, "Done", "On line or in the room", "On line", is_shown=False)
    _taps(play, "Man or woman", "A man", "That's all", is_shown=False)
    _taps(play, "Nobody yet", "I don't know yet")
    play.anna.types("does it cost more then")
    play.anna.taps("No")


def left_out_name(play: Play) -> None:
    """She had left her name out"""
    _taps(play, WAY_IN, MARIA, "I don't feel heard", "That's all", is_shown=False)
    _taps(play, "Send without my name", "Change it", is_shown=False)
    play.anna.types(SENTENCE)
    play.note("She taps «Send without my name» under the first message.")
    play.anna.taps("Send without my name", under="This is what Maria will get")


def to_dr_okafor(play: Play) -> None:
    """She had chosen Dr Okafor"""
    _taps(play, WAY_IN, OKAFOR, WRITE_HERE, is_shown=False)
    _taps(play, SENTENCE, MARIA)


def nobody_else(play: Play) -> None:
    """The same where Dr Okafor works alone"""
    with play.practice.database.transaction() as db:
        others = col(RoleHeld.role).in_([Role.MANAGER, Role.SENIOR])
        db.exec(delete(RoleHeld).where(others))
    _taps(play, WAY_IN, OKAFOR, WRITE_HERE, is_shown=False)
    _taps(play, SENTENCE, "Only say it to Dr Okafor")


def other_wishes(play: Play) -> None:
    """While Maria looks she has other wishes"""
    _is_looked_for(play)
    _taps(play, WAY_IN, "Change my wishes", "On line or in the room", "On line")
    _taps(play, "That's all", "Nobody yet", "No")
    play.anna.taps("Don't send")
    play.note("She taps «Send» all the same.")
    play.anna.taps("Send")


def stopped(play: Play) -> None:
    """She doesn't want anybody else any more"""
    _is_looked_for(play)
    _taps(play, WAY_IN, is_shown=False)
    _taps(play, "Stop looking", "Yes, stop looking")
    play.note("She taps the button once more.")
    play.anna.taps("Yes, stop looking")
    with play.offstage():
        for label in ("Cases", "Open C-1001"):
            play.maria.taps(label)


def before_anybody_looks(play: Play) -> None:
    """She thinks better of it before anybody has taken it on"""
    _taps(play, WAY_IN, MARIA, SENTENCE, "Nothing special", "I do", "Yes", "Send", is_shown=False)
    play.wait(minutes=2)
    _taps(play, WAY_IN, "Stop looking", "Yes, stop looking")


def it_takes_long(play: Play) -> None:
    """It takes long, and Maria has closed her message meanwhile"""
    _is_looked_for(play)
    _closes(play)
    play.wait(days=15)
    with play.offstage():
        play.anna.taps(WAY_IN)
    _taps(play, "Stop looking", "Yes, stop looking")


def nobody_hears(play: Play) -> None:
    """The same when nobody can be reached any more"""
    _is_looked_for(play)
    _closes(play)
    _taps(play, WAY_IN, "Stop looking", is_shown=False)
    play.loses(play.cast.maria_row)
    play.anna.taps("Yes, stop looking")


def found(play: Play) -> None:
    """Somebody is found"""
    _is_looked_for(play)
    with play.offstage():
        play.hire("Dr Patel", Role.PSYCHOLOGIST)
        for label in ("Cases", "Open C-1001", "Choose another psychologist for Anna", "Dr Patel"):
            play.maria.taps(label)
        play.maria.taps("Change it, and tell Anna")
    play.wait(minutes=4)
    play.anna.taps(WAY_IN)
    with play.offstage():
        for label in ("Cases", "Open C-1001"):
            play.maria.taps(label)
    play.book("2026-12-15 11:00", client=_anna_now(play))
    play.anna.taps(WAY_IN)
    play.anna.taps("Who tells, and the notes")


def _anna_now(play: Play) -> Person:
    """As she is by now: with somebody else."""
    with play.practice.look() as db:
        return people.get(db, play.cast.anna_row.id)


def _taps(play: Play, *labels: str, is_shown: bool = True) -> None:
    """One tap after the other; offstage what the page has shown."""
    for label in labels:
        if is_shown:
            play.anna.taps(label)
            continue
        with play.offstage():
            play.anna.taps(label)


def _is_looked_for(play: Play) -> None:
    _taps(play, WAY_IN, MARIA, SENTENCE, "Nothing special", "I do", "Yes", "Send", is_shown=False)
    with play.offstage():
        play.wait(minutes=2)
        for label in ("Open", "I'll take it"):
            play.maria.taps(label)


def _closes(play: Play) -> None:
    with play.offstage():
        for label in ("Close", "Change of psychologist", "Close without a line"):
            play.maria.taps(label)


SCENE = Scene(
    "«I'd like somebody else»",
    (
        wishes,
        no_wishes,
        typed,
        left_out_name,
        to_dr_okafor,
        nobody_else,
        other_wishes,
        stopped,
        before_anybody_looks,
        it_takes_long,
        nobody_hears,
        found,
    ),
)

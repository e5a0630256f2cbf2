"""Notes of Anna's own, as far as a test needs them: begun, written, kept, shown."""

from datetime import datetime

from sqlmodel import col, select

from bot.records import bookings
from bot.records.bookings import Booking
from bot.records.dialogue import Dialogue
from bot.records.kept_words import KeptWords
from bot.records.notes import Note
from bot.records.outbox import OutboxRow
from bot.records.therapy_sessions import TherapySession
from tests.clock import melbourne
from tests.practice import Cast, Practice

OKAFOR = "Dr Okafor, whom you see"
FIND = "Help me find the words, for when we meet"
KEEP = "Keep it, and remind me before we meet"
SHOW = "Show it to Dr Okafor before we meet"
HAPPENED, HELP, BEGIN = "the clockface", "if it was clockface down", "can i say something"
WHOLE = f"What happened: «{HAPPENED}»\nWhat would help: «{HELP}»\nHow to begin: «{BEGIN}»"
MEETING = melbourne("2026-12-08 11:00")
HOUR_BEFORE = melbourne("2026-12-08 10:00")
MORNING = melbourne("2026-12-08 09:00")
FIRST_LINE = "Something you wanted to have at hand."
BARE = "Something to read before a meeting."


def begin(cast: Cast) -> None:
    cast.anna.taps("Something isn't right")
    if "Something else" in cast.anna.labels:
        cast.anna.taps("Something else")
    cast.anna.taps(OKAFOR)
    cast.anna.taps(FIND)


def write(cast: Cast, *answers: str) -> None:
    """Up to the whole note; «» skips a question."""
    begin(cast)
    given = answers or (HAPPENED, HELP, BEGIN)
    for number, words in enumerate(given, 1):
        if words:
            cast.anna.types(words)
            cast.anna.taps("That's all" if number == len(given) else "Next question")
        else:
            cast.anna.taps("Skip")


def kept(cast: Cast) -> Cast:
    write(cast)
    cast.anna.taps(KEEP)
    return hushed(cast)


def shown(cast: Cast) -> Cast:
    write(cast)
    cast.anna.taps(SHOW)
    cast.anna.taps("Show it")
    return hushed(cast)


def hushed(cast: Cast) -> Cast:
    """Everybody looks at their telephone."""
    for someone, _row in cast.everybody():
        someone.hears()
    return cast


def move(cast: Cast, to: datetime) -> None:
    """The practice moves the session that the test is about, as its command does."""
    practice = cast.practice
    with practice.database.transaction() as db:
        row = db.get_one(TherapySession, cast.session_id)
        bookings.move(db, row, Booking(to), practice.settings.practice(), practice.hand.now())
    practice.settle()


def note_of(practice: Practice) -> Note:
    """The newest."""
    with practice.look() as db:
        note = db.exec(select(Note).order_by(col(Note.id).desc())).first()
        assert note is not None
        return note


def words_left(cast: Cast) -> list[str]:
    """Where her words still stand, opened: the inbox apart, which is emptied after some days."""
    with cast.practice.look() as db:
        found = {
            "note": [str(each.answers) for each in db.exec(select(Note))],
            "outbox": [str(each.body) for each in db.exec(select(OutboxRow))],
            "dialogue": [str(each.data) for each in db.exec(select(Dialogue))],
            "kept words": [each.words for each in db.exec(select(KeptWords))],
        }
    return [name for name, texts in found.items() if any("clockface" in each for each in texts)]

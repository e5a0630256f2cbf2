"""Notes of Anna's for the next session, as far as a test needs them: written, let be seen."""

from collections.abc import Sequence

from sqlmodel import col, select

from bot.records import notes, sharings, shown_clients
from bot.records.notes import TO_BRING, Note
from bot.records.people import Person
from bot.records.sharings import SharedKind
from conversations.bring_up_words import as_read
from tests.conversations.noted import hushed
from tests.practice import Cast

WAY_IN = "For next time"
NOT_READY, NEED, FEEDBACK, TO_TALK_ABOUT = KINDS = (
    "A topic I'm not ready to discuss yet",
    "What I need or expect",
    "Feedback on how we work",
    "Something I want to talk about",
)
FATHER = "my father, the clockface"
LET_SEE = "Let Dr Okafor see it before we meet"
YES = "Yes, let Dr Okafor see it"
KEEP, KEEP_AGAIN = "Keep it to me", "Keep it to me again"
CHANGE, THROW, DONE, ANEW = "Change it", "Throw it away", "That's all", "Write it anew"
KEPT = "Kept, and only you see it. «For next time» shows it."
AS_READ = f"Not ready to discuss this yet. Please don't ask about it:\n«{FATHER}»"
FROM_NOW_ON = (
    "From now on Dr Okafor can see the notes you let them see, and no others. /sharing shows that "
    "and ends it."
)
GONE = "I don't have that note any more. «For next time» shows those that are there."


def write(cast: Cast, kind: str = NOT_READY, *messages: str) -> Cast:
    """Up to what can be done with it."""
    cast.anna.taps(WAY_IN)
    if "Write a note" in cast.anna.labels:
        cast.anna.taps("Write a note")
    cast.anna.taps(kind)
    for message in messages or (FATHER,):
        cast.anna.types(message)
    cast.anna.taps(DONE)
    return cast


def share(cast: Cast, kind: str = NOT_READY, *messages: str) -> Cast:
    write(cast, kind, *messages)
    cast.anna.taps(LET_SEE)
    cast.anna.taps(YES)
    return hushed(cast)


def newest(cast: Cast) -> Note:
    with cast.practice.look() as db:
        chosen = select(Note).where(col(Note.kind).in_(TO_BRING)).order_by(col(Note.id).desc())
        note = db.exec(chosen).first()
        assert note is not None
        return note


def seen_by(cast: Cast, psychologist: Person) -> Sequence[str]:
    """What this psychologist may see now of Anna's notes, as they read it."""
    with cast.practice.look() as db:
        found = notes.to_bring(db, cast.anna_row.id, psychologist.id)
        return ["\n".join(as_read(each)) for each in found]


def sharing_changes(cast: Cast) -> int:
    with cast.practice.look() as db:
        return db.get_one(Person, cast.anna_row.id).sharing_changes


def revoke(cast: Cast) -> None:
    """As /sharing does it."""
    practice = cast.practice
    with practice.database.transaction() as db:
        sharings.revoke(db, cast.anna_row.id, SharedKind.NOTES, practice.hand.now())
        shown_clients.note_change(db, cast.anna_row.id, practice.hand.now())

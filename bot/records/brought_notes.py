"""Notes for the next session as they are written, shared, and kept for somebody else. What they are: notes.py."""

from datetime import datetime

from sqlmodel import Session

from bot.records import notes, sharings
from bot.records.notes import TO_BRING, WORDS, Note, NoteState, OwnNoteKind
from bot.records.people import Person
from bot.records.sharings import SharedKind
from bot.rules.own_notes import UNFINISHED_KEPT


def begin(
    db: Session, client: Person, psychologist_id: int, kind: OwnNoteKind, now: datetime
) -> Note:
    """A new note for the next session; unfinished ones stay."""
    assert kind in TO_BRING, "something to say has questions of its own"
    note = Note(client_id=client.id, psychologist_id=psychologist_id, kind=kind, begun_at=now)
    note.answers, note.due_at = {}, now + UNFINISHED_KEPT
    db.add(note)
    db.flush()
    return note


def write(db: Session, note: Note, words: str, now: datetime, *, anew: bool) -> bool:
    """More words, or other ones, of a note to bring. Whoever saw it doesn't see the new ones.

    True if somebody saw it until now.
    """
    was_shared = notes.keep_private(db, note, now)
    if anew:
        notes.empty_answer(note, WORDS)
    notes.answer(note, WORDS, words)
    if note.state is NoteState.WRITING:
        note.due_at = now + UNFINISHED_KEPT
    return was_shared


def share(db: Session, note: Note, text_version: str, now: datetime) -> None:
    """Let whom it is for see it; the first such yes is the yes to notes (see sharings)."""
    kind = SharedKind.NOTES
    if sharings.standing(db, note.client_id, note.psychologist_id, kind) is None:
        client = db.get_one(Person, note.client_id)
        asked = sharings.ask(db, client, note.psychologist_id, kind, text_version, now)
        sharings.give(asked, now, now)
    note.shared_at = now
    db.flush()


def keep_for(db: Session, note: Note, psychologist_id: int, now: datetime) -> None:
    """For somebody else than it was written for; nobody sees it."""
    notes.keep_private(db, note, now)
    note.psychologist_id, note.therapy_session_id, note.due_at = psychologist_id, None, None
    note.brings_back = False

"""What clients show of homework: kept, taken back while nobody has read it, read."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from bot.records.database import changed_one
from bot.records.homework import Homework, HomeworkNote, NoteKind


def add_note(db: Session, note: HomeworkNote, shown: Mapping[str, str]) -> HomeworkNote:
    note.shown = dict(shown)
    db.add(note)
    db.flush()
    return note


def unread_notes(db: Session, row: Homework, kind: NoteKind) -> Sequence[HomeworkNote]:
    return db.exec(
        select(HomeworkNote).where(
            HomeworkNote.homework_id == row.id,
            HomeworkNote.kind == kind,
            col(HomeworkNote.opened_at).is_(None),
            col(HomeworkNote.taken_back_at).is_(None),
        )
    ).all()


def last_note(
    db: Session, row: Homework, psychologist_id: int, now: datetime
) -> HomeworkNote | None:
    """The newest answer that this psychologist may read of it now."""
    return db.exec(
        select(HomeworkNote)
        .where(
            HomeworkNote.homework_id == row.id,
            HomeworkNote.psychologist_id == psychologist_id,
            HomeworkNote.kind != NoteKind.QUESTION,
            HomeworkNote.goes_at <= now,
            col(HomeworkNote.taken_back_at).is_(None),
        )
        .order_by(col(HomeworkNote.id).desc())
        .limit(1)
    ).first()


def take_note_back(db: Session, note: HomeworkNote, now: datetime) -> bool:
    """False if it was opened, or taken back before."""
    return changed_one(
        db,
        update(HomeworkNote)
        .where(
            col(HomeworkNote.id) == note.id,
            col(HomeworkNote.opened_at).is_(None),
            col(HomeworkNote.taken_back_at).is_(None),
        )
        .values(taken_back_at=now),
    )


def open_note(db: Session, note: HomeworkNote, now: datetime) -> bool:
    """True if it may be read: its time has come and it wasn't taken back.

    What was read before can be read again, until the client ends the sharing (`take_all_back`).
    """
    if note.goes_at > now:
        return False
    opened = changed_one(
        db,
        update(HomeworkNote)
        .where(
            col(HomeworkNote.id) == note.id,
            col(HomeworkNote.opened_at).is_(None),
            col(HomeworkNote.taken_back_at).is_(None),
        )
        .values(opened_at=now),
    )
    db.refresh(note)
    return opened or (note.opened_at is not None and note.taken_back_at is None)


def take_all_back(db: Session, client_id: int, now: datetime) -> Sequence[HomeworkNote]:
    """No answer that this client showed is shown from now on, nor again; those that were unread.

    A question is a message to the psychologist and stays one.
    """
    notes = db.exec(
        select(HomeworkNote).where(
            HomeworkNote.client_id == client_id,
            HomeworkNote.kind != NoteKind.QUESTION,
            col(HomeworkNote.taken_back_at).is_(None),
        )
    ).all()
    for note in notes:
        note.taken_back_at = now
    db.flush()
    return [note for note in notes if note.opened_at is None]

"""What a client shared is shared no more: the kind ends, and what waits of it to be sent isn't sent."""

from datetime import datetime

from sqlmodel import Session, col, select

from bot.records import outbox, sharings, shown_clients, shown_notes
from bot.records.people import Person
from bot.records.sharings import SharedKind


def end(db: Session, client_id: int, kind: SharedKind, now: datetime) -> None:
    """The client's own choice. What was read stays read, and isn't shown again."""
    sharings.revoke(db, client_id, kind, now)
    if kind is SharedKind.HOMEWORK:
        for note in shown_notes.take_all_back(db, client_id, now):
            outbox.withdraw(db, note.topic, now)
    shown_clients.note_change(db, client_id, now)


def end_all(db: Session, client_id: int, now: datetime) -> None:
    """They see somebody else from now on, or nobody: each yes was for one psychologist.

    A yes that is ended doesn't come back with the psychologist.
    """
    for kind in SharedKind:
        sharings.revoke(db, client_id, kind, now)
    shown_clients.note_change(db, client_id, now)


def end_all_with(db: Session, psychologist_id: int, now: datetime) -> None:
    """All of the clients of somebody who goes."""
    theirs = select(Person.id).where(col(Person.psychologist_id) == psychologist_id)
    for client_id in db.exec(theirs).all():
        end_all(db, client_id, now)

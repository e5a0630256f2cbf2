"""What holds a client's shared words or answers is sent only as long as nothing that they share changes."""

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from bot.records.outbox import OutboxRow, OutboxState, close
from bot.records.people import Person


def note_change(db: Session, client_id: int, now: datetime) -> None:
    """What they share, or with whom, has become less: what waits to be sent of it isn't sent."""
    db.execute(
        update(Person)
        .where(col(Person.id) == client_id)
        .values(sharing_changes=col(Person.sharing_changes) + 1)
    )
    waiting = select(OutboxRow.id).where(
        OutboxRow.shows_client_id == client_id, OutboxRow.state == OutboxState.QUEUED
    )
    for row_id in db.exec(waiting).all():
        close(db, row_id, OutboxState.WITHDRAWN, now)


def may_be_sent(db: Session, row: OutboxRow) -> bool:
    """Whether whoever it is for may still see what it holds."""
    if row.shows_client_id is None:
        return True
    client = db.get(Person, row.shows_client_id)
    return (
        client is not None
        and client.sharing_changes == row.sharing_changes
        and row.person_id in (client.id, client.psychologist_id)
    )

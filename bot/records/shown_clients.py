"""What holds a client's shared words or answers is sent only as long as nothing that they share changes."""

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from bot.records import people
from bot.records.outbox import Body, Draft, OutboxKind, OutboxRow, OutboxState, Priority, close, put
from bot.records.people import Person, Role


def note_change(db: Session, client_id: int, now: datetime) -> None:
    """What they share, or with whom, has become less: what waits to be sent of it isn't sent."""
    db.execute(
        update(Person)
        .where(col(Person.id) == client_id)
        .values(sharing_changes=col(Person.sharing_changes) + 1)
    )
    waiting = select(OutboxRow).where(
        OutboxRow.shows_client_id == client_id,
        OutboxRow.state == OutboxState.QUEUED,
        col(OutboxRow.person_id).is_distinct_from(client_id),  # their own they may always see
    )
    for row in db.exec(waiting).all():
        withdraw(db, row, now)


def may_be_sent(db: Session, row: OutboxRow) -> bool:
    """Whether whoever it is for may still see what it holds."""
    if row.shows_client_id is None or row.kind is OutboxKind.DELETE:
        return True
    if row.person_id == row.shows_client_id:
        return True
    client = db.get(Person, row.shows_client_id)
    return (
        client is not None
        and client.sharing_changes == row.sharing_changes
        and row.person_id is not None
        and row.person_id == client.psychologist_id
        and Role.PSYCHOLOGIST in people.roles_of(db, people.get(db, row.person_id))
    )


def withdraw(db: Session, row: OutboxRow, now: datetime) -> bool:
    """It isn't sent. Whoever tapped for it gets `instead`: once, whatever else waited with it."""
    if not close(db, row.id, OutboxState.WITHDRAWN, now):
        return False
    said = row.body.instead
    if said and row.priority == Priority.ANSWER:
        draft = Draft(
            chat_id=row.chat_id,
            body=Body(text=said),
            priority=Priority.ANSWER,
            person_id=row.person_id,
            dedupe_key=f"changed:{row.chat_id}:{row.shows_client_id}:{row.sharing_changes}",
        )
        put(db, draft, now)
    return True

"""Who was told of a topic, or will be."""

from datetime import datetime

from sqlmodel import Session, col, select

from bot.records.outbox import OutboxRow, OutboxState


def is_on_its_way(db: Session, topic: str) -> bool:
    """Whether anything about a topic was sent or still waits to be."""
    stands = col(OutboxRow.state).in_((OutboxState.QUEUED, OutboxState.SENT))
    chosen = select(OutboxRow.id).where(OutboxRow.topic == topic, stands)
    return db.exec(chosen.limit(1)).first() is not None


def is_queued(db: Session, topic: str, person_id: int) -> bool:
    """Whether something about a topic is still to be written to this person."""
    waits = col(OutboxRow.state) == OutboxState.QUEUED
    chosen = select(OutboxRow.id).where(
        OutboxRow.topic == topic, OutboxRow.person_id == person_id, waits
    )
    return db.exec(chosen.limit(1)).first() is not None


def was_told(db: Session, person_id: int, topic: str) -> bool:
    """Whether anything about a topic was written to this person, arrived or not."""
    chosen = select(OutboxRow.id).where(OutboxRow.topic == topic, OutboxRow.person_id == person_id)
    return db.exec(chosen.limit(1)).first() is not None


def was_told_since(db: Session, person_id: int, topic: str, since: datetime) -> bool:
    """Whether anything about a topic was written to this person later than that."""
    chosen = select(OutboxRow.id).where(
        OutboxRow.topic == topic,
        OutboxRow.person_id == person_id,
        col(OutboxRow.created_at) > since,
    )
    return db.exec(chosen.limit(1)).first() is not None

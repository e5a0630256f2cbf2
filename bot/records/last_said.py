"""What was said last to somebody: a few answers depend on the one before."""

from datetime import datetime

from sqlmodel import Session, col, select

from bot.records.outbox import OutboxKind, OutboxRow


def last_topic(db: Session, person_id: int) -> str | None:
    """The topic of the newest message to this person, sent or still to be sent."""
    newest = (
        select(OutboxRow.topic)
        .where(OutboxRow.person_id == person_id, OutboxRow.kind == OutboxKind.MESSAGE)
        .order_by(col(OutboxRow.id).desc())
        .limit(1)
    )
    return db.exec(newest).first()


def was_said_since(db: Session, person_id: int, topic: str, since: datetime) -> bool:
    """Whether the newest message to this person is of this topic, and was written since then."""
    newest = (
        select(OutboxRow.topic, OutboxRow.created_at)
        .where(OutboxRow.person_id == person_id, OutboxRow.kind == OutboxKind.MESSAGE)
        .order_by(col(OutboxRow.id).desc())
        .limit(1)
    )
    found = db.exec(newest).first()
    return found is not None and found[0] == topic and found[1] > since

"""What was said last to somebody: a few answers depend on the one before."""

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

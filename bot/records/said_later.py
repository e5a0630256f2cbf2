"""What is to come to somebody at a later hour."""

from datetime import datetime

from sqlmodel import Session, col, select

from bot.records.outbox import OutboxKind, OutboxRow, OutboxState, close


def withdraw(db: Session, person_id: int, now: datetime) -> list[OutboxRow]:
    """Take it back; these rows."""
    rows = db.exec(
        select(OutboxRow).where(
            OutboxRow.person_id == person_id,
            OutboxRow.state == OutboxState.QUEUED,
            OutboxRow.kind == OutboxKind.MESSAGE,
            col(OutboxRow.due_at) > now,
        )
    ).all()
    return [row for row in rows if close(db, row.id, OutboxState.WITHDRAWN, now)]

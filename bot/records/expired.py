"""What was to be said and was of no use any more before it could be: counted, never lost sight of."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import func, literal_column
from sqlmodel import Session, col, select

from bot.records.outbox import OutboxKind, OutboxRow

# Written out: the partial index of the outbox serves only a query whose text says the same.
_EXPIRED = col(OutboxRow.state) == literal_column("'expired'")
_A_MESSAGE = col(OutboxRow.kind) == OutboxKind.MESSAGE


def by_table(db: Session) -> Mapping[str, int]:
    """How many messages expired, by the table that they were about."""
    table = _table(db)
    chosen = select(table, func.count()).where(_EXPIRED, _A_MESSAGE).group_by(table)
    return {name or "nothing": count for name, count in db.exec(chosen)}


def count_since(db: Session, since: datetime) -> int:
    """How many messages expired at that instant or later."""
    chosen = select(func.count()).where(_EXPIRED, _A_MESSAGE, col(OutboxRow.settled_at) >= since)
    return db.exec(chosen).one()


def _table(db: Session) -> Any:
    """The table's name in a topic («therapy_session:12»)."""
    if db.get_bind().dialect.name == "postgresql":
        return func.split_part(OutboxRow.topic, ":", 1)
    return func.substr(OutboxRow.topic, 1, func.instr(OutboxRow.topic, ":") - 1)

"""Rows that have fallen due, whatever their table: found, taken once, pushed on."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import func, union_all, update
from sqlmodel import Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.records.database import changed_one


def due_ids(db: Session, due: Any, now: datetime, limit: int) -> Sequence[tuple[int, datetime]]:
    """(id, due instant) of the rows whose column `due` has come, the oldest first."""
    table = due.class_
    chosen = select(table.id, due).where(due <= now).order_by(due, table.id).limit(limit)
    return [(row_id, due_at) for row_id, due_at in db.exec(chosen)]


def owner_id(db: Session, whose: Any, row_id: int) -> int | None:
    """The id of the person a due row belongs to; `whose` is its column, None for nobody's rows."""
    if whose is None:
        return None
    return db.exec(select(whose).where(whose.class_.id == row_id)).first()


def take(db: Session, due: Any, row_id: int, due_at: datetime) -> SQLModel | None:
    """Empty the due column and give the row; None if somebody else took or moved it first."""
    table = due.class_
    statement = update(table).where(col(table.id) == row_id, due == due_at).values({due: None})
    if not changed_one(db, statement):
        return None
    row: SQLModel | None = db.get(table, row_id, populate_existing=True)
    return row


def push_on(db: Session, due: Any, row_id: int, due_at: datetime, until: datetime) -> None:
    """Let a row that could not be worked come again later, so that it cannot stop the others."""
    table = due.class_
    statement = update(table).where(col(table.id) == row_id, due == due_at)
    db.execute(statement.values({due: until}))


def next_due_at(db: Session, columns: tuple[Any, ...]) -> datetime | None:
    """The earliest instant at which anything falls due; there is at least one column."""
    return db.exec(_earliest(columns)).one()


@cache  # asked after every update: building the statement would cost more than running it
def _earliest(columns: tuple[Any, ...]) -> SelectOfScalar[datetime | None]:
    firsts = union_all(*(select(func.min(each).label("first")) for each in columns)).subquery()
    return select(func.min(firsts.c.first))

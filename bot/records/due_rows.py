"""Rows that have fallen due, whatever their table: found, taken once, pushed on."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import CompoundSelect, Select, Update, bindparam, func, literal, union_all, update
from sqlalchemy import select as sa_select
from sqlmodel import Session, SQLModel, col

from bot.records.database import UtcDateTime
from bot.records.people import Person


def due_ids(db: Session, due: Any, now: datetime, limit: int) -> Sequence[tuple[int, datetime]]:
    """(id, due instant) of the rows whose column `due` has come, the oldest first."""
    chosen = _oldest_of(due).limit(limit)
    return [(row_id, due_at) for row_id, due_at in db.execute(chosen, {"now": now})]


@cache  # as `_firsts_of`
def _oldest_of(due: Any) -> Select[tuple[int, datetime]]:
    table = due.class_
    now = bindparam("now", type_=UtcDateTime)
    return sa_select(table.id, due).where(due <= now).order_by(due, table.id)


def owner(db: Session, whose: Any, row_id: int) -> Person | None:
    """The person a due row belongs to, locked (people.lock); `whose` is its column, None for
    nobody's rows."""
    if whose is None:
        return None
    return db.execute(_owners_of(whose), {"row_id": row_id}).scalars().first()


@cache  # as `_firsts_of`
def _owners_of(whose: Any) -> Select[Any]:
    owner_id = sa_select(whose).where(whose.class_.id == bindparam("row_id")).scalar_subquery()
    return sa_select(Person).where(col(Person.id) == owner_id).with_for_update(key_share=True)


def take(db: Session, due: Any, row_id: int, due_at: datetime) -> SQLModel | None:
    """Empty the due column and give the row; None if somebody else took or moved it first."""
    emptied, chosen = _taking(due)
    db.flush()  # no statement on a table alone does so
    if db.execute(emptied, {"of_row": row_id, "was_due_at": due_at}).rowcount != 1:  # type: ignore[attr-defined]  # an UPDATE's
        return None
    row: SQLModel = db.execute(chosen, {"of_row": row_id}).scalar_one()
    return row


@cache  # as `_firsts_of`
def _taking(due: Any) -> tuple[Update, Select[Any]]:
    table = due.class_
    columns = table.__table__.c
    is_it = columns.id == bindparam("of_row")
    is_due_then = columns[due.key] == bindparam("was_due_at", type_=UtcDateTime)
    emptied = update(table.__table__).where(is_it, is_due_then).values({due.key: None})
    chosen = sa_select(table).where(table.id == bindparam("of_row"))
    return emptied, chosen.execution_options(populate_existing=True)


def push_on(db: Session, due: Any, row_id: int, due_at: datetime, until: datetime) -> None:
    """Let a row that could not be worked come again later, so that it cannot stop the others."""
    table = due.class_
    statement = update(table).where(col(table.id) == row_id, due == due_at)
    db.execute(statement.values({due: until}))


def first_due_at(db: Session, columns: tuple[Any, ...]) -> Sequence[datetime | None]:
    """The earliest instant at which something falls due, of each of these columns."""
    firsts = {place: at for place, at in db.execute(_firsts_of(columns))}  # noqa: C416  # mypy
    return [firsts[place] for place in range(len(columns))]


@cache  # asked after every update: building the statement would cost more than running it
def _firsts_of(columns: tuple[Any, ...]) -> CompoundSelect[tuple[int, datetime | None]]:
    each = enumerate(columns)
    return union_all(*(sa_select(literal(place), func.min(column)) for place, column in each))


def next_due_at(db: Session, columns: tuple[Any, ...]) -> datetime | None:
    """The earliest instant at which anything falls due."""
    return min((at for at in first_due_at(db, columns) if at is not None), default=None)

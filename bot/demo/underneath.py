"""What happens underneath the phones: inbox, outbox and what is due, by ids and states only."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import defer
from sqlalchemy.pool import NullPool
from sqlmodel import Session, col, select

from bot.app import TIMERS
from bot.records import delivery, due_rows, inbox
from bot.records.inbox import InboxRow
from bot.records.outbox import OutboxRow, OutboxState, Priority
from bot.simulator.bubbles import Json

_ROWS = 12
_DUE_ROWS = 8
# What people wrote stays where it is. (SQLModel gives a column the type of its value.)
_CAME: Any = InboxRow.raw_sealed
_GOES: Any = OutboxRow.body_sealed
_END_OF_TIME = datetime.max.replace(tzinfo=UTC)
_COLUMNS = tuple(timer.due for _name, timer in TIMERS)


@dataclass(frozen=True)
class Look:
    """Rows as JSON, newest first, and what is due next, soonest first."""

    inbox: list[Json]
    outbox: list[Json]
    due: list[Json]


class Unreadable(Exception):
    """The rows can't be read now: a bot that was killed while it wrote has yet to put them right,
    or they are gone with their practice.
    """


class Underneath:
    """Looks at the bot's database from outside, reading only: each look is over in a moment, so
    that it never keeps the bot from writing. Every look may raise Unreadable.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self.is_closed = False
        self._engine = create_engine(
            f"sqlite:///file:{file}?mode=ro&uri=true",
            poolclass=NullPool,
            connect_args={"timeout": 2},
        )

    @property
    def version(self) -> int:
        """Another number when something was written; two writes in one tick of the file system's
        clock may have the same one.
        """
        try:
            return self._file.stat().st_mtime_ns
        except OSError:
            return 0

    def look(self) -> Look:
        with self._reading() as db:
            return Look(_inbox(db), _outbox(db), _due(db))

    def next_due_at(self, now: datetime) -> datetime | None:
        """When the next thing falls due; an instant that has passed if something waits already."""
        with self._reading() as db:
            instants = (
                due_rows.next_due_at(db, _COLUMNS),
                delivery.oldest_due_at(db, now),
                delivery.next_due_at(db, now),
                inbox.next_retry_at(db),
            )
        return min((each for each in instants if each is not None), default=None)

    def has_open_updates(self) -> bool:
        with self._reading() as db:
            return inbox.oldest_open_at(db) is not None

    def close(self) -> None:
        self.is_closed = True
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        if self.is_closed:
            raise Unreadable
        try:
            with Session(self._engine) as db:
                yield db
        except OperationalError as error:
            raise Unreadable from error


def _inbox(db: Session) -> list[Json]:
    newest = select(InboxRow).order_by(col(InboxRow.id).desc()).limit(_ROWS)
    rows = db.exec(newest.options(defer(_CAME, raiseload=True)))
    return [
        {
            "id": row.id,
            "chat": row.chat_id,
            "state": row.state.value,
            "tries": row.tries,
            "at": row.received_at.isoformat(),
        }
        for row in rows
    ]


def _outbox(db: Session) -> list[Json]:
    """All that is queued goes before what is settled."""
    is_settled = col(OutboxRow.state) != OutboxState.QUEUED
    first = select(OutboxRow).order_by(is_settled, col(OutboxRow.id).desc()).limit(_ROWS)
    rows = db.exec(first.options(defer(_GOES, raiseload=True)))
    return [
        {
            "id": row.id,
            "chat": row.chat_id,
            "state": row.state.value,
            "priority": Priority(row.priority).name.lower(),
            "due": row.due_at.isoformat() if row.due_at else None,
            "tries": row.tries,
        }
        for row in rows
    ]


def _due(db: Session) -> list[Json]:
    rows = sorted(
        (due_at, name, row_id)
        for name, timer in TIMERS
        for row_id, due_at in due_rows.due_ids(db, timer.due, _END_OF_TIME, _DUE_ROWS)
    )
    return [
        {"what": name, "id": row_id, "at": due_at.isoformat()}
        for due_at, name, row_id in rows[:_DUE_ROWS]
    ]

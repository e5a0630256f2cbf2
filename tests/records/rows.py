"""Builds rows for tests: every argument has a default, so that a test names only what matters."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier
from typing import Any, TypeVar

from sqlmodel import Session

from bot.records import outbox, therapy_sessions
from bot.records.database import Database
from bot.records.outbox import Body, Draft, OutboxRow, Priority
from bot.records.people import Person
from bot.records.therapy_sessions import TherapySession
from tests.clock import melbourne

NOW = melbourne("2026-11-30 10:00")
SECOND, HOUR, DAY = timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)

T = TypeVar("T")


def book(
    db: Session, client: Person, starts_at: datetime = NOW + DAY, **fields: Any
) -> TherapySession:
    assert client.psychologist_id is not None, "a client has a psychologist"
    row = TherapySession(
        client_id=client.id,
        psychologist_id=client.psychologist_id,
        starts_at=starts_at,
        created_at=NOW,
        **{"minutes": 50, **fields},
    )
    return therapy_sessions.add(db, row)


def message(db: Session, chat_id: int = 501, text: str = "Hello", **fields: Any) -> OutboxRow:
    """A row of the outbox that is due now."""
    values = {"priority": Priority.ANSWER, **fields}
    return outbox.put(db, Draft(chat_id, Body(text), **values), NOW)


def race(databases: tuple[Database, Database], act: Callable[[Session], T]) -> list[T]:
    """Let two programs do the same at the same moment; what came of it for each."""
    start = Barrier(2)

    def run(database: Database) -> T:
        start.wait(timeout=5)
        with database.transaction() as db:
            return act(db)

    with ThreadPoolExecutor(2) as both:
        return list(both.map(run, databases))

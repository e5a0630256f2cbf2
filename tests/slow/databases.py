"""Databases for the crash test: made, dropped, looked at, copied as a kill left them."""

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import create_engine, func, make_url, text
from sqlmodel import Session, col, select

from bot.clock import Clock
from bot.records import delivery, inbox
from bot.records.audit import AuditEntry
from bot.records.cases import Case
from bot.records.database import Database
from bot.records.inbox import InboxRow, InboxState
from bot.records.outbox import OutboxKind, OutboxRow, OutboxState
from bot.records.people import Person
from bot.records.therapy_sessions import TherapySession
from tests.slow.telegram_process import wait_until

POSTGRES_URL = os.environ.get("TEST_POSTGRES_URL", "")


@contextmanager
def fresh_database(kind: str, folder: Path) -> Iterator[str]:
    """The address of an empty database, which is gone after the block."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'practice.sqlite'}"
        return
    assert POSTGRES_URL, "TEST_POSTGRES_URL is not set"
    name = f"crash_{uuid4().hex}"
    _administer(f"CREATE DATABASE {name}")
    try:
        yield make_url(POSTGRES_URL).set(database=name).render_as_string(hide_password=False)
    finally:
        _administer(f"DROP DATABASE {name} WITH (FORCE)")


def _administer(statement: str) -> None:
    url = make_url(POSTGRES_URL).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


@contextmanager
def looking(url: str) -> Iterator[Session]:
    database = Database(url)
    try:
        with database.transaction() as db:
            yield db
    finally:
        database.close()


def is_idle(url: str) -> bool:
    """No update waits to be worked, no message that is due waits to be sent."""
    with looking(url) as db:
        waits = delivery.oldest_due_at(db, Clock().now())
        return inbox.oldest_open_at(db) is None and waits is None


def next_due_at(url: str) -> datetime | None:
    """When the next message, the next check-in or the next step of a case falls due."""
    with looking(url) as db:
        asked = db.exec(select(func.min(TherapySession.check_in_at))).one()
        of_case = db.exec(select(func.min(Case.due_at))).one()
        instants = (asked, of_case, delivery.next_due_at(db, Clock().now()))
        return min((each for each in instants if each is not None), default=None)


@dataclass(frozen=True)
class Worked:
    inbox_id: int
    is_done: bool


@dataclass(frozen=True)
class Kept:
    """What a database says: updates by number, messages, and the audit in its order."""

    updates: Mapping[int, Worked]
    messages: Sequence[tuple[str | None, int]]  # dedupe key, chat
    message_ids: frozenset[int]  # of what is marked as sent
    queued: int  # messages that are due and not marked as sent
    audit: Sequence[tuple[int | None, str]]  # whose telegram account, what

    def has_done(self, update_id: int) -> bool:
        return update_id in self.updates and self.updates[update_id].is_done

    def replies_to(self, update_id: int, chat_id: int) -> list[str]:
        """The keys of the messages by which an update was answered in its own chat."""
        cause = f"inbox:{self.updates[update_id].inbox_id}:"
        return [
            key for key, chat in self.messages if key and key.startswith(cause) and chat == chat_id
        ]


def look(url: str) -> Kept:
    with looking(url) as db:
        now = Clock().now()
        accounts = dict(db.exec(select(Person.id, Person.telegram_id)).all())
        rows = db.exec(select(OutboxRow).where(OutboxRow.kind == OutboxKind.MESSAGE)).all()
        entries = db.exec(select(AuditEntry).order_by(col(AuditEntry.id))).all()
        updates = db.exec(select(InboxRow)).all()
    return Kept(
        updates={
            each.update_id: Worked(each.id, each.state is InboxState.DONE) for each in updates
        },
        messages=[(row.dedupe_key, row.chat_id) for row in rows],
        message_ids=frozenset(row.message_id for row in rows if row.message_id is not None),
        queued=sum(
            row.state is OutboxState.QUEUED and row.due_at is not None and row.due_at <= now
            for row in rows
        ),
        audit=[
            (accounts.get(entry.person_id) if entry.person_id else None, entry.action)
            for entry in entries
        ],
    )


def copy_as_it_lies(url: str, folder: Path) -> tuple[str, bool]:
    """The address to look at after a kill, and whether a half-written transaction lies there.

    Opening an SQLite file repairs it from its journal. That is for the restarted program to do, so
    a copy is looked at. PostgreSQL has no such file.
    """
    if not url.startswith("sqlite:///"):
        return url, False
    file = Path(url.removeprefix("sqlite:///"))
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for part in (file, file.with_name(f"{file.name}-journal")):
        if part.exists():
            shutil.copy(part, folder)
    journal = folder / f"{file.name}-journal"
    return f"sqlite:///{folder / file.name}", journal.exists() and journal.stat().st_size > 0


def wait_until_let_go(url: str) -> None:
    """Until PostgreSQL has noticed that the program is dead and finished what it was doing."""
    if url.startswith("sqlite:///"):
        return
    wait_until(lambda: _others(url) == 0, "PostgreSQL has let go of the dead program", every=0.1)


def _others(url: str) -> int:
    """Asked in a transaction of its own: within one, PostgreSQL's answer stays what it was."""
    others = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        " AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
    )
    with looking(url) as db:
        return int(db.connection().execute(others).scalar_one())

"""Builds rows for tests: every argument has a default, so that a test names only what matters."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Barrier
from typing import Any, TypeVar

from sqlmodel import Session

from bot.records import bookings, homework, outbox, people, shown_notes
from bot.records.database import Database
from bot.records.homework import Homework, HomeworkNote, NoteKind
from bot.records.outbox import Body, Draft, OutboxRow, Priority
from bot.records.people import Person, Role
from bot.records.therapy_sessions import TherapySession
from tests.clock import melbourne

NOW = melbourne("2026-11-30 10:00")
SECOND, HOUR, DAY = timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)

T = TypeVar("T")


@dataclass(frozen=True)
class People:
    """The cast, and Dr Adler, a psychologist with a client of her own (Carla)."""

    anna: Person
    ben: Person
    carla: Person
    okafor: Person
    adler: Person
    maria: Person
    lindqvist: Person


def make_cast(db: Session) -> People:
    def staff(name: str, role: Role) -> Person:
        return people.add(db, name=name, roles=[role], now=NOW)

    def client(name: str, psychologist: Person, number: str) -> Person:
        return people.add_client(
            db, name=name, psychologist=psychologist, external_id=number, now=NOW
        )

    okafor = staff("Dr Okafor", Role.PSYCHOLOGIST)
    adler = staff("Dr Adler", Role.PSYCHOLOGIST)
    cast = People(
        anna=client("Anna Brown", okafor, "A-1001"),
        ben=client("Ben Carter", okafor, "A-1002"),
        carla=client("Carla Diaz", adler, "A-1003"),
        okafor=okafor,
        adler=adler,
        maria=staff("Maria Santos", Role.MANAGER),
        lindqvist=staff("Dr Lindqvist", Role.SENIOR),
    )
    for number, person in enumerate(vars(cast).values()):
        person.telegram_id = 5_000_000_000 + number  # beyond 32 bits, as real ones are
    db.flush()
    return cast


def book(
    db: Session, client: Person, starts_at: datetime = NOW + DAY, **fields: Any
) -> TherapySession:
    assert client.psychologist_id is not None, "a client has a psychologist"
    row = TherapySession(
        client_id=client.id,
        starts_at=starts_at,
        created_at=NOW,
        **{"psychologist_id": client.psychologist_id, "minutes": 50, **fields},
    )
    return bookings.add(db, row)


def assign(db: Session, client: Person, task: str = "Write down one worry.") -> Homework:
    """Homework that was set an hour ago."""
    assert client.psychologist_id is not None, "a client has a psychologist"
    row = homework.draft(
        db, client=client, psychologist_id=client.psychologist_id, task=task, now=NOW - HOUR
    )
    assert homework.set_it(db, row, NOW + DAY, None, NOW - HOUR)
    return row


def show(db: Session, row: Homework, goes_at: datetime = NOW + HOUR, **shown: str) -> HomeworkNote:
    note = HomeworkNote(
        homework_id=row.id,
        client_id=row.client_id,
        psychologist_id=row.psychologist_id,
        kind=NoteKind.ANSWER,
        created_at=NOW,
        goes_at=goes_at,
    )
    return shown_notes.add_note(db, note, shown or {"task": row.task})


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

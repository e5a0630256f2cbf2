"""An open database of each kind, and a handful of people in it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import settings
from sqlmodel import Session

from bot.records import people
from bot.records.database import Database
from bot.records.people import Person, Role
from tests.records.rows import NOW

settings.register_profile("between sessions", deadline=None)  # a busy machine is no failure
settings.load_profile("between sessions")


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    yield database
    database.close()


@pytest.fixture
def db(database: Database) -> Iterator[Session]:
    """One transaction for the whole test."""
    with database.transaction() as db:
        yield db


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


@pytest.fixture
def cast(db: Session) -> People:
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

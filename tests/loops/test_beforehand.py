"""What is slow is done while nobody waits for the database."""

import asyncio
from contextlib import closing

from sqlmodel import Session, select

from bot.loops.beforehand import Done, run_beforehand
from bot.records import people
from bot.records.database import Database
from bot.records.people import Person, Role
from bot.turn import NeedsFirst
from tests.records.rows import NOW


def test_nothing_is_locked_or_kept_while_it_is_done(database_url: str) -> None:
    database = Database(database_url)
    tries: list[int] = []

    def slow(_number: int) -> list[str]:
        with (
            closing(Database(database_url)) as other,
            other.transaction() as db,
        ):  # another program writes meanwhile
            people.add(db, name="Maria Santos", roles=[Role.MANAGER], now=NOW)
            return [person.name for person in db.exec(select(Person))]

    def act(db: Session, done: Done) -> None:
        tries.append(1)
        people.add(db, name="Dr Okafor", roles=[Role.PSYCHOLOGIST], now=NOW)
        if (slow, 7) not in done:
            raise NeedsFirst(slow, (7,))
        assert done[slow, 7] == ["Maria Santos"]  # what was begun before it was undone

    asyncio.run(run_beforehand(database, act))
    with database.transaction() as db:
        assert sorted(each.name for each in db.exec(select(Person))) == [
            "Dr Okafor",
            "Maria Santos",
        ]
    assert len(tries) == 2
    database.close()

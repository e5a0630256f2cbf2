"""What can wait lets others at the database go first, and doesn't wait for ever."""

import asyncio
from threading import Event

import pytest
from sqlmodel import Session

from bot.records.database import Database


def run(database_url: str, scene: "Scene") -> list[str]:
    database = Database(database_url)
    try:
        asyncio.run(scene.play(database))
    finally:
        scene.go_on.set()
        database.close()
    return scene.done


class Scene:
    """A transaction that is under way until it is let go on, and one that lets others go first."""

    def __init__(self, *, patience: float) -> None:
        self.patience = patience
        self.go_on = Event()
        self.done: list[str] = []

    def under_way(self, _db: Session) -> None:
        assert self.go_on.wait(timeout=10)
        self.done.append("the first")

    async def play(self, database: Database) -> None:
        first = asyncio.create_task(database.run(self.under_way))
        await asyncio.sleep(0)
        last = asyncio.create_task(self.go_last(database))
        if self.patience > 1:  # more comes while it waits; all of it goes first
            second = asyncio.create_task(database.run(lambda _db: self.done.append("the second")))
            await asyncio.sleep(0)
            self.go_on.set()
            await second
        await last
        self.go_on.set()
        await first

    async def go_last(self, database: Database) -> None:
        await database.let_others_go_first(seconds=self.patience)
        self.done.append("who can wait")


def test_who_can_wait_goes_after_what_others_have_asked_for(sqlite_url: str) -> None:
    assert run(sqlite_url, Scene(patience=10)) == ["the first", "the second", "who can wait"]


def test_who_can_wait_goes_on_after_a_while_all_the_same(sqlite_url: str) -> None:
    assert run(sqlite_url, Scene(patience=0.01)) == ["who can wait", "the first"]


def test_nobody_waits_where_nobody_else_wants_the_database(sqlite_url: str) -> None:
    async def go_last(database: Database) -> None:
        async with asyncio.timeout(1):
            await database.let_others_go_first(seconds=10)
            with pytest.raises(ZeroDivisionError):
                await database.run(lambda _db: 1 // 0)
            await database.let_others_go_first(seconds=10)

    database = Database(sqlite_url)
    asyncio.run(go_last(database))
    database.close()

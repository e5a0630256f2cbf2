"""A practice in which everybody has been welcomed, made once and copied for each test."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import Engine, event, text
from sqlmodel import col, select

from bot.loops.running import LONGEST_WAIT_SECONDS
from bot.records import people, schema
from bot.records.database import Database
from bot.records.inbox import InboxRow
from bot.records.outbox import Body, Draft, OutboxRow, Priority, put
from bot.records.people import Person
from bot.simulator.server import create_app
from bot.simulator.transport import InProcessTransport
from tests.practice import Cast, Practice, Someone
from tests.snapshots import Snapshot, url_of

FIRST_ACCOUNT = 5_300_000_001  # the operator's, whose number OPERATOR_CHAT has to name
STARTED = "I'm a program that works for people who were invited."


@cache
def _welcomed(file: Path) -> Snapshot:
    """Played once at this file, which the next practice there takes over."""
    file.unlink(missing_ok=True)
    database = Database(url_of(file))
    schema.upgrade(database)
    database.close()
    with closing(Practice(url_of(file), operator_chat=FIRST_ACCOUNT)) as practice:
        operator = practice.account("Operator")
        assert operator.account.id == FIRST_ACCOUNT, "the operator's account is the first one"
        operator.types("/start")
        Cast(practice).welcome()
        operator.hears()
        return Snapshot.of(practice)


class Town(Practice):
    """The cast after the welcome, and the operator, who is told of alarms."""

    def __init__(self, file: Path, start: Snapshot | None = None, **settings: Any) -> None:
        world = (start or _welcomed(file)).laid_at(file)
        self.file = file
        self.answers_go = asyncio.Event()
        super().__init__(url_of(file), world, **{"operator_chat": FIRST_ACCOUNT, **settings})
        self.operator = self.account("Operator")
        self.anna, self.ben = self.account("Anna"), self.account("Ben")
        self.maria, self.okafor = self.account("Maria"), self.account("Dr Okafor")
        self.lindqvist = self.account("Dr Lindqvist")

    def transport(self) -> httpx.AsyncBaseTransport:
        """An answer that is made slow waits until `answers_go` is set."""

        async def pause(_seconds: float) -> None:
            await self.answers_go.wait()

        return InProcessTransport(create_app(self.telegram, pause=pause))

    # --- rows

    def row_of(self, someone: Someone) -> Person:
        with self.look() as db:
            found = people.by_telegram_id(db, someone.account.id)
            assert found is not None, f"{someone.account.name} is not connected"
            return found

    def spoil(self, statement: str, **values: Any) -> None:
        """Change a row behind the program's back, as a broken disk or a wrong hand would."""
        with self.database.transaction() as db:
            db.execute(text(statement), values)

    def queue(self, someone: Someone, words: str, **fields: Any) -> int:
        """Put a message into the outbox; the row's id."""
        priority = fields.pop("priority", Priority.ALERT)
        buttons = fields.pop("buttons", ())
        person_id = self.row_of(someone).id
        draft = Draft(
            someone.account.id, Body(words, buttons), priority, person_id=person_id, **fields
        )
        with self.database.transaction() as db:
            return put(db, draft, self.hand.now()).id

    def sent(self, row_id: int) -> OutboxRow:
        """The outbox row as it stands now."""
        with self.look() as db:
            return db.exec(select(OutboxRow).where(OutboxRow.id == row_id)).one()

    def inbox_rows(self) -> Sequence[InboxRow]:
        with self.look() as db:
            return db.exec(select(InboxRow).order_by(col(InboxRow.id))).all()

    def calls_to(self, someone: Someone, method: str = "sendMessage") -> list[bool]:
        """Whether each call to this chat so far went well."""
        calls = self.telegram.calls_of(method)
        return [call.ok for call in calls if call.params.get("chat_id") == someone.account.id]

    # --- the outside world

    @contextmanager
    def locked(self, begin: str = "BEGIN IMMEDIATE") -> Iterator[None]:
        """Another program has the file: a writer keeps all out, a reader keeps commits out."""
        with (
            listening(self.database.engine, "connect", _wait_briefly),
            closing(sqlite3.connect(self.file, isolation_level=None)) as other,
        ):
            self.database.engine.dispose()  # the next connection waits no longer than that
            other.execute(begin)
            other.execute("SELECT count(*) FROM person").fetchall()
            yield

    def receives(self, kind: str, body: dict[str, Any]) -> None:
        """Telegram has an update for the bot, whatever its shape."""
        self.telegram.exchange.updates.add(kind, body, queue="any")

    def receives_broken_block_of(self, someone: Someone) -> None:
        """A my_chat_member update that python-telegram-bot can't build: until_date is missing."""
        bot = {"id": 1000000, "is_bot": True, "first_name": "Simulated bot"}
        body = {
            "chat": someone.account.chat.shape,
            "from": someone.account.account.json(),
            "date": 1_780_000_000,
            "old_chat_member": {"user": bot, "status": "member"},
            "new_chat_member": {"user": bot, "status": "kicked"},
        }
        self.receives("my_chat_member", body)

    def do(self, *steps: str) -> None:
        """One step of each of these loops, and no more."""

        async def one_after_the_other() -> None:
            for name in steps:
                match name:
                    case "receive":
                        await self.app.receive.step(0)
                    case "work":
                        await self.app.work.step()
                    case "tick":
                        await self.app.tick.step()
                    case "send":
                        await self.app.send.step()
                        await self.app.send.drain()
                    case _:
                        raise AssertionError(f"there is no loop {name}")

        self._runner.run(one_after_the_other())

    def let_run(self, **span: float) -> None:
        """Let the program run by itself: each loop steps when its bell rings or its time comes.

        Unlike `wait`, which looks into the database for what is next, this asks each loop again
        just when it asked to be, so that the calls that are made can be counted.
        """
        self._runner.run(_let_run(self, self.hand.monotonic() + timedelta(**span).total_seconds()))


async def _let_run(town: Town, until: float) -> None:
    app, hand = town.app, town.hand
    next_at = {loop.state.name: hand.monotonic() for loop in app.loops}
    bells = {"work": app.bells.work, "tick": app.bells.tick, "send": app.bells.send}
    while hand.monotonic() <= until:
        for name in next_at:
            bell = bells.get(name)
            if next_at[name] > hand.monotonic() and not (bell and bell.is_set()):
                continue
            if bell is not None:
                bell.clear()
            wait = await _step(town, name)
            wait = LONGEST_WAIT_SECONDS if wait is None else min(wait, LONGEST_WAIT_SECONDS)
            next_at[name] = hand.monotonic() + wait
        if not any(bell.is_set() for bell in bells.values()):
            hand.wait(max(min(min(next_at.values()), until + 0.001) - hand.monotonic(), 0.0))


async def _step(town: Town, name: str) -> float | None:
    match name:
        case "receive":
            pause = await town.app.receive.step(0)
            return pause or (0.0 if town.telegram.pending else LONGEST_WAIT_SECONDS)
        case "work":
            return await town.app.work.step()
        case "tick":
            return await town.app.tick.step()
        case _:
            wait = await town.app.send.step()
            await town.app.send.drain()
            return wait


def opened(file: Path, **settings: Any) -> closing[Town]:
    return closing(Town(file, **settings))


@contextmanager
def listening(engine: Engine, name: str, listener: Callable[..., None]) -> Iterator[None]:
    """Within this block the engine, which others use later, calls the listener."""
    event.listen(engine, name, listener)
    try:
        yield
    finally:
        event.remove(engine, name, listener)


def _wait_briefly(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA busy_timeout = 20")


def run_in(town: Practice, coroutine: Any) -> Any:
    """Run a coroutine in the practice's event loop."""
    return town._runner.run(coroutine)

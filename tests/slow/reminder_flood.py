"""Tens of thousands of reminders due in the same second: none dropped, nobody kept waiting, from the command line.

`python -m tests.slow.reminder_flood --reminders 50000` runs the program's own loops by the real clock at the real pace,
while somebody writes now and then; beside it, plain APScheduler with a job for each.
"""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import click
from sqlalchemy import func, update
from sqlmodel import col, select

from bot.app import App
from bot.clock import Clock
from bot.loops.running import keep_running
from bot.process import make_python_ready
from bot.records import consents, encryption, people, schema
from bot.records.consents import Purpose
from bot.records.database import Database
from bot.records.encryption import Keyring
from bot.records.outbox import OutboxKind, OutboxRow, Priority
from bot.records.people import Role, Telephone
from bot.records.therapy_sessions import TherapySession
from bot.verdicts import Outcome, Verdict
from tests.practice import KEY, settings_for
from tests.slow import plain_scheduler
from tests.slow.databases import fresh_database
from tests.slow.silence import without_log
from tests.slow.this_process import memory, waited_for_core

_FIRST_CHAT, _WRITER = 8_000_000, 7_999_999
_AT_ONCE = 1000  # rows of a transaction when the practice is filled
_LOOKED_EVERY, _WRITES_EVERY = 1.0, 0.7  # seconds
_BEFORE_THEY_ARE_DUE = timedelta(seconds=3)


def fill(url: str, reminders: int) -> None:
    """So many clients with a session in two days; one who writes."""
    encryption.use_keyring(Keyring.parse(KEY))
    now = Clock().now()
    with closing(Database(url)) as database:
        schema.upgrade(database)
        with database.transaction() as db:
            psychologist = people.add(db, name="Dr Okafor", roles=[Role.PSYCHOLOGIST], now=now).id
            writer = people.add(db, name="Somebody Smith", roles=[Role.CLIENT], now=now)
            writer.telegram_id, writer.joined_at, writer.telephone = _WRITER, now, Telephone.OWN
        for first in range(0, reminders, _AT_ONCE):
            with database.transaction() as db:
                for number in range(first, min(first + _AT_ONCE, reminders)):
                    client = people.add(db, name=f"Client {number}", roles=[Role.CLIENT], now=now)
                    client.telegram_id, client.joined_at = _FIRST_CHAT + number, now
                    client.telephone, client.psychologist_id = Telephone.OWN, psychologist
                    consents.give(db, client, Purpose.REMINDERS, "1", now)
                    session = TherapySession(
                        client_id=client.id,
                        psychologist_id=psychologist,
                        starts_at=now + timedelta(days=2),
                        minutes=50,
                        created_at=now,
                    )
                    db.add(session)


class TakingGateway:
    """Takes everything at once, and notes when the one who writes is answered."""

    def __init__(self) -> None:
        self.sent: Counter[int] = Counter()
        self.answered: Callable[[], None] = lambda: None
        self._ids = count(1)

    async def send(self, row: OutboxRow, _edits_message: int | None) -> Verdict:
        if row.kind is OutboxKind.MESSAGE:
            self.sent[row.chat_id] += 1
            if row.chat_id == _WRITER:
                self.answered()
        return Verdict(Outcome.SENT, message_id=next(self._ids))


@dataclass
class Measured:
    """What one run found."""

    reminders: int
    queued: int = 0
    chats: int = 0
    left: int = 0  # due and not worked
    sent: int = 0
    sent_twice: int = 0
    seconds: float = 0.0
    stalls: list[float] = field(default_factory=list)  # of the event loop
    own_stalls: list[float] = field(default_factory=list)  # less the time without a core
    worked: list[float] = field(default_factory=list)  # the loops' own processor time in these
    processor: float = 0.0  # seconds, of the whole process
    answers: list[float] = field(default_factory=list)  # from an update to its answer
    before: float = 0.0  # megabytes
    after: float = 0.0
    most: float = 0.0

    def __str__(self) -> str:
        answers = sorted(self.answers)
        return (
            f"due {self.reminders}, queued {self.queued} for {self.chats} chats, "
            f"left {self.left}, dropped {self.reminders - self.chats}, "
            f"in {self.seconds:.0f} s; sent meanwhile {self.sent}, twice {self.sent_twice}\n"
            f"the event loop stood still for at most {max(self.stalls, default=0.0) * 1000:.0f} ms, "
            f"of which it had a core for {max(self.own_stalls, default=0.0) * 1000:.0f} ms at the most "
            f"and worked for {max(self.worked, default=0.0) * 1000:.0f}; for 100 ms or more "
            f"{_long(self.stalls)} times, with a core {_long(self.own_stalls)}, "
            f"working {_long(self.worked)}\n"
            f"{self.processor:.0f} s of processor time\n"
            f"{len(answers)} updates were answered after {_at(answers, 0.5):.3f} s (p50), "
            f"{_at(answers, 0.95):.3f} s (p95), {answers[-1]:.3f} s at the most\n"
            f"memory {self.before:.1f} MB before, {self.most:.1f} at the most, "
            f"{self.after:.1f} after: grew by {self.most - self.before:.1f}"
        )


def _long(stalls: list[float]) -> int:
    return sum(each >= 0.1 for each in stalls)


def _at(ordered: list[float], share: float) -> float:
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


class Flood:
    """The program's loops but for `receive`, and what is looked at beside them."""

    def __init__(self, url: str, reminders: int) -> None:
        self._gateway = TakingGateway()
        self._database = Database(url)
        settings = settings_for(url, quiet_hours="", practice_time_zone="Europe/London")
        self._app = App(
            settings,
            database=self._database,
            gateway=self._gateway,  # type: ignore[arg-type]  # what the loops here need of it
            clock=Clock(),
        )
        self.measured = Measured(reminders)

    async def run(self) -> Measured:
        measured = self.measured
        due_at = Clock().now() + _BEFORE_THEY_ARE_DUE
        await self._database.run(
            lambda db: db.execute(update(TherapySession).values(remind_at=due_at))
        )
        make_python_ready()
        measured.before = measured.most = memory()
        loops = [loop for loop in self._app.loops if loop.state.name != "receive"]
        beside = [self._watch(), self._write(), keep_running(loops, time.monotonic)]
        tasks = [asyncio.create_task(each) for each in beside]
        self._app.tick.start_bell()
        await self._until_all_are_queued(due_at)
        self._app.tick.stop_bell()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._app.send.drain()
        measured.after = memory()
        reminded = {chat: times for chat, times in self._gateway.sent.items() if chat != _WRITER}
        measured.sent = len(reminded)
        measured.sent_twice = sum(times > 1 for times in reminded.values())
        return measured

    async def _until_all_are_queued(self, due_at: datetime) -> None:
        began, measured = time.monotonic(), self.measured
        worked = time.process_time()
        while True:
            await asyncio.sleep(_LOOKED_EVERY)
            measured.left = await self._database.run(
                lambda db: db.exec(
                    select(func.count()).where(col(TherapySession.remind_at) <= due_at)
                ).one()
            )
            measured.most = max(measured.most, memory())
            if measured.left == 0:
                break
        measured.seconds = time.monotonic() - began
        measured.processor = time.process_time() - worked
        measured.queued, measured.chats = await self._database.run(
            lambda db: db.exec(
                select(func.count(), func.count(func.distinct(OutboxRow.chat_id))).where(
                    OutboxRow.priority == int(Priority.REMINDER)
                )
            ).one()
        )

    async def _watch(self) -> None:
        """Wakes every five milliseconds, and notes how much later than that it was."""
        while True:
            began, without_core, worked = time.monotonic(), waited_for_core(), time.thread_time()
            await asyncio.sleep(0.005)
            late = time.monotonic() - began - 0.005
            if late > 0.01:
                self.measured.stalls.append(late)
                waited = waited_for_core() - without_core
                self.measured.own_stalls.append(max(late - waited, 0.0))
                self.measured.worked.append(time.thread_time() - worked)

    async def _write(self) -> None:
        """Somebody writes, and writes again once they are answered."""
        loop = asyncio.get_running_loop()
        for number in count(1):
            answered = loop.create_future()

            def note(answered: asyncio.Future[None] = answered) -> None:
                if not answered.done():
                    answered.set_result(None)

            self._gateway.answered = note
            began = time.monotonic()
            await self._app.receive._intake.keep([_help(number)])
            await answered
            self.measured.answers.append(time.monotonic() - began)
            await asyncio.sleep(_WRITES_EVERY)

    def close(self) -> None:
        self._database.close()


def _help(number: int) -> dict[str, object]:
    who = {"id": _WRITER, "is_bot": False, "first_name": "Somebody"}
    chat = {"id": _WRITER, "type": "private"}
    message = {"message_id": number, "date": int(time.time()), "chat": chat, "from": who}
    return {"update_id": number, "message": {**message, "text": "/help"}}


def measure(url: str, reminders: int) -> Measured:
    """Fill a fresh database in another process, so that this one's memory is what running takes."""
    subprocess.run([sys.executable, "-c", _FILL, url, str(reminders)], check=True)
    encryption.use_keyring(Keyring.parse(KEY))
    with without_log(), closing(Flood(url, reminders)) as flood:
        return asyncio.run(flood.run())


_FILL = (
    "import sys; from tests.slow.reminder_flood import fill; fill(sys.argv[1], int(sys.argv[2]))"
)


def plain(reminders: int) -> str:
    """What plain APScheduler makes of as many jobs, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", plain_scheduler.__name__, str(reminders)],
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


@click.command()
@click.option(
    "--database", type=click.Choice(["sqlite", "postgresql"]), default="sqlite", show_default=True
)
@click.option("--reminders", default=50_000, show_default=True, type=click.IntRange(10, 200_000))
def main(database: str, reminders: int) -> None:
    """Let so many reminders fall due at once, and count what became of them."""
    print(f"plain APScheduler, {reminders} jobs: {plain(reminders)}", flush=True)
    with tempfile.TemporaryDirectory() as name, fresh_database(database, Path(name)) as url:
        measured = measure(url, reminders)
    print(f"the program, {database}, load {os.getloadavg()[0]:.1f}: {measured}")


if __name__ == "__main__":
    main()

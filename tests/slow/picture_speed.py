"""How soon a picture is on its way, and what that costs the loops beside it and the memory, from the command line.

`python -m tests.slow.picture_speed` runs the program's own loops and gateway in a fresh process, again and again, and
has them send one picture of a client's answers and then a hundred others, while somebody writes now and then.
"""

import asyncio
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass, field
from itertools import count
from pathlib import Path
from statistics import median

import click
import httpx

from bot.app import App
from bot.clock import Clock
from bot.drawing import DRAWING
from bot.loops.running import keep_running
from bot.process import make_python_ready
from bot.records import encryption, outbox
from bot.records.database import Database
from bot.records.encryption import Keyring
from bot.records.outbox import Body, Draft, FileKind, Priority
from bot.telegram_gateway import TelegramGateway
from bot.trend_charts import Line, Trend
from tests.practice import KEY, TOKEN, settings_for
from tests.slow.databases import fresh_database
from tests.slow.silence import without_log
from tests.slow.this_process import memory, thread_times, waited_for_core

_PICTURES, _TEN, _CHECK_INS = 100, 10, 20
_WRITER, _FIRST_CHAT = 7_999_999, 8_000_000
_WRITES_EVERY, _WAKES_EVERY, _LONGEST_WAIT = 0.2, 0.005, 30.0  # seconds
_QUESTIONS = (
    "I felt heard and respected",
    "We worked on what matters to me",
    "The way we work suits me",
    "I could be open about what's on my mind",
)


def a_trend(seed: int) -> Trend:
    """As many check-ins as a picture ever shows, one in three sessions."""
    numbers = random.Random(seed)
    rows = [[numbers.randint(3, 10) for _question in _QUESTIONS] for _number in range(_CHECK_INS)]
    return Trend(
        days=tuple(21.0 * number for number in range(_CHECK_INS)),
        labels=tuple(f"{number + 1} Mar 2026" for number in range(_CHECK_INS)),
        lines=tuple(
            Line(f"{index + 1}. {question}", f"{index + 1}.", tuple(row[index] for row in rows))
            for index, question in enumerate(_QUESTIONS)
        ),
        means=tuple(sum(row) / len(row) for row in rows),
        mean_label="The average",
        last_mean=f"{sum(rows[-1]) / len(rows[-1]):g}",
        sessions=tuple(7.0 * number for number in range(3 * _CHECK_INS)),
        session_label="One of your times",
    )


@dataclass
class Measured:
    """What one process found. Times are in seconds, memory in megabytes."""

    cold: float = 0.0
    cold_worked: float = 0.0  # of these that thread had a core
    cold_own: float = 0.0  # less the time in which the thread that draws was ready without a core
    warm: list[float] = field(default_factory=list)
    warm_own: list[float] = field(default_factory=list)
    warm_worked: list[float] = field(default_factory=list)
    stalls: dict[str, float] = field(default_factory=dict)  # the longest, while cold and while warm
    # Less the time in which the loops' thread, or the one that draws, was ready without a core.
    own_stalls: dict[str, float] = field(default_factory=dict)
    before: float = 0.0
    after_first: float = 0.0
    after_ten: float = 0.0
    after_all: float = 0.0
    bytes_sent: int = 0
    load: float = 0.0

    def __str__(self) -> str:
        return (
            f"load {self.load:.1f}: the first {_milliseconds(self.cold)} "
            f"(less waits for a core {_milliseconds(self.cold_own)}; "
            f"drawing had a core for {_milliseconds(self.cold_worked)})\n"
            f"  {len(self.warm)} more: p50 {_milliseconds(median(self.warm))}, "
            f"max {_milliseconds(max(self.warm))} (less waits p50 "
            f"{_milliseconds(median(self.warm_own))}, max {_milliseconds(max(self.warm_own))}; drawing had a core for "
            f"{_milliseconds(median(self.warm_worked))} and {_milliseconds(max(self.warm_worked))})\n"
            f"  the loops stood still for at most {_milliseconds(self.stalls['cold'])} during the first "
            f"(less waits {_milliseconds(self.own_stalls['cold'])}), "
            f"{_milliseconds(self.stalls['warm'])} during the others "
            f"(less waits {_milliseconds(self.own_stalls['warm'])})\n"
            f"  memory {self.before:.1f} MB before, {self.after_first - self.before:+.1f} after the first, "
            f"{self.after_all - self.after_first:+.1f} after {len(self.warm)} more (of which "
            f"{self.after_all - self.after_ten:+.1f} after the first {_TEN} of them); "
            f"{self.bytes_sent // (len(self.warm) + 1) // 1000} kB each"
        )


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


class _TakingTelegram(httpx.AsyncBaseTransport):
    """Takes whatever is sent to it, at once."""

    def __init__(self) -> None:
        self.taken: Callable[[str, int], None] = lambda _method, _size: None
        self._ids = count(1)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        size = len(await request.aread())
        method = request.url.path.rpartition("/")[2]
        result: object = True
        if method in ("sendMessage", "sendPhoto"):
            chat = {"id": 1, "type": "private"}
            result = {"message_id": next(self._ids), "date": int(time.time()), "chat": chat}
        self.taken(method, size)
        return httpx.Response(200, json={"ok": True, "result": result})


class Bench:
    """The program's loops but for `receive`, and what is looked at beside them."""

    def __init__(self, url: str) -> None:
        self._telegram = _TakingTelegram()
        self._telegram.taken = self._note
        self._gateway = TelegramGateway(TOKEN, "http://telegram", self._telegram)
        self._database = Database(url)
        self._clock = Clock()
        self._app = App(
            settings_for(url, quiet_hours="", practice_time_zone="Europe/London"),
            database=self._database,
            gateway=self._gateway,
            clock=self._clock,
        )
        self._phase = "before"
        self._picture_taken = asyncio.Event()
        self._answered = asyncio.Event()
        self.measured = Measured(load=os.getloadavg()[0])

    async def run(self) -> Measured:
        make_python_ready()
        measured = self.measured
        loops = [loop for loop in self._app.loops if loop.state.name != "receive"]
        beside = [self._watch(), self._write(), keep_running(loops, time.monotonic)]
        tasks = [asyncio.create_task(each) for each in beside]
        self._app.tick.start_bell()
        for _answer in range(10):  # the program has done all that it does without pictures
            self._answered.clear()
            await self._answered.wait()
        measured.before = memory()
        measured.cold, measured.cold_own, measured.cold_worked = await self._send(0, "cold")
        measured.after_first = memory()
        for number in range(1, _PICTURES + 1):
            seconds, own, worked = await self._send(number, "warm")
            measured.warm.append(seconds)
            measured.warm_own.append(own)
            measured.warm_worked.append(worked)
            if number == _TEN:
                measured.after_ten = memory()
        measured.after_all = memory()
        self._app.tick.stop_bell()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._app.send.drain()
        await self._gateway.close()
        return measured

    async def _send(self, number: int, phase: str) -> tuple[float, float, float]:
        """From the row to Telegram: the seconds, less those without a core, those of drawing."""
        file = {"kind": FileKind.TREND.value, **a_trend(number).as_file()}
        draft = Draft(_FIRST_CHAT + number, Body("In words.", file=file), Priority.ANSWER)
        self._picture_taken.clear()
        await self._database.run(lambda db: outbox.put(db, draft, self._clock.now()))
        self._phase = phase
        began, (worked, waited) = time.monotonic(), thread_times(DRAWING)
        self._app.bells.send.set()
        await asyncio.wait_for(self._picture_taken.wait(), _LONGEST_WAIT)
        took = time.monotonic() - began
        await self._app.send.drain()
        worked_then, waited_then = thread_times(DRAWING)
        return took, max(took - (waited_then - waited), 0.0), worked_then - worked

    def _note(self, method: str, size: int) -> None:
        if method == "sendPhoto":
            self.measured.bytes_sent += size
            self._picture_taken.set()
        elif method == "sendMessage":
            self._answered.set()

    async def _watch(self) -> None:
        """Wakes every five milliseconds, and notes how much later than that it was."""
        measured = self.measured
        while True:
            began, without_cores = time.monotonic(), self._without_cores()
            await asyncio.sleep(_WAKES_EVERY)
            late = time.monotonic() - began - _WAKES_EVERY
            own = max(late - (self._without_cores() - without_cores), 0.0)
            measured.stalls[self._phase] = max(measured.stalls.get(self._phase, 0.0), late)
            measured.own_stalls[self._phase] = max(measured.own_stalls.get(self._phase, 0.0), own)

    @staticmethod
    def _without_cores() -> float:
        return waited_for_core() + thread_times(DRAWING)[1]

    async def _write(self) -> None:
        """Somebody writes, now and then."""
        who = {"id": _WRITER, "is_bot": False, "first_name": "Somebody"}
        chat = {"id": _WRITER, "type": "private"}
        for number in count(1):
            message = {"message_id": number, "date": int(time.time()), "chat": chat, "from": who}
            update: dict[str, object] = {
                "update_id": number,
                "message": {**message, "text": "/help"},
            }
            await self._app.receive._intake.keep([update])
            await asyncio.sleep(_WRITES_EVERY)

    def close(self) -> None:
        self._database.close()


def measure() -> Measured:
    """In this process, which must not have drawn anything before."""
    encryption.use_keyring(Keyring.parse(KEY))
    with tempfile.TemporaryDirectory() as name, fresh_database("sqlite", Path(name)) as url:
        subprocess.run([sys.executable, "-c", _FILL, url], check=True)
        with without_log(), closing(Bench(url)) as bench:
            return asyncio.run(bench.run())


_FILL = "import sys; from tests.slow.reminder_flood import fill; fill(sys.argv[1], 1)"


def measure_in_fresh_process() -> Measured:
    command = [sys.executable, "-m", "tests.slow.picture_speed", "--here"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Measured(**json.loads(done.stdout))


@click.command()
@click.option("--processes", default=3, show_default=True, type=click.IntRange(1, 50))
@click.option("--here", is_flag=True, hidden=True)
def main(processes: int, here: bool) -> None:
    """Send pictures from so many fresh processes, one after the other."""
    if here:
        print(json.dumps(asdict(measure())))
        return
    for _process in range(processes):
        print(measure_in_fresh_process(), flush=True)


if __name__ == "__main__":
    main()

"""How fast thousands of reminders leave at Telegram's pace, and whether it ever refuses, from the command line.

`python -m tests.slow.reminder_rate --busy 2` runs the real program as a process against the simulated Telegram as
another, which refuses what Telegram refuses, with two processes beside them that use up a core each.
"""

import os
import random
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click
import httpx

from tests.slow.alert_latency import FILLS, PER_SECOND, Fill, has_started
from tests.slow.databases import fresh_database
from tests.slow.our_bot import OurBot
from tests.slow.reminder_town import build_town
from tests.slow.telegram_process import (
    TelegramProcess,
    killed_in_the_end,
    stop_in_peace,
    telegram_process,
    wait_until,
)

AT_LEAST = 0.95  # of the limit
_LOOKED_EVERY = 2.0  # seconds: looking costs time that the program would need
_CHANGES_EVERY = 0.05  # seconds, where the line to Telegram is uneven


@dataclass(frozen=True)
class Rate:
    """What one run found: when Telegram carried out each, and what it refused."""

    instants: Sequence[datetime]
    refused: int  # answers 429
    twice: int

    @property
    def per_second(self) -> float:
        return (len(self.instants) - 1) / (self.instants[-1] - self.instants[0]).total_seconds()

    @property
    def most_in_a_second(self) -> int:
        first, most = 0, 0
        for last, instant in enumerate(self.instants):
            while (instant - self.instants[first]).total_seconds() >= 1.0:
                first += 1
            most = max(most, last - first + 1)
        return most

    def __str__(self) -> str:
        share = self.per_second / PER_SECOND
        return (
            f"sent {len(self.instants)}, twice {self.twice}, answers 429: {self.refused}; "
            f"{self.per_second:.2f} a second ({share:.1%} of {PER_SECOND}), "
            f"at most {self.most_in_a_second} in any second"
        )


@contextmanager
def uneven(telegram: TelegramProcess, slowest: float, chance: random.Random) -> Iterator[None]:
    """Within this block each answer comes late by another time, up to so many seconds."""
    ended = threading.Event()

    def change() -> None:
        with httpx.Client(base_url=telegram.address, timeout=30) as http:
            while not ended.wait(_CHANGES_EVERY):
                http.post("/simulator/slow", json={"seconds": chance.uniform(0, slowest)})

    thread = threading.Thread(target=change, name="uneven line")
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


@contextmanager
def busy(processes: int) -> Iterator[None]:
    """Within this block so many processes use up a core each."""
    with ExitStack() as stack:
        for _ in range(processes):
            program = subprocess.Popen([sys.executable, "-c", "while True: sum(range(10_000))"])
            stack.enter_context(killed_in_the_end(program))
        yield


def measure(
    url: str, folder: Path, fill: Fill, reminders: int, *, slowest: float = 0.0, seed: int = 0
) -> Rate:
    """All fall due, or lie queued, while the program runs; over when Telegram has the last."""
    with telegram_process(folder, enforce_pace=True) as telegram, ExitStack() as stack:
        build_town(url, telegram, reminded=reminders, worried=0)
        bot = OurBot(url, folder)
        with killed_in_the_end(bot.start(telegram)) as program:
            wait_until(lambda: has_started(telegram), "the bot has started", seconds=90)
            since = len(telegram.calls())
            if slowest:
                stack.enter_context(uneven(telegram, slowest, random.Random(seed)))
            fill(url)
            wait_until(
                lambda: _sent(telegram, since) >= reminders,
                "all are sent",
                seconds=60 + reminders / PER_SECOND * 4,
                every=_LOOKED_EVERY,
            )
            stop_in_peace(program)
        assert telegram.violations == [], telegram.violations
        calls = telegram.calls(since)
    chats = [call["params"]["chat_id"] for call in calls if _is_sent(call)]
    return Rate(
        instants=sorted(datetime.fromisoformat(call["at"]) for call in calls if _is_sent(call)),
        refused=sum(call["error_code"] == 429 for call in calls),
        twice=len(chats) - len(set(chats)),
    )


def _sent(telegram: TelegramProcess, since: int) -> int:
    return sum(_is_sent(call) for call in telegram.calls(since))


def _is_sent(call: dict[str, object]) -> bool:
    return call["method"] == "sendMessage" and bool(call["ok"])


@click.command()
@click.option(
    "--database", type=click.Choice(["sqlite", "postgresql"]), default="sqlite", show_default=True
)
@click.option("--reminders", default=2000, show_default=True, type=click.IntRange(30, 20_000))
@click.option(
    "--reminders-are",
    type=click.Choice(list(FILLS)),
    default="due",
    show_default=True,
    help="Whether the program has yet to write them, or they stand in the outbox.",
)
@click.option("--seed", "seeds", multiple=True, type=int, help="Of the uneven line; one run each.")
@click.option("--slowest", default=0.03, show_default=True, help="An answer's longest delay, s.")
@click.option("--busy", "processes", default=0, show_default=True, help="Processes beside it.")
def main(
    database: str,
    reminders: int,
    reminders_are: str,
    seeds: Sequence[int],
    slowest: float,
    processes: int,
) -> None:
    """Send reminders as fast as Telegram allows, and count what it refused."""
    for seed in seeds or [random.randrange(10**6)]:
        with (
            tempfile.TemporaryDirectory() as name,
            fresh_database(database, Path(name)) as url,
            busy(processes),
        ):
            rate = measure(
                url, Path(name), FILLS[reminders_are], reminders, slowest=slowest, seed=seed
            )
        print(
            f"{database}, {reminders} {reminders_are}, seed {seed}, answers up to {slowest} s late, "
            f"{processes} busy processes, load {os.getloadavg()[0]:.1f}\n  {rate}",
            flush=True,
        )


if __name__ == "__main__":
    main()

"""Kills a bot with SIGKILL at random times under a steady stream of updates, and counts."""

import random
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tests.slow.counting import Figures
from tests.slow.stream import Act, Stream
from tests.slow.telegram_process import TelegramProcess, telegram_process, wait_until

ANSWER_SECONDS = 0.05  # from Telegram's taking a call to the bot's having the answer
KILL_AFTER_SECONDS = 1.5  # at the latest, once the bot has fetched its first updates
DRAIN_SECONDS = 120.0


@dataclass(frozen=True)
class Plan:
    """How a bot is treated; the same for each, so that the figures compare."""

    kills: int = 20
    clients: int = 20
    per_second: float = 6.0
    seed: int = 1


class Bot(Protocol):
    """A program that can be started again and again, and what is known of it from outside."""

    def start(self, telegram: TelegramProcess) -> "subprocess.Popen[bytes]": ...

    def prepare(self, telegram: TelegramProcess, clients: int) -> list[int]:
        """Let so many people come to know the bot, and stop it; their accounts."""
        ...

    def note_kill(self, telegram: TelegramProcess, began: int, killed: int) -> None:
        """Look at what a kill left. The calls from `began` to `killed` were the dead program's."""
        ...

    def is_idle(self, telegram: TelegramProcess) -> bool: ...

    def count(self, telegram: TelegramProcess, acts: Sequence[Act], kills: int) -> Figures: ...


def crash(bot: Bot, plan: Plan, folder: Path) -> Figures:
    """1. Connect everybody. 2. Begin the stream. 3. Start, wait a random time, SIGKILL: `kills`
    times. 4. End the stream, start once more, and let the bot finish in peace. 5. Count."""
    chance = random.Random(plan.seed)
    with telegram_process(folder) as telegram:
        people = bot.prepare(telegram, plan.clients)
        telegram.slow_down(ANSWER_SECONDS)
        stream = Stream(
            telegram,
            people,
            first_update_id=_next_update_id(telegram),
            per_second=plan.per_second,
            chance=random.Random(plan.seed),
        )
        with stream:
            for _kill in range(plan.kills):
                _start_and_kill(bot, telegram, chance)
        last = bot.start(telegram)
        try:
            wait_until(lambda: bot.is_idle(telegram), "all is done", seconds=DRAIN_SECONDS)
            last.terminate()
            assert last.wait(timeout=15) == 0, "a stop in peace"
        finally:
            _kill_if_running(last)
        assert telegram.violations == []
        return bot.count(telegram, stream.acts, plan.kills)


def _start_and_kill(bot: Bot, telegram: TelegramProcess, chance: random.Random) -> None:
    began = len(telegram.calls())
    program = bot.start(telegram)
    try:
        wait_until(
            lambda: program.poll() is not None or telegram.has_begun_polling(began),
            "the bot has fetched updates",
        )
        assert program.poll() is None, "the bot ended by itself"
        # Half of the kills come while the first updates are stored, worked and answered.
        longest = chance.choice((0.3, KILL_AFTER_SECONDS))
        time.sleep(chance.uniform(0.0, longest))
        killed = len(telegram.calls())
    finally:
        _kill_if_running(program)
    bot.note_kill(telegram, began, killed)


def _kill_if_running(program: "subprocess.Popen[bytes]") -> None:
    program.kill()  # SIGKILL
    program.wait()


def _next_update_id(telegram: TelegramProcess) -> int:
    """Everything before the stream has been fetched."""
    fetched = [
        update["update_id"]
        for call in telegram.calls()
        if call["method"] == "getUpdates" and call["ok"]
        for update in call["result"]
    ]
    return max(fetched) + 1

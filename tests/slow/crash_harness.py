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
from tests.slow.telegram_process import (
    TelegramProcess,
    killed_in_the_end,
    stop_in_peace,
    telegram_process,
    wait_until,
)

ANSWER_SECONDS = 0.05  # from Telegram's taking a call to the bot's having the answer
DRAIN_SECONDS = 120.0


@dataclass(frozen=True)
class Plan:
    """How a bot is treated; the same for each, so that the figures compare."""

    kills: int = 25
    clients: int = 20
    per_second: float = 3.0
    seed: int = 1


class Bot(Protocol):
    """A program that can be started again and again, and what is known of it from outside."""

    log: Path  # what it prints, all its lives after one another

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
            first_update_id=max(telegram.fetched()) + 1,
            per_second=plan.per_second,
            chance=random.Random(plan.seed),
        )
        with stream:
            for number in range(plan.kills):
                _start_and_kill(bot, telegram, _seconds_to_live(number, chance))
        began = len(telegram.calls())
        with killed_in_the_end(bot.start(telegram)) as last:
            wait_until(
                lambda: telegram.has_begun_polling(began) and bot.is_idle(telegram),
                "all is done",
                seconds=DRAIN_SECONDS,
            )
            stop_in_peace(last)
        assert telegram.violations == []
        return bot.count(telegram, stream.acts, plan.kills)


def _seconds_to_live(number: int, chance: random.Random) -> float:
    """Every fourth kill comes while what has just been fetched is being stored."""
    return chance.uniform(0.0, 0.03) if number % 4 == 0 else chance.uniform(0.05, 1.5)


def _start_and_kill(bot: Bot, telegram: TelegramProcess, seconds: float) -> None:
    """The bot lives for so long from the moment at which it has fetched its first updates."""
    began = len(telegram.calls())
    with killed_in_the_end(bot.start(telegram)) as program:
        wait_until(
            lambda: program.poll() is not None or telegram.has_begun_polling(began),
            "the bot has fetched updates",
            every=0.02,
        )
        time.sleep(seconds)
        assert program.poll() is None, f"the bot ended by itself: {bot.log.read_text()[-1000:]}"
        killed = len(telegram.calls())
    bot.note_kill(telegram, began, killed)

"""The plain python-telegram-bot program under the crash test: started and counted."""

import os
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from tests.practice import TOKEN
from tests.slow import plain_ptb_bot
from tests.slow.counting import Figures
from tests.slow.stream import Act
from tests.slow.telegram_process import (
    TelegramProcess,
    killed_in_the_end,
    stop_in_peace,
    wait_until,
)

_QUIET_SECONDS = 3.0


class PlainBot:
    """What it has lost never comes, so it is done when it has been quiet for three seconds."""

    name = "plain python-telegram-bot"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.log = folder / "run.log"
        self._handled = folder / "handled.sqlite"
        self._calls = 0
        self._quiet_since = 0.0
        self._struck = 0

    def start(self, telegram: TelegramProcess) -> "subprocess.Popen[bytes]":
        settings = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": telegram.address,
            "HANDLED_FILE": str(self._handled),
        }
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, plain_ptb_bot.__file__],
                env={**os.environ, **settings},
                stdout=log,
                stderr=log,
                cwd=self._folder,
            )

    def prepare(self, telegram: TelegramProcess, clients: int) -> list[int]:
        ids = [telegram.add_person(f"Client {number}") for number in range(1, clients + 1)]
        for person_id in ids:
            telegram.types(person_id, "/start")
        with killed_in_the_end(self.start(telegram)) as program:
            wait_until(lambda: all(telegram.replies(each) for each in ids), "all were greeted")
            stop_in_peace(program)
        return ids

    def is_idle(self, telegram: TelegramProcess) -> bool:
        calls = sum(call["method"] != "getUpdates" for call in telegram.calls())
        if calls != self._calls or telegram.pending > 0:
            self._calls, self._quiet_since = calls, time.monotonic()
        return time.monotonic() - self._quiet_since > _QUIET_SECONDS

    def note_kill(self, telegram: TelegramProcess, began: int, killed: int) -> None:
        """Updates that Telegram was told to forget and that were not handled are gone."""
        telegram.wait_until_at_rest()
        fetched = telegram.fetched(began, killed)
        self._struck += len(fetched - set(self._handled_updates()))

    def count(self, telegram: TelegramProcess, acts: Sequence[Act], kills: int) -> Figures:
        handled = Counter(self._handled_updates())
        replies = Counter(
            (person_id, text)
            for person_id in {act.person_id for act in acts}
            for text in telegram.replies(person_id)
        )
        seen = {act.update_id: replies[act.person_id, str(act.update_id)] for act in acts}
        done = [act.update_id for act in acts if handled[act.update_id]]
        return Figures(
            who=self.name,
            kills=kills,
            updates=len(acts),
            never_processed=len(acts) - len(done),
            processed_twice=sum(handled[each] - 1 for each in done),
            replies_lost=sum(seen[each] == 0 for each in done),
            duplicates=sum(max(0, times - 1) for times in seen.values()),
            wrong_replies=0,
            in_flight=None,
            struck=f"struck {self._struck} fetched and not handled",
        )

    def _handled_updates(self) -> list[int]:
        with closing(sqlite3.connect(self._handled)) as connection, connection:
            connection.execute(plain_ptb_bot.HANDLED)
            return [each for (each,) in connection.execute("SELECT update_id FROM handled")]

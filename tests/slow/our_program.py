"""`between-sessions run` under a crash test: started, and asked what a kill interrupted."""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.practice import KEY, TOKEN
from tests.slow.databases import Kept, copy_as_it_lies, is_idle, look, wait_until_let_go
from tests.slow.telegram_process import PROGRAM, TelegramProcess, wait_until


@dataclass
class Struck:
    """What the kills interrupted, added up."""

    fetched: int = 0  # handed over by Telegram and not yet stored
    stored: int = 0  # and not yet worked
    queued: int = 0  # replies written and not yet taken by Telegram
    journals: int = 0  # SQLite: kills that left a half-written transaction to be rolled back
    taken: set[int] = field(default_factory=set)  # by Telegram, and not yet marked as sent

    def __str__(self) -> str:
        return (
            f"struck {self.fetched} fetched and not stored, {self.stored} stored and not worked, "
            f"{self.queued} replies not sent, {len(self.taken)} sent and not marked, "
            f"{self.journals} transactions half written"
        )


class OurProgram:
    """The real program on one database."""

    def __init__(self, database_url: str, folder: Path) -> None:
        self.url = database_url
        self.name = "Between Sessions on " + (
            "SQLite" if "sqlite" in database_url else "PostgreSQL"
        )
        self._folder = folder
        self.log = folder / "run.log"
        self._struck = Struck()
        self._before: Kept | None = None
        self._calls_before = 0

    # --- running it

    def start(self, telegram: TelegramProcess) -> "subprocess.Popen[bytes]":
        settings = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": telegram.address,
            "DATABASE_URL": self.url,
            "ENCRYPTION_KEYS": KEY,
            "PRACTICE_NAME": "Riverside",
            "PRACTICE_COUNTRY": "AU",
            "PRACTICE_TIME_ZONE": "Australia/Melbourne",
            "PRACTICE_PHONE": "03 9000 0000",
            "PRACTICE_HOURS": "Mon-Sun 0:00-23:59",  # whenever the test runs
            "PRACTICE_HOLIDAYS": "none",
            "STAFF_LOCK": "off",
            "QUIET_HOURS": "",
            "OPERATOR_CHAT": "",
            "HTTP_PORT": "0",
            "MESSAGES_PER_SECOND": "30",
        }
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [PROGRAM, "run"],
                env={**os.environ, **settings},
                stdout=log,
                stderr=log,
                cwd=self._folder,
            )

    def remember(self, telegram: TelegramProcess) -> None:
        """What is there before it begins doesn't count."""
        self._before = look(self.url)
        self._calls_before = telegram.wait_until_at_rest()

    def wait_for(self, telegram: TelegramProcess, ids: Sequence[int], answer: str) -> None:
        def without_it() -> list[list[str]]:
            screens = [telegram.replies(each) for each in ids]
            return [screen for screen in screens if not any(answer in text for text in screen)]

        try:
            wait_until(lambda: not without_it(), f"all have read «{answer}»", seconds=60)
        except AssertionError as error:
            read = [screen[-1:] for screen in without_it()][:1]
            raise AssertionError(f"{error}; instead {read}; {self.faults()[:3]}") from None

    def is_idle(self, telegram: TelegramProcess) -> bool:
        """Whether everything that was sent in is worked and everything due is sent out."""
        return telegram.pending == 0 and is_idle(self.url)

    # --- what a kill interrupted

    def note_kill(self, telegram: TelegramProcess, began: int, killed: int) -> None:
        """Look at what lies there, without touching it: the restart has to cope with it alone."""
        telegram.wait_until_at_rest()
        wait_until_let_go(self.url)
        url, torn = copy_as_it_lies(self.url, self._folder / "copy")
        kept = look(url)
        handed_over = telegram.fetched(began, killed)
        self._struck.fetched += len(handed_over - kept.updates.keys())
        self._struck.stored += sum(1 for update in kept.updates.values() if not update.is_done)
        self._struck.queued += kept.queued
        self._struck.journals += torn
        self._struck.taken |= self._taken(telegram) - kept.message_ids

    def _taken(self, telegram: TelegramProcess) -> set[int]:
        """The messages that Telegram took since the stream began."""
        return {
            call["result"]["message_id"]
            for call in telegram.calls(self._calls_before)
            if call["method"] in ("sendMessage", "sendPhoto") and call["ok"]
        }

    def faults(self) -> list[str]:
        """The errors in the program's log."""
        lines = self.log.read_text().splitlines()
        return [line for line in lines if '"level": "error"' in line or "Traceback" in line]

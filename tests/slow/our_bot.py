"""`between-sessions run` under the crash test: set up, started, and asked what it kept."""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from bot.clock import Clock
from bot.records import encryption, invitations, people, schema, therapy_sessions
from bot.records.database import Database
from bot.records.encryption import Keyring
from bot.records.people import Person, Role
from bot.records.therapy_sessions import TherapySession
from tests.practice import KEY, TOKEN
from tests.slow.counting import Figures, Seen, compare_screen, missing_and_surplus
from tests.slow.databases import Kept, copy_as_it_lies, is_idle, look, wait_until_let_go
from tests.slow.stream import Act
from tests.slow.telegram_process import (
    PROGRAM,
    TelegramProcess,
    killed_in_the_end,
    stop_in_peace,
    wait_until,
)

STAFF = {"Maria Santos": Role.MANAGER, "Dr Okafor": Role.PSYCHOLOGIST}
# Through the welcome, then once to every button that the stream taps.
FIRST_STEPS = (
    ("taps", "Yes, it's just me", "Who sees what:"),
    ("taps", "Just reminders", "Good. Your next time is"),
    ("taps", "That's fine", "One last thing"),
    ("types", "/times", "Your next times:"),
    ("taps", "I'll be there", "Good. See you on"),
    ("taps", "Undo", "Taken back"),
    ("types", "/pause", "How long shall I be quiet?"),
)


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


class OurBot:
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
        self._replies_before: dict[int, int] = {}

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
            "QUIET_HOURS": "",
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

    def prepare(self, telegram: TelegramProcess, clients: int) -> list[int]:
        """A practice whose staff and clients are connected, welcomed and answered to the full."""
        codes = self._fill(clients)
        accounts = {telegram.add_person(name): code for name, code in codes.items()}
        for account, code in accounts.items():
            telegram.types(account, f"/start {code}")
        with killed_in_the_end(self.start(telegram)) as program:
            ids = self._take_first_steps(telegram, list(accounts))
            stop_in_peace(program)
        self._before = look(self.url)
        self._calls_before = telegram.wait_until_at_rest()
        self._replies_before = {each: len(telegram.replies(each)) for each in ids}
        return ids

    def _take_first_steps(self, telegram: TelegramProcess, accounts: list[int]) -> list[int]:
        """Staff come first among the accounts; gives the clients'."""
        self._wait_for(telegram, accounts, "Hello")
        clients = accounts[len(STAFF) :]
        for act, words, answer in FIRST_STEPS:
            for person_id in clients:
                (telegram.taps if act == "taps" else telegram.types)(person_id, words)
            self._wait_for(telegram, clients, answer)
        wait_until(lambda: self.is_idle(telegram), "everybody is welcomed")
        return clients

    def _wait_for(self, telegram: TelegramProcess, ids: Sequence[int], answer: str) -> None:
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

    def _fill(self, clients: int) -> dict[str, str]:
        """Staff and clients, each with a session in five days; their invitations' codes by name."""
        encryption.use_keyring(Keyring.parse(KEY))
        now = Clock().now()
        database = Database(self.url)
        schema.upgrade(database)
        with database.transaction() as db:
            staff = [
                people.add(db, name=name, roles=[role], now=now) for name, role in STAFF.items()
            ]
            everybody: list[Person] = list(staff)
            for number in range(1, clients + 1):
                client = people.add_client(
                    db, name=f"Client {number}", psychologist=staff[-1], external_id=None, now=now
                )
                session = TherapySession(
                    client_id=client.id,
                    psychologist_id=staff[-1].id,
                    starts_at=now + timedelta(days=5),
                    minutes=50,
                    created_at=now,
                )
                therapy_sessions.add(db, session)
                everybody.append(client)
            codes = {person.name: invitations.invite(db, person, now) for person in everybody}
        database.close()
        return codes

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
            if call["method"] == "sendMessage" and call["ok"]
        }

    # --- counting

    def count(self, telegram: TelegramProcess, acts: Sequence[Act], kills: int) -> Figures:
        kept = look(self.url)
        worked = [act for act in acts if kept.has_done(act.update_id)]
        without_effect, acted_twice = self._compare_audit(kept, worked)
        answered_twice = sum(
            max(0, len(kept.replies_to(act.update_id, act.person_id)) - 1) for act in worked
        )
        seen = Seen()
        for person_id, before in self._replies_before.items():
            expected = [act.step.answer for act in worked if act.person_id == person_id]
            seen += compare_screen(expected, telegram.replies(person_id)[before:])
        return Figures(
            who=self.name,
            kills=kills,
            updates=len(acts),
            never_processed=len(acts) - len(worked) + without_effect,
            processed_twice=acted_twice + answered_twice,
            replies_lost=seen.lost,
            duplicates=seen.repeated,
            wrong_replies=seen.wrong,
            in_flight=len(self._struck.taken),
            struck=str(self._struck),
        )

    def _compare_audit(self, kept: Kept, worked: Sequence[Act]) -> tuple[int, int]:
        """Acts that left no entry in the audit, and entries that no act explains."""
        assert self._before is not None, "prepare comes first"
        expected = [
            (act.person_id, act.step.audited) for act in worked if act.step.audited is not None
        ]
        return missing_and_surplus(expected, kept.audit[len(self._before.audit) :])

    def faults(self) -> list[str]:
        """The errors in the program's log."""
        lines = self.log.read_text().splitlines()
        return [line for line in lines if '"level": "error"' in line or "Traceback" in line]

"""Our program under the stream: set up, and counted when it is over."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from bot.clock import Clock
from bot.records import bookings, encryption, invitations, people, schema
from bot.records.database import Database
from bot.records.encryption import Keyring
from bot.records.people import Person, Role
from bot.records.therapy_sessions import TherapySession
from tests.practice import KEY
from tests.slow.counting import Figures, Seen, compare_screen, missing_and_surplus
from tests.slow.databases import Kept, look
from tests.slow.our_program import OurProgram
from tests.slow.stream import Act
from tests.slow.telegram_process import (
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


class OurBot(OurProgram):
    """The real program, with as many clients as the stream needs."""

    def __init__(self, database_url: str, folder: Path) -> None:
        super().__init__(database_url, folder)
        self._replies_before: dict[int, int] = {}

    def prepare(self, telegram: TelegramProcess, clients: int) -> list[int]:
        """A practice whose staff and clients are connected, welcomed and answered to the full."""
        codes = self._fill(clients)
        accounts = {telegram.add_person(name): code for name, code in codes.items()}
        for account, code in accounts.items():
            telegram.types(account, f"/start {code}")
        with killed_in_the_end(self.start(telegram)) as program:
            ids = self._take_first_steps(telegram, list(accounts))
            stop_in_peace(program)
        self.remember(telegram)
        self._replies_before = {each: len(telegram.replies(each)) for each in ids}
        return ids

    def _take_first_steps(self, telegram: TelegramProcess, accounts: list[int]) -> list[int]:
        """Staff come first among the accounts; gives the clients'."""
        self.wait_for(telegram, accounts, "Hello")
        clients = accounts[len(STAFF) :]
        for act, words, answer in FIRST_STEPS:
            for person_id in clients:
                (telegram.taps if act == "taps" else telegram.types)(person_id, words)
            self.wait_for(telegram, clients, answer)
        wait_until(lambda: self.is_idle(telegram), "everybody is welcomed")
        return clients

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
                bookings.add(db, session)
                everybody.append(client)
            codes = {person.name: invitations.invite(db, person, now) for person in everybody}
        database.close()
        return codes

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

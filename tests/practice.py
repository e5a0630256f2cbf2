"""One small practice in one process: the real program, a real database, a simulated Telegram."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import httpx
from sqlmodel import Session

from bot.app import App
from bot.records import bookings, due_rows, invitations, mails, people, presence
from bot.records.bookings import Booking
from bot.records.database import Database
from bot.records.delivery import next_due, next_due_at, tap_answers
from bot.records.inbox import next_retry_at
from bot.records.people import Person, Role
from bot.settings import Settings
from bot.simulator.bubbles import Bubble
from bot.simulator.person import Person as Account
from bot.simulator.server import create_app
from bot.simulator.telegram import Telegram
from bot.simulator.transport import InProcessTransport
from bot.telegram_gateway import TelegramGateway
from tests.bringing import WAYS
from tests.clock import HandClock, melbourne
from tests.engines import engine_of

KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
TOKEN = "1000000:simulator"
MONDAY = melbourne("2026-11-30 10:00")
JUST_REMINDERS = "Just reminders"
WITH_QUESTIONS = "Reminders, and now and then a short question about how it's going"
_BREATH = 1.5  # seconds: longer than Telegram's pace of one message a second in a chat
_ROUNDS = 400  # of a practice that never comes to rest


def settings_for(database_url: str, **changes: Any) -> Settings:
    values: dict[str, Any] = {
        "telegram_bot_token": TOKEN,
        "telegram_api_url": "http://simulator",
        "database_url": database_url,
        "encryption_keys": KEY,
        "practice_name": "Riverside",
        "practice_country": "AU",
        "practice_time_zone": "Australia/Melbourne",
        "practice_phone": "03 9000 0000",
        "late_cancellation": "48h: We charge half the fee then.",
        "staff_lock": "off",
        **changes,
    }
    return Settings.model_validate(values)


class Someone:
    """A person with a telephone. After each act the program does all that it can do at once."""

    def __init__(self, practice: "Practice", account: Account) -> None:
        self.practice = practice
        self.account = account

    def types(self, text: str, *, reply_to: Bubble | None = None) -> None:
        self.account.types(text, reply_to=reply_to)
        self.practice.settle()

    def taps(self, label: str, *, bubble: Bubble | None = None) -> None:
        self.account.taps(label, bubble=bubble)
        self.practice.settle()

    def presses_data(self, data: str) -> None:
        """Send button data of one's own making, as a hostile client program could."""
        self.account.presses_data(data)
        self.practice.settle()

    def sees(self, text: str) -> Bubble:
        return self.account.sees(text)

    def sees_nothing_of(self, text: str) -> None:
        self.account.sees_nothing_of(text)

    def hears(self) -> list[str]:
        """The texts of what arrived since the last look."""
        return [bubble.text for bubble in self.account.unread()]

    @property
    def last(self) -> str:
        """The text of the newest message of the bot."""
        return [bubble for bubble in self.account.screen if bubble.by_bot][-1].text

    @property
    def labels(self) -> list[str]:
        """The buttons of the newest message of the bot."""
        newest = [bubble for bubble in self.account.screen if bubble.by_bot][-1]
        return [button.label for row in newest.buttons for button in row]


World = tuple[HandClock, Telegram]


def new_world() -> World:
    """Monday morning, and a Telegram that nobody has used yet."""
    hand = HandClock(MONDAY)
    return hand, Telegram(token=TOKEN, now=hand.now, monotonic=hand.monotonic)


class Practice:
    """The program with its loops stepped by hand, so that time is a value; updates come `by` a way."""

    def __init__(
        self, database_url: str, world: World | None = None, by: str = "polling", **settings: Any
    ) -> None:
        self.hand, self.telegram = world or new_world()
        self.by = by
        self.settings = settings_for(database_url, **WAYS[by].settings, **settings)
        self.database = Database(database_url, engine_of(database_url))
        self._runner = asyncio.Runner()
        self.start()

    def start(self, *, was_away: bool = False) -> None:
        """Start the program; once more to see what a restart finds, after no time if not `was_away`."""
        if not was_away:
            with self.database.transaction() as db:
                presence.leave(db, self.hand.now())
        self.gateway = TelegramGateway(TOKEN, "http://simulator", self.transport())
        self.app = App(
            self.settings, database=self.database, gateway=self.gateway, clock=self.hand.clock()
        )
        if not was_away:
            self._runner.run(self.app.presence.note())

    def transport(self) -> httpx.AsyncBaseTransport:
        """The way to Telegram."""
        return InProcessTransport(create_app(self.telegram))

    def close(self) -> None:
        self._runner.run(self.app.send.drain())
        self._runner.run(self.gateway.close())
        self._runner.close()
        self.database.close()

    # --- people

    def account(self, name: str) -> Someone:
        """Somebody with Telegram whom the practice doesn't know yet."""
        return Someone(self, self.telegram.person(name))

    def add_staff(self, name: str, *roles: Role) -> Person:
        with self.database.transaction() as db:
            return people.add(db, name=name, roles=roles, now=self.hand.now())

    def add_client(self, name: str, psychologist: Person) -> Person:
        with self.database.transaction() as db:
            return people.add_client(
                db, name=name, psychologist=psychologist, external_id=None, now=self.hand.now()
            )

    def invite(self, person: Person) -> str:
        with self.database.transaction() as db:
            return invitations.invite(db, person, self.hand.now())

    def join(self, person: Person, account_name: str) -> Someone:
        """Open the person's invitation on an account of this name."""
        someone = self.account(account_name)
        someone.types(f"/start {self.invite(person)}")
        return someone

    def book(self, client: Person, starts_at: datetime, **fields: Any) -> int:
        """Book a session that the client has agreed to (`is_known=False`: as `session add` does); its id."""
        booking = Booking(starts_at, **{"place": "Room 2.", "is_known": True, **fields})
        practice, now = self.settings.practice(), self.hand.now()
        with self.database.transaction() as db:
            return bookings.book(db, client, booking, practice, now).id

    # --- time

    def settle(self) -> None:
        """Let the loops do all that can be done at this instant."""
        self._runner.run(self._settle())

    def wait(self, **span: float) -> None:
        self.wait_until(self.hand.now() + timedelta(**span))

    def wait_until(self, instant: datetime) -> None:
        """Let time pass; whatever falls due on the way is done at its own instant."""
        next_at = self._soonest()
        while next_at is not None and next_at <= instant:
            self.hand.wait_until(max(next_at, self.hand.now()))
            next_at = self._runner.run(self._settle())
        self.hand.wait_until(instant)
        self.settle()

    async def _settle(self) -> datetime | None:
        """When the next thing falls due."""
        bells = self.app.bells
        bells.ring_all()  # for what a test did to rows itself
        for _round in range(_ROUNDS):
            await WAYS[self.by](self.telegram, self.hand).bring(self.app)
            await self._answer(bells.work, self.app.work.step)
            await self._answer(bells.send, self._send)
            await self._answer(bells.tick, self.app.tick.step)
            if self.app.send_mail is not None:
                await self._answer(bells.mail, self.app.send_mail.step)
            if self.telegram.pending or bells.work.is_set() or bells.send.is_set():
                continue
            soonest = self._soonest()
            if soonest is None or soonest > self.hand.now():
                return soonest
            bells.ring_all()
        waiting = f"{self.telegram.pending} updates, due {self._soonest()} at {self.hand.now()}"
        raise AssertionError(f"the practice does not come to rest: {waiting}")

    async def _answer(self, bell: asyncio.Event, step: Callable[[], Awaitable[object]]) -> None:
        """Let a loop do all that it was rung for."""
        while bell.is_set():
            bell.clear()
            if await step() == 0.0:
                bell.set()  # there may be more

    async def _send(self) -> None:
        """People are slow here: whatever is said finds that the pace allows it."""
        self.hand.let_seconds_pass(_BREATH)
        await self.app.send.step()
        await self.app.send.drain()

    def _soonest(self) -> datetime | None:
        """When the next thing falls due, or fell due and is not done."""
        now = self.hand.now()
        with self.database.transaction() as db:
            instants = (
                due_rows.next_due_at(db, self.app.tick.due_columns),
                now if next_due(db, now, ()) or tap_answers(db, now, ()) else None,
                *(each(db, now) for each in (next_due_at, mails.next_due_at)),
                next_retry_at(db),
            )
        return min((instant for instant in instants if instant is not None), default=None)

    # --- looking

    def look(self) -> Session:
        """A database session for looking; close it by leaving `with`."""
        return Session(self.database.engine)


class Cast:
    """The five of every test: Anna and Ben, Dr Okafor, Maria, Dr Lindqvist, all connected."""

    def __init__(self, practice: Practice) -> None:
        self.enter(practice)
        self.meet(practice)
        self.connect(*self.everybody())

    @staticmethod
    def enter(practice: Practice) -> None:
        """Put the five into the practice's records; nobody has a chat yet."""
        okafor = practice.add_staff("Dr Okafor", Role.PSYCHOLOGIST)
        practice.add_staff("Maria Santos", Role.MANAGER)
        practice.add_staff("Dr Lindqvist", Role.SENIOR)
        practice.add_client("Anna Brown", okafor)
        practice.add_client("Ben Carter", okafor)

    def connect(self, *invited: tuple[Someone, Person]) -> None:
        """Have these open their invitations."""
        for someone, row in invited:
            someone.account.types(f"/start {self.practice.invite(row)}")
        self.practice.settle()

    @classmethod
    def of(cls, practice: Practice) -> "Cast":
        """The cast of a practice that has one (a copied one)."""
        cast = cls.__new__(cls)
        cast.meet(practice)
        return cast

    def meet(self, practice: Practice) -> None:
        self.practice = practice
        self.session_id = 0  # of the session that a test is about
        with practice.look() as db:
            self.okafor_row = people.named(db, "Dr Okafor")[0]
            self.maria_row = people.named(db, "Maria Santos")[0]
            self.lindqvist_row = people.named(db, "Dr Lindqvist")[0]
            self.anna_row = people.named(db, "Anna Brown")[0]
            self.ben_row = people.named(db, "Ben Carter")[0]
        self.okafor = practice.account("Dr Okafor")
        self.maria = practice.account("Maria")
        self.lindqvist = practice.account("Dr Lindqvist")
        self.anna = practice.account("Anna")
        self.ben = practice.account("Ben")

    def everybody(self) -> list[tuple[Someone, Person]]:
        names = ("okafor", "maria", "lindqvist", "anna", "ben")
        return [(getattr(self, name), getattr(self, f"{name}_row")) for name in names]

    def welcome(self, *clients: Someone, wish: str = JUST_REMINDERS) -> None:
        """Take clients through the welcome."""
        for label in ("Yes, it's just me", wish, "That's fine"):
            for client in clients or (self.anna, self.ben):
                client.account.taps(label)
            self.practice.settle()
        for someone, _row in self.everybody():
            someone.hears()

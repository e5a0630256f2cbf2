"""The demo: the real program against a simulated Telegram, playing its story in the terminal."""

import asyncio
import logging
import socket
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
import structlog
import uvicorn

from bot.app import App
from bot.clock import Clock
from bot.records import encryption, invitations, people, schema, therapy_sessions
from bot.records.database import Database
from bot.records.people import Role
from bot.records.therapy_sessions import Booking
from bot.settings import Settings
from bot.simulator.bubbles import Bubble
from bot.simulator.person import Person as Account
from bot.simulator.server import create_app
from bot.simulator.telegram import Telegram
from bot.telegram_gateway import TelegramGateway

_TOKEN = "1000000:demo"  # noqa: S105  # opens nothing but the simulator
_ARRIVES_WITHIN_SECONDS = 20.0
_READING_SECONDS = 1.0


@dataclass
class ShiftedClock:
    """Real time plus an offset that only grows, so that days pass in a moment."""

    offset: timedelta = field(default_factory=timedelta)

    def now(self) -> datetime:
        return Clock().now() + self.offset

    def push_to(self, instant: datetime) -> None:
        self.offset += max(instant - self.now(), timedelta())

    def clock(self) -> Clock:
        return Clock(now=self.now)


@click.command()
@click.option("--fast", is_flag=True, help="Don't pause for reading.")
def demo(*, fast: bool) -> None:
    """Play the story of one reminder, with nobody's Telegram account and no real token."""
    logging.disable(logging.CRITICAL)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    pause = 0.0 if fast or not sys.stdout.isatty() else _READING_SECONDS
    with tempfile.TemporaryDirectory(prefix="between-sessions-demo-") as folder:
        try:
            asyncio.run(_play(Path(folder), pause))
        except KeyboardInterrupt:
            click.echo("Stopped.")


async def _play(folder: Path, pause: float) -> None:
    shifted = ShiftedClock()
    shifted.push_to(_next_monday_morning(shifted.now()))
    telegram = Telegram(
        token=_TOKEN,
        bot_name="Appointments",
        now=shifted.now,
        monotonic=Clock().monotonic,
    )
    async with _simulator(telegram) as address, _program(folder, address, shifted) as program:
        await Story(program, telegram, shifted, pause).play()


def _next_monday_morning(now: datetime) -> datetime:
    """The practice of the demo is in London, where nobody is surprised by UTC."""
    monday = now + timedelta(days=(7 - now.weekday()) % 7 or 7)
    return monday.astimezone(UTC).replace(hour=10, minute=0, second=0, microsecond=0)


@asynccontextmanager
async def _simulator(telegram: Telegram) -> AsyncIterator[str]:
    """The simulated Telegram on a free port of this machine; gives its address."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        config = uvicorn.Config(create_app(telegram), log_config=None, lifespan="on")
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[bound]))
        try:
            yield f"http://127.0.0.1:{bound.getsockname()[1]}"
        finally:
            telegram.hang_up()
            server.should_exit = True
            await serving


@dataclass(frozen=True)
class Program:
    database: Database
    app: App
    settings: Settings


@asynccontextmanager
async def _program(folder: Path, address: str, shifted: ShiftedClock) -> AsyncIterator[Program]:
    """The real program on a fresh database in the demo's own folder. Reads no .env."""
    settings = Settings.model_validate(
        {
            "telegram_bot_token": _TOKEN,
            "telegram_api_url": address,
            "database_url": f"sqlite:///{folder / 'demo.sqlite'}",
            "encryption_keys": encryption.new_key(),
            "practice_name": "Riverside (demo)",
            "practice_country": "GB",
            "practice_time_zone": "Europe/London",
            "practice_phone": "020 7946 0000",
            "late_cancellation": "48h: We charge half the fee then. If something has happened, "
            "tell us and we'll look at it.",
        }
    )
    encryption.use_keyring(settings.keyring())
    database = Database(settings.database_url.get_secret_value())
    schema.upgrade(database)
    gateway = TelegramGateway(_TOKEN, address)
    app = App(settings, database=database, gateway=gateway, clock=shifted.clock())
    running = asyncio.create_task(app.run(None))
    try:
        yield Program(database, app, settings)
    finally:
        app.stop.set()
        with suppress(asyncio.CancelledError):
            await running
        await gateway.close()
        database.close()


class Story:
    """Anna is invited, welcomed and reminded; she answers; the practice sees it."""

    def __init__(
        self, program: Program, telegram: Telegram, shifted: ShiftedClock, pause: float
    ) -> None:
        self._program = program
        self._telegram = telegram
        self._shifted = shifted
        self._pause = pause
        self._shown: set[tuple[str, int]] = set()

    async def play(self) -> None:
        codes, starts_at = self._prepare()
        anna, okafor, maria = map(self._telegram.person, ("Anna", "Dr Okafor", "Maria"))
        self._tell("A demo: the real program, a simulated Telegram, nobody's account.")
        self._tell("Dr Okafor and Maria, the practice manager, open their invitations.")
        for account in (okafor, maria):
            await self._types(account, f"/start {codes[account.name]}", "Hello")
        self._tell("Anna opens the link from her hand-out.")
        await self._types(anna, f"/start {codes['Anna']}", "Is it safe to write to you")
        await self._taps(anna, "Yes, it's just me", "Who sees what")
        await self._taps(anna, "Just reminders", "Your next time is")
        await self._taps(anna, "That's fine", "One last thing")
        for days in (3, 1):
            await self._push_to(starts_at - timedelta(days=days))
            await self._arrives(anna, "Room 2")
        await self._taps(anna, "I can't come", "not cancelled yet")
        await self._taps(anna, "Cancel it, something happened", "A few words are enough")
        await self._types(anna, "my little one is sick", "Cancelled:")
        await self._push_to(self._shifted.now() + timedelta(minutes=3))
        for account in (okafor, maria):
            await self._arrives(account, "isn't coming")
        await self._taps(anna, "Yes, find one", "When could you come?")
        await self._types(anna, "thursday after 3", "I'm asking Maria")
        await self._push_to(self._shifted.now() + timedelta(minutes=3))
        await self._arrives(maria, "would like another time")
        await self._taps(maria, "Write to Anna B.", "It goes out at once")
        await self._types(maria, "Thursday 4 pm is yours. Get well soon, both.", "on its way")
        await self._arrives(anna, "From Maria Santos")
        self._tell("That was all. The README says how to run it for real.")

    def _prepare(self) -> tuple[dict[str, str], datetime]:
        now = self._shifted.now()
        starts_at = now.replace(hour=11, minute=0) + timedelta(days=8)
        practice = self._program.settings.practice()
        with self._program.database.transaction() as db:
            okafor = people.add(db, name="Dr Okafor", roles=[Role.PSYCHOLOGIST], now=now)
            maria = people.add(db, name="Maria Santos", roles=[Role.MANAGER], now=now)
            anna = people.add_client(
                db, name="Anna Brown", psychologist=okafor, external_id=None, now=now
            )
            booking = Booking(starts_at, place="Room 2.")
            therapy_sessions.book(db, anna, booking, practice, now)
            invited = {"Dr Okafor": okafor, "Maria": maria, "Anna": anna}
            codes = {name: invitations.invite(db, each, now) for name, each in invited.items()}
        return codes, starts_at

    # --- acting and showing

    async def _types(self, account: Account, text: str, answer: str) -> None:
        await self._act(account, lambda: account.types(text), answer)

    async def _taps(self, account: Account, label: str, answer: str) -> None:
        self._show(account.name, f"→ taps «{label}»", mine=True)
        await self._act(account, lambda: account.taps(label), answer)

    async def _act(self, account: Account, act: Callable[[], object], answer: str) -> None:
        before = {bubble.message_id for bubble in account.screen}
        act()
        await self._arrives(account, answer, before)

    async def _arrives(self, account: Account, text: str, before: set[int] | None = None) -> None:
        known = (
            before
            if before is not None
            else {id_ for name, id_ in self._shown if name == account.name}
        )

        def is_there() -> bool:
            return any(
                bubble.by_bot and text in bubble.text and bubble.message_id not in known
                for bubble in account.screen
            )

        await self._telegram.change.until(is_there, seconds=_ARRIVES_WITHIN_SECONDS)
        for bubble in account.screen:
            if (account.name, bubble.message_id) not in self._shown:
                self._shown.add((account.name, bubble.message_id))
                self._show_bubble(account.name, bubble)
                await asyncio.sleep(self._pause if bubble.by_bot else 0)

    async def _push_to(self, instant: datetime) -> None:
        self._shifted.push_to(instant)
        self._program.app.bells.ring_all()
        london = self._shifted.now().astimezone(self._program.settings.practice().zone)
        click.secho(f"\n— {london:%A %d %B, %H:%M} —", fg="yellow")

    def _tell(self, sentence: str) -> None:
        click.secho(f"\n{sentence}", fg="yellow")

    def _show_bubble(self, name: str, bubble: Bubble) -> None:
        self._show(name, bubble.text, mine=not bubble.by_bot)
        for row in bubble.labels:
            click.secho(f"{'':>12}  [{row}]", fg="cyan")

    def _show(self, name: str, text: str, *, mine: bool) -> None:
        first, *more = text.split("\n")
        click.echo(click.style(f"{name:>12}  ", bold=True) + click.style(first, dim=mine))
        for line in more:
            click.echo(f"{'':>12}  {line}")

"""One sample practice in play: its folder, its clock, its simulated Telegram and its bot."""

import asyncio
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from bot.clock import Clock
from bot.commands.opening import make_tables
from bot.demo import sample
from bot.demo.keeper import BotState, Keeper
from bot.demo.program import given_settings
from bot.demo.pushed_clock import PushedClock
from bot.demo.sample import Sample
from bot.demo.stage import Stage, TourLost
from bot.demo.tour import Step
from bot.demo.underneath import Underneath
from bot.records import encryption
from bot.records.database import Database
from bot.settings import Settings
from bot.simulator.server import create_app
from bot.simulator.telegram import Telegram

_TOKEN = "1000000:demo"  # noqa: S105  # opens nothing but the simulator
_BOT_USERNAME = "appointments_demo_bot"
_RESTS_WITHIN_SECONDS = 3.0
_LOOKS_EVERY_SECONDS = 0.05
_READING_SECONDS = 1.2
_numbers = count(1)


class Showing:
    """`number` tells one practice from the next, `step` is the tour's step being done, `links` are
    the invitations that wait for somebody, by name.
    """

    def __init__(self, folder: Path, address: str) -> None:
        self.number = next(_numbers)
        self._folder = folder / f"practice-{self.number}"
        self._values = {
            **sample.SETTINGS,
            "telegram_bot_token": _TOKEN,
            "telegram_api_url": address,
            "database_url": f"sqlite:///{self._folder / 'demo.sqlite'}",
            "encryption_keys": encryption.new_key(),
            "http_port": 0,
        }
        self.settings: Settings = given_settings(self._values)
        self.clock = PushedClock()
        self.telegram = Telegram(
            token=_TOKEN,
            bot_name="Appointments",
            bot_username=_BOT_USERNAME,
            now=self.clock.now,
            monotonic=Clock().monotonic,
        )
        self.simulator = create_app(self.telegram)
        self.keeper = Keeper(
            self._values,
            lambda: self.clock.offset,
            self._folder / "bot.log",
            self.telegram.change.ring,
        )
        self.stage = Stage(
            self.telegram,
            push_to=self.push_to,
            next_due=self.next_due_at,
            pause=_READING_SECONDS,
        )
        self.links: dict[str, str] = {}
        self.underneath: Underneath | None = None
        self.is_ready = False
        self.step: Step | None = None
        self.done: list[str] = []
        self.lost: str | None = None

    async def open(self) -> None:
        """Make the practice, start the bot, and let everybody but Ben open their invitation.

        Raise TourLost if the bot doesn't answer them.
        """
        self._folder.mkdir()
        for each in sample.PEOPLE:
            self.telegram.person(each.name)
        made = await asyncio.to_thread(self._make)
        self.underneath = Underneath(self._folder / "demo.sqlite")
        self.keeper.start()
        await made.join(self.stage)
        self.links = {sample.BEN.name: made.link(sample.BEN.name, _BOT_USERNAME)}
        self.is_ready = True
        self.telegram.change.ring()

    async def close(self) -> None:
        await self.keeper.close()
        self.telegram.hang_up()
        if self.underneath is not None:
            self.underneath.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _make(self) -> Sample:
        encryption.use_keyring(self.settings.keyring())
        database = Database(self.settings.database_url.get_secret_value())
        try:
            make_tables(database)
            return sample.make_sample(database, self.settings.practice(), self.clock.now())
        finally:
            database.close()

    # --- time

    async def push_on(self, span: timedelta) -> None:
        await self._pushed(lambda: self.clock.push_on(span))

    async def push_to_next(self) -> bool:
        """Push the clock to what falls due next; False if there is nothing."""
        instant = await self.next_due_at()
        if instant is None:
            return False
        await self.push_to(instant)
        return True

    async def push_to(self, instant: datetime) -> None:
        await self._pushed(lambda: self.clock.push_to(instant))

    async def _pushed(self, push: Callable[[], None]) -> None:
        """Let the bot finish what it has in hand, move on, and let it do what is due by then.

        A bot that is dead, or that Telegram doesn't answer, isn't waited for.
        """
        await self._rest()
        push()
        self.keeper.push()
        self.telegram.change.ring()
        await self._rest()

    async def next_due_at(self) -> datetime | None:
        assert self.underneath is not None, "the practice is open"
        return await asyncio.to_thread(self.underneath.next_due_at, self.clock.now())

    async def _rest(self) -> None:
        waited = 0.0
        while waited < _RESTS_WITHIN_SECONDS and self._can_work() and await self._is_busy():
            await asyncio.sleep(_LOOKS_EVERY_SECONDS)
            waited += _LOOKS_EVERY_SECONDS

    def _can_work(self) -> bool:
        return self.keeper.state is BotState.RUNNING and not self.telegram.faults.down

    async def _is_busy(self) -> bool:
        assert self.underneath is not None, "the practice is open"
        if self.telegram.pending or await asyncio.to_thread(self.underneath.has_open_updates):
            return True
        instant = await self.next_due_at()
        # Read after the rows: what was written in between may be due by now.
        return instant is not None and instant <= self.clock.now()

    # --- the tour

    async def do_step(self, step: Step) -> None:
        """Do one step of the tour on the phones; `lost` says what went another way."""
        self.step, self.lost = step, None
        self.telegram.change.ring()
        try:
            await step.act(self.stage)
            self.done.append(step.id)
        except TourLost as lost:
            self.lost = lost.sentence
        finally:
            self.step = None
            self.telegram.change.ring()

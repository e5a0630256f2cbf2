"""One sample practice in play: its folder, its clock, its simulated Telegram and its bot."""

import asyncio
import secrets
import shutil
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import Clock
from bot.demo import sample
from bot.demo.keeper import BotState, Keeper
from bot.demo.program import given_settings
from bot.demo.pushed_clock import PushedClock
from bot.demo.sample import Sample
from bot.demo.stage import SILENT, Stage, TourLost
from bot.demo.tour import Step
from bot.demo.underneath import Underneath, Unreadable
from bot.opening import make_tables
from bot.records import encryption
from bot.records.database import Database
from bot.settings import Settings
from bot.simulator.server import create_app
from bot.simulator.telegram import Telegram

_BOT_USERNAME = "appointments_demo_bot"
_RESTS_WITHIN_SECONDS = 10.0  # a machine may be busy, and Telegram slow
_LOOKS_EVERY_SECONDS = 0.05
_READING_SECONDS = 1.2
_READABLE_WITHIN_SECONDS = 10.0


class Showing:
    """`id` tells one practice from the next, `step` is the tour's step being done."""

    def __init__(self, folder: Path, address: str) -> None:
        self.id = secrets.token_hex(8)
        self._folder = folder / self.id
        token = f"1000000:{secrets.token_urlsafe(16)}"
        self._values = {
            **sample.SETTINGS,
            "telegram_bot_token": token,
            "telegram_api_url": address,
            "database_url": f"sqlite:///{self._folder / 'demo.sqlite'}",
            "encryption_keys": encryption.new_key(),
            "http_port": 0,
        }
        self.settings: Settings = given_settings(self._values)
        self.clock = PushedClock()
        self.telegram = Telegram(
            token=token,
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
        self.underneath = Underneath(self._folder / "demo.sqlite")
        self._link = ""
        self.is_opening = True
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
        try:
            made = await asyncio.to_thread(self._make)
            self.keeper.start()
            await self._unless_gone(made.join(self.stage))
            self._link = made.link(sample.BEN.name, _BOT_USERNAME)
            self.is_ready = True
        finally:
            self.is_opening = False
            self.telegram.change.ring()

    @property
    def links(self) -> dict[str, str]:
        """The invitations that wait for somebody, by name."""
        name = sample.BEN.name
        has_come = self.stage.shows(name, self.settings.practice_name)
        return {name: self._link} if self._link and not has_come else {}

    async def close(self) -> None:
        self.underneath.close()
        await self.keeper.close()
        self.telegram.hang_up()
        await asyncio.to_thread(shutil.rmtree, self._folder, ignore_errors=True)

    async def _unless_gone(self, joining: Coroutine[None, None, None]) -> None:
        """A bot that can't be started isn't waited for."""
        joined = asyncio.ensure_future(joining)
        gone = asyncio.ensure_future(self.keeper.is_gone.wait())
        try:
            await asyncio.wait({joined, gone}, return_when=asyncio.FIRST_COMPLETED)
            if not joined.done():
                raise TourLost(SILENT)
            joined.result()
        finally:
            joined.cancel()
            gone.cancel()

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
        """Push the clock to what falls due next; False if what was due already isn't done, or if
        there is nothing. Raise Unreadable if the bot's rows can't be read.
        """
        await self._rest()
        instant = await self.next_due_at()
        if instant is None or instant <= self.clock.now():
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
        """A bot that was killed while it wrote leaves rows that can be read again once it is back:
        so long it is waited for. Raise Unreadable if it isn't back in time.
        """
        looks = int(_READABLE_WITHIN_SECONDS / _LOOKS_EVERY_SECONDS)
        for _look in range(looks):
            with suppress(Unreadable):
                return await asyncio.to_thread(self.underneath.next_due_at, self.clock.now())
            if self.underneath.is_closed:
                break
            await asyncio.sleep(_LOOKS_EVERY_SECONDS)
        raise Unreadable

    async def _rest(self) -> None:
        looks = int(_RESTS_WITHIN_SECONDS / _LOOKS_EVERY_SECONDS)
        for _look in range(looks):
            if not self._can_work():
                return
            with suppress(Unreadable):  # then it is busy: it has yet to put its rows right
                if not await self._is_busy():
                    return
            await asyncio.sleep(_LOOKS_EVERY_SECONDS)

    def _can_work(self) -> bool:
        is_there = self.keeper.state is BotState.RUNNING and not self.underneath.is_closed
        return is_there and not self.telegram.faults.down

    async def _is_busy(self) -> bool:
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
        except Unreadable:
            self.lost = SILENT
        finally:
            self.step = None
            self.telegram.change.ring()

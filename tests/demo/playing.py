"""The sample practice in play: the real program, stepped while somebody acts on the phones."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime

from bot.demo.sample import SETTINGS, Sample, make_sample
from bot.demo.stage import Stage
from bot.demo.tour import STEPS
from bot.simulator.telegram import Telegram
from tests.clock import HandClock
from tests.practice import TOKEN, Practice, Someone


class SamplePractice(Practice):
    """A fresh sample at an instant. `pushes` are the instants that the tour pushed the clock to."""

    def __init__(self, database_url: str, starts_at: datetime) -> None:
        hand, self.sample_made_at = HandClock(starts_at), starts_at
        telegram = Telegram(token=TOKEN, now=hand.now, monotonic=hand.monotonic)
        super().__init__(database_url, (hand, telegram), **SETTINGS)
        self.pushes: list[datetime] = []
        self.sample: Sample = make_sample(self.database, self.settings.practice(), hand.now())
        self._one_at_a_time = asyncio.Lock()

    @property
    def stage(self) -> Stage:
        return Stage(self.telegram, push_to=self._push_to, next_due=self._next_due)

    def plays(self, act: Callable[[Stage], Awaitable[None]]) -> None:
        """Let somebody act while the program does its work beside them."""
        self._runner.run(self._plays(act))

    def joins(self) -> None:
        self.plays(self.sample.join)

    def tours(self, *ids: str) -> None:
        """Do these steps of the tour, or all of them."""
        for step in STEPS:
            if not ids or step.id in ids:
                self.plays(step.act)

    def phone(self, name: str) -> Someone:
        return self.account(name)

    def ever_reached(self, name: str, text: str) -> bool:
        """Whether it was ever on this phone, gone from there by now or not."""
        return any(
            text in str(call.params.get("text"))
            for method in ("sendMessage", "editMessageText")
            for call in self.telegram.calls_of(method)
            if call.params.get("chat_id") == self.phone(name).account.id
        )

    async def _plays(self, act: Callable[[Stage], Awaitable[None]]) -> None:
        async with self._working():
            await act(self.stage)
        await self._settle()

    @asynccontextmanager
    async def _working(self) -> AsyncIterator[None]:
        working = asyncio.create_task(self._work_on())
        try:
            yield
        finally:
            async with self._one_at_a_time:  # not in the middle of what the program does
                working.cancel()
            with suppress(asyncio.CancelledError):
                await working

    async def _work_on(self) -> None:
        while True:
            count = self.telegram.change.count
            async with self._one_at_a_time:
                await self._settle()
            await self.telegram.change.after(count)

    async def _push_to(self, instant: datetime) -> None:
        async with self._one_at_a_time:
            self.pushes.append(instant)
            self.hand.wait_until(max(instant, self.hand.now()))
            await self._settle()

    async def _next_due(self) -> datetime | None:
        async with self._one_at_a_time:
            return await self._settle()

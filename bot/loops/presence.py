"""Presence: notes that updates can reach the program, and finds out when they could not."""

import asyncio
from datetime import timedelta

import structlog

from bot.clock import Clock
from bot.loops.bells import Bells
from bot.records import presence
from bot.records.database import Database, Unavailable

log = structlog.get_logger()
_WRITTEN_EVERY_SECONDS = 60.0


class Presence:
    """What Receive and Webhook tell that the program is there.

    It is written down once a minute at most. So what a killed process leaves behind may be a minute
    too old: then an outage seems longer, and somebody is asked once more who needn't be.
    """

    def __init__(self, *, database: Database, clock: Clock, bells: Bells) -> None:
        self._database = database
        self._clock = clock
        self._bells = bells
        self._there_at: float | None = None  # since boot
        self._write_at = clock.monotonic()
        self._noting = asyncio.Lock()  # a webhook is brought several updates at a time

    async def note(self) -> None:
        """The program is there now: what Telegram had for it is committed."""
        async with self._noting:
            await self._note()

    async def _note(self) -> None:
        away = self._away()
        is_back = away is None or away > presence.TAPS_WAIT
        if not is_back and self._clock.monotonic() < self._write_at:
            self._there_at = self._clock.since_boot()
            return
        now = self._clock.now()
        try:
            outage = await self._database.run(lambda db: presence.note(db, now, away))
        except Unavailable:
            log.warning("database unavailable")
            return  # nor could an update have been kept
        self._there_at = self._clock.since_boot()
        self._write_at = self._clock.monotonic() + _WRITTEN_EVERY_SECONDS
        if outage is not None and outage.ended_at is not None:
            away = outage.ended_at - outage.began_at
            log.warning("was away", outage=outage.id, seconds=int(away.total_seconds()))
            self._bells.tick.set()

    async def leave(self) -> None:
        """The program ends: until its last answer it was there, to the second."""
        away = self._away()
        if away is None:
            return
        at = self._clock.now() - away
        try:
            await self._database.run(lambda db: presence.leave(db, at))
        except Unavailable:
            log.warning("database unavailable")

    def _away(self) -> timedelta | None:
        """For how long nothing was heard; None before the first time."""
        if self._there_at is None:
            return None
        return timedelta(seconds=self._clock.since_boot() - self._there_at)

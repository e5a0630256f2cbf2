"""Receive: polls Telegram for updates and confirms them once they are in the inbox."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import structlog

from bot.clock import Clock
from bot.loops.intake import Intake
from bot.loops.pace import back_off
from bot.loops.presence import Presence
from bot.loops.trouble import Trouble
from bot.records import inbox
from bot.records.database import Unavailable
from bot.telegram_gateway import PollFailed, TelegramGateway

log = structlog.get_logger()
_FIRST_WAIT_SECONDS, _LONGEST_WAIT_SECONDS = 0.5, 15.0


class Receive:
    """Long polls of raw JSON. The next poll confirms a batch, so it comes after the commit."""

    def __init__(
        self, *, gateway: TelegramGateway, intake: Intake, clock: Clock, presence: Presence
    ) -> None:
        self._gateway = gateway
        self._intake = intake
        self._presence = presence
        self._offset: int | None = (
            None  # unknown after a start: Telegram repeats what we confirm again
        )
        # The first poll after an absence is answered at once, not after 25 s.
        self._is_there = False
        self._is_polling = False  # until the webhook of an earlier set-up is taken down
        self._failures = 0
        self.trouble = Trouble(clock.monotonic)

    async def step(self, wait_seconds: int | None = None) -> float:
        """One poll. Gives the seconds to wait before the next one."""
        try:
            if not self._is_polling:
                await self._gateway.stop_webhook()
                self._is_polling = True
            if wait_seconds is None and not self._is_there:
                wait_seconds = 0
            arguments = () if wait_seconds is None else (wait_seconds,)
            batch = await self._gateway.poll(self._offset, *arguments)
            if batch:
                await self._intake.keep(batch)
            await self._presence.note()
            self._is_there = True
            if batch:
                offset, self._offset = self._offset, _after(batch, self._offset)
                if self._offset == offset:  # the same batch would come again at once
                    return self._wait("nothing to confirm", None)
        except PollFailed as failure:
            return self._wait(failure.reason, failure.retry_after)
        except Unavailable:
            return self._wait("database unavailable", None)
        self._failures = 0
        self.trouble.is_over()
        return 0.0

    def _wait(self, reason: str, retry_after: timedelta | None) -> float:
        self._failures += 1
        self._is_there = False
        self._is_polling &= reason != "Conflict"  # a webhook may have been set in the meantime
        self.trouble.goes_on("Telegram can't be asked for updates")
        log.warning("poll failed", reason=reason, failures=self._failures)
        if retry_after is not None:
            return retry_after.total_seconds()
        return back_off(_FIRST_WAIT_SECONDS, _LONGEST_WAIT_SECONDS, self._failures)


def _after(batch: Sequence[Any], offset: int | None) -> int | None:
    """The offset that confirms this batch."""
    ids = [raw["update_id"] for raw in batch if inbox.is_storable(raw)]
    return max(ids) + 1 if ids else offset

"""Settling: one try of a send, and its verdict written down however long the database is away."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog
from sqlmodel import Session

from bot.records.database import Database, Unavailable
from bot.records.outbox import OutboxRow
from bot.verdicts import Outcome, Verdict

log = structlog.get_logger()
_DATABASE_WAIT_SECONDS = 1.0
_FAULTS = 3  # tries of a row that can't even be read or built

WriteDown = Callable[[Session, OutboxRow, Verdict], None]


async def attempt(row: OutboxRow, sending: Awaitable[Verdict]) -> Verdict:
    """Try once. A fault of our own is the row's: a few tries, then it is given up."""
    try:
        return await sending
    except Exception as error:  # noqa: BLE001  # one row's fault must not stop the others for ever
        log.error("send failed", outbox=row.id, error=type(error).__name__)
        outcome = Outcome.TRY_AGAIN if row.tries + 1 < _FAULTS else Outcome.REFUSED
        return Verdict(outcome, reason=type(error).__name__)


@dataclass(frozen=True)
class Settling:
    """How one way of sending writes its verdicts down.

    `plainly` notes the row's own state and nothing that follows from it: it is taken where
    `write_down` fails, so that what was sent isn't sent again for ever.
    """

    database: Database
    write_down: WriteDown
    plainly: WriteDown

    async def settle(self, row: OutboxRow, verdict: Verdict) -> bool:
        """Try until the database takes it: the other side has the message. False if nothing could
        be written down."""
        for write_down in (self.write_down, self.plainly):
            try:
                await self._write(write_down, row, verdict)
            except Exception as error:  # noqa: BLE001  # what follows from a send must not undo it
                log.error("settling failed", outbox=row.id, error=type(error).__name__)
            else:
                return True
        return False

    async def _write(self, write_down: WriteDown, row: OutboxRow, verdict: Verdict) -> None:
        while True:
            try:
                return await self.database.run(lambda db: write_down(db, row, verdict))
            except Unavailable:
                await asyncio.sleep(_DATABASE_WAIT_SECONDS)

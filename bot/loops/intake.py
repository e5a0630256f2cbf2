"""Intake: commits what Telegram handed over to the inbox, and then wakes the work loop."""

from collections.abc import Sequence
from typing import Any

import structlog
from sqlmodel import Session

from bot.clock import Clock
from bot.loops.bells import Bells
from bot.records import inbox
from bot.records.database import Database
from bot.telegram_updates import chat_of

log = structlog.get_logger()


class Intake:
    """The one way into the inbox, for polled batches and for what the webhook is brought."""

    def __init__(self, *, bot_id: int, database: Database, clock: Clock, bells: Bells) -> None:
        self._bot_id = bot_id
        self._database = database
        self._clock = clock
        self._bells = bells

    async def keep(self, batch: Sequence[Any]) -> None:
        """Once this returns, the batch is committed and Telegram may forget it.

        Raises Unavailable if the database can't be written; then nothing of the batch is kept.
        What hasn't the shape of an update is logged and left out: it would come again for ever.
        """
        stored = await self._database.run(lambda db: self._store(db, batch))
        log.info("received", updates=len(batch), new=stored)
        self._bells.work.set()

    def _store(self, db: Session, batch: Sequence[Any]) -> int:
        """Store a batch; the number of updates that were not there already."""
        stored = 0
        for raw in batch:
            if not inbox.is_storable(raw):
                log.error("not an update", kind=type(raw).__name__)
                continue
            stored += inbox.store(
                db, bot_id=self._bot_id, raw=raw, chat_id=chat_of(raw), now=self._clock.now()
            )
        return stored

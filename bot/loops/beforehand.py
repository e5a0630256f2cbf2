"""What is slow and needs no lock is done before a transaction, never in it."""

import asyncio
from collections.abc import Callable
from typing import Any

from sqlmodel import Session

from bot.records.database import Database
from bot.turn import NeedsFirst

Done = dict[tuple[Any, ...], Any]  # what Turn.slowly was given, by function and arguments


async def run_beforehand(database: Database, act: Callable[[Session, Done], None]) -> None:
    """Run `act` in a transaction of its own. Each time that its turn asks for something slow it is
    undone, the slow thing is done in another thread, and it is begun again."""
    done: Done = {}
    while True:
        try:
            return await database.run(lambda db: act(db, done))
        except NeedsFirst as needed:
            key = (needed.act, *needed.arguments)
            done[key] = await asyncio.to_thread(needed.act, *needed.arguments)

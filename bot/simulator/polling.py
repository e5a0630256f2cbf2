"""getUpdates: the long poll, its confirmations and its conflicts."""

import asyncio

from bot.simulator.bubbles import Json
from bot.simulator.parameters import Parameters
from bot.simulator.refusals import Conflict, Refusal, bad_gateway, conflict
from bot.simulator.telegram import Poll, Telegram

LONGEST_WAIT = 50
MOST_UPDATES = 100
CONFLICT = 409
UNDERSTANDS = frozenset({"offset", "limit", "timeout", "allowed_updates"})


async def get_updates(telegram: Telegram, parameters: Parameters) -> list[Json]:
    try:
        return await _get_updates(telegram, parameters)
    except Refusal as refusal:
        if refusal.code == CONFLICT and telegram.enforce_pace:
            await asyncio.sleep(telegram.pace.conflict_waits())
        raise


async def _get_updates(telegram: Telegram, parameters: Parameters) -> list[Json]:
    if telegram.webhook is not None:
        raise conflict(Conflict.WEBHOOK_ACTIVE)
    updates = telegram.exchange.updates
    updates.allow(parameters.get("allowed_updates"))
    offset = parameters.number("offset", otherwise=0)
    limit = min(max(parameters.number("limit", otherwise=MOST_UPDATES), 1), MOST_UPDATES)
    timeout: float = min(max(parameters.number("timeout", otherwise=0), 0), LONGEST_WAIT)
    if telegram.enforce_pace:
        limit, timeout = telegram.pace.slow_repeated_poll(offset, limit, timeout)
    found = updates.take(offset, limit)
    if found or timeout == 0:
        return found
    return await _wait(telegram, offset, limit, timeout)


async def _wait(telegram: Telegram, offset: int, limit: int, timeout: float) -> list[Json]:
    poll = telegram.begin_poll()
    try:
        async with asyncio.timeout(timeout):
            return await _first_news(telegram, poll, offset, limit)
    except TimeoutError:
        return []
    finally:
        if telegram.poll is poll:
            telegram.poll = None


async def _first_news(telegram: Telegram, poll: Poll, offset: int, limit: int) -> list[Json]:
    while True:
        count = telegram.change.count
        if poll.ended is not None:
            raise poll.ended
        if telegram.faults.down:
            raise bad_gateway()
        # A negative offset has done its forgetting; from here on it means the head of the queue.
        found = telegram.exchange.updates.take(max(offset, 0), limit)
        if found or poll.hung_up:
            return found
        await telegram.change.after(count)

"""Plain APScheduler with one job per reminder, all due in the same second: what it runs and what it drops."""

import asyncio
import logging
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta

from apscheduler.events import EVENT_JOB_EXECUTED, EVENT_JOB_MISSED, JobExecutionEvent
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger

_LONGEST = 600.0  # seconds


def remind() -> None:
    """The smallest job there is."""


async def run(jobs: int) -> Counter[str]:
    """How many ran and how many were dropped as too late, with the settings it comes with."""
    scheduler = AsyncIOScheduler(timezone=UTC)
    counts: Counter[str] = Counter()
    all_done = asyncio.Event()

    def note(event: JobExecutionEvent) -> None:
        counts["ran" if event.code == EVENT_JOB_EXECUTED else "dropped"] += 1
        if counts.total() == jobs:
            all_done.set()

    scheduler.add_listener(note, EVENT_JOB_EXECUTED | EVENT_JOB_MISSED)
    scheduler.start(paused=True)
    due_at = datetime.now(UTC) + timedelta(seconds=2 + jobs / 3000)
    for _ in range(jobs):
        scheduler.add_job(remind, DateTrigger(due_at))
    await asyncio.sleep(max((due_at - datetime.now(UTC)).total_seconds() - 0.5, 0.0))
    scheduler.resume()
    async with asyncio.timeout(_LONGEST):
        await all_done.wait()
    scheduler.shutdown(wait=False)
    return counts


if __name__ == "__main__":
    logging.getLogger("apscheduler").setLevel(logging.CRITICAL)  # a line for each that it drops
    counted = asyncio.run(run(int(sys.argv[1])))
    print(f"ran {counted['ran']}, dropped {counted['dropped']}")

"""The only place that asks the machine what time it is."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _since_boot() -> float:
    # Elsewhere than on Linux this clock goes on during sleep by itself.
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


@dataclass(frozen=True)
class Clock:
    """Three clocks, handed to whoever needs the time.

    `now` gives the wall time as an aware UTC datetime: it decides what is due, and a test or the
    demo may shift it. `monotonic` gives seconds that never jump: pacing, time-outs and watchdogs
    use it and are never shifted. `since_boot` gives seconds that go on while the machine sleeps and
    don't jump when its clock is set: how long the program was away is counted in them.
    """

    now: Callable[[], datetime] = _utc_now
    monotonic: Callable[[], float] = time.monotonic
    since_boot: Callable[[], float] = _since_boot

"""The only place that asks the machine what time it is."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Clock:
    """Two clocks, handed to whoever needs the time.

    `now` gives the wall time as an aware UTC datetime: it decides what is due, and a test or the
    demo may shift it. `monotonic` gives seconds that never jump: pacing, time-outs and watchdogs
    use it and are never shifted.
    """

    now: Callable[[], datetime] = _utc_now
    monotonic: Callable[[], float] = time.monotonic

"""What this process takes of the machine, and for how long others had it."""

import os
from contextlib import suppress
from pathlib import Path

_MEGABYTE = 2**20


def memory() -> float:
    """What it has of the machine's memory, in megabytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / _MEGABYTE


def waited_for_core() -> float:
    """For how many seconds this thread was ready and other programs had the cores."""
    with suppress(OSError):
        return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e9
    return 0.0

"""What this process takes of the machine, and for how long others had it."""

import os
import threading
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


def thread_times(name: str) -> tuple[float, float]:
    """For how many seconds the threads whose name begins so had a core, and were ready without one."""
    worked = waited = 0
    for thread in threading.enumerate():
        if thread.name.startswith(name):
            with suppress(OSError):
                words = Path(f"/proc/self/task/{thread.native_id}/schedstat").read_text().split()
                worked, waited = worked + int(words[0]), waited + int(words[1])
    return worked / 1e9, waited / 1e9

"""Keeps the demo's bot running as a service manager would: starts it, and again when it has died."""

import asyncio
import enum
import json
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.clock import Clock

AFTER_KILL_SECONDS = 5.0
_AFTER_FAULT_SECONDS = 1.0
_GIVES_UP_AFTER = 3  # deaths of its own, one soon after the other
_HAS_RUN_SECONDS = 30.0

_monotonic = Clock().monotonic


class BotState(enum.Enum):
    STARTING = "starting"
    RUNNING = "running"
    KILLED = "killed"  # by the visitor; it starts again by itself
    GONE = "gone"  # died too often; `last_words` say why


class Keeper:
    """One bot in one process. `values` are its settings, `offset` gives what its clock goes by.

    What the process says on standard error goes to the file `log`. `changed` is called whenever
    `state` has changed.
    """

    def __init__(
        self,
        values: dict[str, Any],
        offset: Callable[[], timedelta],
        log: Path,
        changed: Callable[[], None],
    ) -> None:
        self._values = values
        self._offset = offset
        self._log = log
        self._changed = changed
        self._process: asyncio.subprocess.Process | None = None
        self._keeping: asyncio.Task[None] | None = None
        self.state = BotState.STARTING
        self.is_gone = asyncio.Event()
        self.kills = 0

    def start(self) -> None:
        self._keeping = asyncio.create_task(self._keep())

    def kill(self) -> bool:
        """SIGKILL, at once and without a word; False if there is no process to kill."""
        if self._process is None or self.state is not BotState.RUNNING:
            return False
        self.kills += 1
        self._become(BotState.KILLED)
        self._process.kill()
        return True

    def push(self) -> None:
        """Hand on the clock's offset. A bot that is starting reads it when it begins."""
        stdin = self._process.stdin if self._process is not None else None
        if stdin is not None and not stdin.is_closing():
            stdin.write(self._offset_line())

    async def close(self) -> None:
        """End the process; nothing of the demo is to be kept, so there is nothing to wait for."""
        if self._keeping is not None:
            self._keeping.cancel()
            await asyncio.gather(self._keeping, return_exceptions=True)

    @property
    def last_words(self) -> str:
        """The end of its log."""
        return self._log.read_text("utf-8", "replace")[-2000:] if self._log.exists() else ""

    async def _keep(self) -> None:
        deaths = 0
        while deaths < _GIVES_UP_AFTER:
            started_at = _monotonic()
            await self._run_once()
            if self.state is BotState.KILLED:
                await asyncio.sleep(AFTER_KILL_SECONDS)
                continue
            has_run = _monotonic() - started_at > _HAS_RUN_SECONDS
            deaths = 1 if has_run else deaths + 1
            await asyncio.sleep(_AFTER_FAULT_SECONDS)
        self._become(BotState.GONE)
        self.is_gone.set()

    async def _run_once(self) -> None:
        """From its start to its end. It stands in a session of its own: Ctrl-C is not for it."""
        self._become(BotState.STARTING)
        with self._log.open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-P", "-m", "bot.demo.program"),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
                cwd=self._log.parent,
                start_new_session=True,
            )
        assert process.stdin is not None and process.stdout is not None, "both are pipes"
        try:
            process.stdin.write(json.dumps(self._values).encode() + b"\n" + self._offset_line())
            self._process = process
            if await process.stdout.readline():
                self._become(BotState.RUNNING)
            await process.wait()
        finally:
            self._process = None
            if process.returncode is None:
                process.kill()
                await process.wait()
            process.stdin.close()

    def _offset_line(self) -> bytes:
        return f"{self._offset().total_seconds()!r}\n".encode()

    def _become(self, state: BotState) -> None:
        self.state = state
        self._changed()

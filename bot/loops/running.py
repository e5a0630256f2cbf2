"""Keeps the loops running: wakes them, restarts them, notices one that has gone silent."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import structlog

log = structlog.get_logger()
# A loop that nothing wakes looks around this often, so that its heartbeat says that it lives.
LONGEST_WAIT_SECONDS = 15.0
_AFTER_FAULT_SECONDS = 1.0
_WATCH_SECONDS = 5.0

Step = Callable[[], Awaitable[float | None]]
Monotonic = Callable[[], float]


@dataclass
class LoopState:
    """What /health knows of a loop. `beat_at` is monotonic."""

    name: str
    silent_after_seconds: float
    beat_at: float
    restarts: int = 0


class Loop:
    """Runs one step after the other: at once when its bell rang, else when its step said.

    A step gives the seconds after which it has something to do without being rung for (None:
    never). Whatever a step raises is logged by its class and counted, and the loop goes on; a type
    named in `fatal` ends the program instead.
    """

    def __init__(
        self, state: LoopState, step: Step, bell: asyncio.Event, *, fatal: type[Exception]
    ) -> None:
        self.state = state
        self._step = step
        self._bell = bell
        self._fatal = fatal

    async def run(self, monotonic: Monotonic) -> None:
        while True:
            self.state.beat_at = monotonic()
            self._bell.clear()
            try:
                wait = await self._step()
            except self._fatal:
                raise
            except Exception as error:  # noqa: BLE001  # the one place where a loop survives a fault
                self.state.restarts += 1
                log.error("loop fault", loop=self.state.name, error=type(error).__name__)
                wait = _AFTER_FAULT_SECONDS
                self._bell.clear()
            await self._rest(LONGEST_WAIT_SECONDS if wait is None else wait)

    async def _rest(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(min(seconds, LONGEST_WAIT_SECONDS)):
                await self._bell.wait()
        except TimeoutError:
            return


async def keep_running(loops: Sequence[Loop], monotonic: Monotonic) -> None:
    """Run the loops until cancelled or until one raises what is fatal.

    A loop whose heart has not beaten for longer than its state allows is cancelled and begun anew.
    """
    tasks = {loop.state.name: asyncio.create_task(loop.run(monotonic)) for loop in loops}
    try:
        while True:
            done, _running = await asyncio.wait(
                tasks.values(), timeout=_WATCH_SECONDS, return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                task.result()  # raises what was fatal
            for loop in loops:
                if monotonic() - loop.state.beat_at > loop.state.silent_after_seconds:
                    await _begin_anew(loop, tasks, monotonic)
    finally:
        for task in tasks.values():
            task.cancel()
        await asyncio.gather(*tasks.values(), return_exceptions=True)


async def _begin_anew(
    loop: Loop, tasks: dict[str, asyncio.Task[None]], monotonic: Monotonic
) -> None:
    log.error("loop silent", loop=loop.state.name)
    loop.state.restarts += 1
    loop.state.beat_at = monotonic()
    silent = tasks[loop.state.name]
    silent.cancel()
    tasks[loop.state.name] = asyncio.create_task(loop.run(monotonic))

"""The bell that rings whenever anything in the simulated Telegram changes."""

import asyncio
from collections.abc import Callable


class Change:
    """Whoever waits reads `count`, looks at the state, and waits for the count to move on.

    `ring` may be called from another thread than the one whose loop waits.
    """

    def __init__(self) -> None:
        self.count = 0
        self._waiting: list[asyncio.Future[None]] = []

    def ring(self) -> None:
        self.count += 1
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            future.get_loop().call_soon_threadsafe(_wake, future)

    async def after(self, count: int, *, seconds: float | None = None) -> bool:
        """True once the bell has rung since `count` was read, False if `seconds` pass first."""
        future = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        try:
            # Compared only now: a ring before joining the queue must not be missed.
            if self.count == count:
                async with asyncio.timeout(seconds):
                    await future
        except TimeoutError:
            return False
        finally:
            if future in self._waiting:
                self._waiting.remove(future)
        return True

    async def until(self, condition: Callable[[], bool], *, seconds: float = 5.0) -> None:
        """Return once `condition` holds; raise TimeoutError if it does not within `seconds`."""
        async with asyncio.timeout(seconds):
            count = self.count
            while not condition():
                await self.after(count)
                count = self.count


def _wake(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)

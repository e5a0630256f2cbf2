"""An event loop in which waiting takes no time: its clock moves on when there is nothing to do."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class _Selector(selectors.DefaultSelector):
    """Never waits; what it would have waited for is added to `waited`."""

    def __init__(self) -> None:
        super().__init__()
        self.waited = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        assert timeout is not None, "nothing will ever happen in this event loop"
        self.waited += max(timeout, 0.0)
        return super().select(0)


class _EventLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._waiting = _Selector()
        super().__init__(self._waiting)

    def time(self) -> float:
        return self._waiting.waited


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run what waits for nothing but time. `asyncio.get_running_loop().time` is its clock."""
    with asyncio.Runner(loop_factory=_EventLoop) as runner:
        return runner.run(coroutine)

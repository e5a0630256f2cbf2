"""Trouble on demand: what goes wrong between a bot and Telegram, so many times, where asked."""

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.simulator.change import Change
from bot.simulator.specification import specification

POLL = "getUpdates"


class FaultKind(StrEnum):
    TOO_MANY_REQUESTS = "too_many_requests"
    SERVER_ERROR = "server_error"
    BAD_GATEWAY = "bad_gateway"
    DROP_BEFORE = "drop_before"
    DROP_AFTER = "drop_after"
    SLOW = "slow"


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One order for trouble; `times` is how often it will still happen."""

    kind: FaultKind
    times: int = 1
    method: str | None = None
    chat_id: int | None = None
    retry_after: int = 1
    seconds: float = 1.0

    def concerns(self, method: str, chat_id: int | None) -> bool:
        """Polls go on all the time and would use up what was meant for a send: name them."""
        if self.method is None:
            rightly_named = method != POLL
        else:
            rightly_named = self.method.lower() == method.lower()
        return rightly_named and self.chat_id in (None, chat_id)


class Faults:
    """`waiting` is what is still to happen, oldest first; `happened` is what has.

    `slow` is by how many seconds the answer to every call but a poll is late, 0 for none.
    """

    def __init__(self, change: Change) -> None:
        self._change = change
        self._down = False
        self.slow = 0.0
        self.waiting: list[Fault] = []
        self.happened: list[Fault] = []

    @property
    def down(self) -> bool:
        """While True everything is refused with 502, and nothing is delivered."""
        return self._down

    @down.setter
    def down(self, down: bool) -> None:
        self._down = down
        self._change.ring()

    def fail(
        self,
        kind: FaultKind | str,
        *,
        times: int = 1,
        method: str | None = None,
        chat_id: int | None = None,
        retry_after: int | None = None,
        seconds: float | None = None,
    ) -> None:
        if times < 1:
            raise ValueError("times must be at least 1")
        if method is not None and specification().method(method) is None:
            raise ValueError(f"there is no method {method}")
        fault = Fault(
            kind=FaultKind(kind),
            times=times,
            method=method,
            chat_id=chat_id,
            retry_after=1 if retry_after is None else retry_after,
            seconds=1.0 if seconds is None else seconds,
        )
        self.waiting.append(fault)

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """The oldest fault that concerns this call, counted down; None if the call goes well."""
        for place, fault in enumerate(self.waiting):
            if fault.concerns(method, chat_id):
                left = replace(fault, times=fault.times - 1)
                self.waiting[place : place + 1] = [left] if left.times else []
                self.happened.append(replace(fault, times=1))
                return fault
        return None

    def count(self, kind: FaultKind | str) -> int:
        """How often this kind of trouble has happened."""
        return sum(fault.kind is FaultKind(kind) for fault in self.happened)

    def clear(self) -> None:
        self.down = False
        self.slow = 0.0
        self.waiting.clear()
        self.happened.clear()

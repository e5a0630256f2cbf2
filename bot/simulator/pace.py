"""How fast a bot may send before Telegram answers 429."""

import math
from collections import deque
from collections.abc import Callable

from bot.simulator.refusals import Refusal, too_many_requests

PER_SECOND = 30
PAID_PER_SECOND = 1000
# Telegram lets short bursts in one chat pass and does not say how short.
BURST_IN_CHAT = 5
PER_MINUTE_IN_GROUP = 20
PATIENCE = 3.0


class Pace:
    """Counts what was let through; `monotonic` is the only clock."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._sent: deque[float] = deque()
        self._sent_to_group: dict[int, deque[float]] = {}
        self._chat_free_at: dict[int, float] = {}
        self._webhook_set_at = -math.inf
        self._polled_at = -math.inf
        self._polled_offset: int | None = None
        self._conflict_at = -math.inf
        self.patience = PATIENCE

    def refusal(self, chat_id: int, *, is_group: bool, paid: bool) -> Refusal | None:
        """None lets one message through and counts it."""
        now = self._monotonic()
        wait = max(
            _wait(self._sent, now, window=1.0, most=PAID_PER_SECOND if paid else PER_SECOND),
            self._group_wait(chat_id, now) if is_group else self._chat_wait(chat_id, now),
        )
        if wait > 0:
            return too_many_requests(math.ceil(wait))
        self._sent.append(now)
        if is_group:
            self._sent_to_group[chat_id].append(now)
        else:
            self._chat_free_at[chat_id] = max(self._chat_free_at.get(chat_id, now), now) + 1.0
        return None

    def may_set_webhook(self) -> bool:
        """Once a second."""
        now = self._monotonic()
        allowed = now >= self._webhook_set_at + 1.0
        if allowed:
            self._webhook_set_at = now
        return allowed

    def slow_repeated_poll(self, offset: int, limit: int, timeout: float) -> tuple[int, float]:
        """The limit and timeout that a poll really gets, less if it repeats the last offset."""
        now = self._monotonic()
        is_repeated = offset == self._polled_offset
        if is_repeated and timeout < self.patience and now < self._polled_at + self.patience:
            timeout = self.patience
        if is_repeated and now < self._polled_at + 0.5:
            limit = 1
        self._polled_at = now
        self._polled_offset = offset
        return limit, timeout

    def conflict_waits(self) -> float:
        """How long a refused poll is held: not at all, unless the last one was just now."""
        now = self._monotonic()
        if now >= self._conflict_at + self.patience:
            self._conflict_at = now
            return 0.0
        return self.patience

    def _chat_wait(self, chat_id: int, now: float) -> float:
        return self._chat_free_at.get(chat_id, now) - now - (BURST_IN_CHAT - 1)

    def _group_wait(self, chat_id: int, now: float) -> float:
        sent = self._sent_to_group.setdefault(chat_id, deque())
        return _wait(sent, now, window=60.0, most=PER_MINUTE_IN_GROUP)


def _wait(sent: deque[float], now: float, *, window: float, most: int) -> float:
    while sent and sent[0] <= now - window:
        sent.popleft()
    return 0.0 if len(sent) < most else sent[-most] + window - now

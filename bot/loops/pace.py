"""How fast Telegram may be written to: per bot, per chat, and after it has asked for patience."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

CHAT_BURST = 3
CHAT_PER_SECOND = 1.0
_PATIENCE_CHATS = 3  # 429s from so many chats …
_PATIENCE_WITHIN_SECONDS = 10.0  # … within this time mean the bot as a whole
_FIRST_PAUSE_SECONDS, _LONGEST_PAUSE_SECONDS = 0.5, 15.0
# The window is the limit, and the even spacing keeps a little below it, so that it stays even.
_WINDOW_SECONDS = 1.005
_SPARE = 1.015
_CATCH_UP = 3.0  # sends: more of them at once would make an alert wait for the next second
_DOUBLINGS = 30  # more would outgrow a float in a night without Telegram


def back_off(first: float, longest: float, failures: int) -> float:
    """Seconds until the next try after so many failures in a row: twice as many each time."""
    return min(first * 2.0 ** min(failures - 1, _DOUBLINGS), longest)


@dataclass
class _Chat:
    tokens: float
    at: float
    closed_until: float = 0.0


class Pace:
    """Telegram's limits (FACTS §1): about 30 messages/s per bot, 1/s per chat after a short burst.

    Sends of the bot are spread evenly; what waking and looking cost is made up for by a few that
    follow sooner. Telegram counts a send at some instant between its beginning and its answer, so
    each counts from the one until a second after the other: then no second of Telegram's holds more
    than the limit, however unevenly they arrive. All times are monotonic seconds.
    """

    def __init__(self, per_second: float, monotonic: Callable[[], float]) -> None:
        self._most = max(int(per_second), 1)
        self._gap = _SPARE / per_second
        self._monotonic = monotonic
        self._next_at = 0.0
        self._under_way = 0
        self._ended: deque[float] = deque()  # the sends of the last second, by their answers
        self._chats: dict[int, _Chat] = {}
        self._refusals: deque[tuple[float, int]] = deque()
        self._failures = 0

    def wait_seconds(self) -> float:
        """How long the bot as a whole must wait before it may send again."""
        now = self._monotonic()
        return max(self._next_at - now, self._window_wait(now), 0.0)

    def _window_wait(self, now: float) -> float:
        while self._ended and self._ended[0] <= now - _WINDOW_SECONDS:
            self._ended.popleft()
        if self._under_way + len(self._ended) < self._most:
            return 0.0
        if not self._ended:  # whichever is answered first rings the bell
            return _WINDOW_SECONDS
        return self._ended[0] + _WINDOW_SECONDS - now

    def busy_chats(self) -> dict[int, float]:
        """The chats that may not be written to now, with the seconds they still need."""
        now = self._monotonic()
        waits = {chat_id: self._chat_wait(chat, now) for chat_id, chat in self._chats.items()}
        for chat_id, chat in list(self._chats.items()):
            if waits[chat_id] <= 0 and self._tokens(chat, now) >= CHAT_BURST:
                del self._chats[chat_id]  # as good as new
        return {chat_id: wait for chat_id, wait in waits.items() if wait > 0}

    def note_send(self, chat_id: int) -> None:
        """A send to this chat begins now; `note_end` follows, whatever comes of it."""
        now = self._monotonic()
        self._next_at = max(self._next_at, now - _CATCH_UP * self._gap) + self._gap
        self._under_way += 1
        chat = self._chats.setdefault(chat_id, _Chat(CHAT_BURST, now))
        chat.tokens, chat.at = self._tokens(chat, now) - 1, now

    def note_end(self) -> None:
        """One of the sends that began was answered, or given up."""
        self._under_way -= 1
        self._ended.append(self._monotonic())

    def note_patience(self, chat_id: int, seconds: float) -> None:
        """Telegram answered 429: this chat waits, and all do if it happens in several chats."""
        now = self._monotonic()
        chat = self._chats.setdefault(chat_id, _Chat(CHAT_BURST, now))
        chat.closed_until = now + seconds
        self._refusals.append((now, chat_id))
        while self._refusals[0][0] < now - _PATIENCE_WITHIN_SECONDS:
            self._refusals.popleft()
        if len({refused for _at, refused in self._refusals}) >= _PATIENCE_CHATS:
            self._next_at = max(self._next_at, now + seconds)

    def note_outcome(self, *, arrived: bool) -> None:
        """Whether Telegram answered at all. While it doesn't, everything waits longer and longer."""
        self._failures = 0 if arrived else self._failures + 1
        if self._failures:
            pause = back_off(_FIRST_PAUSE_SECONDS, _LONGEST_PAUSE_SECONDS, self._failures)
            self._next_at = max(self._next_at, self._monotonic() + pause)

    @property
    def is_failing(self) -> bool:
        return self._failures > 0

    def _tokens(self, chat: _Chat, now: float) -> float:
        return min(chat.tokens + (now - chat.at) * CHAT_PER_SECOND, CHAT_BURST)

    def _chat_wait(self, chat: _Chat, now: float) -> float:
        missing = max(1.0 - self._tokens(chat, now), 0.0) / CHAT_PER_SECOND
        return max(missing, chat.closed_until - now, 0.0)

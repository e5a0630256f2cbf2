"""The queue of updates that the bot has not confirmed yet."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.simulator.bubbles import Json
from bot.simulator.change import Change

KEPT = timedelta(hours=24)
CALLBACK_KEPT = timedelta(seconds=150)
ONLY_WHEN_ASKED_FOR = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
LONGEST_QUEUE = 100_000
LARGEST_ANSWER = 1 << 22


@dataclass(frozen=True, kw_only=True)
class PendingUpdate:
    """`queue` names the line in which a webhook gets it: the next of a line waits for this one."""

    update_id: int
    kind: str
    body: Json
    queue: str
    expires_at: datetime

    def json(self) -> Json:
        return {"update_id": self.update_id, self.kind: self.body}


class UpdateQueue:
    def __init__(self, *, now: Callable[[], datetime], change: Change, first_id: int) -> None:
        self._now = now
        self._change = change
        self._pending: list[PendingUpdate] = []
        self._next_id = first_id
        self._expired: list[PendingUpdate] = []
        self.allowed: frozenset[str] | None = None

    def allow(self, kinds: list[str] | None) -> None:
        """None leaves the choice as it is, an empty list brings back the default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def add(self, kind: str, body: Json, *, queue: str, kept: timedelta = KEPT) -> None:
        """What is not allowed now is never made: allowing it later does not bring it back."""
        if self._is_wanted(kind) and len(self.pending()) < LONGEST_QUEUE:
            update = PendingUpdate(
                update_id=self._next_id,
                kind=kind,
                # As Telegram does, written down now: what changes later does not show in it.
                body=json.loads(json.dumps(body)),
                queue=queue,
                expires_at=self._now() + kept,
            )
            self._next_id += 1
            self._pending.append(update)
            self._change.ring()

    def _is_wanted(self, kind: str) -> bool:
        if self.allowed is None:
            return kind not in ONLY_WHEN_ASKED_FOR
        return kind in self.allowed

    def pending(self) -> list[PendingUpdate]:
        now = self._now()
        if any(update.expires_at <= now for update in self._pending):
            self._expired += [update for update in self._pending if update.expires_at <= now]
            self._pending = [update for update in self._pending if update.expires_at > now]
        return list(self._pending)

    def never_taken(self, kind: str) -> list[PendingUpdate]:
        """Those that the bot has not confirmed: they wait, or have waited too long and are gone."""
        untaken = self.pending() + self._expired
        return [update for update in untaken if update.kind == kind]

    def take(self, offset: int, limit: int) -> list[Json]:
        """What is next, after confirming all below a positive offset, or forgetting all but the
        newest -offset. An offset beyond the queue confirms nothing and means its head."""
        pending = self.pending()
        if offset < 0:
            self._pending = pending[offset:]
        elif offset <= self._next_id:
            self._pending = [update for update in pending if update.update_id >= offset]
        answer: list[Json] = []
        room = LARGEST_ANSWER
        for update in self._pending[:limit]:
            room -= 50 + len(json.dumps(update.body))
            if room <= 0:
                break
            answer.append(update.json())
        return answer

    def drop(self, update_id: int) -> None:
        self._pending = [update for update in self._pending if update.update_id != update_id]
        self._change.ring()

    def clear(self) -> None:
        self._pending = []
        self._change.ring()

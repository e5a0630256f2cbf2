"""The program in the simulated year: its own loops, stepped when they would wake, and what they send."""

import asyncio
import heapq
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from sqlmodel import Session

from bot.app import App
from bot.records import due_rows
from bot.records.database import Database
from bot.records.outbox import OutboxKind, OutboxRow, Priority
from bot.verdicts import Outcome, Verdict
from tests.clock import HandClock
from tests.practice import settings_for

_REFUSED_FOR_A_WHILE = 0.003  # of the sends, by chance: 429
_NOT_ARRIVED = 0.003  # time-outs
_PATIENCE = timedelta(seconds=3)
_LONGEST_WAIT_SECONDS = 12 * 3600.0


@dataclass(frozen=True)
class Sent:
    """A message as Telegram got it. `by_itself`: nobody's act caused it."""

    at: datetime
    chat: int
    text: str
    topic: str
    by_itself: bool
    is_silent: bool
    message_id: int
    buttons: Sequence[tuple[str, str]]  # label, data

    def data_of(self, label: str) -> str | None:
        return next((data for each, data in self.buttons if each == label), None)


class RecordingGateway:
    """Takes messages in place of Telegram: sometimes asks for patience, sometimes isn't there."""

    def __init__(self, hand: HandClock, chance: random.Random) -> None:
        self._hand = hand
        self._chance = chance
        self._ids = count(1)
        self.sent: list[Sent] = []
        self.blocked: set[int] = set()
        self.heard: Callable[[Sent], None] = lambda _sent: None
        self.refused = self.not_arrived = self.forbidden = 0

    async def send(self, row: OutboxRow, _edits_message: int | None) -> Verdict:
        if row.chat_id in self.blocked:
            self.forbidden += 1
            return Verdict(Outcome.UNREACHABLE, reason="Forbidden")
        drawn = self._chance.random()
        if drawn < _REFUSED_FOR_A_WHILE:
            self.refused += 1
            return Verdict(Outcome.WAIT, retry_after=_PATIENCE, reason="RetryAfter")
        if drawn < _REFUSED_FOR_A_WHILE + _NOT_ARRIVED:
            self.not_arrived += 1
            return Verdict(Outcome.TRY_AGAIN, reason="TimedOut")
        if row.kind is not OutboxKind.MESSAGE:
            return Verdict(Outcome.SENT)
        self._record(row)
        return Verdict(Outcome.SENT, message_id=self.sent[-1].message_id)

    def _record(self, row: OutboxRow) -> None:
        body = row.body
        sent = Sent(
            at=self._hand.now(),
            chat=row.chat_id,
            text=body.text,
            topic=row.topic or "",
            by_itself=row.priority in (Priority.ALERT, Priority.REMINDER, Priority.DIGEST),
            is_silent=body.silent,
            message_id=next(self._ids),
            buttons=[(each[0], each[1]) for buttons in body.buttons for each in buttons],
        )
        self.sent.append(sent)
        self.heard(sent)

    async def close(self) -> None:
        pass


class Town:
    """The real program on its own database, in virtual time; acts happen at their instants."""

    def __init__(self, url: str, hand: HandClock, chance: random.Random, **settings: Any) -> None:
        self.hand = hand
        self.database = Database(url)
        self.gateway = RecordingGateway(hand, chance)
        self.settings = settings_for(url, **settings)
        self.practice = self.settings.practice()
        self.starts = 0
        self._update_ids = count(1)
        self._order = count()
        self._acts: list[tuple[datetime, int, Callable[[], None]]] = []
        self._next_at: dict[str, datetime] = {}
        self._runner = asyncio.Runner()

    def close(self) -> None:
        self._runner.close()
        self.database.close()

    # --- what happens

    def at(self, instant: datetime, act: Callable[[], None]) -> None:
        """Let this happen then, or now if that is over."""
        heapq.heappush(self._acts, (instant, next(self._order), act))

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """What the command line does: the program's sweep finds it."""
        with self.database.transaction() as db:
            yield db
        self.app.bells.tick.set()

    def receive(self, kind: str, body: dict[str, Any]) -> None:
        """An update of Telegram's comes in."""
        raw = {"update_id": next(self._update_ids), kind: body}
        self._run(self.app.receive._intake.keep([raw]))

    def types(self, chat: int, text: str) -> None:
        self.receive("message", {**self._message(chat), "text": text})

    def taps(self, chat: int, message_id: int, data: str) -> None:
        tap = {
            "id": str(message_id),
            "from": _account(chat),
            "message": {**self._message(chat), "message_id": message_id},
            "chat_instance": "1",
            "data": data,
        }
        self.receive("callback_query", tap)

    def blocks(self, chat: int, *, opens: bool = False, is_told: bool = True) -> None:
        """The client blocks the bot, or opens the chat again; the bot hears of it, or finds out."""
        (self.gateway.blocked.discard if opens else self.gateway.blocked.add)(chat)
        if not is_told:
            return
        bot = {"id": 1000000, "is_bot": True, "first_name": "Bot"}
        old, new = ("kicked", "member") if opens else ("member", "kicked")
        states: dict[str, dict[str, Any]] = {
            "member": {"status": "member"},
            "kicked": {"status": "kicked", "until_date": 0},
        }
        change = {
            "chat": {"id": chat, "type": "private"},
            "from": _account(chat),
            "date": int(self.hand.now().timestamp()),
            "old_chat_member": {"user": bot, **states[old]},
            "new_chat_member": {"user": bot, **states[new]},
        }
        self.receive("my_chat_member", change)

    def _message(self, chat: int) -> dict[str, Any]:
        return {
            "message_id": 1,
            "date": int(self.hand.now().timestamp()),
            "chat": {"id": chat, "type": "private"},
            "from": _account(chat),
        }

    # --- time

    def start(self) -> None:
        """Start the program, for the first time or after an outage."""
        self.starts += 1
        self.app = App(
            self.settings,
            database=self.database,
            gateway=self.gateway,  # type: ignore[arg-type]  # what the loops here need of it
            clock=self.hand.clock(),
        )
        self.app.bells.ring_all()
        self._next_at = {}
        self._run(self.app.show_commands())
        self._run(self.app.begin_digests())

    def _run(self, coroutine: Any) -> Any:
        return self._runner.run(coroutine)

    def live_until(self, instant: datetime) -> None:
        """Each loop steps when its bell rings or its time comes; acts happen in between."""
        while self.hand.now() < instant:
            self._run(self._step_loops())
            soonest = min([instant, *self._next_at.values(), *self._act_times()])
            self.hand.wait_until(max(soonest, self.hand.now()))
            self._act()

    def sleep_until(self, instant: datetime) -> None:
        """The program doesn't run; people go on."""
        while self._acts and self._acts[0][0] < instant:
            self.hand.wait_until(max(self._acts[0][0], self.hand.now()))
            self._act()
        self.hand.wait_until(instant)

    def _act_times(self) -> Iterator[datetime]:
        if self._acts:
            yield self._acts[0][0]

    def _act(self) -> None:
        """What is due now. Loops look between two acts."""
        if self._acts and self._acts[0][0] <= self.hand.now():
            heapq.heappop(self._acts)[2]()

    async def _step_loops(self) -> None:
        app = self.app
        for name, bell, step in (
            ("work", app.bells.work, app.work.step),
            ("tick", app.bells.tick, self._tick),
            ("send", app.bells.send, self._send),
        ):
            if not bell.is_set() and self._next_at.get(name, self.hand.now()) > self.hand.now():
                continue
            bell.clear()
            wait = await step()
            seconds = _LONGEST_WAIT_SECONDS if wait is None else wait
            if seconds > 0:  # an instant has microseconds and no less: time has to go on
                seconds = min(max(seconds, 0.001), _LONGEST_WAIT_SECONDS)
            self._next_at[name] = self.hand.now() + timedelta(seconds=seconds)
        if any(bell.is_set() for bell in (app.bells.work, app.bells.tick, app.bells.send)):
            self._next_at["again"] = self.hand.now()
        else:
            self._next_at.pop("again", None)

    async def _tick(self) -> float | None:
        """The bell that rings at the instant of what falls due next goes by the machine's clock, so
        it is asked for here."""
        wait = await self.app.tick.step()
        if wait is not None:
            return wait
        columns = self.app.tick.due_columns
        next_at = await self.database.run(lambda db: due_rows.next_due_at(db, columns))
        return None if next_at is None else max((next_at - self.hand.now()).total_seconds(), 0.0)

    async def _send(self) -> float | None:
        wait = await self.app.send.step()
        await self.app.send.drain()
        return wait


def _account(chat: int) -> dict[str, Any]:
    return {"id": chat, "is_bot": False, "first_name": "Somebody"}

"""Send: carries outbox rows to Telegram at its pace and writes down what became of each."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import structlog
from sqlmodel import Session

from bot.clock import Clock
from bot.loops.bells import Bells
from bot.loops.pace import Pace, back_off
from bot.loops.settling import Settling, attempt
from bot.records import delivery, import_files, shown_clients
from bot.records.alarms import raise_alarm
from bot.records.database import Database, Unavailable
from bot.records.outbox import OutboxKind, OutboxRow, OutboxState, close
from bot.rules.practice import Practice
from bot.telegram_gateway import TelegramGateway
from bot.verdicts import Outcome, Verdict

log = structlog.get_logger()
_AT_ONCE = 30  # sends under way together; each to another chat
_DATABASE_WAIT_SECONDS = 1.0
_FIRST_RETRY_SECONDS, _LONGEST_RETRY_SECONDS = 1.0, 30.0


@dataclass(frozen=True)
class _Errand:
    row: OutboxRow
    edits_message: int | None


@dataclass(frozen=True)
class _Look:
    """What may be sent now, and after how many seconds the next row falls due, if any does."""

    tap_answers: list[OutboxRow]
    errand: _Errand | None
    seconds_to_next: list[float]


class Send:
    """At least once: a row is marked as sent after Telegram took it, never before.

    Within a chat one send at a time, so that the order holds. Answers to taps go at once, outside
    the pacing, because they are good for seconds only.
    """

    def __init__(
        self, *, gateway: TelegramGateway, practice: Practice, database: Database, clock: Clock,
        bells: Bells, pace: Pace,
    ) -> None:  # fmt: skip
        self._gateway = gateway
        self._practice = practice
        self._database = database
        self._clock = clock
        self._bells = bells
        self._pace = pace
        self._settling = Settling(database, self._write_down, self._write_down_plainly)
        self._under_way: dict[int, asyncio.Task[None]] = {}  # by row id
        self._busy: set[int] = set()  # chats being written to
        self._is_paced = False  # the next step comes when the pace allows it, whatever ends before
        self.outcomes: dict[str, int] = {}

    async def step(self) -> float | None:
        """Start all sends that may start now. Gives the seconds until the next may."""
        try:
            return await self._start_sends()
        except Unavailable:
            log.warning("database unavailable")
            return _DATABASE_WAIT_SECONDS

    async def drain(self) -> None:
        """Wait for the sends under way."""
        while self._under_way:
            await asyncio.gather(*self._under_way.values(), return_exceptions=True)

    async def _start_sends(self) -> float | None:
        self._is_paced = False
        while True:
            at_once = 1 if self._pace.is_failing else _AT_ONCE
            has_room = len(self._under_way) < at_once
            wait = self._pace.wait_seconds()
            waits = self._pace.busy_chats()
            busy = waits.keys() | self._busy if has_room and wait == 0 else None
            look = await self._database.run(self._looker(busy))
            for row in look.tap_answers:
                self._start(_Errand(row, None))
            if not has_room:
                return None  # a finished send rings the bell
            if busy is None:
                if (still := self._pace.wait_seconds()) > 0:
                    return self._paced(still)
                continue  # looking took longer than the pace wanted
            if look.errand is None:
                times = [*waits.values(), *look.seconds_to_next]
                return max(min(times), 0.001) if times else None
            self._pace.note_send(look.errand.row.chat_id)
            self._busy.add(look.errand.row.chat_id)
            self._start(look.errand)
            if (wait := self._pace.wait_seconds()) > 0:
                return self._paced(wait)  # answers to taps were looked for a moment ago

    def _paced(self, seconds: float) -> float:
        self._is_paced = True
        return seconds

    def _looker(self, busy_chats: set[int] | None) -> Callable[[Session], _Look]:
        """Looks for what may be sent now; None for `busy_chats` asks for answers to taps only."""

        def look(db: Session) -> _Look:
            now = self._clock.now()
            answers = delivery.tap_answers(db, now, self._under_way.keys())
            fresh = [row for row in answers if not self._is_stale(db, row)]
            errand = None if busy_chats is None else self._choose(db, busy_chats)
            due_at = delivery.next_due_at(db, now) if errand is None else None
            return _Look(fresh, errand, [(due_at - now).total_seconds()] if due_at else [])

        return look

    def _choose(self, db: Session, busy_chats: set[int]) -> _Errand | None:
        while (row := delivery.next_due(db, self._clock.now(), busy_chats)) is not None:
            if not self._is_stale(db, row):
                target = db.get(OutboxRow, row.target_id) if row.target_id else None
                return _Errand(row, target.message_id if target else None)
        return None

    def _is_stale(self, db: Session, row: OutboxRow) -> bool:
        """Close a row that is no longer good for anything."""
        now = self._clock.now()
        if row.good_until is not None and row.good_until <= now:
            state = OutboxState.EXPIRED
            close(db, row.id, state, now)
        elif not shown_clients.may_be_sent(db, row):
            state = OutboxState.WITHDRAWN
            shown_clients.withdraw(db, row, now)
        else:
            return False
        self._count(state.value, row)
        return True

    def _start(self, errand: _Errand) -> None:
        task = asyncio.create_task(self._deliver(errand))
        self._under_way[errand.row.id] = task

    async def _deliver(self, errand: _Errand) -> None:
        row = errand.row
        try:
            verdict = await attempt(row, self._carry(errand))
            if verdict.outcome is Outcome.WAIT:
                self._pace.note_patience(row.chat_id, verdict.retry_after.total_seconds())
            is_plain = verdict.outcome is Outcome.SENT and verdict.contents is None
            if await self._settling.settle(row, verdict) and (row.wants_receipt or not is_plain):
                self._bells.tick.set()  # something follows from it
            self._count(verdict.outcome.value, row)
        finally:
            self._under_way.pop(row.id, None)
            if row.kind is not OutboxKind.TAP_ANSWER:
                self._busy.discard(row.chat_id)
            if not self._is_paced:
                self._bells.send.set()

    async def _carry(self, errand: _Errand) -> Verdict:
        row = errand.row
        if row.kind is OutboxKind.TAP_ANSWER:
            return await self._gateway.send(row, errand.edits_message)
        try:
            verdict = await self._gateway.send(row, errand.edits_message)
        finally:
            self._pace.note_end()
        self._pace.note_outcome(arrived=verdict.outcome is not Outcome.TRY_AGAIN)
        return verdict

    def _write_down_plainly(self, db: Session, row: OutboxRow, verdict: Verdict) -> None:
        """The row's own state and nothing that follows from it."""
        now = self._clock.now()
        if verdict.outcome is Outcome.SENT:
            close(db, row.id, OutboxState.SENT, now)
        else:
            delivery.note_retry(
                db, row.id, "settling failed", now + timedelta(seconds=_LONGEST_RETRY_SECONDS)
            )

    def _write_down(self, db: Session, row: OutboxRow, verdict: Verdict) -> None:
        now = self._clock.now()
        match verdict.outcome:
            case Outcome.SENT:
                delivery.note_sent(db, row, verdict.message_id, now)
                if verdict.contents is not None:
                    import_files.fetched(db, row, verdict.contents, now)
            case Outcome.WAIT:
                delivery.note_retry(db, row.id, verdict.reason, now + verdict.retry_after)
            case Outcome.TRY_AGAIN:
                wait = back_off(_FIRST_RETRY_SECONDS, _LONGEST_RETRY_SECONDS, row.tries + 1)
                delivery.note_retry(db, row.id, verdict.reason, now + timedelta(seconds=wait))
            case Outcome.NOTHING_TO_EDIT:
                delivery.send_anew(db, row, now)
            case Outcome.UNREACHABLE if row.kind is OutboxKind.COMMANDS:
                close(db, row.id, OutboxState.EXPIRED, now)  # nobody can see them there
            case Outcome.UNREACHABLE:
                delivery.note_undeliverable(db, row.id, verdict.reason, now)
                delivery.note_unreachable(db, row.chat_id, verdict.reason, now)
            case Outcome.REFUSED if row.kind is OutboxKind.TAP_ANSWER:
                close(db, row.id, OutboxState.EXPIRED, now)  # the tap was too long ago
            case Outcome.REFUSED:
                delivery.note_undeliverable(db, row.id, verdict.reason, now)
                if not delivery.is_alarm(row):
                    raise_alarm(db, self._practice, f"refused:{row.id}", now)

    def _count(self, outcome: str, row: OutboxRow) -> None:
        self.outcomes[outcome] = self.outcomes.get(outcome, 0) + 1
        log.info("send", outbox=row.id, kind=row.kind.value, outcome=outcome)

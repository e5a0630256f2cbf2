"""Tick: works the rows whose time has come, a few in a transaction, and none stops the others."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger
from sqlmodel import Session

from bot.clock import Clock
from bot.conversation import Timer
from bot.loops.beforehand import Done, run_beforehand
from bot.loops.bells import Bells
from bot.recogniser import Recogniser
from bot.records import danger_questions, due_rows, inbox, invitations, kept_words, people, presence
from bot.records.alarms import raise_alarm
from bot.records.database import Database, Unavailable
from bot.rules.due import LATE_AFTER
from bot.rules.practice import Practice
from bot.texts import speaking
from bot.turn import Turn

log = structlog.get_logger()
# Rows of another process (the command line) ring no bell here: this often all loops look around.
SWEEP_SECONDS = 2
_BATCH = 50
_TOGETHER, _TOGETHER_SECONDS = 20, 0.02  # in one transaction, while nobody waits for it
_LONGEST_REST_SECONDS = 0.02
_PRUNE_SECONDS = 3600.0
_FAULT_WAIT = timedelta(minutes=5)
_DATABASE_WAIT_SECONDS = 1.0


_Due = tuple[str, Timer, int, datetime]


@dataclass(frozen=True)
class _Look:
    """What is due now, as (timer's name, timer, row's id, due instant), and what is due first."""

    due: list[_Due]
    next_at: datetime | None


class Tick:
    """Time is a column: APScheduler only rings the bell; what is due is asked of the database.

    Taking a row empties its column by a conditional UPDATE, so a row is worked once even if two
    ticks see it. A row that can't be worked is pushed on by five minutes and never stops the others.
    """

    def __init__(
        self, *, timers: Sequence[tuple[str, Timer]], practice: Practice, database: Database,
        clock: Clock, bells: Bells, recogniser: Recogniser | None = None,
    ) -> None:  # fmt: skip
        self.timers = timers
        self.due_columns = tuple(timer.due for _name, timer in timers)
        self._practice = practice
        self._database = database
        self._clock = clock
        self._bells = bells
        self._recogniser = recogniser or Recogniser()
        self._scheduler: AsyncIOScheduler | None = None
        self._prune_at = 0.0  # monotonic

    def start_bell(self) -> None:
        """Let APScheduler ring: every two seconds, and at the instant of what falls due next."""
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"coalesce": True, "misfire_grace_time": None}
        )
        self._scheduler.add_job(self._bells.ring_all, IntervalTrigger(seconds=SWEEP_SECONDS))
        self._scheduler.start()

    def stop_bell(self) -> None:
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)

    async def step(self) -> float | None:
        """Work a batch of what is due; 0 if there may be more. Has the bell rung for what comes next."""
        try:
            await self._prune()
            look = await self._database.run(self._look)
            left = deque(look.due)
            while left:
                await self._database.let_others_go_first()  # an alert, before a thousand reminders
                await self._work_some(left)
        except Unavailable:
            log.warning("database unavailable")
            return _DATABASE_WAIT_SECONDS
        if look.due:
            return 0.0
        if look.next_at is not None:
            self._ring_in(max(look.next_at - self._clock.now(), timedelta()))
        return None

    def _look(self, db: Session) -> _Look:
        now = self._clock.now()
        firsts = due_rows.first_due_at(db, self.due_columns)
        due = [
            (name, timer, row_id, due_at)
            for (name, timer), first in zip(self.timers, firsts, strict=True)
            if first is not None and first <= now
            for row_id, due_at in due_rows.due_ids(db, timer.due, now, _BATCH)
        ]
        return _Look(due, min((each for each in firsts if each is not None), default=None))

    async def _prune(self) -> None:
        """Once an hour, drop what is kept for a few days only."""
        if self._clock.monotonic() < self._prune_at:
            return
        self._prune_at = self._clock.monotonic() + _PRUNE_SECONDS
        now = self._clock.now()
        await self._database.run(lambda db: inbox.prune(db, now))
        await self._database.run(lambda db: invitations.prune(db, now))
        await self._database.run(lambda db: kept_words.prune(db, now))
        await self._database.run(lambda db: danger_questions.prune(db, now))
        await self._database.run(lambda db: presence.prune(db, now))

    def _ring_in(self, wait: timedelta) -> None:
        if self._scheduler is None or wait > timedelta(days=1):
            return
        at = Clock().now() + wait  # APScheduler goes by the machine's clock, shifted or not
        self._scheduler.add_job(
            self._bells.tick.set, DateTrigger(at), id="next due", replace_existing=True
        )

    async def _work_some(self, left: deque[_Due]) -> None:
        """Work the first of these in one transaction, as many as nobody has to wait for. If one of
        them fails, all are undone, and each is worked in a transaction of its own."""
        began, some = self._clock.monotonic(), list(left)
        try:
            worked = await self._database.run(lambda db: self._work_together(db, some))
        except Unavailable:
            raise
        except Exception:  # noqa: BLE001  # whichever it was fails again by itself
            for one in some[:_TOGETHER]:
                await self._database.let_others_go_first()
                await self._work_row(*one)
            worked = min(len(some), _TOGETHER)
        for _one in range(worked):
            left.popleft()
        self._bells.send.set()
        if left:  # the loops' thread needs time to send what was written
            took = self._clock.monotonic() - began
            await asyncio.sleep(min(took / 2, _LONGEST_REST_SECONDS))

    def _work_together(self, db: Session, some: Sequence[_Due]) -> int:
        """How many were worked."""
        began = self._clock.monotonic()
        for number, one in enumerate(some[:_TOGETHER], 1):
            self._actor(*one)(db, {})
            db.flush()
            db.expunge_all()  # as if each had a transaction of its own
            took = self._clock.monotonic() - began
            if self._database.is_wanted or took > _TOGETHER_SECONDS:
                return number
        return number

    async def _work_row(self, name: str, timer: Timer, row_id: int, due_at: datetime) -> None:
        try:
            await run_beforehand(self._database, self._actor(name, timer, row_id, due_at))
        except Unavailable:
            raise
        except Exception as error:  # noqa: BLE001  # one row's fault must not reach the others
            log.error("timer failed", timer=name, row=row_id, error=type(error).__name__)
            later = self._clock.now() + _FAULT_WAIT
            await self._database.run(
                lambda db: due_rows.push_on(db, timer.due, row_id, due_at, later)
            )
            await self._database.run(
                lambda db: raise_alarm(
                    db, self._practice, f"timer {name}:{row_id}", self._clock.now()
                )
            )

    def _actor(
        self, name: str, timer: Timer, row_id: int, due_at: datetime
    ) -> Callable[[Session, Done], None]:
        def act(db: Session, done: Done) -> None:
            person = due_rows.owner(db, timer.whose, row_id)
            row = due_rows.take(db, timer.due, row_id, due_at)
            if row is None:
                return
            turn = Turn(
                db=db,
                now=self._clock.now(),
                practice=self._practice,
                chat_id=person.telegram_id or 0 if person else 0,
                origin=f"{name}:{row_id}:{due_at.isoformat()}",
                somebody=person,
                roles=people.roles_of(db, person) if person else frozenset(),
                due_at=due_at,
                done_before=done,
                recogniser=self._recogniser,
            )
            if turn.now - due_at > LATE_AFTER:
                presence.count_late(db)
            with speaking(person.language if person else "en"):
                timer.act(turn, row)

        return act

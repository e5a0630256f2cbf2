"""Work: takes inbox rows one by one, each in one transaction with all that it causes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlmodel import Session

from bot.clock import Clock
from bot.incoming import Incoming, IncomingKind
from bot.loops.beforehand import Done, run_beforehand
from bot.loops.bells import Bells
from bot.loops.reading import Reading, Said
from bot.recogniser import Recogniser
from bot.records import inbox, people
from bot.records.alarms import raise_alarm
from bot.records.database import Database, Unavailable
from bot.records.inbox import InboxRow, InboxState
from bot.router import Router
from bot.rules.practice import Practice
from bot.texts import _, speaking
from bot.turn import Turn

log = structlog.get_logger()
_DATABASE_WAIT_SECONDS = 1.0
_BATCH = 50  # rows between two heartbeats


@dataclass(frozen=True)
class _Choice:
    """The row to work next; where there is none, when the next one may be tried again.

    Before it those that wait behind a failing row and were not looked at for danger yet.
    """

    row: InboxRow | None
    retry_at: datetime | None
    held_back: Sequence[InboxRow] = ()


class Work:
    """Order per chat; three tries; then the row is parked, its sender and the operator are told.

    A row that fails holds back only its own chat, and there not the messages with danger in them.
    That the database is locked or gone is not the row's fault and costs it no try.
    """

    def __init__(
        self,
        *,
        router: Router,
        practice: Practice,
        database: Database,
        clock: Clock,
        bells: Bells,
        recogniser: Recogniser,
    ) -> None:
        self._router = router
        self._recogniser = recogniser
        self.practice = practice
        self._database = database
        self._clock = clock
        self._bells = bells
        self._reading = Reading(database, recogniser)
        self._looked_at: set[int] = set()  # rows held back that were looked at for danger
        self.parked = 0

    async def step(self) -> float | None:
        """Work a batch of rows. Gives 0 if there may be more, else the seconds until the next retry."""
        try:
            for _count in range(_BATCH):
                chosen = await self._database.run(self._choose)
                if chosen.held_back:
                    await self._let_danger_overtake(chosen.held_back)
                    continue
                if chosen.row is None:
                    break
                await self._work_row(chosen.row)
                self._bells.send.set()
                self._bells.tick.set()
            else:
                return 0.0
        except Unavailable:
            log.warning("database unavailable")
            return _DATABASE_WAIT_SECONDS
        if chosen.retry_at is None:
            self._looked_at.clear()
            return None
        return max((chosen.retry_at - self._clock.now()).total_seconds(), 0.01)

    async def _let_danger_overtake(self, held_back: Sequence[InboxRow]) -> None:
        """Work those with danger in them that wait behind a failing row of their chat."""
        for row in held_back:
            self._looked_at.add(row.id)
            _text, recognition = await self._reading.said(row)
            if recognition is not None and recognition.danger is not None:
                await self._work_row(row)

    async def _work_row(self, row: InboxRow) -> None:
        try:
            incoming = await self._reading.read(row)
            await run_beforehand(
                self._database, lambda db, done: self._handle(db, row, incoming, done)
            )
        except Unavailable:
            raise
        except Exception as error:  # noqa: BLE001  # one update's fault must not reach the others
            log.error("update failed", inbox=row.id, error=type(error).__name__)
            said = await self._reading.said(row)
            is_told = row.tries + 1 >= inbox.TRIES and await self._alert_at_last(row, said)
            await self._database.run(lambda db: self._failed(db, row.id, said, is_told=is_told))

    def _choose(self, db: Session) -> _Choice:
        now = self._clock.now()
        held = [each for each in inbox.held_back(db, now) if each.id not in self._looked_at]
        if held:
            return _Choice(None, None, held)
        row_or_none = inbox.next_open(db, now)
        return _Choice(row_or_none, None if row_or_none else inbox.next_retry_at(db))

    def _handle(self, db: Session, row: InboxRow, incoming: Incoming, done: Done) -> None:
        now = self._clock.now()
        if not inbox.settle(db, row.id, InboxState.DONE, now):
            return
        if incoming.chat_id is None:
            return
        turn = self._turn(db, incoming, f"inbox:{row.id}")
        turn.done_before = done
        with speaking(turn.somebody.language if turn.somebody else "en"):
            self._router.route(turn)
            turn.close()

    def _turn(self, db: Session, incoming: Incoming, origin: str) -> Turn:
        assert incoming.chat_id is not None, "the caller has looked"
        person = people.by_telegram_id(db, incoming.chat_id)
        return Turn(
            db=db,
            now=self._clock.now(),
            practice=self.practice,
            chat_id=incoming.chat_id,
            origin=origin,
            somebody=person,
            roles=people.roles_of(db, person) if person else frozenset(),
            incoming=incoming,
            recogniser=self._recogniser,
        )

    async def _alert_at_last(self, row: InboxRow, said: Said) -> bool:
        """Danger that fails for the last time: the bare alert, in a transaction of its own."""
        text, recognition = said
        if recognition is None or recognition.danger is None:
            return False
        if row.chat_id is None or row.chat_id < 0:
            return False
        incoming = Incoming(IncomingKind.OTHER, row.chat_id, text=text, recognition=recognition)
        origin = f"inbox:{row.id}:alert:{self._clock.now().isoformat()}"
        try:
            return await self._database.run(
                lambda db: self._router.raise_bare_alert(self._turn(db, incoming, origin))
            )
        except Unavailable:
            raise
        except Exception as error:  # noqa: BLE001  # whoever wrote it is told the truth
            log.error("alert failed", inbox=row.id, error=type(error).__name__)
            return False

    def _failed(self, db: Session, row_id: int, said: Said, *, is_told: bool) -> None:
        """Count the failure. Danger gets its numbers at once; the third failure gets an apology.

        `is_told`: what fails for the last time was passed on as a bare alert.
        """
        now = self._clock.now()
        row = inbox.note_failure(db, row_id, now)
        if row is None:
            return
        # A retry by the operator starts afresh: what is said here must not take its dedupe keys.
        origin = f"inbox:{row.id}:failed:{now.isoformat()}"
        is_parked = row.state is InboxState.PARKED
        if is_parked:
            self.parked += 1
            raise_alarm(db, self.practice, f"parked:{row.id}:{now:%Y%m%d%H%M%S}", now)
        if row.chat_id is None or row.chat_id < 0:
            return
        incoming = Incoming(IncomingKind.OTHER, row.chat_id, recognition=said[1])
        turn = self._turn(db, incoming, origin)
        with speaking(turn.somebody.language if turn.somebody else "en"):
            if incoming.is_danger and (is_parked or row.tries == 1):
                self._router.show_help_lines(turn, is_told)
            elif is_parked:
                self._apologise(turn)

    def _apologise(self, turn: Turn) -> None:
        turn.say(
            _(
                "Something went wrong here and I couldn't deal with your last message. "
                "It isn't lost.\nPlease try once more, or phone {practice}."
            ).format(practice=self.practice.name_and_phone)
        )

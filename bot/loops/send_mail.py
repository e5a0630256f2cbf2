"""Send mail: hands mails in, one after the other, and writes down what became of each."""

from datetime import timedelta

import structlog
from sqlmodel import Session

from bot.clock import Clock
from bot.loops.pace import back_off
from bot.loops.settling import Settling, attempt
from bot.mail_gateway import MailGateway
from bot.records import delivery, mails
from bot.records.alarms import raise_alarm
from bot.records.database import Database, Unavailable
from bot.records.outbox import OutboxRow, OutboxState, close
from bot.rules.practice import Practice
from bot.verdicts import Outcome, Verdict

log = structlog.get_logger()
_DATABASE_WAIT_SECONDS = 1.0
# A server that is down is down for hours, and nobody waits at the other end of a mail.
_FIRST_RETRY_SECONDS, _LONGEST_RETRY_SECONDS = 60.0, 7200.0


class SendMail:
    """At least once, as `send` does it, and apart from it: a mail server that hangs holds up mails
    alone. What doesn't go is tried for two days, then given up with an alarm."""

    def __init__(
        self, *, gateway: MailGateway, practice: Practice, database: Database, clock: Clock
    ) -> None:
        self._gateway = gateway
        self._practice = practice
        self._database = database
        self._clock = clock
        self._settling = Settling(database, self._write_down, self._write_down_plainly)
        self.outcomes: dict[str, int] = {}

    async def step(self) -> float | None:
        """Hand in the next mail that is due. 0 if there may be more, else seconds to the next."""
        try:
            row, wait = await self._database.run(self._look)
        except Unavailable:
            log.warning("database unavailable")
            return _DATABASE_WAIT_SECONDS
        if row is None:
            return wait
        verdict = await attempt(row, self._gateway.send(row, self._clock.now()))
        await self._settling.settle(row, verdict)
        self.outcomes[verdict.outcome.value] = self.outcomes.get(verdict.outcome.value, 0) + 1
        log.info("mail", outbox=row.id, outcome=verdict.outcome.value, reason=verdict.reason)
        return 0.0

    def _look(self, db: Session) -> tuple[OutboxRow | None, float | None]:
        now = self._clock.now()
        row = mails.next_due(db, now)
        due_at = mails.next_due_at(db, now) if row is None else None
        return row, None if due_at is None else max((due_at - now).total_seconds(), 0.001)

    def _write_down_plainly(self, db: Session, row: OutboxRow, verdict: Verdict) -> None:
        """The row's own state and nothing that follows from it."""
        was_taken = verdict.outcome is Outcome.SENT
        state = OutboxState.SENT if was_taken else OutboxState.UNDELIVERABLE
        close(db, row.id, state, self._clock.now())

    def _write_down(self, db: Session, row: OutboxRow, verdict: Verdict) -> None:
        now = self._clock.now()
        if verdict.outcome is Outcome.SENT:
            mails.note_sent(db, row, now)
        elif verdict.outcome is Outcome.TRY_AGAIN and not mails.is_given_up(row, now):
            wait = back_off(_FIRST_RETRY_SECONDS, _LONGEST_RETRY_SECONDS, row.tries + 1)
            delivery.note_retry(db, row.id, verdict.reason, now + timedelta(seconds=wait))
        else:
            delivery.note_undeliverable(db, row.id, verdict.reason, now)
            if not delivery.is_alarm(row):
                raise_alarm(db, self._practice, f"mail refused:{row.id}", now)

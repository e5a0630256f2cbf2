"""The ways in which a program is away for a while."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlmodel import col, select

from bot.records import presence
from bot.records.asked_again import OutageQuestion
from bot.records.presence import Outage
from tests.clock import melbourne
from tests.loops.prepared import run_in
from tests.practice import Cast, Practice

ASKED_AT = melbourne("2026-12-07 11:00")  # the day before Anna's session, which is on a Tuesday
STARTS_AT = melbourne("2026-12-08 11:00")
TWO_MINUTES = 2


def _nothing() -> None: ...


def looks(practice: Practice) -> None:
    """The program asks Telegram once, or looks after its webhook once."""
    webhook = practice.app.webhook
    run_in(practice, webhook.step() if webhook else practice.app.receive.step(0))


def dies(practice: Practice, meanwhile: Callable[[], object] = _nothing, **span: float) -> None:
    """It is killed; after this time it is started again, and is there at once."""
    with practice.database.transaction() as db:
        presence.leave(db, practice.hand.now())  # it was there until a moment ago
    meanwhile()
    practice.hand.nobody_there(timedelta(**span).total_seconds())
    practice.start(was_away=True)
    looks(practice)
    practice.settle()


def loses_telegram(
    practice: Practice, meanwhile: Callable[[], object] = _nothing, **span: float
) -> None:
    """It runs, and Telegram answers nothing for this time; then all is well again."""
    practice.telegram.faults.down = True
    meanwhile()
    practice.hand.nobody_there(timedelta(**span).total_seconds())
    looks(practice)
    practice.telegram.faults.down = False
    practice.hand.nobody_there(1)  # until the next try
    looks(practice)
    practice.settle()


def sleeps(practice: Practice, meanwhile: Callable[[], object] = _nothing, **span: float) -> None:
    """The machine goes to sleep and wakes up."""
    meanwhile()
    practice.hand.nobody_there(timedelta(**span).total_seconds())
    looks(practice)
    practice.settle()


WAYS = (dies, loses_telegram, sleeps)


def is_reminded(cast: Cast, starts_at: datetime = STARTS_AT) -> None:
    """Anna has been reminded of a session, and everybody has looked at their telephone."""
    cast.session_id = cast.practice.book(cast.anna_row, starts_at)
    cast.practice.wait_until(ASKED_AT)
    for someone, _row in cast.everybody():
        someone.hears()


def heard_after(cast: Cast, minutes: float = TWO_MINUTES) -> list[str]:
    """What Anna has got so long after it ended."""
    cast.practice.wait(minutes=minutes)
    return cast.anna.hears()


def outages_of(practice: Practice) -> list[Outage]:
    """Those that are over."""
    with practice.look() as db:
        over = select(Outage).where(col(Outage.ended_at).is_not(None)).order_by(col(Outage.id))
        return list(db.exec(over))


def questions_of(practice: Practice) -> list[OutageQuestion]:
    with practice.look() as db:
        return list(db.exec(select(OutageQuestion).order_by(col(OutageQuestion.id))))

"""What is owed to the client of a case: by when, and when whoever owes it is reminded."""

from datetime import datetime, timedelta

from bot.records.cases import Case
from bot.rules import promises
from bot.turn import Turn

STALE_AFTER = timedelta(days=14)  # an answered case that nobody closes


def look_by(turn: Turn, case: Case, begins: datetime | None = None) -> datetime:
    """By when somebody has taken it on, if whoever looks is there from `begins` (None: now)."""
    return promises.look_by(turn.practice, case.kind, begins or turn.now)


def answer_by(turn: Turn, case: Case, begins: datetime | None = None) -> datetime:
    return promises.answer_by(turn.practice, case.kind, begins or turn.now)


def owed_until(turn: Turn, case: Case, until: datetime, *, begins: datetime | None = None) -> None:
    """Something is owed by then: its next step in time, and a reminder half way."""
    half = promises.half_way(turn.practice, begins or turn.now, until)
    case.wait_until(until, half if turn.now < half < until else None)


def nothing_owed(turn: Turn, case: Case) -> None:
    """Nothing is owed to the client until they say more; left alone for long, it is asked about."""
    case.wait_until(turn.now + STALE_AFTER)

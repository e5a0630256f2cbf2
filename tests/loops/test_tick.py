"""What falls due in the same second is worked together, and a row that fails stops none of the others."""

import asyncio
from contextlib import closing

from sqlalchemy import event
from sqlmodel import SQLModel, select

from bot.conversation import Timer
from bot.loops.bells import Bells
from bot.loops.tick import Tick
from bot.records import bookings
from bot.records.database import Database
from bot.records.therapy_sessions import TherapySession
from bot.turn import Turn
from tests.clock import HandClock
from tests.practice import settings_for
from tests.records.rows import DAY, NOW, make_cast

DUE = 12  # sessions of Anna's


def test_many_that_are_due_share_a_transaction(sqlite_url: str) -> None:
    commits: list[object] = []
    with closing(Database(sqlite_url)) as database:
        _let_fall_due(database)
        event.listen(database.engine, "commit", commits.append)
        assert _worked(database, broken=0) == [51] * DUE
    assert len(commits) < DUE


def test_one_that_fails_stops_none_of_those_beside_it(database_url: str) -> None:
    with closing(Database(database_url)) as database:
        broken = _let_fall_due(database)
        minutes = _worked(database, broken=broken)
    assert sorted(minutes) == [50, *[51] * (DUE - 1)], "each was worked once, or not at all"


def _let_fall_due(database: Database) -> int:
    """The id of one of them."""
    with database.transaction() as db:
        cast = make_cast(db)
        for number in range(DUE):
            row = TherapySession(
                client_id=cast.anna.id,
                psychologist_id=cast.okafor.id,
                starts_at=NOW + (number + 2) * DAY,
                minutes=50,
                created_at=NOW,
                remind_at=NOW,
            )
            bookings.add(db, row)
        row.remind_at = NOW
        return row.id - DUE // 2


def _worked(database: Database, *, broken: int) -> list[int]:
    """How long each session is once the clock has worked all that is due."""

    def lengthen(_turn: Turn, row: SQLModel) -> None:
        assert isinstance(row, TherapySession) and row.id != broken, "it can't be worked"
        row.minutes += 1

    timer = Timer(TherapySession.remind_at, lengthen, TherapySession.client_id)
    tick = Tick(
        timers=[("lengthen", timer)],
        practice=settings_for(str(database.url)).practice(),
        database=database,
        clock=HandClock(NOW).clock(),
        bells=Bells(),
    )

    async def until_none_is_due() -> None:
        while await tick.step() == 0:
            pass

    asyncio.run(until_none_is_due())
    with database.transaction() as db:
        return [row.minutes for row in db.exec(select(TherapySession)).all()]

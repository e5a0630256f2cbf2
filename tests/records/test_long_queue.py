"""A long queue costs no more than a short one: each look goes by an index of what waits."""

from collections.abc import Callable, Sequence

import pytest
from sqlalchemy import event
from sqlmodel import Session

from bot.records import delivery
from bot.records.database import Database
from tests.records.rows import NOW


class Watched:
    """Asks SQLite how it goes about each SELECT."""

    def __init__(self, database: Database) -> None:
        self.ways: list[str] = []
        event.listen(database.engine, "before_cursor_execute", self._before)

    def _before(
        self, connection: object, cursor: object, statement: str, values: Sequence[object],
        *_rest: object,
    ) -> None:  # fmt: skip
        if not statement.startswith("SELECT"):
            return
        raw = connection.connection.driver_connection  # type: ignore[attr-defined]
        rows = raw.execute(f"EXPLAIN QUERY PLAN {statement}", values).fetchall()
        self.ways += [row[3] for row in rows if "SUBQUERY" not in row[3]]


LOOKS: dict[str, Callable[[Session], object]] = {
    "what goes next": lambda db: delivery.next_due(db, NOW, {501, 502}),
    "answers to taps": lambda db: delivery.tap_answers(db, NOW, {1, 2}),
}


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_reads_by_the_indexes_of_what_waits(sqlite_url: str, look: str) -> None:
    database = Database(sqlite_url)
    watched = Watched(database)

    def act(db: Session) -> None:
        LOOKS[look](db)

    with database.transaction() as db:
        act(db)
    database.close()
    assert watched.ways
    for way in watched.ways:
        assert "ix_outbox_queued" in way or "ix_outbox_retrying" in way, watched.ways

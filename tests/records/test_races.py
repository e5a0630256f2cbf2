"""Two programs on one database do the same at the same moment: it is done once."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlmodel import Session, select

from bot.records import (
    danger_alerts,
    due_rows,
    inbox,
    invitations,
    kept_words,
    outbox,
    therapy_sessions,
)
from bot.records.danger_alerts import DangerAlert
from bot.records.database import Database
from bot.records.inbox import InboxRow, InboxState
from bot.records.invitations import Invitation
from bot.records.kept_words import KeptWords
from bot.records.outbox import OutboxRow, OutboxState
from bot.records.run_lock import AlreadyRunning, run_lock
from bot.records.therapy_sessions import Attendance, TherapySession
from tests.records.rows import NOW, book, make_cast, message, race

Act = Callable[[Session], Any]


@pytest.fixture
def two(database_url: str) -> Iterator[tuple[Database, Database]]:
    """Two programs, each with connections of its own."""
    both = Database(database_url), Database(database_url)
    with both[0].transaction() as db:
        cast = make_cast(db)
        book(db, cast.anna, remind_at=NOW)
        message(db)
        invitations.invite(db, cast.ben, NOW)
        danger_alerts.raise_alert(db, person_id=cast.anna.id, chat_id=501, words="…", now=NOW)
        inbox.store(db, bot_id=1, raw={"update_id": 7}, chat_id=501, now=NOW)
        inbox.store(db, bot_id=1, raw={"update_id": 8}, chat_id=501, now=NOW)
        inbox.settle(db, 2, InboxState.PARKED, NOW)
        kept_words.keep(db, cast.anna.id, "…", NOW)
    yield both
    for database in both:
        database.close()


def the(db: Session, table: Any) -> Any:
    return db.exec(select(table).order_by(table.id)).first()


ONCE: dict[str, Act] = {
    "settle an update": lambda db: inbox.settle(db, the(db, InboxRow).id, InboxState.DONE, NOW),
    "open a parked update again": lambda db: inbox.reopen(db, 2),
    "store a repetition": lambda db: inbox.store(
        db, bot_id=1, raw={"update_id": 9}, chat_id=501, now=NOW
    ),
    "close a message": lambda db: outbox.close(
        db, the(db, OutboxRow).id, OutboxState.WITHDRAWN, NOW
    ),
    "use an invitation": lambda db: invitations.use(db, the(db, Invitation), NOW),
    "open an alert": lambda db: danger_alerts.note_opened(db, the(db, DangerAlert), 1, NOW),
    "clear an alert": lambda db: danger_alerts.clear(db, the(db, DangerAlert), 1, NOW),
    "take kept words": lambda db: (row := the(db, KeptWords)) and kept_words.take(db, row, NOW),
    "tell the attendance": lambda db: therapy_sessions.tell_attendance(
        db, the(db, TherapySession), Attendance.MISSED, NOW
    ),
    "take the attendance back": lambda db: therapy_sessions.take_attendance_back(
        db, the(db, TherapySession), Attendance.MISSED, None
    ),
    "take a due row": lambda db: due_rows.take(db, TherapySession.remind_at, 1, NOW),
}


def test_two_at_the_same_moment_and_one_of_them_did_it(two: tuple[Database, Database]) -> None:
    outcomes = {what: sum(map(bool, race(two, act))) for what, act in ONCE.items()}
    assert outcomes == dict.fromkeys(ONCE, 1)


def test_one_program_runs_on_a_database(two: tuple[Database, Database]) -> None:
    first, second = two
    with run_lock(first), pytest.raises(AlreadyRunning), run_lock(second):
        raise AssertionError("two programs run on one database")
    with run_lock(second):
        pass


def test_commands_work_while_the_program_runs(two: tuple[Database, Database]) -> None:
    first, second = two
    with run_lock(first), second.transaction() as db:
        assert the(db, OutboxRow) is not None

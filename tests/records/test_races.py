"""Two programs on one database do the same at the same moment: it is done once."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlmodel import Session, select

from bot.records import (
    attendances,
    danger_alerts,
    due_rows,
    duties,
    inbox,
    invitations,
    kept_words,
    outbox,
    people,
    psychologist_changes,
)
from bot.records.danger_alerts import DangerAlert
from bot.records.database import Database
from bot.records.duties import DutyRow
from bot.records.inbox import InboxRow, InboxState
from bot.records.invitations import Invitation
from bot.records.kept_words import KeptWords
from bot.records.outbox import OutboxRow, OutboxState
from bot.records.people import Person
from bot.records.run_lock import AlreadyRunning, run_lock
from bot.records.therapy_sessions import Attendance, TherapySession
from tests.records.rows import DAY, NOW, book, make_cast, message, race

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
        invitations.invite(db, cast.anna, NOW)
        danger_alerts.raise_alert(db, person_id=cast.anna.id, chat_id=501, words="…", now=NOW)
        inbox.store(db, bot_id=1, raw={"update_id": 7}, chat_id=501, now=NOW)
        inbox.store(db, bot_id=1, raw={"update_id": 8}, chat_id=501, now=NOW)
        inbox.settle(db, 2, InboxState.PARKED, NOW)
        kept_words.keep(db, cast.anna.id, "…", NOW)
        for hours in ("mon 9-17", "tue 9-17", "wed 9-17"):
            duties.ask(db, person_id=cast.okafor.id, hours=hours, now=NOW)
        duties.draft(
            db, person_id=cast.okafor.id, hours="thu 9-17", asked_by=cast.maria.id, now=NOW
        )
        assert people.go_away(db, cast.lindqvist, NOW + DAY)
    yield both
    for database in both:
        database.close()


def the(db: Session, table: Any) -> Any:
    return db.exec(select(table).order_by(table.id)).first()


def duty(db: Session, duty_id: int) -> DutyRow:
    row = db.get(DutyRow, duty_id)
    assert row is not None
    return row


def person(db: Session, name: str) -> Person:
    return people.named(db, name)[0]


def change_psychologist(db: Session) -> bool:
    """Of Anna, from Dr Okafor to Dr Adler."""
    adler = person(db, "Dr Adler")
    old = person(db, "Dr Okafor")
    anna = person(db, "Anna Brown")
    return psychologist_changes.change(db, anna, from_id=old.id, to_id=adler.id, now=NOW)


def take_back_annas(db: Session) -> bool:
    invitation = invitations.latest(db, person(db, "Anna Brown").id)
    return invitation is not None and invitations.take_back(db, invitation, NOW)


ONCE: dict[str, Act] = {
    "give a client another psychologist": change_psychologist,
    "take an invitation back": take_back_annas,
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
    "clear an alert": lambda db: danger_alerts.clear(db, the(db, DangerAlert), 1, NOW, note="…"),
    "take kept words": lambda db: (row := the(db, KeptWords)) and kept_words.take(db, row, NOW),
    "say yes to hours": lambda db: duties.accept(db, duty(db, 1), NOW),
    "say no to hours": lambda db: duties.decline(db, duty(db, 2), NOW),
    "end hours": lambda db: duties.end(db, duty(db, 3), NOW),
    "ask for hours that were shown": lambda db: duties.send(db, duty(db, 4), NOW),
    "go away": lambda db: people.go_away(db, person(db, "Maria Santos"), NOW + DAY),
    "come back": lambda db: people.come_back(db, person(db, "Dr Lindqvist")),
    "tell the attendance": lambda db: attendances.tell(
        db, the(db, TherapySession), Attendance.MISSED, NOW
    ),
    "take the attendance back": lambda db: attendances.take_back(
        db, the(db, TherapySession), Attendance.MISSED, None
    ),
    "take a due row": lambda db: due_rows.take(db, TherapySession.remind_at, 1, NOW),
}


def test_two_at_the_same_moment_and_one_of_them_did_it(two: tuple[Database, Database]) -> None:
    outcomes = {what: sum(map(bool, race(two, act))) for what, act in ONCE.items()}
    assert outcomes == dict.fromkeys(ONCE, 1)


def test_of_a_yes_and_a_no_at_the_same_moment_one_holds(two: tuple[Database, Database]) -> None:
    answers = iter((duties.accept, duties.decline))
    assert sum(race(two, lambda db: next(answers)(db, duty(db, 1), NOW))) == 1
    with two[0].transaction() as db:
        row = duty(db, 1)
        assert (row.accepted_at is None) != (row.ended_at is None)


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

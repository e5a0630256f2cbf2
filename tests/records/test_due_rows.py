"""Rows that have fallen due: found, taken once, pushed on."""

from sqlmodel import Session, col

from bot.records import due_rows
from bot.records.outbox import OutboxRow
from bot.records.therapy_sessions import TherapySession
from tests.records.rows import DAY, HOUR, NOW, SECOND, People, book, message

REMIND = TherapySession.remind_at
WHOSE = TherapySession.client_id


def test_what_has_come_is_found_the_oldest_first(db: Session, cast: People) -> None:
    late, later, now = (book(db, cast.anna, remind_at=at) for at in (NOW - DAY, NOW - HOUR, NOW))
    book(db, cast.anna, remind_at=NOW + SECOND)
    book(db, cast.anna)
    assert due_rows.due_ids(db, REMIND, NOW, 50) == [
        (late.id, NOW - DAY), (later.id, NOW - HOUR), (now.id, NOW)
    ]  # fmt: skip
    assert due_rows.due_ids(db, REMIND, NOW, 2) == [(late.id, NOW - DAY), (later.id, NOW - HOUR)]


def test_a_row_is_taken_once(db: Session, cast: People) -> None:
    row = book(db, cast.anna, remind_at=NOW)
    assert due_rows.take(db, REMIND, row.id, NOW) is row
    assert row.remind_at is None
    assert due_rows.take(db, REMIND, row.id, NOW) is None
    assert due_rows.due_ids(db, REMIND, NOW, 50) == []


def test_a_row_that_was_moved_in_the_meantime_is_not_taken(db: Session, cast: People) -> None:
    row = book(db, cast.anna, remind_at=NOW)
    row.remind_at = NOW - SECOND
    db.flush()
    assert due_rows.take(db, REMIND, row.id, NOW) is None
    due_rows.push_on(db, REMIND, row.id, NOW, NOW + DAY)
    db.refresh(row)
    assert row.remind_at == NOW - SECOND


def test_a_row_that_could_not_be_worked_comes_again(db: Session, cast: People) -> None:
    row = book(db, cast.anna, remind_at=NOW)
    due_rows.push_on(db, REMIND, row.id, NOW, NOW + HOUR)
    assert due_rows.due_ids(db, REMIND, NOW, 50) == []
    assert due_rows.due_ids(db, REMIND, NOW + HOUR, 50) == [(row.id, NOW + HOUR)]


def test_whose_row_it_is(db: Session, cast: People) -> None:
    row = book(db, cast.anna)
    owner = due_rows.owner(db, WHOSE, row.id)
    assert owner is not None and owner.id == cast.anna.id
    assert due_rows.owner(db, WHOSE, 987_654) is None
    assert due_rows.owner(db, None, row.id) is None


def test_the_next_instant_of_all_columns(db: Session, cast: People) -> None:
    columns = (col(REMIND), col(OutboxRow.failure_due_at))
    assert due_rows.next_due_at(db, columns) is None
    book(db, cast.anna, remind_at=NOW + DAY)
    assert due_rows.next_due_at(db, columns) == NOW + DAY
    message(db).failure_due_at = NOW - DAY
    db.flush()
    assert due_rows.next_due_at(db, columns) == NOW - DAY

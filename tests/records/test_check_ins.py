"""Check-ins: what is kept, what is let go, what came before, and until when they are open."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from bot.records import check_ins
from bot.records.check_ins import UNSETTLED, CheckIn, CheckInState
from bot.records.people import Person
from bot.records.therapy_sessions import SessionState
from bot.rules.alliance import Earlier, Judgement, Level
from bot.rules.questionnaire import OUR_OWN
from tests.records.rows import DAY, HOUR, NOW, People, book

HEARD, MATTERS, FITS, OPEN = OUR_OWN.names


def check_in(db: Session, client: Person, asked_at: datetime = NOW) -> CheckIn:
    return check_ins.ask(db, book(db, client, asked_at - 4 * HOUR), OUR_OWN, asked_at)


def answered(
    db: Session, client: Person, at: datetime, *values: int | None, level: Level = Level.FINE
) -> CheckIn:
    row = check_in(db, client, at)
    for item, value in zip(OUR_OWN.names, values, strict=False):
        check_ins.answer(row, item, value)
    check_ins.settle(row, Judgement(level), at)
    db.flush()
    return row


# --- answers


def test_the_questions_come_one_after_the_other(db: Session, cast: People) -> None:
    row = check_in(db, cast.anna)
    seen = []
    while row.current is not None:
        seen.append(row.current)
        check_ins.answer(row, row.current, None if row.current == FITS else 10)
    assert seen == list(OUR_OWN.names)
    assert row.answers == {HEARD: 10, MATTERS: 10, FITS: None, OPEN: 10}


def test_a_second_answer_takes_the_place_of_the_first(db: Session, cast: People) -> None:
    row = check_in(db, cast.anna)
    check_ins.answer(row, HEARD, 4)
    check_ins.answer(row, MATTERS, 0)
    check_ins.answer(row, HEARD, 6)
    assert (row.answers, row.current) == ({HEARD: 6, MATTERS: 0}, FITS)


def test_a_step_back_forgets_what_was_answered_there(db: Session, cast: People) -> None:
    row = check_in(db, cast.anna)
    for item in (HEARD, MATTERS, FITS):
        check_ins.answer(row, item, 3)
    check_ins.step_back(row, FITS)
    assert (row.answers, row.current) == ({HEARD: 3, MATTERS: 3}, FITS)
    check_ins.step_back(row, HEARD)
    assert (row.answers, row.current) == ({}, HEARD)


@pytest.mark.parametrize("state", [CheckInState.DECLINED, CheckInState.LAPSED])
def test_nothing_is_kept_of_what_was_put_away(
    db: Session, cast: People, state: CheckInState
) -> None:
    row = check_in(db, cast.anna)
    check_ins.answer(row, HEARD, 2)
    check_ins.put_away(row, state)
    db.flush()
    db.expire(row)
    assert (row.state, row.answers, row.level, row.closes_at) == (state, {}, None, None)


def test_what_is_sealed_is_as_long_whatever_it_says(db: Session, cast: People) -> None:
    """A sealed value is as long as what it hides, so these are all of one length."""
    lengths = {
        (len(row.answers_sealed), len(row.level_sealed or b""))
        for level in Level
        for values in ((0, 0, 0, 0), (10, 10, 10, 10), (None, 9, None, 10))
        for row in [answered(db, cast.anna, NOW, *values, level=level)]
    }
    assert len(lengths) == 1


def test_a_copy_of_the_file_tells_answers_level_and_comment_to_nobody(sqlite_url: str) -> None:
    """tests/records/test_dump.py tries the words; this tries that columns are no numbers."""
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as connection:
        columns = {row[1]: row[2] for row in connection.execute("PRAGMA table_info(check_in)")}
    plain = {name for name, kind in columns.items() if kind != "BLOB"}
    assert plain == {
        "id", "seal_id", "client_id", "psychologist_id", "therapy_session_id", "state",
        "asked_at", "answered_at", "closes_at", "questionnaire_id", "keeps_private",
    }  # fmt: skip


# --- what came before


def test_what_came_before_is_of_the_same_two_people_and_the_newest_first(
    db: Session, cast: People
) -> None:
    first = answered(db, cast.anna, NOW, 9, 9, 9, 9)
    second = answered(db, cast.anna, NOW + DAY, 4, 9, None, None, level=Level.WATCH)
    answered(db, cast.ben, NOW + DAY, 1, 1, 1, 1, level=Level.CONCERN)
    check_ins.put_away(check_in(db, cast.anna, NOW + 2 * DAY), CheckInState.DECLINED)
    elsewhere = answered(db, cast.anna, NOW + 2 * DAY, 2, 2, 2, 2, level=Level.CONCERN)
    elsewhere.psychologist_id = cast.adler.id
    now = check_in(db, cast.anna, NOW + 3 * DAY)
    assert check_ins.earlier_than(db, now) == [
        Earlier(second.answers),
        Earlier(first.answers),
    ]
    assert second.level is Level.WATCH


def test_a_check_in_doesn_t_come_before_itself(db: Session, cast: People) -> None:
    assert check_ins.earlier_than(db, answered(db, cast.anna, NOW, 1, 1, 1, 1)) == []


# --- open until


def test_it_is_open_for_72_hours_or_until_the_next_session(db: Session, cast: People) -> None:
    row = check_in(db, cast.anna)
    assert row.closes_at == NOW + timedelta(hours=72)
    book(db, cast.ben, NOW + HOUR)
    book(db, cast.anna, NOW + 2 * HOUR, state=SessionState.CANCELLED)
    assert check_ins.stale_at(db, row) == NOW + timedelta(hours=72)
    sooner = book(db, cast.anna, NOW + DAY)
    assert check_ins.stale_at(db, row) == sooner.starts_at


def test_a_session_is_asked_about_once(db: Session, cast: People) -> None:
    """Two programs on one database can't both ask: the second is refused by the database."""
    session = book(db, cast.anna)
    check_ins.ask(db, session, OUR_OWN, NOW)
    with pytest.raises(IntegrityError):
        check_ins.ask(db, session, OUR_OWN, NOW)
    db.rollback()


def test_what_can_still_be_answered(db: Session, cast: People) -> None:
    rows = {state: check_in(db, cast.anna) for state in CheckInState}
    for state, row in rows.items():
        row.state = state
    check_in(db, cast.ben)
    db.flush()
    assert set(map(id, check_ins.unsettled_of(db, cast.anna.id))) == {
        id(rows[state]) for state in UNSETTLED
    }

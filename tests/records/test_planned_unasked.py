"""What is planned for a client unasked: each kind, and only what will come."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import Session

from bot.records import case_entries, cases, consents, notes, psychologist_requests
from bot.records.case_entries import EntryKind
from bot.records.cases import Case, CaseState, Since
from bot.records.consents import Purpose
from bot.records.homework import HomeworkState
from bot.records.notes import TO_BRING, Note, NoteState, OwnNoteKind
from bot.records.planned_unasked import more_urgent
from bot.records.psychologist_requests import PsychologistRequest, SearchState
from bot.records.therapy_sessions import Attendance, SessionState, TherapySession
from bot.rules.check_in_times import OPEN_FOR
from bot.rules.homework import Rhythm
from bot.rules.measure import Unasked, Wish
from bot.rules.own_notes import ASKED_AFTER, ASKED_AT_MOST
from tests.records.rows import DAY, HOUR, NOW, People, assign, book

SOON = NOW + 2 * HOUR


def planned(
    db: Session, cast: People, kind: Unasked = Unasked.SEARCH, until: datetime | None = None
) -> list[Wish]:
    db.flush()
    return list(more_urgent(db, cast.anna, Wish(kind, NOW, until), NOW))


def agree(db: Session, cast: People, *purposes: Purpose) -> None:
    for purpose in purposes:
        consents.give(db, cast.anna, purpose, "1", NOW)


def closed_case(db: Session, cast: People, ask_since_at: datetime | None = SOON) -> Case:
    case = cases.begin(db, client_id=cast.anna.id, about_id=None, check_in_id=0, now=NOW - DAY)
    case.state, case.taken_by, case.ask_since_at = CaseState.CLOSED, cast.maria.id, ask_since_at
    return case


def had_session(
    db: Session, cast: People, starts_at: datetime = NOW - 2 * HOUR, **fields: Any
) -> TherapySession:
    return book(db, cast.anna, starts_at, **{"check_in_at": starts_at + 4 * HOUR, **fields})


def kept_note(db: Session, cast: People, meeting: TherapySession) -> Note:
    note = notes.begin(db, client_id=cast.anna.id, psychologist_id=cast.okafor.id, now=NOW - DAY)
    note.state, note.therapy_session_id = NoteState.KEPT, meeting.id
    note.due_at = meeting.ends_at + ASKED_AFTER
    return note


def searched(db: Session, cast: People) -> PsychologistRequest:
    case = cases.begin(db, client_id=cast.anna.id, about_id=None, check_in_id=0, now=NOW)
    case.state = CaseState.TAKEN
    row = psychologist_requests.begin(db, case)
    row.state, row.write_at = SearchState.LOOKING, SOON
    return row


@contextmanager
def queries(db: Session) -> Iterator[list[str]]:
    said: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_others: object) -> None:
        said.append(statement)

    engine = db.get_bind()
    event.listen(engine, "before_cursor_execute", note)
    yield said
    event.remove(engine, "before_cursor_execute", note)


# --- cases


def test_how_it_is_now_is_planned_and_waits_as_long_as_it_takes(db: Session, cast: People) -> None:
    closed_case(db, cast)
    assert planned(db, cast) == [Wish(Unasked.CASE, SOON)]


def test_a_case_that_is_not_asked_about_takes_no_day(db: Session, cast: People) -> None:
    closed_case(db, cast, None)
    closed_case(db, cast).since = Since.SORTED
    closed_case(db, cast).state = CaseState.TAKEN
    closed_case(db, cast, NOW + 20 * DAY)
    closed_case(db, cast).client_id = cast.ben.id
    assert planned(db, cast) == []


def test_words_that_were_not_sent_are_spoken_of_once(db: Session, cast: People) -> None:
    case = cases.begin(db, client_id=cast.anna.id, about_id=None, check_in_id=0, now=NOW)
    case.wait_until(NOW + DAY)
    assert planned(db, cast) == []  # nothing was said in it yet
    case_entries.add(db, case, by_id=cast.anna.id, kind=EntryKind.WORDS, text="He shouts.", now=NOW)
    assert planned(db, cast) == [Wish(Unasked.CASE, NOW + DAY, NOW + 4 * DAY)]
    case.misses = 1
    assert planned(db, cast) == []


# --- check-ins


def test_a_check_in_is_planned_until_it_is_stale(db: Session, cast: People) -> None:
    agree(db, cast, Purpose.CHECK_INS)
    row = had_session(db, cast)
    assert row.check_in_at is not None
    assert planned(db, cast) == [
        Wish(Unasked.CHECK_IN, row.check_in_at, row.check_in_at + OPEN_FOR)
    ]
    upcoming = had_session(db, cast, NOW + DAY)
    first, second = planned(db, cast)
    assert (first.useful_until, second.at) == (upcoming.starts_at, upcoming.check_in_at)


def test_a_check_in_that_nobody_agreed_to_takes_no_day(db: Session, cast: People) -> None:
    had_session(db, cast)
    assert planned(db, cast) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"state": SessionState.CANCELLED},
        {"attendance": Attendance.MISSED},
        {"check_in_at": None},
        {"check_in_at": NOW + 20 * DAY},
    ],
)
def test_a_check_in_that_is_not_asked_takes_no_day(
    db: Session, cast: People, changes: dict[str, Any]
) -> None:
    agree(db, cast, Purpose.CHECK_INS)
    had_session(db, cast, **changes)
    assert planned(db, cast) == []


def test_only_sessions_that_are_asked_after_count(db: Session, cast: People) -> None:
    agree(db, cast, Purpose.CHECK_INS)
    for week in range(3):
        had_session(db, cast, NOW - (week + 1) * 7 * DAY, check_in_at=None)
    had_session(db, cast)  # the fourth
    assert planned(db, cast) == []


# --- homework and notes


def test_homework_is_planned_until_its_session(db: Session, cast: People) -> None:
    agree(db, cast, Purpose.HOMEWORK)
    row = assign(db, cast.anna)
    assert planned(db, cast) == [Wish(Unasked.HOMEWORK, NOW + DAY)]
    row.therapy_session_id = book(db, cast.anna, NOW + 2 * DAY).id
    assert planned(db, cast) == [Wish(Unasked.HOMEWORK, NOW + DAY, NOW + 2 * DAY)]
    consents.withdraw(db, cast.anna, Purpose.HOMEWORK, NOW)
    assert planned(db, cast) == []


def test_daily_homework_and_what_is_done_take_no_day(db: Session, cast: People) -> None:
    agree(db, cast, Purpose.HOMEWORK)
    assign(db, cast.anna).rhythm = Rhythm.DAILY
    assign(db, cast.anna).rhythm = Rhythm.WEEKDAYS
    done = assign(db, cast.anna)
    done.state, done.remind_at = HomeworkState.DONE, None
    assign(db, cast.ben)
    assert planned(db, cast) == []


def test_a_note_is_asked_about_after_its_meeting(db: Session, cast: People) -> None:
    meeting = book(db, cast.anna, NOW - 2 * HOUR)
    note = kept_note(db, cast, meeting)
    assert note.due_at is not None
    until = meeting.ends_at + ASKED_AT_MOST
    assert planned(db, cast) == [Wish(Unasked.OWN_NOTE, note.due_at, until)]
    note.due_at = meeting.starts_at - HOUR  # it is brought back: that was asked for
    assert planned(db, cast) == []
    note.due_at, note.state = SOON, NoteState.RESTING
    assert planned(db, cast) == []


@pytest.mark.parametrize("kind", TO_BRING)
def test_a_note_to_bring_is_asked_about_by_nobody(
    db: Session, cast: People, kind: OwnNoteKind
) -> None:
    note = kept_note(db, cast, book(db, cast.anna, NOW - 2 * HOUR))
    assert planned(db, cast) != []
    note.kind = kind
    assert planned(db, cast) == []


# --- another psychologist


def test_that_somebody_is_looked_for_is_planned_until_somebody_is_found(
    db: Session, cast: People
) -> None:
    row = searched(db, cast)
    assert planned(db, cast, Unasked.RELATIONSHIP) == [Wish(Unasked.SEARCH, SOON)]
    row.state = SearchState.FOUND
    assert planned(db, cast, Unasked.RELATIONSHIP) == []


# --- what is looked at


def test_each_kind_sees_what_it_yields_to_and_nothing_else(db: Session, cast: People) -> None:
    agree(db, cast, Purpose.CHECK_INS, Purpose.HOMEWORK)
    closed_case(db, cast)
    meeting = had_session(db, cast)
    assign(db, cast.anna)
    kept_note(db, cast, meeting)
    searched(db, cast)
    order = list(Unasked)
    for count, kind in enumerate(order):
        assert [each.kind for each in planned(db, cast, kind)] == order[:count]


def test_what_comes_once_the_wish_is_over_is_not_looked_at(db: Session, cast: People) -> None:
    closed_case(db, cast)
    assert planned(db, cast, until=SOON - HOUR) == []
    assert len(planned(db, cast, until=SOON)) == 1


def test_a_year_of_times_costs_no_more_queries_than_a_week(db: Session, cast: People) -> None:
    agree(db, cast, Purpose.CHECK_INS, Purpose.HOMEWORK)
    for _count in range(10):
        assign(db, cast.anna)
    counts = []
    for week in range(0, 52, 51):
        for number in range(week + 1):
            starts_at = NOW + timedelta(weeks=number, hours=1)
            had_session(db, cast, starts_at)
        db.flush()
        with queries(db) as said:
            planned(db, cast)
        counts.append(len(said))
    assert counts[1] <= counts[0] + 2
    assert counts[0] <= 8

"""What is planned to come to a client unasked, for whatever has to yield to it (DESIGN, law 12)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import chain

from sqlmodel import Session, and_, col, exists, or_, select

from bot.records import consents
from bot.records.case_entries import FROM_CLIENT, CaseEntry
from bot.records.cases import DRAFT_KEPT_FOR, DRAFT_WAITS, Case, CaseState
from bot.records.consents import Purpose
from bot.records.homework import Homework
from bot.records.notes import Note, NoteState, OwnNoteKind
from bot.records.people import Person
from bot.records.psychologist_requests import PsychologistRequest, SearchState
from bot.records.therapy_sessions import (
    TOOK_PLACE,
    SessionState,
    TherapySession,
    number_of,
)
from bot.rules.check_in_times import closes_at, is_asked_after
from bot.rules.homework import Rhythm
from bot.rules.measure import MEASURE, Unasked, Wish
from bot.rules.own_notes import ASKED_AT_MOST

# Nothing waits longer for a day that fits than it takes until a week is over.
_LOOKS_AHEAD = timedelta(days=9)


def more_urgent(db: Session, person: Person, wish: Wish, not_before: datetime) -> Sequence[Wish]:
    """What this yields to: at most one query or two for each kind, however much is planned."""
    last = max(wish.at, not_before) + _LOOKS_AHEAD
    if wish.useful_until is not None:
        last = min(last, wish.useful_until)
    kinds = (kind for kind in Unasked if kind in MEASURE[wish.kind].yields_to)
    return list(chain.from_iterable(_PLANNED[kind](db, person, last) for kind in kinds))


def _cases(db: Session, person: Person, last: datetime) -> Sequence[Wish]:
    """How it is now, a week after a case was closed; and that one was begun and isn't sent."""
    has_words = exists().where(
        col(CaseEntry.case_id) == col(Case.id), col(CaseEntry.kind).in_(FROM_CLIENT)
    )
    rows = db.exec(
        select(Case).where(
            Case.client_id == person.id,
            or_(
                and_(
                    col(Case.state) == CaseState.CLOSED,
                    col(Case.since).is_(None),
                    col(Case.ask_since_at) <= last,
                ),
                and_(
                    col(Case.state) == CaseState.DRAFT,
                    col(Case.misses) == 0,
                    col(Case.due_at) <= last,
                    has_words,
                ),
            ),
        )
    ).all()
    return [_of_case(row) for row in rows]


def _of_case(row: Case) -> Wish:
    if row.state is CaseState.DRAFT:
        assert row.due_at is not None, "asked for in the query"
        return Wish(Unasked.CASE, row.due_at, row.begun_at + DRAFT_WAITS + DRAFT_KEPT_FOR)
    assert row.ask_since_at is not None, "asked for in the query"
    return Wish(Unasked.CASE, row.ask_since_at)


def _check_ins(db: Session, person: Person, last: datetime) -> Sequence[Wish]:
    rows = db.exec(
        select(TherapySession)
        .where(
            TherapySession.client_id == person.id,
            TherapySession.state == SessionState.BOOKED,
            col(TherapySession.attendance).in_(TOOK_PLACE),
            col(TherapySession.check_in_at).is_not(None),
            TherapySession.starts_at <= last,
        )
        .order_by(col(TherapySession.starts_at))
    ).all()
    if not rows or not consents.has(db, person, Purpose.CHECK_INS):
        return []
    following = [*(each.starts_at for each in rows[1:]), None]
    found = []
    for row, upcoming in zip(rows, following, strict=True):
        assert row.check_in_at is not None, "asked for in the query"
        # A week holds a session or two: the number of each is asked for by itself.
        if row.check_in_at <= last and is_asked_after(number_of(db, row)):
            useful_until = closes_at(row.check_in_at, upcoming)
            found.append(Wish(Unasked.CHECK_IN, row.check_in_at, useful_until))
    return found


def _homework(db: Session, person: Person, last: datetime) -> Sequence[Wish]:
    """Reminders but those of each day and those put off: who chose these asked for them."""
    rows = db.exec(
        select(Homework, TherapySession.starts_at)
        .join(
            TherapySession,
            and_(
                col(TherapySession.id) == col(Homework.therapy_session_id),
                col(TherapySession.state) == SessionState.BOOKED,
            ),
            isouter=True,
        )
        .where(
            Homework.client_id == person.id,
            col(Homework.rhythm).not_in((Rhythm.DAILY, Rhythm.WEEKDAYS)),
            ~col(Homework.is_wished),
            col(Homework.remind_at) <= last,
        )
    ).all()
    if not rows or not consents.has(db, person, Purpose.HOMEWORK):
        return []
    return [
        Wish(Unasked.HOMEWORK, row.remind_at, row.until_at or starts_at)
        for row, starts_at in rows
        if row.remind_at is not None and row.is_asked_about
    ]


def _own_notes(db: Session, person: Person, last: datetime) -> Sequence[Wish]:
    """Those that are asked about next, after their meeting; not those that are brought back."""
    rows = db.exec(
        select(Note, TherapySession)
        .join(TherapySession, col(TherapySession.id) == col(Note.therapy_session_id))
        .where(
            Note.client_id == person.id,
            Note.state == NoteState.KEPT,
            Note.kind == OwnNoteKind.SOMETHING_TO_SAY,
            TherapySession.state == SessionState.BOOKED,
            col(TherapySession.attendance).in_(TOOK_PLACE),
            col(Note.due_at) > TherapySession.starts_at,
            col(Note.due_at) <= last,
        )
    ).all()
    return [
        Wish(Unasked.OWN_NOTE, note.due_at, meeting.ends_at + ASKED_AT_MOST)
        for note, meeting in rows
        if note.due_at is not None
    ]


def _searches(db: Session, person: Person, last: datetime) -> Sequence[Wish]:
    rows = db.exec(
        select(PsychologistRequest.write_at).where(
            PsychologistRequest.client_id == person.id,
            PsychologistRequest.state == SearchState.LOOKING,
            col(PsychologistRequest.write_at) <= last,
        )
    ).all()
    return [Wish(Unasked.SEARCH, at) for at in rows if at is not None]


_PLANNED: Mapping[Unasked, Callable[[Session, Person, datetime], Sequence[Wish]]] = {
    Unasked.CASE: _cases,
    Unasked.CHECK_IN: _check_ins,
    Unasked.HOMEWORK: _homework,
    Unasked.OWN_NOTE: _own_notes,
    Unasked.SEARCH: _searches,
}

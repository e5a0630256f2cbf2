"""Cases and what is written in them: who was named, who may read, who has taken it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlmodel import Session

from bot.records import case_entries, cases, outbox
from bot.records.case_entries import EntryKind
from bot.records.cases import Case, CaseState
from bot.records.database import Database
from bot.records.outbox import OutboxState
from bot.records.people import Person
from tests.records.rows import DAY, NOW, People, make_cast, message


def begin(
    db: Session, cast: People, *readers: Person, state: CaseState = CaseState.WAITING
) -> Case:
    """Anna's case about Dr Okafor, in this state, for these readers; nobody was asked yet."""
    case = cases.begin(db, client_id=cast.anna.id, about_id=cast.okafor.id, check_in_id=0, now=NOW)
    cases.name_readers(db, case, [each.id for each in readers])
    case.state = state
    db.flush()
    return case


def ask(db: Session, case: Case, *asked: Person) -> None:
    for each in asked:
        reader = cases.reader(db, case, each.id)
        assert reader is not None
        reader.asked_at = NOW
    db.flush()


def test_readers_stand_in_the_order_in_which_they_were_named(db: Session, cast: People) -> None:
    case = begin(db, cast, cast.maria, cast.lindqvist)
    cases.name_readers(db, case, [cast.lindqvist.id, cast.maria.id])
    assert [each.person_id for each in cases.readers(db, case)] == [
        cast.lindqvist.id,
        cast.maria.id,
    ]
    cases.name_readers(db, case, [cast.maria.id])
    assert [each.person_id for each in cases.readers(db, case)] == [cast.maria.id]
    cases.add_reader(db, case, cast.lindqvist.id)
    cases.add_reader(db, case, cast.lindqvist.id)
    assert [each.rank for each in cases.readers(db, case)] == [0, 1]


def test_who_was_asked_stays_named(db: Session, cast: People) -> None:
    case = begin(db, cast, cast.maria)
    assert not cases.were_asked(db, case)
    ask(db, case, cast.maria)
    assert cases.were_asked(db, case)
    cases.name_readers(db, case, [cast.lindqvist.id])
    assert {each.person_id for each in cases.readers(db, case)} == {
        cast.maria.id,
        cast.lindqvist.id,
    }


@pytest.mark.parametrize("state", CaseState)
def test_who_may_read_in_each_state(db: Session, cast: People, state: CaseState) -> None:
    case = begin(db, cast, cast.maria, cast.lindqvist, state=state)
    ask(db, case, cast.maria)
    shown = state in (CaseState.WAITING, CaseState.TAKEN, CaseState.CLOSED)
    assert cases.may_read(db, case, cast.maria.id) == shown
    for each in (cast.lindqvist, cast.okafor, cast.adler, cast.anna, cast.ben):
        assert not cases.may_read(db, case, each.id)


def test_open_cases_of_a_reader_what_is_due_first(db: Session, cast: People) -> None:
    later, sooner, taken, closed, unasked = (begin(db, cast, cast.maria) for _ in range(5))
    later.due_at, sooner.due_at, taken.due_at = NOW + 3 * DAY, NOW + DAY, NOW + 2 * DAY
    taken.state, closed.state = CaseState.TAKEN, CaseState.CLOSED
    for case in (later, sooner, taken, closed):
        ask(db, case, cast.maria)
    assert [case.id for case in cases.open_to(db, cast.maria.id)] == [
        sooner.id,
        taken.id,
        later.id,
    ]
    assert not cases.may_read(db, unasked, cast.maria.id)
    for each in (cast.okafor, cast.lindqvist, cast.anna):
        assert list(cases.open_to(db, each.id)) == []


@pytest.mark.parametrize("state", CaseState)
@pytest.mark.parametrize("days", [13.99, 14])
def test_what_a_client_can_say_more_about(
    db: Session, cast: People, state: CaseState, days: float
) -> None:
    case = begin(db, cast, cast.maria, state=state)
    case.closed_at = NOW if state is CaseState.CLOSED else None
    db.flush()
    recent = state is CaseState.CLOSED and days < 14
    found = cases.of_client(db, cast.anna.id, NOW + timedelta(days=days))
    assert [each.id for each in found] == ([case.id] if case.is_open or recent else [])
    assert list(cases.of_client(db, cast.ben.id, NOW)) == []


@pytest.mark.parametrize("state", CaseState)
def test_whom_the_open_cases_of_a_client_are_about(
    db: Session, cast: People, state: CaseState
) -> None:
    case = begin(db, cast, cast.maria, state=state)
    expected = {cast.okafor.id} if case.is_open else set()
    assert cases.subjects_of_open(db, cast.anna.id) == expected
    assert cases.subjects_of_open(db, cast.ben.id) == set()
    case.about_id = None
    db.flush()
    assert cases.subjects_of_open(db, cast.anna.id) == set()


def test_who_was_sent_the_case_about_them_is_no_secret_s_subject_but_for_another_case(
    db: Session, cast: People
) -> None:
    begin(db, cast, cast.okafor, state=CaseState.WAITING)
    assert cases.subjects_of_open(db, cast.anna.id) == set()
    begin(db, cast, cast.maria, state=CaseState.WAITING)
    assert cases.subjects_of_open(db, cast.anna.id) == {cast.okafor.id}


@pytest.mark.parametrize("state", CaseState)
def test_only_a_case_that_waits_can_be_taken_and_the_first_has_it(
    db: Session, cast: People, state: CaseState
) -> None:
    case = begin(db, cast, cast.maria, cast.lindqvist, state=state)
    took = [cases.take(db, case, each.id, NOW) for each in (cast.maria, cast.lindqvist)]
    assert took == [state is CaseState.WAITING, False]
    after = cases.lock(db, case)
    assert after.taken_by == (cast.maria.id if state is CaseState.WAITING else None)


def test_twenty_claims_at_the_same_moment_and_one_has_it(database: Database) -> None:
    with database.transaction() as db:
        cast = make_cast(db)
        case_id = begin(db, cast, cast.maria, cast.lindqvist).id
        both = [cast.maria.id, cast.lindqvist.id]
    start = Barrier(20)

    def claim(number: int) -> tuple[int, bool]:
        start.wait(timeout=10)
        with database.transaction() as db:
            case = db.get(Case, case_id)
            assert case is not None
            return both[number % 2], cases.take(db, case, both[number % 2], NOW)

    with ThreadPoolExecutor(20) as many:
        claims = list(many.map(claim, range(20)))
    winners = [person_id for person_id, took in claims if took]
    with database.transaction() as db:
        case = db.get(Case, case_id)
        assert case is not None
        assert winners == [case.taken_by]
        assert case.state is CaseState.TAKEN


def test_alerts_and_news_that_wait_are_withdrawn_and_nothing_else(
    db: Session, cast: People
) -> None:
    case, other = begin(db, cast, cast.maria), begin(db, cast, cast.maria)
    rows = [
        message(db, topic=topic)
        for topic in (case.alert_topic, case.news_topic, case.topic, other.alert_topic)
    ]
    cases.withdraw_alerts(db, case, NOW)
    db.expire_all()
    states = [row.state for row in rows]
    assert states == [OutboxState.WITHDRAWN] * 2 + [OutboxState.QUEUED] * 2


def write(db: Session, case: Case, kind: EntryKind, text: str) -> case_entries.CaseEntry:
    by = case.client_id if kind in case_entries.FROM_CLIENT else case.about_id or 0
    return case_entries.add(db, case, by_id=by, kind=kind, text=text, now=NOW)


def test_entries_stand_in_the_order_of_writing(db: Session, cast: People) -> None:
    case, other = begin(db, cast), begin(db, cast)
    for number, kind in enumerate(EntryKind):
        write(db, case, kind, f"{number}")
    write(db, other, EntryKind.WORDS, "elsewhere")
    written = [entry.text for entry in case_entries.of_case(db, case)]
    assert written == [str(number) for number in range(len(EntryKind))]
    assert [entry.kind for entry in case_entries.from_client(db, case)] == [
        EntryKind.SENTENCE,
        EntryKind.WORDS,
        EntryKind.CHECK_IN,
        EntryKind.WISHES,
        EntryKind.CALL,
    ]


def test_sending_sends_the_client_s_own_and_keeps_the_first_instant(
    db: Session, cast: People
) -> None:
    case = begin(db, cast)
    first = write(db, case, EntryKind.WORDS, "first")
    note = write(db, case, EntryKind.NOTE, "note")
    case_entries.send_all(db, case, NOW)
    second = write(db, case, EntryKind.WORDS, "second")
    case_entries.send_all(db, case, NOW + DAY)
    assert (first.sent_at, second.sent_at, note.sent_at) == (NOW, NOW + DAY, None)


def test_the_last_answer_is_one_that_went_out(db: Session, cast: People) -> None:
    case = begin(db, cast)
    assert case_entries.last_answer(db, case) is None
    sent = write(db, case, EntryKind.TIMES, "sent")
    sent.sent_at = NOW
    write(db, case, EntryKind.ANSWER, "not sent")
    write(db, case, EntryKind.NOTE, "note").sent_at = NOW
    assert case_entries.last_answer(db, case) is sent
    assert sent.is_question


def test_erased_words_are_gone_and_only_those(db: Session, cast: People) -> None:
    case, other = begin(db, cast), begin(db, cast)
    write(db, case, EntryKind.WORDS, "gone")
    write(db, other, EntryKind.WORDS, "stays")
    case_entries.erase_words(db, case)
    assert list(case_entries.of_case(db, case)) == []
    assert [entry.text for entry in case_entries.of_case(db, other)] == ["stays"]


def test_what_was_said_about_something_is_forgotten_and_what_waits_withdrawn(
    db: Session, cast: People
) -> None:
    sent, waiting, other = (message(db, text="words", topic=f"t:{n}") for n in (1, 1, 2))
    outbox.close(db, sent.id, OutboxState.SENT, NOW)
    outbox.forget_words(db, "t:1", NOW)
    db.expire_all()
    assert (sent.body.text, waiting.body.text, other.body.text) == ("", "", "words")
    assert waiting.state is OutboxState.WITHDRAWN

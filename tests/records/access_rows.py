"""Rows of each table that access knows, about the cast: whose each is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlmodel import Session, SQLModel

from bot.records import (
    brought_notes,
    case_entries,
    cases,
    check_ins,
    duties,
    kept_words,
    notes,
    people,
    sharings,
    time_requests,
)
from bot.records.case_entries import CaseEntry, EntryKind
from bot.records.cases import Case, CaseState
from bot.records.check_ins import CheckIn
from bot.records.danger_alerts import DangerAlert
from bot.records.danger_questions import DangerQuestion
from bot.records.duties import DutyRow
from bot.records.homework import Homework, HomeworkNote
from bot.records.kept_words import KeptWords
from bot.records.notes import Note, NoteState, OwnNoteKind
from bot.records.people import Person
from bot.records.sharings import SharedKind, Sharing
from bot.records.therapy_sessions import TherapySession
from bot.records.time_requests import RequestKind, TimeRequest
from bot.rules.alliance import judge
from bot.rules.questionnaire import OUR_OWN
from tests.records.danger_rows import alert_about, question_about
from tests.records.rows import NOW, People, assign, book, message, show


@dataclass(frozen=True)
class About:
    """A row, and whom it is about."""

    row: (
        TherapySession | Person | DangerAlert | CheckIn | Homework | HomeworkNote | KeptWords
        | DangerQuestion | Case | CaseEntry | DutyRow | TimeRequest | Note | Sharing
    )  # fmt: skip
    client: Person | None
    psychologist: Person | None
    told: Person | None = None
    readers: tuple[Person, ...] = ()  # who was named and asked
    is_staff: bool = False
    heard: Person | None = None  # to whom the client agreed to give these words


def duty_of(db: Session, person: Person) -> DutyRow:
    return duties.ask(db, person_id=person.id, hours="mon 9-17", now=NOW)


def request_of(db: Session, client: Person) -> TimeRequest:
    session_id = book(db, client).id
    request = TimeRequest(
        client_id=client.id,
        therapy_session_id=session_id,
        kind=RequestKind.OTHER_TIME,
        asked_at=NOW,
    )
    request.offered = []
    return time_requests.ask(db, request)


def case_of(
    db: Session, client: Person, about: Person, readers: Mapping[int, bool], state: CaseState
) -> Case:
    """A case in this state; its readers by id, and whether each was asked."""
    case = cases.begin(db, client_id=client.id, about_id=about.id, check_in_id=0, now=NOW)
    cases.name_readers(db, case, list(readers))
    for reader in cases.readers(db, case):
        reader.asked_at = NOW if readers[reader.person_id] else None
    case.state = state
    db.flush()
    return case


def note_of(
    db: Session,
    client: Person,
    psychologist: Person,
    *,
    is_shown: bool = True,
    is_back: bool = False,
) -> Note:
    """A note for this psychologist; shown to them, and taken back again."""
    note = notes.begin(db, client_id=client.id, psychologist_id=psychologist.id, now=NOW)
    if is_shown:
        notes.show(note, NOW)
    if is_back:
        assert notes.take_back(db, note, NOW)
    db.flush()
    return note


def to_bring_of(
    db: Session, client: Person, psychologist: Person, *, is_shared: bool = True
) -> Note:
    note = brought_notes.begin(db, client, psychologist.id, OwnNoteKind.NEED, NOW)
    note.state = NoteState.KEPT
    if is_shared:
        brought_notes.share(db, note, "test", NOW)
    db.flush()
    return note


def notes_to_bring_about(db: Session, cast: People) -> list[About]:
    """Shared; not; while it is still written, and talked about; for one they see no more; with the
    yes to notes revoked."""
    found = [
        About(to_bring_of(db, cast.anna, cast.okafor), cast.anna, cast.okafor),
        About(to_bring_of(db, cast.anna, cast.okafor, is_shared=False), cast.anna, None),
        About(to_bring_of(db, cast.anna, cast.adler), cast.anna, None),
        About(to_bring_of(db, cast.carla, cast.adler), cast.carla, None),
    ]
    for state in (NoteState.WRITING, NoteState.RESTING):
        note = to_bring_of(db, cast.anna, cast.okafor)
        note.state = state
        found.append(About(note, cast.anna, None))
    sharings.revoke(db, cast.carla.id, SharedKind.NOTES, NOW)
    return found


def notes_about(db: Session, cast: People) -> list[About]:
    """Not shown; taken back (which may be said to whom it was shown); for one they see no more."""
    hers = note_of(db, cast.anna, cast.okafor, is_shown=False)
    back = note_of(db, cast.anna, cast.okafor, is_back=True)
    former = note_of(db, cast.anna, cast.adler)
    return [
        About(hers, cast.anna, None),
        About(back, cast.anna, cast.okafor),
        About(former, cast.anna, None),
        *notes_to_bring_about(db, cast),
    ]


def check_in_of(db: Session, client: Person, *, is_answered: bool = True) -> CheckIn:
    """About a session with the psychologist whom this client sees now."""
    row = check_ins.ask(db, book(db, client), OUR_OWN, NOW)
    if is_answered:
        for name in OUR_OWN.names:
            check_ins.answer(row, name, 7)
        check_ins.settle(row, judge(row.answers, []), NOW)
    db.flush()
    return row


def sharing_of(db: Session, client: Person, kind: SharedKind) -> Sharing:
    """Given for all so far."""
    assert client.psychologist_id is not None, "a client has a psychologist"
    row = sharings.ask(db, client, client.psychologist_id, kind, "test", NOW)
    sharings.give(row, NOW, None)
    db.flush()
    return row


def check_ins_about(db: Session, cast: People) -> list[About]:
    """Of Ben, who shares them: answered, kept private, not answered yet; and of a former one's."""
    sharing_of(db, cast.ben, SharedKind.CHECK_INS)
    shared = check_in_of(db, cast.ben)
    private = check_in_of(db, cast.ben)
    private.keeps_private = True
    begun = check_in_of(db, cast.ben, is_answered=False)
    former = check_in_of(db, cast.ben)
    former.psychologist_id = cast.adler.id
    db.flush()
    return [
        About(shared, cast.ben, cast.okafor),
        *[About(each, cast.ben, None) for each in (private, begun, former)],
    ]


def hearing_of(
    db: Session, client: Person, about: Person, agreed: bool | None, state: CaseState
) -> CaseEntry:
    """Words for whom a case is about, sent to its client."""
    case = case_of(db, client, about, {}, state)
    entry = case_entries.add(db, case, by_id=about.id, kind=EntryKind.HEARING, text="…", now=NOW)
    entry.person_id, entry.agreed, entry.sent_at = about.id, agreed, NOW
    db.flush()
    return entry


def hearings_about(db: Session, cast: People) -> list[About]:
    """With a yes, in every state; without one; and an answer to it, which goes to nobody so."""
    is_open = (CaseState.WAITING, CaseState.TAKEN)
    found = [
        About(
            hearing_of(db, cast.anna, cast.okafor, True, state),
            None,
            None,
            heard=cast.okafor if state in is_open else None,
        )
        for state in CaseState
    ]
    for agreed in (False, None):
        row = hearing_of(db, cast.anna, cast.okafor, agreed, CaseState.TAKEN)
        found.append(About(row, None, None))
    unsent = hearing_of(db, cast.anna, cast.okafor, True, CaseState.TAKEN)
    unsent.sent_at = None
    answer = hearing_of(db, cast.anna, cast.okafor, True, CaseState.TAKEN)
    answer.kind = EntryKind.HEARD
    db.flush()
    return [*found, About(unsent, None, None), About(answer, None, None)]


def cases_about(db: Session, cast: People) -> list[About]:
    """In every state, with Maria asked and Dr Lindqvist named; one about Maria; one to Dr Adler."""
    readable = (CaseState.WAITING, CaseState.TAKEN, CaseState.CLOSED)
    maria_asked = {cast.maria.id: True, cast.lindqvist.id: False}
    found = [
        About(
            case_of(db, cast.anna, cast.okafor, maria_asked, state),
            cast.anna,
            None,
            readers=(cast.maria,) if state in readable else (),
        )
        for state in CaseState
    ]
    about_maria = case_of(db, cast.ben, cast.maria, {cast.lindqvist.id: True}, CaseState.WAITING)
    to_adler = case_of(db, cast.carla, cast.adler, {cast.adler.id: True}, CaseState.TAKEN)
    return [
        *found,
        About(about_maria, cast.ben, None, readers=(cast.lindqvist,)),
        About(to_adler, cast.carla, None, readers=(cast.adler,)),
    ]


# How rows of each table that access knows are made: about a client, or about nobody.
MADE: Mapping[type[SQLModel], Callable[[Session, Person, Person], About]] = {
    TherapySession: lambda db, client, theirs: About(book(db, client), client, theirs),
    Person: lambda _db, client, theirs: About(client, client, theirs),
    CheckIn: lambda db, client, _theirs: About(  # its psychologist sees none that isn't shared
        check_ins.ask(db, book(db, client), OUR_OWN, NOW), client, None
    ),
    # What a client lets be seen is theirs alone to decide, and nobody else's to look at.
    Sharing: lambda db, client, _theirs: About(
        sharing_of(db, client, SharedKind.HOMEWORK), client, None
    ),
    Homework: lambda db, client, theirs: About(assign(db, client), client, theirs),
    HomeworkNote: lambda db, client, theirs: About(show(db, assign(db, client)), client, theirs),
    # Who sees alerts doesn't go by whose client it is, so an alert has no psychologist.
    DangerAlert: lambda db, client, _theirs: About(alert_about(db, client), client, None),
    # Staff see no question, only the alert that may come of it.
    DangerQuestion: lambda db, client, _theirs: About(question_about(db, client), client, None),
    KeptWords: lambda db, client, _theirs: About(
        kept_words.keep(db, client.id, "…", NOW), client, None
    ),
    Note: lambda db, client, theirs: About(note_of(db, client, theirs), client, theirs),
    DutyRow: lambda db, client, _theirs: About(duty_of(db, client), client, None),
    # A wish is in words meant for the office: whose client it is shows it to no psychologist.
    TimeRequest: lambda db, client, _theirs: About(request_of(db, client), client, None),
    # Whose client it is opens no case: neither to the psychologist nor by a role alone (law 7).
    Case: lambda db, client, theirs: About(
        case_of(db, client, theirs, {}, CaseState.WAITING), client, None
    ),
    # What was written in a case is reached through the case; these through the client's yes alone.
    CaseEntry: lambda db, client, theirs: About(
        hearing_of(db, client, theirs, None, CaseState.TAKEN), None, None
    ),
}


def rows_about(db: Session, cast: People, table: type[SQLModel]) -> list[About]:
    clients = [(cast.anna, cast.okafor), (cast.ben, cast.okafor), (cast.carla, cast.adler)]
    rows = [MADE[table](db, client, psychologist) for client, psychologist in clients]
    if table is Person:
        rows += [
            About(each, each, None, is_staff=True)
            for each in (cast.maria, cast.okafor, cast.lindqvist)
        ]
        left = people.add(db, name="Dr Gone", roles=[], now=NOW)
        rows.append(About(left, left, None))
    if table is DutyRow:
        rows += [About(duty_of(db, each), each, None) for each in (cast.maria, cast.okafor)]
    if table is DangerAlert:
        rows.append(About(alert_about(db, None), None, None))  # a stranger's
        told = alert_about(db, cast.ben)
        message(db, person_id=cast.adler.id, topic=told.topic)
        rows.append(About(told, cast.ben, None, told=cast.adler))
    if table is CheckIn:
        rows += check_ins_about(db, cast)
    if table is Note:
        rows += notes_about(db, cast)
    if table is CaseEntry:
        rows += hearings_about(db, cast)
    if table is Case:
        rows += cases_about(db, cast)
    return rows

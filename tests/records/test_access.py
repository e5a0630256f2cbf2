"""Who may do what with whose rows: every cell of the matrix, with rows that are there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import combinations, product

import pytest
from sqlmodel import Session, SQLModel, select

from bot.records import access, cases, check_ins, consents, danger_alerts, kept_words, people
from bot.records.access import MATRIX, Action, Whose
from bot.records.cases import Case, CaseState
from bot.records.check_ins import CheckIn
from bot.records.consents import Consent, Purpose
from bot.records.danger_alerts import DangerAlert
from bot.records.homework import Homework, HomeworkNote
from bot.records.kept_words import KeptWords
from bot.records.people import Person, Role
from bot.records.therapy_sessions import TherapySession
from tests.records.rows import NOW, People, assign, book, message, show

ROLES = [frozenset(some) for count in range(len(Role) + 1) for some in combinations(Role, count)]
NOBODY_S_ID = 987_654


@dataclass(frozen=True)
class About:
    """A row, and whom it is about."""

    row: (
        TherapySession | Person | DangerAlert | CheckIn | Homework | HomeworkNote | KeptWords | Case
    )
    client: Person | None
    psychologist: Person | None
    told: Person | None = None
    readers: tuple[Person, ...] = ()  # who was named and asked
    is_staff: bool = False


def alert_about(db: Session, person: Person | None) -> DangerAlert:
    return danger_alerts.raise_alert(
        db, person_id=person.id if person else None, chat_id=1, words="…", now=NOW
    )


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
    CheckIn: lambda db, client, theirs: About(
        check_ins.ask(db, book(db, client), NOW), client, theirs
    ),
    Homework: lambda db, client, theirs: About(assign(db, client), client, theirs),
    HomeworkNote: lambda db, client, theirs: About(show(db, assign(db, client)), client, theirs),
    # Who sees alerts doesn't go by whose client it is, so an alert has no psychologist.
    DangerAlert: lambda db, client, _theirs: About(alert_about(db, client), client, None),
    KeptWords: lambda db, client, _theirs: About(
        kept_words.keep(db, client.id, "…", NOW), client, None
    ),
    # Whose client it is opens no case: neither to the psychologist nor by a role alone (law 7).
    Case: lambda db, client, theirs: About(
        case_of(db, client, theirs, {}, CaseState.WAITING), client, None
    ),
}


def allowed(asker: Person, roles: frozenset[Role], action: Action, about: About) -> bool:
    """What the matrix says, worked out on its own."""
    cells = {MATRIX[action][role] for role in roles if role in MATRIX[action]}
    return (
        Whose.ALL in cells
        or (Whose.OWN in cells and about.client is asker)
        or (Whose.OWN_CLIENTS in cells and about.psychologist is asker)
        or (Whose.TOLD in cells and about.told is asker)
        or (Whose.STAFF in cells and about.is_staff)
        or (Whose.NAMED in cells and any(each is asker for each in about.readers))
    )


def rows_about(db: Session, cast: People, table: type[SQLModel]) -> list[About]:
    clients = [(cast.anna, cast.okafor), (cast.ben, cast.okafor), (cast.carla, cast.adler)]
    rows = [MADE[table](db, client, psychologist) for client, psychologist in clients]
    if table is Person:
        rows.append(About(cast.maria, cast.maria, None, is_staff=True))
        left = people.add(db, name="Dr Gone", roles=[], now=NOW)
        rows.append(About(left, left, None))
    if table is DangerAlert:
        rows.append(About(alert_about(db, None), None, None))  # a stranger's
        told = alert_about(db, cast.ben)
        message(db, person_id=cast.adler.id, topic=told.topic)
        rows.append(About(told, cast.ben, None, told=cast.adler))
    if table is Case:
        rows += cases_about(db, cast)
    return rows


@pytest.mark.parametrize("table", MADE, ids=lambda table: table.__name__)
def test_every_role_and_action_on_every_row(
    db: Session, cast: People, table: type[SQLModel]
) -> None:
    """Own, own client's, somebody else's; for every set of roles, whoever asks."""
    rows = rows_about(db, cast, table)
    for asker, roles, action, about in product(vars(cast).values(), ROLES, Action, rows):
        reached = access.reach(db, asker, roles, action, table, about.row.id)
        expected = about.row if allowed(asker, roles, action, about) else None
        assert reached is expected, (asker.name, roles, action, about)


@pytest.mark.parametrize("table", MADE, ids=lambda table: table.__name__)
def test_what_isn_t_there_is_answered_like_what_isn_t_theirs(
    db: Session, cast: People, table: type[SQLModel]
) -> None:
    for asker, action in product(vars(cast).values(), Action):
        assert access.reach(db, asker, frozenset(Role), action, table, NOBODY_S_ID) is None


def test_roles_are_those_that_were_asked_for_not_those_somebody_has(
    db: Session, cast: People
) -> None:
    row = book(db, cast.anna)
    roles = people.roles_of(db, cast.maria)
    assert access.reach(db, cast.maria, roles, Action.SEE_SESSION, TherapySession, row.id) is row
    assert access.reach(db, cast.maria, [], Action.SEE_SESSION, TherapySession, row.id) is None


# In plain words: Anna's session is «hers» for Anna and Dr Okafor; Carla's is for neither.
@pytest.mark.parametrize(
    ("name", "action", "anna_s", "carla_s"),
    [
        ("anna", Action.SEE_SESSION, True, False),
        ("anna", Action.ANSWER_SESSION, True, False),
        ("ben", Action.SEE_SESSION, False, False),
        ("okafor", Action.SEE_SESSION, True, False),
        ("okafor", Action.ANSWER_SESSION, False, False),
        ("maria", Action.SEE_SESSION, True, True),
        ("maria", Action.ANSWER_SESSION, False, False),
        ("lindqvist", Action.SEE_SESSION, False, False),
    ],
)
def test_sessions_in_plain_words(
    db: Session, cast: People, name: str, action: Action, *, anna_s: bool, carla_s: bool
) -> None:
    asker: Person = getattr(cast, name)
    roles = people.roles_of(db, asker)
    for client, may in ((cast.anna, anna_s), (cast.carla, carla_s)):
        row = book(db, client)
        reached = access.reach(db, asker, roles, action, TherapySession, row.id)
        assert reached is (row if may else None)


@pytest.mark.parametrize("action", [Action.SEE_CHECK_IN, Action.ANSWER_CHECK_IN])
def test_check_ins_are_the_client_s_alone(db: Session, cast: People, action: Action) -> None:
    row = check_ins.ask(db, book(db, cast.anna), NOW)
    may = {
        name
        for name, asker in vars(cast).items()
        if access.reach(db, asker, people.roles_of(db, asker), action, CheckIn, row.id) is row
    }
    assert may == {"anna"}


# In plain words: Anna's case about Dr Okafor, Maria asked, Dr Lindqvist named for later.
@pytest.mark.parametrize(
    ("name", "reads", "owns"),
    [
        ("anna", False, True),
        ("ben", False, False),
        ("okafor", False, False),
        ("adler", False, False),
        ("maria", True, False),
        ("lindqvist", False, False),
    ],
)
def test_cases_in_plain_words(
    db: Session, cast: People, name: str, *, reads: bool, owns: bool
) -> None:
    asker: Person = getattr(cast, name)
    roles = people.roles_of(db, asker)
    readers = {cast.maria.id: True, cast.lindqvist.id: False}
    row = case_of(db, cast.anna, cast.okafor, readers, CaseState.WAITING)
    for action, may in ((Action.READ_CASE, reads), (Action.OWN_CASE, owns)):
        assert access.reach(db, asker, roles, action, Case, row.id) is (row if may else None)


@pytest.mark.parametrize("action", Action, ids=lambda action: action.value)
def test_each_action_is_for_somebody_and_not_for_everybody(action: Action) -> None:
    assert 0 < len(MATRIX[action]) < len(Role)


@pytest.mark.parametrize("action", Action, ids=lambda action: action.value)
def test_who_may_do_it_with_anybody_s_row_at_all(action: Action) -> None:
    assert not access.may([], action)
    for roles in ROLES:
        assert access.may(roles, action) == bool(roles & set(MATRIX[action]))


def test_a_table_that_nobody_decided_about_is_closed_to_all(db: Session, cast: People) -> None:
    consents.give(db, cast.anna, Purpose.REMINDERS, "1", NOW)
    row = db.exec(select(Consent)).one()
    with pytest.raises(TypeError, match="access to consent rows was never decided"):
        access.reach(db, cast.maria, frozenset(Role), Action.SEE_CLIENT, Consent, row.id)

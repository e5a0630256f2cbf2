"""Who may do what with whose rows: every cell of the matrix, with rows that are there."""

from itertools import combinations, product

import pytest
from sqlmodel import Session, SQLModel, select

from bot.records import (
    access,
    check_ins,
    consents,
    people,
)
from bot.records.access import MATRIX, Action, Whose
from bot.records.cases import Case, CaseState
from bot.records.check_ins import CheckIn
from bot.records.consents import Consent, Purpose
from bot.records.duties import DutyRow
from bot.records.people import Person, Role
from bot.records.therapy_sessions import TherapySession
from bot.rules.questionnaire import OUR_OWN
from tests.records.access_rows import MADE, About, case_of, duty_of, rows_about
from tests.records.rows import NOW, People, book

ROLES = [frozenset(some) for count in range(len(Role) + 1) for some in combinations(Role, count)]
NOBODY_S_ID = 987_654


def allowed(asker: Person, roles: frozenset[Role], action: Action, about: About) -> bool:
    """What the matrix says, worked out on its own."""
    cells = {MATRIX[action][role] for role in roles if role in MATRIX[action]}
    return (
        Whose.ALL in cells
        or (Whose.OWN in cells and about.client is asker)
        or (Whose.OWN_CLIENTS in cells and about.psychologist is asker)
        or (Whose.TOLD in cells and about.told is asker)
        or (Whose.HEARD in cells and about.heard is asker)
        or (Whose.STAFF in cells and about.is_staff)
        or (Whose.NAMED in cells and any(each is asker for each in about.readers))
    )


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


@pytest.mark.parametrize(
    "action",
    [
        Action.SEE_CHECK_IN,
        Action.SEE_TREND,
        Action.SEE_BRIEF,
        Action.SEE_NOTE,
        Action.SEE_HOMEWORK_NOTE,
    ],
    ids=lambda action: str(action.value),
)
def test_what_clients_share_is_for_their_psychologist_and_no_other_role(action: Action) -> None:
    """Written by hand, for the others are worked out from the matrix itself."""
    cells = dict(MATRIX[action])
    assert cells.pop(Role.CLIENT, Whose.OWN) is Whose.OWN
    assert cells == {Role.PSYCHOLOGIST: Whose.OWN_CLIENTS}


# In plain words: Anna's session is «hers» for Anna and Dr Okafor; Carla's is for neither.
@pytest.mark.parametrize(
    ("name", "action", "anna_s", "carla_s"),
    [
        ("anna", Action.SEE_SESSION, True, False),
        ("anna", Action.ANSWER_SESSION, True, False),
        ("anna", Action.TELL_ATTENDANCE, False, False),
        ("ben", Action.SEE_SESSION, False, False),
        ("okafor", Action.SEE_SESSION, True, False),
        ("okafor", Action.ANSWER_SESSION, False, False),
        ("okafor", Action.TELL_ATTENDANCE, True, False),
        ("adler", Action.TELL_ATTENDANCE, False, True),
        ("maria", Action.SEE_SESSION, True, True),
        ("maria", Action.ANSWER_SESSION, False, False),
        ("maria", Action.TELL_ATTENDANCE, True, True),
        ("lindqvist", Action.SEE_SESSION, False, False),
        ("lindqvist", Action.TELL_ATTENDANCE, False, False),
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
    row = check_ins.ask(db, book(db, cast.anna), OUR_OWN, NOW)
    may = {
        name
        for name, asker in vars(cast).items()
        if access.reach(db, asker, people.roles_of(db, asker), action, CheckIn, row.id) is row
    }
    assert may == {"anna"}


# In plain words: what says that Dr Okafor is away, and hours that Dr Okafor was asked for.
@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("okafor", {Action.SET_AWAY, Action.ANSWER_DUTY, Action.END_DUTY}),
        ("maria", {Action.SET_AWAY, Action.ASK_DUTY, Action.END_DUTY}),
        ("adler", set()),
        ("lindqvist", set()),
        ("anna", set()),
    ],
)
def test_absences_and_duties_in_plain_words(
    db: Session, cast: People, name: str, may: set[Action]
) -> None:
    asker: Person = getattr(cast, name)
    roles = people.roles_of(db, asker)
    row = duty_of(db, cast.okafor)
    reached = {
        action: access.reach(db, asker, roles, action, Person, cast.okafor.id)
        for action in (Action.SET_AWAY, Action.ASK_DUTY)
    } | {
        action: access.reach(db, asker, roles, action, DutyRow, row.id)
        for action in (Action.ANSWER_DUTY, Action.END_DUTY)
    }
    assert {action for action, found in reached.items() if found is not None} == may


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

"""Who may do what with whose rows: every cell of the matrix, with rows that are there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import combinations

import pytest
from sqlmodel import Session, SQLModel

from bot.records import access, consents, danger_alerts, inbox
from bot.records.access import MATRIX, Action, Whose
from bot.records.consents import Consent, Purpose
from bot.records.danger_alerts import DangerAlert
from bot.records.people import Person, Role
from bot.records.tables import TABLES
from bot.records.therapy_sessions import TherapySession
from tests.records.conftest import People
from tests.records.rows import NOW, book

ROLES = [frozenset(some) for count in range(len(Role) + 1) for some in combinations(Role, count)]
NOBODY_S_ID = 987_654


@dataclass(frozen=True)
class About:
    """A row, and whom it is about."""

    row: SQLModel
    client: Person | None
    psychologist: Person | None


def alert_about(db: Session, person: Person | None) -> DangerAlert:
    return danger_alerts.raise_alert(
        db, person_id=person.id if person else None, chat_id=1, words="…", now=NOW
    )


# How rows of each table that access knows are made: about a client, or about nobody.
MADE: Mapping[type[SQLModel], Callable[[Session, Person, Person], About]] = {
    TherapySession: lambda db, client, theirs: About(book(db, client), client, theirs),
    Person: lambda _db, client, theirs: About(client, client, theirs),
    # Who sees alerts doesn't go by whose client it is, so an alert has no psychologist.
    DangerAlert: lambda db, client, _theirs: About(alert_about(db, client), client, None),
}


def allowed(asker: Person, roles: frozenset[Role], action: Action, about: About) -> bool:
    """What the matrix says, worked out on its own."""
    cells = {MATRIX[action][role] for role in roles if role in MATRIX[action]}
    return (
        Whose.ALL in cells
        or (Whose.OWN in cells and about.client is asker)
        or (Whose.OWN_CLIENTS in cells and about.psychologist is asker)
    )


def rows_about(db: Session, cast: People, table: type[SQLModel]) -> list[About]:
    clients = [(cast.anna, cast.okafor), (cast.ben, cast.okafor), (cast.carla, cast.adler)]
    return [MADE[table](db, client, psychologist) for client, psychologist in clients]


@pytest.mark.parametrize("table", MADE, ids=lambda table: table.__name__)
def test_every_role_and_action_on_every_row(
    db: Session, cast: People, table: type[SQLModel]
) -> None:
    """Own, own client's, somebody else's and not there; for every set of roles, whoever asks."""
    rows = rows_about(db, cast, table)
    for asker in vars(cast).values():
        for roles in ROLES:
            for action in Action:
                assert access.reach(db, asker, roles, action, table, NOBODY_S_ID) is None
                for about in rows:
                    row_id = about.row.id  # type: ignore[attr-defined]  # each of them has one
                    reached = access.reach(db, asker, roles, action, table, row_id)
                    expected = about.row if allowed(asker, roles, action, about) else None
                    assert reached is expected, (asker.name, roles, action)


@pytest.mark.parametrize("action", Action, ids=lambda action: action.value)
def test_each_action_is_for_somebody_and_not_for_everybody(action: Action) -> None:
    assert 0 < len(MATRIX[action]) < len(Role)


def test_every_action_is_decided() -> None:
    assert set(MATRIX) == set(Action)


@pytest.mark.parametrize(
    ("name", "action", "mine", "theirs"),
    [
        ("anna", Action.SEE_SESSION, True, False),
        ("anna", Action.ANSWER_SESSION, True, False),
        ("okafor", Action.SEE_SESSION, True, False),
        ("okafor", Action.ANSWER_SESSION, False, False),
        ("maria", Action.SEE_SESSION, True, True),
        ("maria", Action.ANSWER_SESSION, False, False),
        ("lindqvist", Action.SEE_SESSION, False, False),
    ],
)
def test_sessions_in_plain_words(
    db: Session, cast: People, name: str, action: Action, mine: bool, theirs: bool
) -> None:
    """Anna's session is «mine» for Anna and Dr Okafor; Carla's is somebody else's for both."""
    asker: Person = getattr(cast, name)
    roles = access.people_roles(db, asker) if hasattr(access, "people_roles") else _roles(db, asker)
    anna_s, carla_s = book(db, cast.anna), book(db, cast.carla)
    reach = access.reach(db, asker, roles, action, TherapySession, anna_s.id)
    assert (reach is anna_s) == mine
    reach = access.reach(db, asker, roles, action, TherapySession, carla_s.id)
    assert (reach is carla_s) == theirs

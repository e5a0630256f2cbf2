"""`check`: whether each client has somebody to turn to, inside the practice and outside."""

from datetime import date, timedelta

import pytest
from sqlalchemy import delete, update
from sqlmodel import col

from bot.clock import Clock
from bot.commands.listening_checks import outside_finding
from bot.records.people import Person, Role, RoleHeld
from bot.rules.outside_bodies import outside_bodies
from tests.commands.conftest import Operator, findings
from tests.practice import settings_for

OKAFOR, ANNA = 1, 3  # as the template has them
CONTACT = "Health Complaints, 1300 000 000"
ALONE = "nobody else here can be reached, and OUTSIDE_CONTACT is not set"


@pytest.fixture
def solo(whole: Operator) -> Operator:
    """Dr Okafor is the whole practice; Anna is her client."""
    whole.looks(lambda db: db.execute(delete(RoleHeld).where(col(RoleHeld.person_id) != ANNA)))
    whole.looks(
        lambda db: db.add_all(
            RoleHeld(person_id=OKAFOR, role=role)
            for role in (Role.MANAGER, Role.SENIOR, Role.PSYCHOLOGIST)
        )
    )
    return whole


def disconnect_all_but_psychologists(operator: Operator) -> None:
    others = (col(Person.id) != OKAFOR) & (col(Person.id) != ANNA)
    operator.looks(lambda db: db.execute(update(Person).where(others).values(telegram_id=None)))


def test_where_somebody_else_is_there_all_is_well(whole: Operator) -> None:
    assert findings(whole, 0)["who listens"] == ("ok", "somebody here besides each psychologist")


def test_a_solo_practice_with_clients_and_nobody_outside_fails(solo: Operator) -> None:
    assert findings(solo, 1)["who listens"] == (
        "FAIL",
        f"nobody for clients of Dr Okafor: {ALONE}",
    )


def test_somebody_outside_alone_is_worth_knowing(solo: Operator) -> None:
    solo.sets(OUTSIDE_CONTACT=CONTACT)
    assert findings(solo, 0)["who listens"] == (
        "warn",
        "nobody here but OUTSIDE_CONTACT for clients of Dr Okafor",
    )


def test_before_the_first_client_it_is_a_warning(solo: Operator) -> None:
    solo.looks(lambda db: db.execute(update(Person).values(psychologist_id=None)))
    assert findings(solo, 0)["who listens"][0] == "warn"


def test_who_is_not_connected_hears_nobody(whole: Operator) -> None:
    disconnect_all_but_psychologists(whole)
    assert findings(whole, 1)["who listens"] == (
        "FAIL",
        f"nobody for clients of Dr Okafor: {ALONE}",
    )


def test_who_has_blocked_the_bot_hears_nobody(whole: Operator) -> None:
    gone = col(Person.id) != ANNA
    blocked = update(Person).where(gone).values(unreachable_at=Clock().now())
    whole.looks(lambda db: db.execute(blocked))
    mark, why = findings(whole, 1)["who listens"]
    assert mark == "FAIL" and "Dr Okafor" in why


def test_each_psychologist_who_leaves_clients_alone_is_named(whole: Operator) -> None:
    whole.gets("staff", "add", "--role", "psychologist", "--name", "Dr Patel")
    whole.gets("client", "add", "--name", "Ben Carter", "--psychologist", "Dr Patel")
    whole.gets("staff", "add", "--role", "psychologist", "--name", "Dr Nobody")  # has no clients
    disconnect_all_but_psychologists(whole)
    mark, why = findings(whole, 1)["who listens"]
    assert mark == "FAIL" and why.startswith("nobody for clients of Dr Okafor, Dr Patel: ")


def test_a_manager_who_is_psychologist_has_a_senior_for_her_clients(solo: Operator) -> None:
    solo.gets("staff", "add", "--role", "senior", "--name", "Dr Far")
    assert findings(solo, 1)["who listens"][0] == "FAIL"
    solo.looks(lambda db: db.execute(update(Person).values(telegram_id=Person.id)))
    assert findings(solo, 0)["who listens"][0] == "ok"


@pytest.mark.parametrize(("days", "mark"), [(365, "ok"), (366, "warn")])
def test_bodies_are_looked_up_again_once_a_year(days: int, mark: str) -> None:
    settings = settings_for("sqlite:///unused.sqlite", practice_region="qld")
    (body,) = outside_bodies("AU", "QLD")
    found = outside_finding(settings, date.fromisoformat(body.verified) + timedelta(days=days))
    assert found.mark == mark and found.finding.endswith("Office of the Health Ombudsman")

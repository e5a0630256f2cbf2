"""Clients in the staff's chats: nobody finds, opens or changes what isn't theirs."""

from collections.abc import Callable

import pytest
from sqlmodel import select

from bot.records.audit import AuditEntry
from bot.records.people import Role
from tests.practice import Cast, Someone

NOT_YOURS = "I don't find that name among your clients."
NOT_HERE = "I don't find that name among the clients."


def test_somebody_elses_client_is_answered_like_nobody(welcomed: Cast) -> None:
    """By a guessed id, by the exact name, by part of it."""
    patel = welcomed.practice.add_staff("Dr Patel", Role.PSYCHOLOGIST)
    carla = welcomed.practice.add_client("Carla Diaz", patel)
    welcomed.okafor.hears()
    for row_id in (carla.id, welcomed.maria_row.id, welcomed.okafor_row.id, 999_999):
        welcomed.okafor.presses_data(f"1:client_page:open:{row_id}")
        assert welcomed.okafor.hears() == [NOT_YOURS]
    for typed in ("Carla Diaz", "carla", "Nobody Here"):
        welcomed.okafor.types("/clients")
        welcomed.okafor.hears()
        welcomed.okafor.types(typed)
        assert welcomed.okafor.hears() == [f"{NOT_YOURS} Write another, or part of it."]


def test_a_manager_opens_clients_and_no_colleague(welcomed: Cast) -> None:
    welcomed.maria.hears()
    for row in (welcomed.okafor_row, welcomed.lindqvist_row, welcomed.maria_row):
        for tap in (
            "client_page:open:{}", "client_invitations:ask:{}", "client_invitations:make:{}:0",
            "client_pauses:ask:{}", "client_psychologist:ask:{}",
        ):  # fmt: skip
            welcomed.maria.presses_data("1:" + tap.format(row.id))
            assert welcomed.maria.hears() == [NOT_HERE]


@pytest.mark.parametrize("who", ["anna", "ben", "lindqvist", "stranger"])
@pytest.mark.parametrize(
    "tap",
    [
        "client_page:open:{}",
        "client_list:page:0",
        "unreachable:show",
        "unreachable:page:0",
        "client_adding:begin",
        "client_adding:sees:1",
        "client_adding:add:1",
        "client_invitations:ask:{}",
        "client_invitations:make:{}:0",
        "client_invitations:revoke:{}:4",
        "client_pauses:ask:{}",
        "client_pauses:set:{}:29999999",
        "client_pauses:end:{}",
        "client_psychologist:ask:{}",
        "client_psychologist:set:{}:1:2:1:1",
        "client_psychologist:tell_old:{}:1:1",
    ],
)
def test_nobody_else_gets_anything(welcomed: Cast, tap: str, who: str) -> None:
    someone = welcomed.practice.account("Stranger") if who == "stranger" else getattr(welcomed, who)
    before = _audit(welcomed)
    if who == "stranger":
        someone.types("hello")
    someone.hears()
    someone.presses_data("1:" + tap.format(welcomed.anna_row.id))
    (answer,) = someone.hears()
    assert "Anna" not in answer and "Brown" not in answer and "client" not in answer.lower()
    assert _audit(welcomed) == before


@pytest.mark.parametrize(
    "tap",
    [
        "unreachable:show",
        "client_adding:begin",
        "client_invitations:ask:{}",
        "client_invitations:make:{}:0",
        "client_pauses:set:{}:29999999",
        "client_psychologist:set:{}:1:2:1:1",
    ],
)
def test_a_psychologist_gets_nothing_of_the_office(welcomed: Cast, tap: str) -> None:
    before = _audit(welcomed)
    welcomed.okafor.hears()
    welcomed.okafor.presses_data("1:" + tap.format(welcomed.anna_row.id))
    (answer,) = welcomed.okafor.hears()
    assert "Anna" not in answer
    assert _audit(welcomed) == before


@pytest.mark.parametrize("who", ["anna", "lindqvist"])
@pytest.mark.parametrize("command", ["/clients", "/unreachable"])
def test_the_commands_are_unknown_to_others(welcomed: Cast, who: str, command: str) -> None:
    someone: Someone = getattr(welcomed, who)
    someone.types(command)
    assert someone.last.startswith("I don't know that command")


def _audit(cast: Cast) -> int:
    with cast.practice.look() as db:
        return len(db.exec(select(AuditEntry.id)).all())


def test_who_is_both_manager_and_psychologist_gets_all_and_nothing_twice(welcomed: Cast) -> None:
    row = welcomed.practice.add_staff("Dr Both", Role.MANAGER, Role.PSYCHOLOGIST)
    welcomed.practice.add_client("Dora Young", row)
    both = welcomed.practice.join(row, "Dr Both")
    assert both.account.keyboard_rows == [
        ["Today", "This week", "Cases"],
        ["Set homework", "Clients", "Requests"],
    ]
    both.types("/help")
    assert both.last.count("/clients") == both.last.count("/homework") == 1
    both.taps("Clients")
    both.taps("Dora Y.")
    assert both.labels == [
        "Before you meet", "Set homework", "Invite", "Pause messages", "Change psychologist",
        "Reminders", "Hide",
    ]  # fmt: skip
    both.types("/clients")
    both.taps("Anna B.")
    assert "Set homework" not in both.labels


def test_each_sees_the_keys_that_are_theirs(welcomed: Cast) -> None:
    for someone in (welcomed.maria, welcomed.okafor):
        someone.types("/help")
    assert welcomed.maria.account.keyboard_rows[1] == ["Clients", "Requests"]
    assert welcomed.okafor.account.keyboard_rows[1] == ["Set homework", "Clients"]


def test_a_locked_screen_asks_for_the_code_first(welcomed_with: Callable[..., Cast]) -> None:
    cast = welcomed_with(staff_lock="30m")
    row_id = cast.anna_row.id
    for tap in (
        f"client_page:open:{row_id}",
        f"client_invitations:ask:{row_id}",
        f"client_invitations:make:{row_id}:0",
        f"client_pauses:set:{row_id}:29999999",
        f"client_psychologist:set:{row_id}:1:2:1:1",
    ):
        cast.maria.hears()
        cast.maria.presses_data(f"1:{tap}")
        (answer,) = cast.maria.hears()
        assert answer.startswith("Choose a code of 4 digits.")

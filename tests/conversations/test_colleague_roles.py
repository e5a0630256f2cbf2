"""A colleague's link and roles: shown before they count, and never so that nobody runs the practice."""

import pytest

from bot.records import people
from bot.records.people import Role
from tests.conversations.colleagues import (
    STRANGER,
    adler_joins,
    code_in,
    leaves,
    open_colleague,
    roles_of,
)
from tests.practice import Cast

# --- links


def test_a_new_telephone_is_told_of_before_the_link_is_made(welcomed: Cast) -> None:
    open_colleague(welcomed.maria, "Dr Okafor")
    welcomed.maria.sees("Connected since Monday 30 November, 10:00 am.")
    welcomed.maria.taps("Invite again")
    assert welcomed.maria.last.startswith("Dr Okafor has a chat here. Once somebody opens")
    welcomed.maria.taps("Make the link")
    code = code_in(welcomed.maria.last)
    assert welcomed.okafor.hears() == []
    new = welcomed.practice.account("Okafor's new telephone")
    new.types(f"/start {code}")
    new.sees("Hello Dr Okafor.")
    welcomed.okafor.sees("This chat is no longer connected.")


def test_a_revoked_link_is_worth_nothing_and_revoking_twice_says_so(welcomed: Cast) -> None:
    practice = welcomed.practice
    row = practice.add_staff("Dr Adler", Role.PSYCHOLOGIST)
    open_colleague(welcomed.maria, "Dr Adler")
    welcomed.maria.taps("Invite")
    code = code_in(welcomed.maria.last)
    open_colleague(welcomed.maria, "Dr Adler")
    welcomed.maria.sees("A link nobody has opened yet is good until Monday 14 December")
    welcomed.maria.taps("Revoke the link")
    assert welcomed.maria.last == "The link of Dr Adler no longer works."
    welcomed.maria.presses_data(f"1:colleagues:revoke:{row.id}")
    assert welcomed.maria.last == "Dr Adler has no link that somebody could open."
    somebody = practice.account("Somebody")
    somebody.types(f"/start {code}")
    somebody.sees("This invitation doesn't work.")


# --- roles


def test_a_second_manager_is_made_told_and_can_be_unmade(welcomed: Cast) -> None:
    practice, maria, okafor = welcomed.practice, welcomed.maria, welcomed.okafor
    open_colleague(maria, "Dr Okafor")
    maria.taps("Change roles")
    assert maria.labels == [
        "No longer psychologist",
        "Add practice manager",
        "Add senior psychologist",
        "Leave it",
    ]
    maria.taps("Add practice manager")
    maria.sees("A client's message reaches them only if the client names them.")
    maria.taps("Change it")
    assert maria.last == (
        "Dr Okafor: psychologist and practice manager. I tell them if they are connected."
    )
    assert okafor.hears() == [
        "Something has changed for you here.\nWhat you are now: psychologist and practice manager."
    ]
    assert "staff" in practice.telegram.commands_of(okafor.account)
    leaves(okafor, "Maria Santos")
    maria.sees("This chat is no longer connected.")
    maria.types("/staff")
    assert maria.last.startswith(STRANGER)


def test_the_other_managers_hear_of_new_roles(welcomed: Cast) -> None:
    _row, adler = adler_joins(welcomed, Role.MANAGER)
    open_colleague(welcomed.maria, "Dr Okafor")
    welcomed.maria.taps("Change roles")
    welcomed.maria.taps("Add senior psychologist")
    welcomed.maria.taps("Change it")
    assert adler.hears() == [
        "Something has changed on the staff.\nDr Okafor is now: psychologist, senior psychologist. Entered by Maria Santos."
    ]


@pytest.mark.parametrize(
    ("name", "role", "sentence"),
    [
        ("Dr Okafor", "psychologist", "Then Dr Okafor would have no role left."),
        ("Maria Santos", "practice manager", "Then Maria Santos would have no role left."),
    ],
)
def test_nobody_is_left_without_a_role(welcomed: Cast, name: str, role: str, sentence: str) -> None:
    open_colleague(welcomed.maria, name)
    welcomed.maria.taps("Change roles")
    welcomed.maria.taps(f"No longer {role}")
    assert welcomed.maria.last.startswith(sentence)


def test_the_last_manager_keeps_the_role_and_a_psychologist_their_clients(welcomed: Cast) -> None:
    with welcomed.practice.database.transaction() as db:
        for row, role in (
            (welcomed.maria_row, Role.SENIOR),
            (welcomed.okafor_row, Role.SENIOR),
        ):
            db.add(people.RoleHeld(person_id=row.id, role=role))
    open_colleague(welcomed.maria, "Maria Santos")
    welcomed.maria.taps("Change roles")
    welcomed.maria.taps("No longer practice manager")
    assert welcomed.maria.last.startswith("Maria Santos is the last practice manager who can be")
    open_colleague(welcomed.maria, "Dr Okafor")
    welcomed.maria.taps("Change roles")
    welcomed.maria.taps("No longer psychologist")
    assert welcomed.maria.last == (
        "Clients of Dr Okafor: 2. They need another psychologist first. Nothing was changed."
    )
    assert roles_of(welcomed.practice, welcomed.maria_row) == {Role.MANAGER, Role.SENIOR}
    assert roles_of(welcomed.practice, welcomed.okafor_row) == {Role.PSYCHOLOGIST, Role.SENIOR}


def test_an_old_button_for_a_role_changes_it_once(welcomed: Cast) -> None:
    data = f"1:colleague_roles:set:{welcomed.okafor_row.id}:1:4"
    welcomed.maria.presses_data(data)
    welcomed.maria.presses_data(data)
    assert welcomed.maria.last == "That is so already. Nothing was changed."
    for hostile in ("0", "8", "3"):
        welcomed.maria.presses_data(data[:-1] + hostile)
        assert "Nothing was changed." in welcomed.maria.last
    assert roles_of(welcomed.practice, welcomed.okafor_row) == {Role.PSYCHOLOGIST, Role.SENIOR}

"""/staff: a manager sees who works here, adds somebody, invites, gives roles. Nobody else gets in."""

import pytest

from bot.records import invitations, people
from bot.records.people import Role
from tests.clock import melbourne
from tests.conversations.colleagues import (
    GONE,
    adler_joins,
    code_in,
    open_colleague,
    roles_of,
)
from tests.practice import Cast, Someone

# Every tap of these conversations, with arguments that fit.
TAPS = (
    "colleagues:all",
    *(f"colleagues:{tap}:{{id}}" for tap in ("look", "invite", "link", "revoke")),
    "new_colleague:begin",
    "new_colleague:choose:7",
    "new_colleague:next:7",
    "new_colleague:add:7:1",
    "new_colleague:leave",
    "colleague_roles:choose:{id}",
    "colleague_roles:give:{id}:2",
    "colleague_roles:take:{id}:1",
    "colleague_roles:set:{id}:1:2",
    "leaving:begin:{id}",
    "leaving:show:{id}:0",
    "leaving:not_yet:{id}",
    "leaving:now:{id}:0",
)


def all_rows(cast: Cast) -> list[tuple[object, ...]]:
    """Who everybody is, and what could be opened in their name."""
    with cast.practice.look() as db:
        return [
            (
                row.id,
                row.name,
                row.telegram_id,
                row.psychologist_id,
                row.left_at,
                sorted(role.value for role in people.roles_of(db, row)),
                invitations.open_of(db, row, cast.practice.hand.now()) is not None,
            )
            for row in (people.get(db, number) for number in range(1, 6))
        ]


# --- looking


def test_the_list_says_roles_and_who_is_connected_or_away(welcomed: Cast) -> None:
    practice = welcomed.practice
    practice.add_staff("Dr Adler", Role.PSYCHOLOGIST, Role.MANAGER)
    with practice.database.transaction() as db:
        people.get(db, welcomed.okafor_row.id).away_until = melbourne("2026-12-07 09:00")
    welcomed.lindqvist.account.blocks_bot()
    practice.settle()
    welcomed.maria.types("/staff")
    assert welcomed.maria.last == (
        "Who works here:\n"
        "Dr Adler: psychologist and practice manager · not connected\n"
        "Dr Lindqvist: senior psychologist · can't be reached\n"
        "Dr Okafor: psychologist · away until Monday 7 December, 9:00 am\n"
        "Maria Santos: practice manager"
    )
    assert welcomed.maria.labels == [
        "Dr Adler",
        "Dr Lindqvist",
        "Dr Okafor",
        "Maria Santos",
        "Add somebody",
    ]
    welcomed.maria.taps("Dr Adler")
    welcomed.maria.sees("There is no link that they could open.")
    assert welcomed.maria.labels == ["Invite", "Change roles", "Leaves", "All staff"]


def test_who_has_no_button_is_found_by_name_and_a_client_isn_t(welcomed: Cast) -> None:
    welcomed.maria.types("/staff dr okafor")
    welcomed.maria.sees("Dr Okafor: psychologist")
    for name in ("Anna Brown", "Nobody"):
        welcomed.maria.types(f"/staff {name}")
        assert welcomed.maria.last.startswith("Nobody of this name works here.")


def test_a_practice_with_more_staff_than_buttons_is_shown_all_the_same(welcomed: Cast) -> None:
    for number in range(120):
        welcomed.practice.add_staff(f"Dr Number {number:03}", Role.PSYCHOLOGIST)
    welcomed.maria.types("/staff")
    assert "Write /staff and the name." in welcomed.maria.last
    welcomed.maria.types("/staff Dr Number 119")
    welcomed.maria.sees("Dr Number 119: psychologist · not connected")


# --- every wrong person


@pytest.mark.parametrize("who", ["anna", "okafor", "lindqvist", "stranger"])
def test_nobody_but_a_manager_gets_anywhere(welcomed: Cast, who: str) -> None:
    wrong = welcomed.practice.account("Somebody") if who == "stranger" else getattr(welcomed, who)
    before = all_rows(welcomed)
    wrong.types("/staff")
    for tap in TAPS:
        wrong.presses_data("1:" + tap.format(id=welcomed.okafor_row.id))
    assert all_rows(welcomed) == before
    for name in ("Who works here", "Maria Santos: ", "t.me/"):
        wrong.sees_nothing_of(name)
    assert welcomed.maria.hears() == []


@pytest.mark.parametrize("about", ["anna_row", "nobody"])
def test_a_manager_reaches_no_client_and_nobody_who_isn_t_there(welcomed: Cast, about: str) -> None:
    row_id = 4711 if about == "nobody" else welcomed.anna_row.id
    before = all_rows(welcomed)
    for tap in (each for each in TAPS if "{id}" in each):
        welcomed.maria.presses_data("1:" + tap.format(id=row_id))
        assert welcomed.maria.last == GONE
    assert all_rows(welcomed) == before
    assert welcomed.anna.hears() == []


def test_a_manager_who_is_one_no_longer_types_a_name_into_nothing(welcomed: Cast) -> None:
    _row, adler = adler_joins(welcomed, Role.MANAGER, Role.SENIOR)
    adler.types("/staff")
    adler.taps("Add somebody")
    adler.taps("Psychologist")
    adler.taps("Next")
    open_colleague(welcomed.maria, "Dr Adler")
    welcomed.maria.taps("Change roles")
    welcomed.maria.taps("No longer practice manager")
    welcomed.maria.taps("Change it")
    adler.types("Dr Eve")
    with welcomed.practice.look() as db:
        assert people.named(db, "Dr Eve") == []


# --- adding somebody


def adds(manager: Someone, name: str, *roles: str) -> None:
    manager.types("/staff")
    manager.taps("Add somebody")
    for role in roles:
        manager.taps(role)
    manager.taps("Next")
    manager.types(name)


def test_a_colleague_is_added_shown_back_invited_and_connected(welcomed: Cast) -> None:
    maria, practice = welcomed.maria, welcomed.practice
    maria.types("/staff")
    maria.taps("Add somebody")
    assert maria.labels == [
        "Psychologist",
        "Practice manager",
        "Senior psychologist",
        "Don't add",
    ]
    maria.taps("Psychologist")
    maria.taps("Practice manager")
    maria.taps("Senior psychologist")
    maria.taps("Not senior psychologist")
    maria.sees("Chosen: psychologist and practice manager.")
    maria.taps("Next")
    maria.types("  Dr   Adler ")
    assert maria.last == (
        "Dr Adler: psychologist and practice manager.\n"
        "They get nothing before they have opened their link. Add them?"
    )
    maria.taps("Add")
    maria.taps("Invite")
    assert maria.last.startswith("A link for Dr Adler, good once, until Monday 14 December")
    assert "\nhttps://t.me/simulated_bot?start=" in maria.last
    code = code_in(maria.last)
    adler = practice.account("Adler")
    adler.types(f"/start {code}")
    adler.sees("Hello Dr Adler.")
    assert "staff" in practice.telegram.commands_of(adler.account)
    with practice.look() as db:
        (row,) = people.named(db, "Dr Adler")
    assert roles_of(practice, row) == {Role.PSYCHOLOGIST, Role.MANAGER}


def test_a_link_can_be_passed_on_and_goes_from_the_chat_after_a_day(welcomed: Cast) -> None:
    adds(welcomed.maria, "Dr Adler", "Psychologist")
    welcomed.maria.taps("Add")
    welcomed.maria.taps("Invite")
    link = welcomed.maria.sees("A link for Dr Adler")
    assert not link.protected
    welcomed.practice.wait(days=1, minutes=1)
    welcomed.maria.sees_nothing_of("A link for Dr Adler")


def test_tapped_twice_one_is_added(welcomed: Cast) -> None:
    adds(welcomed.maria, "Dr Adler", "Psychologist")
    welcomed.maria.account.taps("Add")
    welcomed.maria.account.taps("Add")
    welcomed.practice.settle()
    assert welcomed.maria.last.startswith("That was added already, or is too old.")
    with welcomed.practice.look() as db:
        assert len(people.named(db, "Dr Adler")) == 1


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("x" * 101, "A name has 1 to 100 letters."),
        ("Dr\u202e Adler", "A name has 1 to 100 letters."),
        ("anna  brown", "Somebody here is called «anna brown» already."),
        ("Dr Okafor", "Somebody here is called «Dr Okafor» already."),
    ],
)
def test_a_name_that_can_t_be_is_asked_for_again(welcomed: Cast, name: str, sentence: str) -> None:
    adds(welcomed.maria, name, "Psychologist")
    assert welcomed.maria.last.startswith(sentence)
    welcomed.maria.types("Dr Adler")
    welcomed.maria.taps("Add")
    welcomed.maria.sees("Dr Adler is added.")


def test_not_adding_and_changing_the_name(welcomed: Cast) -> None:
    adds(welcomed.maria, "Dr Adlr", "Psychologist")
    welcomed.maria.taps("Change the name")
    welcomed.maria.types("Dr Adler")
    welcomed.maria.sees("Dr Adler: psychologist.")
    welcomed.maria.taps("Don't add")
    assert welcomed.maria.last == "All right. Nobody was added."
    with welcomed.practice.look() as db:
        assert people.named(db, "Dr Adler") == people.named(db, "Dr Adlr") == []

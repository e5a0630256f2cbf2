"""The commands that Telegram offers: each role its own, in each chat what is right now."""

import re

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from bot.records import commands as shown
from bot.records.outbox import OutboxKind, OutboxRow, OutboxState
from bot.records.people import Person, Role
from bot.router import Router
from conversations import ALL, FALLBACKS
from conversations.commands import CLIENTS, all_commands, commands_for
from tests.loops.prepared import Town
from tests.practice import Cast, Practice, Someone

OF_CLIENTS = [
    "times", "bring", "help_now", "homework", "trend", "relationship", "sharing", "settings",
    "pause", "stop", "help", "cancel",
]  # fmt: skip
OF_PSYCHOLOGISTS = [
    "today", "week", "brief", "clients", "homework", "cases", "lock", "away", "duty", "help",
    "cancel",
]  # fmt: skip
OF_MANAGERS = [
    "today", "week", "requests", "clients", "unreachable", "staff", "cases", "digest", "import",
    "lock", "away", "duty", "help", "cancel",
]  # fmt: skip
OF_SENIORS = ["cases", "lock", "away", "duty", "help", "cancel"]
# What works and isn't offered: Telegram has a button of its own for /start; what is a client's to
# set is answered to staff too, with a sentence.
_OF_CLIENTS_ALONE = {
    "start", "times", "help_now", "trend", "settings", "sharing", "privacy", "pause", "stop",
}  # fmt: skip
NOT_OFFERED = {
    Role.CLIENT: {"start", "privacy"},
    Role.PSYCHOLOGIST: _OF_CLIENTS_ALONE,
    Role.MANAGER: _OF_CLIENTS_ALONE | {"homework"},
    Role.SENIOR: _OF_CLIENTS_ALONE | {"homework"},
}
UNKNOWN = "I don't know that command"


def start(practice: Practice) -> None:
    """What the program does with commands when it starts."""
    practice._runner.run(practice.app.show_commands())
    practice.settle()


def offered(practice: Practice, someone: Someone) -> list[str]:
    return practice.telegram.commands_of(someone.account)


def rows(practice: Practice) -> list[OutboxRow]:
    with practice.look() as db:
        chosen = select(OutboxRow).where(OutboxRow.kind == OutboxKind.COMMANDS)
        return list(db.exec(chosen.order_by(col(OutboxRow.id))).all())


# --- the list


@pytest.mark.parametrize("role", Role)
def test_every_command_that_works_is_offered_or_deliberately_not(role: Role) -> None:
    works = Router(ALL, FALLBACKS).commands_of({role})
    listed = {name for name, _description in commands_for({role})}
    assert listed <= works, "offered, and nothing happens"
    assert works - listed == NOT_OFFERED[role]


def test_the_list_is_one_that_telegram_takes() -> None:
    names = [each.name for each in all_commands()]
    assert len(names) == len(set(names)) <= 100
    for each in all_commands():
        assert re.fullmatch(r"[a-z0-9_]{1,32}", each.name)
        assert 3 <= len(each.description) <= 256


def test_help_and_the_buttons_below_name_all_that_is_offered(welcomed: Cast) -> None:
    welcomed.anna.types("/help")
    below = {"bring": "For next time", "help_now": "Help now"}
    elsewhere = {"pause", "help"}  # under «Settings»; what was just typed
    for name in set(OF_CLIENTS) - elsewhere - below.keys():
        assert f"/{name}" in welcomed.anna.last
    assert set(below.values()) <= set(welcomed.anna.account.keyboard)


def test_who_looks_at_a_client_s_telephone_learns_nothing() -> None:
    said = " ".join(word for pair in commands_for(CLIENTS) for word in pair).lower()
    for word in ("therap", "psych", "session", "counsel", "clinic", "mental", "riverside", "!"):
        assert word not in said


def test_who_holds_several_roles_is_offered_all_of_theirs() -> None:
    both = commands_for({Role.SENIOR, Role.PSYCHOLOGIST})
    assert [name for name, _description in both] == OF_PSYCHOLOGISTS
    everything = commands_for({Role.CLIENT, Role.MANAGER, Role.PSYCHOLOGIST})
    assert [name for name, _description in everything] == [each.name for each in all_commands()]


# --- in the chats


def test_everybody_is_offered_what_works_for_them(welcomed: Cast) -> None:
    practice = welcomed.practice
    start(practice)
    assert offered(practice, welcomed.anna) == OF_CLIENTS
    assert offered(practice, welcomed.okafor) == OF_PSYCHOLOGISTS
    assert offered(practice, welcomed.maria) == OF_MANAGERS
    assert offered(practice, welcomed.lindqvist) == OF_SENIORS
    assert offered(practice, practice.account("Stranger")) == OF_CLIENTS
    for someone in (welcomed.anna, welcomed.okafor, welcomed.maria, welcomed.lindqvist):
        for name in offered(practice, someone):
            someone.hears()
            someone.types(f"/{name}")
            (answer, *_more) = someone.hears()
            assert not answer.startswith(UNKNOWN), name
            practice.wait(seconds=5)
    assert practice.telegram.violations == []


def test_an_unknown_command_is_said_in_the_words_that_the_test_above_looks_for(
    welcomed: Cast,
) -> None:
    welcomed.anna.types("/nonsense")
    assert welcomed.anna.last.startswith(UNKNOWN)


def test_staff_get_theirs_when_they_join_and_after_their_welcome(cast: Cast) -> None:
    practice = cast.practice
    assert offered(practice, cast.maria) == OF_MANAGERS
    assert offered(practice, cast.anna) == [], "a client's come with the program's start"
    methods = [
        call.method
        for call in practice.telegram.calls
        if cast.maria.account.id
        in (call.params.get("chat_id"), (call.params.get("scope") or {}).get("chat_id"))
    ]
    assert methods == ["sendMessage", "setMyCommands"]


def test_a_start_says_only_what_has_changed(welcomed: Cast) -> None:
    practice = welcomed.practice
    start(practice)
    calls = len(practice.telegram.calls)
    for _time in range(3):
        practice.start()
        start(practice)
    assert len(practice.telegram.calls) == calls
    with practice.database.transaction() as db:  # as an earlier version had them
        shown.show(db, None, [("old", "An old one")], practice.hand.now())
        shown.show(db, welcomed.maria.account.id, [("old", "An old one")], practice.hand.now())
    practice.settle()
    assert offered(practice, welcomed.anna) == ["old"] == offered(practice, welcomed.maria)
    start(practice)
    assert offered(practice, welcomed.anna) == OF_CLIENTS
    assert offered(practice, welcomed.maria) == OF_MANAGERS


def test_a_new_role_shows_after_the_next_start(welcomed: Cast) -> None:
    practice = welcomed.practice
    with practice.database.transaction() as db:
        db.execute(
            update(Person)
            .where(col(Person.id) == welcomed.lindqvist_row.id)
            .values(telegram_id=None)
        )
    start(practice)
    assert offered(practice, welcomed.lindqvist) == OF_CLIENTS, "unlinked: as everybody's"


def test_after_a_change_of_telephones_the_old_one_shows_nothing_of_staff(welcomed: Cast) -> None:
    practice = welcomed.practice
    start(practice)
    new = practice.join(welcomed.maria_row, "Maria's new telephone")
    assert offered(practice, new) == OF_MANAGERS
    assert offered(practice, welcomed.maria) == OF_CLIENTS
    back = practice.invite(welcomed.maria_row)
    welcomed.maria.types(f"/start {back}")
    assert offered(practice, welcomed.maria) == OF_MANAGERS
    assert offered(practice, new) == OF_CLIENTS


def test_a_client_who_joins_where_staff_were_gets_a_client_s(welcomed: Cast) -> None:
    practice = welcomed.practice
    start(practice)
    with practice.database.transaction() as db:
        db.execute(
            update(Person).where(col(Person.id) == welcomed.maria_row.id).values(telegram_id=None)
        )
    client = practice.add_client("Cora Dean", welcomed.okafor_row)
    welcomed.maria.types(f"/start {practice.invite(client)}")
    assert offered(practice, welcomed.maria) == OF_CLIENTS


# --- when it doesn't work


def test_patience_with_commands_holds_up_no_message(town: Town) -> None:
    town.telegram.faults.fail("too_many_requests", method="setMyCommands", retry_after=600)
    town.telegram.faults.fail("too_many_requests", method="deleteMyCommands", retry_after=600)
    new = town.account("Maria's new telephone")
    new.account.types(f"/start {town.invite(town.row_of(town.maria))}")
    town.let_run(seconds=5)
    new.hears()
    asked = len(town.telegram.calls_of("setMyCommands"))
    town.anna.account.types("I want to die")
    town.let_run(seconds=5)
    assert len(new.hears()) == 1, "her alert waits for nothing"
    assert town.telegram.commands_of(new.account) == []
    town.let_run(minutes=9)
    assert len(town.telegram.calls_of("setMyCommands")) == asked, "Telegram is left alone"
    town.let_run(minutes=15)
    assert town.telegram.commands_of(new.account) == OF_MANAGERS


@pytest.mark.parametrize("trouble", ["drop_before", "drop_after", "bad_gateway"])
def test_what_is_lost_on_the_way_is_said_again_also_after_a_crash(town: Town, trouble: str) -> None:
    town._runner.run(town.app.show_commands())
    town.telegram.faults.fail(trouble, method="setMyCommands")
    town.do("send")
    town.start()
    town.wait(minutes=1)
    assert town.telegram.commands_of(town.anna.account) == OF_CLIENTS
    assert {row.state for row in rows(town)} == {OutboxState.SENT}


def test_a_chat_that_is_gone_needs_none_and_nobody_is_marked_for_it(town: Town) -> None:
    with town.database.transaction() as db:
        shown.show(db, 4711, [("today", "Who comes today")], town.hand.now())
    town.settle()
    assert rows(town)[-1].state is OutboxState.EXPIRED
    assert town.operator.hears() == []
    town._runner.run(town.app.show_commands())
    town.settle()
    assert town.telegram.commands_of(town.anna.account) == OF_CLIENTS
    with town.look() as db:
        assert db.exec(select(Person).where(col(Person.unreachable_at).is_not(None))).all() == []


def test_what_telegram_refuses_is_told_to_the_operator(town: Town) -> None:
    with town.database.transaction() as db:
        shown.show(db, None, [("Not Allowed", "Spaces are none of its letters")], town.hand.now())
    town.settle()
    assert rows(town)[-1].state is OutboxState.UNDELIVERABLE
    assert len(town.operator.hears()) == 1
    town.telegram.violations.clear()


def test_without_the_database_the_program_starts_all_the_same(town: Town) -> None:
    with town.locked():
        town._runner.run(town.app.show_commands())
    town.start()
    town._runner.run(town.app.show_commands())
    town.settle()
    assert town.telegram.commands_of(town.anna.account) == OF_CLIENTS

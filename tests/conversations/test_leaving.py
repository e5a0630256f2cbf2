"""Somebody leaves: shown first, done at once, refused where somebody would be left alone."""

from datetime import timedelta

import pytest

from bot.records import invitations, people, therapy_sessions
from bot.records.outbox import OutboxState, in_state
from bot.records.people import Role
from tests.clock import melbourne
from tests.conversations.colleagues import (
    GONE,
    NOT_CONNECTED,
    STRANGER,
    adler_joins,
    bob_joins,
    leaves,
    open_colleague,
    roles_of,
    row_of,
)
from tests.practice import Cast, Someone

FRIDAY = melbourne("2026-12-04 11:00")


@pytest.fixture
def staffed(welcomed: Cast) -> Cast:
    """Dr Adler is a psychologist too; Anna comes on Friday."""
    adler_joins(welcomed)
    welcomed.practice.book(welcomed.anna_row, FRIDAY)
    return welcomed


@pytest.fixture
def bob(staffed: Cast) -> Someone:
    """A second manager."""
    return bob_joins(staffed)


@pytest.fixture
def adler(staffed: Cast) -> Someone:
    return staffed.practice.account("Dr Adler")


# --- what is shown, and what is done


def test_it_is_shown_with_numbers_and_counts_when_confirmed(
    staffed: Cast, bob: Someone, adler: Someone
) -> None:
    maria, practice = staffed.maria, staffed.practice
    open_colleague(maria, "Dr Okafor")
    maria.taps("Leaves")
    assert maria.last == "Clients of Dr Okafor: 2. Who takes them?"
    assert maria.labels == ["Dr Adler takes them", "I'll change them first"]
    maria.taps("Dr Adler takes them")
    assert maria.last == (
        "If Dr Okafor leaves:\n"
        "- their chat and any open link stop working at once\n"
        "- to Dr Adler: clients 2, booked sessions 1\n"
        "- I don't tell clients that they leave: please do\n"
        "- what waits for them is handed on, as each client allowed"
    )
    assert staffed.okafor.hears() == [] and roles_of(practice, staffed.okafor_row)
    maria.taps("They leave now")
    assert maria.last == (
        "Dr Okafor has left, and their chat is disconnected.\n"
        "Clients to Dr Adler: 2. Booked sessions: 1.\n"
        "What waited for them is handed on."
    )
    assert staffed.okafor.hears() == [
        "This chat is no longer connected.\n"
        "If that is a mistake, please phone Riverside (03 9000 0000)."
    ]
    assert adler.hears() == [
        "Something has changed on the staff.\nDr Okafor no longer works here. Clients who come to you now: 2. Booked sessions: 1.\n"
        "/today shows today, /week the next seven days."
    ]
    assert bob.hears() == [
        "Something has changed on the staff.\nDr Okafor no longer works here. Entered by Maria Santos."
    ]
    assert staffed.lindqvist.hears() == staffed.anna.hears() == staffed.ben.hears() == []
    left = row_of(practice, staffed.okafor_row)
    assert (left.telegram_id, left.left_at) == (None, practice.hand.now())
    assert left.hand_on_at is None, "what follows is done"
    assert "today" not in practice.telegram.commands_of(staffed.okafor.account)


def test_sessions_at_a_time_when_the_taker_has_another_are_counted(staffed: Cast) -> None:
    with staffed.practice.look() as db:
        (taker,) = people.named(db, "Dr Adler")
    carla = staffed.practice.add_client("Carla Diaz", taker)
    staffed.practice.book(carla, FRIDAY + timedelta(minutes=30))
    staffed.practice.book(carla, FRIDAY + timedelta(days=1))
    open_colleague(staffed.maria, "Dr Okafor")
    staffed.maria.taps("Leaves")
    staffed.maria.taps("Dr Adler takes them")
    assert "\n- at the time of 1 of these Dr Adler has another: please move them\n" in (
        staffed.maria.last
    )


def test_what_the_leaver_has_on_the_telephone_leads_to_nothing(staffed: Cast) -> None:
    practice, okafor = staffed.practice, staffed.okafor
    okafor.taps("Set homework")
    okafor.taps("Anna B.")  # a question that waits for words
    leaves(staffed.maria, "Dr Okafor", to="Dr Adler")
    okafor.hears()
    anna = staffed.anna_row.id
    for act in (
        "Write down one worry.", "/today", "/cases", "/staff", "Cases", "Set homework", "2",
        f"/start {anna}",
    ):  # fmt: skip
        okafor.types(act)
    for data in (f"1:assignments:client:{anna}", "1:cases:open:1", "1:danger_alerts:look:1",
                 "1:colleagues:all", f"1:leaving:now:{staffed.maria_row.id}:0"):  # fmt: skip
        okafor.presses_data(data)
    said = okafor.hears()
    assert len(said) == 13
    assert {text.partition(" ")[0] for text in said} <= {"I'm", "This"}  # stranger, or a wrong link
    practice.wait_until(FRIDAY + timedelta(hours=3))
    assert okafor.hears() == []
    staffed.maria.types("/staff Maria Santos")
    staffed.maria.sees("Maria Santos: practice manager")


def test_clients_and_sessions_to_come_are_the_other_psychologist_s(
    staffed: Cast, adler: Someone
) -> None:
    leaves(staffed.maria, "Dr Okafor", to="Dr Adler")
    adler.types("/week")
    assert "Anna B." in adler.last
    staffed.anna.taps("Something isn't right")
    staffed.anna.sees("Who should hear it?")
    assert not any("Okafor" in label for label in staffed.anna.labels)
    assert "Dr Adler, whom you see" in staffed.anna.labels


def test_a_session_that_is_over_still_names_who_it_was_with(staffed: Cast) -> None:
    practice = staffed.practice
    practice.wait_until(FRIDAY + timedelta(hours=1))
    leaves(staffed.maria, "Dr Okafor", to="Dr Adler")
    staffed.maria.types("/today")
    assert staffed.maria.last.endswith("· Dr Okafor")


def test_a_queued_message_to_a_leaver_is_withdrawn(staffed: Cast) -> None:
    practice = staffed.practice
    practice.wait_until(FRIDAY - timedelta(days=1))
    staffed.anna.taps("I'll be there")
    leaves(staffed.maria, "Dr Okafor", to="Dr Adler")
    staffed.okafor.hears()
    practice.wait(minutes=5)
    assert staffed.okafor.hears() == []
    with practice.look() as db:
        assert in_state(db, OutboxState.WITHDRAWN)
        assert not in_state(db, OutboxState.UNDELIVERABLE)


def test_not_yet_and_old_buttons_change_nothing(staffed: Cast) -> None:
    maria = staffed.maria
    open_colleague(maria, "Dr Okafor")
    maria.taps("Leaves")
    maria.taps("I'll change them first")
    assert maria.last == "All right. Dr Okafor still works here, and nothing was changed."
    assert roles_of(staffed.practice, staffed.okafor_row) == {Role.PSYCHOLOGIST}
    leaves(maria, "Dr Okafor", to="Dr Adler")
    for tap in ("now", "show"):
        maria.presses_data(f"1:leaving:{tap}:{staffed.okafor_row.id}:0")
        assert maria.last == GONE


def test_tapped_twice_they_leave_once(staffed: Cast, bob: Someone) -> None:
    open_colleague(staffed.maria, "Dr Okafor")
    staffed.maria.taps("Leaves")
    staffed.maria.taps("Dr Adler takes them")
    staffed.maria.account.taps("They leave now")
    staffed.maria.account.taps("They leave now")
    staffed.practice.settle()
    assert staffed.maria.last == GONE
    assert len(bob.hears()) == 1
    assert staffed.okafor.hears()[0].startswith(NOT_CONNECTED)


# --- who can't leave


def test_clients_without_a_taker_keep_their_psychologist(welcomed: Cast) -> None:
    open_colleague(welcomed.maria, "Dr Okafor")
    welcomed.maria.taps("Leaves")
    sentence = "Clients of Dr Okafor: 2. They need another psychologist first. Nothing was changed."
    assert welcomed.maria.last == sentence
    okafor, lindqvist = welcomed.okafor_row.id, welcomed.lindqvist_row.id
    welcomed.maria.presses_data(f"1:leaving:now:{okafor}:0")
    assert welcomed.maria.last == sentence
    welcomed.maria.presses_data(f"1:leaving:now:{okafor}:{lindqvist}")
    assert welcomed.maria.last.startswith("Dr Lindqvist can't take clients: they need the role")
    welcomed.maria.presses_data(f"1:leaving:now:{okafor}:{okafor}")
    assert welcomed.maria.last.startswith("Dr Okafor can't take clients")
    welcomed.maria.presses_data(f"1:leaving:now:{okafor}:{welcomed.anna_row.id}")
    assert welcomed.maria.last == GONE
    assert roles_of(welcomed.practice, welcomed.okafor_row) == {Role.PSYCHOLOGIST}
    assert welcomed.okafor.hears() == []


def test_the_last_manager_stays_until_another_is_connected(welcomed: Cast) -> None:
    maria, practice = welcomed.maria, welcomed.practice
    last = "Maria Santos is the last practice manager who can be reached here."
    open_colleague(maria, "Maria Santos")
    maria.taps("Leaves")
    assert maria.last.startswith(last)
    bob = practice.add_staff("Bob Bell", Role.MANAGER)
    open_colleague(maria, "Maria Santos")
    maria.taps("Leaves")
    assert maria.last.startswith(last)
    someone = practice.join(bob, "Bob")
    someone.hears()
    maria.taps("All staff")
    maria.taps("Maria Santos")
    maria.taps("Leaves")
    maria.sees("- this chat is disconnected at once, because that is you")
    maria.taps("They leave now")
    assert maria.last.startswith(NOT_CONNECTED)
    assert someone.hears() == [
        "Something has changed on the staff.\nMaria Santos no longer works here. Entered by Maria Santos."
    ]
    maria.types("/staff")
    assert maria.last.startswith(STRANGER)
    someone.presses_data(f"1:leaving:now:{bob.id}:0")
    assert someone.last.startswith("Bob Bell is the last practice manager")


def test_both_managers_let_each_other_go_and_one_stays(staffed: Cast, bob: Someone) -> None:
    with staffed.practice.look() as db:
        bob_id = people.named(db, "Bob Bell")[0].id
    staffed.maria.account.presses_data(f"1:leaving:now:{bob_id}:0")
    bob.account.presses_data(f"1:leaving:now:{staffed.maria_row.id}:0")
    staffed.practice.settle()
    with staffed.practice.look() as db:
        (left,) = people.holders(db, Role.MANAGER)
    assert left.id == staffed.maria_row.id
    assert bob.last.startswith(STRANGER)


# --- coming back


def test_who_left_can_be_invited_again_as_somebody_new(staffed: Cast) -> None:
    practice, maria = staffed.practice, staffed.maria
    leaves(maria, "Dr Okafor", to="Dr Adler")
    maria.types("/staff")
    maria.taps("Add somebody")
    maria.taps("Psychologist")
    maria.taps("Next")
    maria.types("Dr Okafor")
    maria.taps("Add")
    with practice.database.transaction() as db:
        (back,) = people.named(db, "Dr Okafor")
        code = invitations.invite(db, back, practice.hand.now())
        assert back.id != staffed.okafor_row.id
        assert not people.clients_of(db, back.id)
    staffed.okafor.types(f"/start {code}")
    staffed.okafor.sees("Hello Dr Okafor.")
    staffed.okafor.types("/week")
    assert staffed.okafor.last == "No sessions in the next 7 days."


def test_who_left_can_come_as_a_client(staffed: Cast) -> None:
    practice = staffed.practice
    leaves(staffed.maria, "Dr Okafor", to="Dr Adler")
    with practice.look() as db:
        (adler,) = people.named(db, "Dr Adler")
    row = practice.add_client("Ngozi Okafor", adler)
    staffed.okafor.types(f"/start {practice.invite(row)}")
    staffed.okafor.sees("Hello Ngozi.")
    with practice.look() as db:
        assert not therapy_sessions.upcoming(db, row, practice.hand.now())

"""A client sees another psychologist: what moves, who is told, and the first of two changes wins."""

import pytest

from bot.records import homework, people
from bot.records.homework import HomeworkState
from bot.records.people import Person, Role
from bot.records.therapy_sessions import TherapySession
from tests.clock import melbourne
from tests.conftest import Opener
from tests.conversations.assigned import REMINDER, TASK, WEDNESDAY, assign, only
from tests.practice import Cast, Practice, Someone

SESSION = melbourne("2026-12-08 11:00")
DONE = "Done: Anna B. sees Dr Patel from now on."


class Patel:
    """A second psychologist."""

    def __init__(self, practice: Practice) -> None:
        self.row: Person = practice.add_staff("Dr Patel", Role.PSYCHOLOGIST)
        self.someone: Someone = practice.join(self.row, "Dr Patel")
        self.someone.hears()


@pytest.fixture
def patel(welcomed: Cast) -> Patel:
    welcomed.session_id = welcomed.practice.book(welcomed.anna_row, SESSION)
    return Patel(welcomed.practice)


def begins(maria: Someone) -> None:
    maria.types("/clients")
    maria.taps("Anna B.")
    maria.taps("Change psychologist")
    maria.taps("Dr Patel")


def psychologist_of_anna(cast: Cast) -> int | None:
    with cast.practice.look() as db:
        return people.get(db, cast.anna_row.id).psychologist_id


def psychologist_of_session(cast: Cast) -> int:
    with cast.practice.look() as db:
        row = db.get(TherapySession, cast.session_id)
        assert row is not None
        return row.psychologist_id


def test_what_moves_is_shown_before_it_counts(welcomed: Cast, patel: Patel) -> None:
    maria = welcomed.maria
    begins(maria)
    assert maria.last == (
        "Tuesday 8 December, 11:00 am is booked with Dr Okafor. Does it move to Dr Patel, at the "
        "same time and place?"
    )
    assert maria.labels == ["Move to Dr Patel", "Stay with Dr Okafor", "Don't change"]
    maria.taps("Move to Dr Patel")
    assert maria.last == (
        "Anna B. goes from Dr Okafor to Dr Patel.\n"
        "What is booked (1) moves to Dr Patel, at the same times and places.\n"
        "Homework from Dr Okafor stays in Anna's list; I begin no reminders of it.\n"
        "Dr Patel is told by me, Dr Okafor isn't."
    )
    assert psychologist_of_anna(welcomed) == welcomed.okafor_row.id
    maria.taps("Change it, and tell Anna")
    assert (
        maria.last
        == f"{DONE}\nAnna is told in 3 minutes, at night in the morning.\nDr Okafor hasn't been told by me."
    )
    assert psychologist_of_anna(welcomed) == psychologist_of_session(welcomed) == patel.row.id
    assert patel.someone.hears() == [
        "Anna B. sees you from now on. The session that is booked is yours."
    ]
    welcomed.anna.hears()
    welcomed.okafor.hears()
    welcomed.practice.wait(minutes=4)
    assert welcomed.anna.hears() == [
        "News from the office.\nFrom now on you meet Dr Patel. Your times stay the same.\n"
        "If you have a question, phone Riverside (03 9000 0000)."
    ]
    assert welcomed.okafor.hears() == []
    patel.someone.taps("Open")
    patel.someone.sees("Next session: Tuesday 8 December, 11:00 am.")
    welcomed.okafor.types("/clients")
    assert welcomed.okafor.labels == ["Ben C."]


def test_what_is_booked_can_stay_and_nobody_else_be_told(welcomed: Cast, patel: Patel) -> None:
    maria = welcomed.maria
    begins(maria)
    maria.taps("Stay with Dr Okafor")
    maria.sees("What is booked (1) stays with Dr Okafor.")
    maria.taps("Change it, tell nobody else")
    welcomed.anna.hears()
    welcomed.practice.wait(minutes=10)
    assert welcomed.anna.hears() == []
    assert psychologist_of_anna(welcomed) == patel.row.id
    assert psychologist_of_session(welcomed) == welcomed.okafor_row.id
    welcomed.practice.wait_until(melbourne("2026-12-02 10:00"))
    welcomed.okafor.types("/week")
    welcomed.okafor.sees("Anna B.")
    patel.someone.types("/clients")
    patel.someone.taps("Anna B.")
    patel.someone.sees("No session is booked.")


def test_who_is_seen_hears_what_is_answered_of_that_session(welcomed: Cast, patel: Patel) -> None:
    """A session that stayed is Dr Okafor's, whoever is Anna's psychologist by now."""
    begins(welcomed.maria)
    welcomed.maria.taps("Stay with Dr Okafor")
    welcomed.maria.taps("Change it, tell nobody else")
    patel.someone.hears()
    welcomed.okafor.hears()
    welcomed.anna.taps("My times")
    welcomed.anna.taps("I'll be there")
    welcomed.practice.wait(minutes=4)
    assert welcomed.okafor.hears() == ["Anna B. is coming: Tuesday 8 December, 11:00 am."]
    welcomed.anna.taps("My times")
    welcomed.anna.taps("I can't come")
    welcomed.anna.taps("Cancel it")
    welcomed.practice.wait(minutes=4)
    assert welcomed.okafor.hears() == ["Anna B. isn't coming: Tuesday 8 December, 11:00 am."]
    assert patel.someone.hears() == []


def test_the_old_one_is_told_only_if_chosen_and_once(welcomed: Cast, patel: Patel) -> None:
    maria = welcomed.maria
    begins(maria)
    maria.taps("Move to Dr Patel")
    maria.taps("Change it, tell nobody else")
    welcomed.okafor.hears()
    maria.taps("Tell Dr Okafor")
    assert maria.last == (
        "Dr Okafor is told that Anna B. sees somebody else now, and nothing more."
    )
    maria.taps("Tell Dr Okafor")
    assert welcomed.okafor.hears() == [
        "Anna B. sees somebody else from now on. If you have a question, ask the office."
    ]


def test_set_tapped_twice_changes_once(welcomed: Cast, patel: Patel) -> None:
    maria = welcomed.maria
    begins(maria)
    maria.taps("Move to Dr Patel")
    shown = maria.sees("goes from Dr Okafor")
    maria.taps("Change it, and tell Anna", bubble=shown)
    maria.taps("Change it, tell nobody else", bubble=shown)
    assert maria.last == "Anna B. sees Dr Patel by now. I changed nothing more."
    welcomed.anna.hears()
    welcomed.practice.wait(minutes=4)
    assert len(welcomed.anna.hears()) == 1


def test_the_first_of_two_managers_wins(welcomed: Cast, patel: Patel) -> None:
    practice = welcomed.practice
    adler = practice.add_staff("Dr Adler", Role.PSYCHOLOGIST)
    nora = practice.join(practice.add_staff("Nora Blum", Role.MANAGER), "Nora")
    for manager, new in ((welcomed.maria, "Dr Patel"), (nora, "Dr Adler")):
        manager.types("/clients")
        manager.taps("Anna B.")
        manager.taps("Change psychologist")
        manager.taps(new)
        manager.taps(f"Move to {new}")
    nora.taps("Change it, tell nobody else")
    welcomed.maria.taps("Change it, and tell Anna")
    assert welcomed.maria.last == "Anna B. sees Dr Adler by now. I changed nothing more."
    assert psychologist_of_anna(welcomed) == psychologist_of_session(welcomed) == adler.id
    patel.someone.sees_nothing_of("Anna")


@pytest.mark.parametrize("new", ["okafor", "anna", "maria", "nobody", "left"])
def test_a_made_up_choice_changes_nothing(welcomed: Cast, patel: Patel, new: str) -> None:
    rows = {
        "okafor": welcomed.okafor_row, "anna": welcomed.anna_row, "maria": welcomed.maria_row,
    }  # fmt: skip
    new_id = rows[new].id if new in rows else 999_999
    if new == "left":
        new_id = patel.row.id
        with welcomed.practice.database.transaction() as db:
            people.get(db, new_id).left_at = welcomed.practice.hand.now()
    ids = f"{welcomed.anna_row.id}:{welcomed.okafor_row.id}:{new_id}"
    for tap in (f"choose:{ids}", f"show:{ids}:1", f"set:{ids}:1:1"):
        welcomed.maria.hears()
        welcomed.maria.presses_data(f"1:client_psychologist:{tap}")
        assert welcomed.maria.hears() == [
            "Anna B. sees Dr Okafor by now. I changed nothing more."
            if new == "okafor"
            else "I don't find that psychologist here."
        ]
    assert psychologist_of_anna(welcomed) == welcomed.okafor_row.id


def test_a_time_at_which_the_new_one_has_somebody_is_said(welcomed: Cast, patel: Patel) -> None:
    carla = welcomed.practice.add_client("Carla Diaz", patel.row)
    welcomed.practice.book(carla, melbourne("2026-12-08 10:30"))
    begins(welcomed.maria)
    welcomed.maria.sees("Dr Patel has somebody else then: Tuesday 8 December, 11:00 am.")


def test_homework_stays_and_is_not_begun_to_be_reminded_of(welcomed: Cast, patel: Patel) -> None:
    assign(welcomed.practice, welcomed.anna_row, WEDNESDAY)
    begins(welcomed.maria)
    welcomed.maria.taps("Move to Dr Patel")
    welcomed.maria.taps("Change it, tell nobody else")
    welcomed.practice.wait_until(melbourne("2026-12-03 12:00"))
    welcomed.anna.sees_nothing_of(REMINDER)
    welcomed.anna.types("/homework")
    welcomed.anna.sees(TASK)
    patel.someone.types("/clients")
    patel.someone.taps("Anna B.")
    patel.someone.sees_nothing_of(TASK)


def test_what_a_client_was_promised_still_comes(welcomed: Cast, patel: Patel) -> None:
    assign(welcomed.practice, welcomed.anna_row, WEDNESDAY)
    welcomed.practice.wait_until(WEDNESDAY)
    welcomed.anna.taps("Not yet")
    planned = only(welcomed).remind_at
    assert planned is not None
    begins(welcomed.maria)
    welcomed.maria.taps("Move to Dr Patel")
    welcomed.maria.taps("Change it, tell nobody else")
    assert only(welcomed).remind_at == planned


def test_what_the_old_one_was_writing_is_dropped(welcomed: Cast, patel: Patel) -> None:
    with welcomed.practice.database.transaction() as db:
        client = people.get(db, welcomed.anna_row.id)
        row = homework.draft(
            db, client=client, psychologist_id=welcomed.okafor_row.id, task=TASK,
            now=welcomed.practice.hand.now(),
        )  # fmt: skip
        assert row.state is HomeworkState.DRAFT
    begins(welcomed.maria)
    welcomed.maria.taps("Move to Dr Patel")
    welcomed.maria.taps("Change it, tell nobody else")
    welcomed.okafor.presses_data(f"1:assignments:set:{row.id}:29999999")
    welcomed.okafor.sees("That is set already, or gone.")


@pytest.mark.parametrize("how", ["stopped", "shared", "paused"])
def test_who_cannot_be_told_is_not_offered_to_be(cast: Cast, how: str) -> None:
    for label in (
        ("Others can see it", "Only day and time", "That's fine")
        if how == "shared"
        else ("Yes, it's just me", "Just reminders", "That's fine")
    ):
        cast.anna.taps(label)
    if how == "stopped":
        cast.anna.types("STOP")
    if how == "paused":
        cast.anna.types("/pause")
        cast.anna.taps("7 days")
    Patel(cast.practice)
    cast.anna.hears()
    begins(cast.maria)
    cast.maria.sees("Anna gets no such message here. Please say it yourself.")
    assert cast.maria.labels == ["Change it", "Don't change"]
    cast.maria.taps("Change it")
    cast.maria.sees(DONE)
    cast.practice.wait(minutes=10)
    assert cast.anna.hears() == []


def test_a_stop_within_the_three_minutes_is_heard(welcomed: Cast, patel: Patel) -> None:
    begins(welcomed.maria)
    welcomed.maria.taps("Move to Dr Patel")
    welcomed.maria.taps("Change it, and tell Anna")
    welcomed.anna.types("STOP")
    welcomed.practice.wait(minutes=10)
    welcomed.anna.sees_nothing_of("News from the office")


def test_at_night_the_client_hears_it_in_the_morning(welcomed: Cast, patel: Patel) -> None:
    welcomed.practice.wait_until(melbourne("2026-11-30 22:00"))
    begins(welcomed.maria)
    welcomed.maria.taps("Move to Dr Patel")
    welcomed.maria.taps("Change it, and tell Anna")
    welcomed.practice.wait_until(melbourne("2026-12-01 07:59"))
    welcomed.anna.sees_nothing_of("News from the office")
    welcomed.practice.wait_until(melbourne("2026-12-01 08:00"))
    welcomed.anna.sees("News from the office")


def test_where_there_is_no_other_psychologist(sqlite_url: str, open_practice: Opener) -> None:
    practice = open_practice(sqlite_url)
    okafor = practice.add_staff("Dr Okafor", Role.PSYCHOLOGIST)
    practice.add_client("Anna Brown", okafor)
    maria = practice.join(practice.add_staff("Maria Santos", Role.MANAGER), "Maria")
    maria.types("/clients")
    maria.taps("Anna B.")
    maria.taps("Change psychologist")
    maria.sees("There is no other psychologist here.")

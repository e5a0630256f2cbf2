"""Moving by hand and taking it back: each «Undo» undoes its own change, and nothing else."""

from collections.abc import Callable

import pytest
from sqlmodel import select

from bot.records.people import Role
from bot.records.therapy_sessions import Answer, TherapySession
from tests.clock import melbourne
from tests.practice import Cast, Someone

TUESDAY, WEDNESDAY = "Tuesday 8 December, 11:00 am", "Wednesday 9 December, 2:00 pm"


@pytest.fixture
def booked(welcomed: Cast) -> Cast:
    welcomed.session_id = welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-08 11:00"))
    return welcomed


@pytest.fixture
def bob(booked: Cast) -> Someone:
    """A second manager."""
    return booked.practice.join(booked.practice.add_staff("Bob Hill", Role.MANAGER), "Bob")


def moves(someone: Someone, cast: Cast, to: str) -> None:
    someone.presses_data(f"1:moving:move:{cast.session_id}")
    someone.types(to)
    someone.taps("Move it")


def row_of(cast: Cast) -> TherapySession:
    with cast.practice.look() as db:
        return db.exec(select(TherapySession)).one()


def test_undo_does_not_undo_what_a_colleague_did_after_it(booked: Cast, bob: Someone) -> None:
    moves(booked.maria, booked, "9 december 2pm")
    moves(bob, booked, "10 december 3pm")
    booked.maria.taps("Undo")
    assert booked.maria.last.startswith("That can't be undone any more.")
    assert row_of(booked).starts_at == melbourne("2026-12-10 15:00")
    booked.practice.wait(minutes=4)
    booked.anna.sees(f"Moved: {TUESDAY} is now Thursday 10 December, 3:00 pm.")


def test_undo_of_a_second_change_leaves_the_first(booked: Cast) -> None:
    moves(booked.maria, booked, "9 december 2pm")
    moves(booked.maria, booked, "10 december 3pm")
    booked.maria.taps("Undo")
    assert booked.maria.last == f"Taken back: Anna B. has {WEDNESDAY}, and is told of that."
    booked.practice.wait(minutes=4)
    booked.anna.sees(f"Moved: {TUESDAY} is now {WEDNESDAY}.")


def test_undo_of_a_cancellation_after_a_move(booked: Cast) -> None:
    moves(booked.maria, booked, "9 december 2pm")
    booked.maria.presses_data(f"1:moving:cancel:{booked.session_id}")
    booked.maria.taps("Cancel it")
    booked.maria.taps("Undo")
    assert booked.maria.last == f"Taken back: Anna B. has {WEDNESDAY}, and is told of that."


def test_undo_gives_the_client_s_answer_back(booked: Cast) -> None:
    booked.anna.taps("My times")
    booked.anna.taps("I'll be there")
    booked.practice.wait(minutes=4)
    moves(booked.maria, booked, "9 december 2pm")
    assert row_of(booked).answer is Answer.NONE
    booked.maria.taps("Undo")
    assert row_of(booked).answer is Answer.COMING
    booked.anna.hears()
    booked.practice.wait(minutes=4)
    assert booked.anna.hears() == []


def test_undo_lets_the_client_s_request_wait_again(booked: Cast) -> None:
    booked.anna.taps("My times")
    booked.anna.taps("Another time")
    booked.anna.types("friday 10am")
    booked.practice.wait(minutes=4)
    moves(booked.maria, booked, "9 december 2pm")
    booked.maria.types("/requests")
    assert booked.maria.last == "No requests wait for an answer."
    booked.maria.taps("Undo")
    booked.maria.types("/requests")
    assert "wants «friday 10am»" in booked.maria.last


def test_undo_leaves_a_request_that_was_answered_otherwise(booked: Cast) -> None:
    booked.anna.taps("My times")
    booked.anna.taps("Another time")
    booked.anna.types("friday 10am")
    booked.practice.wait(minutes=4)
    moves(booked.maria, booked, "9 december 2pm")
    booked.anna.taps("My times")
    booked.anna.taps("Another time")
    booked.anna.types("monday 9am")  # asked anew meanwhile
    booked.maria.taps("Undo")
    booked.practice.wait(minutes=4)
    booked.maria.types("/requests")
    assert "wants «monday 9am»" in booked.maria.last
    assert "friday" not in booked.maria.last


def test_whoever_switched_reminders_off_is_not_reached(booked: Cast) -> None:
    booked.anna.taps("Settings")
    booked.anna.taps("Reminders and notes")
    booked.anna.taps(next(each for each in booked.anna.labels if "times" in each.lower()))
    booked.maria.types("/unreachable")
    booked.maria.sees("Anna B.: switched reminders off on Monday 30 November")


def test_a_made_up_undo_changes_nothing(booked: Cast) -> None:
    moves(booked.maria, booked, "9 december 2pm")
    before = row_of(booked)
    for data in (
        "1:1:1:none",
        f"{booked.session_id}:29800000:0:none",
        f"{booked.session_id}:1:1:x",
    ):
        booked.maria.presses_data(f"1:moving:undo:{data}")
    assert row_of(booked) == before


def test_a_locked_screen_moves_and_opens_nothing(welcomed_with: Callable[..., Cast]) -> None:
    cast = welcomed_with(staff_lock="30m")
    session_id = cast.practice.book(cast.anna_row, melbourne("2026-12-08 11:00"))
    for data in (f"moving:move:{session_id}", f"moving:cancel:{session_id}", "requests:open:1"):
        cast.maria.presses_data(f"1:{data}")
        assert cast.maria.last.startswith("Choose a code")


def test_yes_moves_and_a_number_is_not_the_only_button(booked: Cast) -> None:
    booked.maria.presses_data(f"1:moving:move:{booked.session_id}")
    booked.maria.types("1")  # not «Leave it»
    assert "becomes Monday 30 November, 1:00 pm" in booked.maria.last
    booked.maria.types("yes")
    assert row_of(booked).starts_at == melbourne("2026-11-30 13:00")


def test_a_pause_takes_a_day_at_once(welcomed: Cast) -> None:
    welcomed.anna.types("/pause")
    welcomed.anna.types("until friday")
    assert welcomed.anna.last.startswith("Nothing comes by itself before Friday 4 December.")


def test_whose_link_somebody_else_opened_is_not_reached(cast: Cast) -> None:
    hank = cast.practice.join(cast.ben_row, "Hank")
    hank.taps("I'm not Ben")
    cast.maria.types("/unreachable")
    cast.maria.sees("Ben C.: somebody else opened the link on Monday 30 November")

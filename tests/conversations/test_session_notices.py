"""What the practice changed is told once, as it then stands, to whoever can hear it."""

import pytest

from bot.records import expired, people
from bot.records.people import Telephone
from bot.records.therapy_sessions import Answer, SessionState
from tests.clock import melbourne
from tests.conversations.changing import cancels, moves
from tests.conversations.requesting import TUESDAY, session_of
from tests.practice import Cast

WEDNESDAY = melbourne("2026-12-09 14:00")
MOVED = "Moved: Tuesday 8 December, 11:00 am is now Wednesday 9 December, 2:00 pm. Room 2."


@pytest.fixture
def booked(welcomed: Cast) -> Cast:
    welcomed.session_id = welcomed.practice.book(welcomed.anna_row, TUESDAY)
    return welcomed


def knows(cast: Cast) -> bool:
    """Whether the client goes by what stands, and hears no more."""
    row = session_of(cast)
    return row.known_starts_at == row.stands_at and row.notice_at is None


def test_a_moved_session_is_told_once_and_can_be_answered(booked: Cast) -> None:
    moves(booked, booked.session_id, WEDNESDAY)
    booked.practice.wait(minutes=2)
    assert booked.anna.hears() == []
    booked.practice.wait(minutes=1)
    assert booked.anna.hears() == [MOVED]
    assert booked.anna.labels == [
        "I'll be there", "I can't come", "Another time", "Add to calendar"
    ]  # fmt: skip
    booked.practice.wait(days=2)
    assert booked.anna.hears() == []
    booked.anna.types("yes")
    assert session_of(booked).answer is Answer.COMING
    assert knows(booked)


def test_moved_twice_within_the_delay_tells_of_the_last(booked: Cast) -> None:
    moves(booked, booked.session_id, melbourne("2026-12-10 09:00"))
    booked.practice.wait(minutes=2)
    moves(booked, booked.session_id, WEDNESDAY)
    booked.practice.wait(minutes=5)
    assert booked.anna.hears() == [MOVED]


def test_moved_and_moved_back_tells_nothing(booked: Cast) -> None:
    moves(booked, booked.session_id, WEDNESDAY)
    moves(booked, booked.session_id, TUESDAY)
    booked.practice.wait(minutes=10)
    assert booked.anna.hears() == []
    assert knows(booked)


def test_moved_and_then_cancelled_names_the_time_that_the_client_knows(booked: Cast) -> None:
    moves(booked, booked.session_id, WEDNESDAY)
    cancels(booked, booked.session_id)
    booked.practice.book(booked.anna_row, melbourne("2026-12-15 11:00"))
    booked.practice.wait(minutes=3)
    assert booked.anna.hears() == [
        "Cancelled: Tuesday 8 December, 11:00 am. I'm sorry, it can't be then.\n\n"
        "Your next one is Tuesday 15 December, 11:00 am.\n\n"
        "To find another time, tap below or phone Riverside (03 9000 0000)."
    ]
    booked.anna.taps("Another time")
    booked.anna.sees("When could you come?")


def test_whoever_cancels_it_themselves_meanwhile_isn_t_told_that_the_practice_did(
    booked: Cast,
) -> None:
    moves(booked, booked.session_id, WEDNESDAY)
    for label in ("My times", "I can't come", "Cancel it"):
        booked.anna.taps(label)
    booked.anna.hears()
    booked.practice.wait(minutes=10)
    assert booked.anna.hears() == []


def test_at_night_it_waits_for_the_morning(booked: Cast) -> None:
    booked.practice.wait_until(melbourne("2026-12-02 22:00"))
    moves(booked, booked.session_id, WEDNESDAY)
    booked.anna.hears()
    booked.practice.wait_until(melbourne("2026-12-03 07:59"))
    assert booked.anna.hears() == []
    booked.practice.wait_until(melbourne("2026-12-03 08:00"))
    assert booked.anna.hears() == [MOVED]


@pytest.mark.parametrize(
    ("starts_at", "waits"), [("2026-12-01 09:30", False), ("2026-12-01 10:30", True)]
)
def test_cancelled_at_ten_in_the_evening_for_tomorrow_morning(
    welcomed: Cast, starts_at: str, *, waits: bool
) -> None:
    """Silently at once where the morning would find the client on the way."""
    welcomed.session_id = welcomed.practice.book(welcomed.anna_row, melbourne(starts_at))
    welcomed.practice.wait_until(melbourne("2026-11-30 22:00"))
    welcomed.anna.hears()
    cancels(welcomed, welcomed.session_id)
    welcomed.practice.wait(minutes=5)
    told = [each for each in welcomed.anna.account.unread() if "Cancelled" in each.text]
    assert [each.silent for each in told] == ([] if waits else [True])
    welcomed.practice.wait_until(melbourne("2026-12-01 08:00"))
    assert len(welcomed.anna.hears()) == (1 if waits else 0)


def test_a_session_that_is_over_anyway_is_not_told_of(booked: Cast) -> None:
    booked.practice.wait_until(melbourne("2026-12-08 12:00"))
    booked.anna.hears()
    cancels(booked, booked.session_id)
    booked.practice.wait(minutes=5)
    assert booked.anna.hears() == []
    assert booked.maria.hears() == []


def test_what_was_over_before_it_could_be_told_is_counted(booked: Cast) -> None:
    booked.practice.wait_until(melbourne("2026-12-08 10:59"))
    booked.anna.hears()
    cancels(booked, booked.session_id)
    booked.practice.wait(minutes=5)
    assert booked.anna.hears() == []
    with booked.practice.look() as db:
        assert expired.by_table(db) == {"therapy_session": 1}


def test_after_an_outage_it_says_that_it_is_late(booked: Cast) -> None:
    moves(booked, booked.session_id, WEDNESDAY)
    booked.practice.hand.wait(3600)
    booked.practice.settle()
    assert booked.anna.hears() == [f"{MOVED}\n\nThis comes late. I'm sorry."]


def test_a_reminder_that_could_not_go_yet_never_comes_with_the_old_time(booked: Cast) -> None:
    booked.practice.telegram.faults.fail(
        "server_error", method="sendMessage", chat_id=booked.anna.account.id
    )
    booked.practice.wait_until(melbourne("2026-12-05 11:00"))
    assert booked.anna.hears() == []
    moves(booked, booked.session_id, WEDNESDAY)
    booked.practice.wait(minutes=10)
    assert booked.anna.hears() == [MOVED]


def test_on_a_shared_telephone_it_is_a_day_and_a_time(booked: Cast) -> None:
    with booked.practice.database.transaction() as db:
        people.get(db, booked.anna_row.id).telephone = Telephone.SHARED
    moves(booked, booked.session_id, WEDNESDAY)
    booked.practice.wait(minutes=3)
    assert booked.anna.hears() == [MOVED.removesuffix(" Room 2.")]
    assert booked.anna.labels == []
    cancels(booked, booked.session_id)
    booked.practice.wait(minutes=3)
    assert booked.anna.hears() == ["Cancelled: Wednesday 9 December, 2:00 pm."]


@pytest.mark.parametrize("how", ["stopped", "paused", "blocked"])
def test_for_whom_i_can_t_write_to_the_managers_are_asked_to_phone(booked: Cast, how: str) -> None:
    match how:
        case "stopped":
            booked.anna.types("STOP")
        case "paused":
            with booked.practice.database.transaction() as db:
                people.get(db, booked.anna_row.id).paused_until = melbourne("2027-01-01 00:00")
        case "blocked":
            booked.anna.account.blocks_bot()
            booked.practice.settle()
    booked.practice.wait(minutes=5)
    for someone in (booked.anna, booked.maria, booked.okafor):
        someone.hears()
    moves(booked, booked.session_id, WEDNESDAY)
    booked.practice.wait(minutes=3)
    assert booked.anna.hears() == []
    assert booked.maria.hears() == [
        "Please phone Anna B.: Tuesday 8 December, 11:00 am is now "
        "Wednesday 9 December, 2:00 pm. I can't write there."
    ]
    assert booked.okafor.hears() == []
    cancels(booked, booked.session_id)
    booked.practice.wait(minutes=3)
    assert booked.maria.hears() == [
        "Please phone Anna B.: Wednesday 9 December, 2:00 pm is cancelled. I can't write there."
    ]


# --- a manager does it by hand


def test_a_manager_moves_it_from_a_request(booked: Cast) -> None:
    for label in ("My times", "Another time"):
        booked.anna.taps(label)
    booked.anna.types("whenever")
    booked.practice.wait(minutes=3)
    for label in ("Find a time", "Move it"):
        booked.maria.taps(label)
    booked.maria.types("soon")
    booked.maria.sees("I don't understand that as one day and time.")
    booked.maria.types("9/12 at 2")
    assert booked.maria.last.startswith(
        "Anna Brown: Tuesday 8 December, 11:00 am becomes Wednesday 9 December, 2:00 pm."
    )
    booked.anna.hears()
    booked.okafor.hears()
    booked.maria.taps("Move it")
    assert booked.okafor.hears() == ["Anna B. has a new time: Wednesday 9 December, 2:00 pm."]
    booked.practice.wait(minutes=3)
    assert booked.anna.hears() == [MOVED]
    booked.maria.types("/requests")
    assert booked.maria.last == "No requests wait for an answer."


def test_a_manager_takes_a_cancellation_back_before_the_client_hears(booked: Cast) -> None:
    booked.maria.presses_data(f"1:moving:cancel:{booked.session_id}")
    booked.maria.taps("Cancel it")
    assert session_of(booked).state is SessionState.CANCELLED
    booked.practice.wait(minutes=2)
    booked.maria.taps("Undo")
    row = session_of(booked)
    assert (row.state, row.starts_at) == (SessionState.BOOKED, TUESDAY)
    assert row.remind_at is not None
    booked.practice.wait(minutes=5)
    assert booked.anna.hears() == []
    booked.maria.taps("Undo")
    assert booked.maria.last.startswith("That can't be undone any more.")


def test_a_manager_who_taps_an_old_yes_changes_nothing(booked: Cast) -> None:
    booked.maria.presses_data(f"1:moving:cancel:{booked.session_id}")
    asked = booked.maria.sees("Anna Brown: cancel Tuesday 8 December, 11:00 am?")
    moves(booked, booked.session_id, WEDNESDAY)
    booked.maria.taps("Cancel it", bubble=asked)
    assert booked.maria.last == (
        "It was moved meanwhile, to Wednesday 9 December, 2:00 pm. Nothing was changed."
    )
    assert session_of(booked).state is SessionState.BOOKED


def test_nobody_is_moved_onto_somebody_else(booked: Cast) -> None:
    booked.practice.book(booked.ben_row, WEDNESDAY)
    booked.maria.presses_data(f"1:moving:move:{booked.session_id}")
    booked.maria.types("9/12 at 14:30")
    assert booked.maria.last.startswith("One of the two has another session then:")
    booked.maria.taps("Leave it")
    assert session_of(booked).starts_at == TUESDAY

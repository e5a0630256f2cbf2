"""What can't be a session is refused where it is typed; what moves one settles all about it."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

from bot.clock import Clock
from bot.records import people, time_requests
from bot.records.outbox import OutboxRow
from bot.records.therapy_sessions import TherapySession
from bot.records.time_requests import RequestKind, RequestState, TimeRequest
from tests.clock import MELBOURNE
from tests.commands.conftest import Operator, day_in
from tests.commands.test_imports import file_of

DAY, OTHER_DAY = day_in(30), day_in(31)
ANNA_S, BEN_S = ("--client", "Anna Brown"), ("--client", "Ben Carter")
BUSY = "The psychologist has a session at that time already. Nothing was"
TWICE = "This client has a session at that time already. Nothing was"


def okafor_is_connected(db: Session) -> None:
    people.named(db, "Dr Okafor")[0].telegram_id = 77


@pytest.fixture
def booked(practice: Operator) -> Operator:
    """Anna has a session, Ben none yet; both are Dr Okafor's, who is connected."""
    practice.gets("session", "add", *ANNA_S, "--starts-at", f"{DAY}T11:00")
    practice.gets("client", "add", "--name", "Ben Carter", "--psychologist", "Dr Okafor")
    practice.looks(okafor_is_connected)
    return practice


def sessions(operator: Operator) -> list[TherapySession]:
    return operator.looks(lambda db: list(db.exec(select(TherapySession))))


def told(operator: Operator) -> list[str]:
    return operator.looks(lambda db: [row.body.text for row in db.exec(select(OutboxRow))])


# --- two at a time


@pytest.mark.parametrize("starts_at", ["T11:00", "T10:11", "T11:49"])
def test_a_psychologist_sees_one_client_at_a_time(booked: Operator, starts_at: str) -> None:
    ben = ("session", "add", *BEN_S, "--starts-at", f"{DAY}{starts_at}")
    assert booked.is_refused(*ben).startswith(f"{BUSY} booked.")
    booked.gets(*ben, "--together")  # a couple
    assert len(sessions(booked)) == 2


@pytest.mark.parametrize("starts_at", ["T10:10", "T11:50"])
def test_one_after_the_other_is_no_overlap(booked: Operator, starts_at: str) -> None:
    booked.gets("session", "add", *BEN_S, "--starts-at", f"{DAY}{starts_at}")
    assert len(sessions(booked)) == 2


@pytest.mark.parametrize("together", [[], ["--together"]])
def test_a_client_is_never_in_two_places(booked: Operator, together: list[str]) -> None:
    words = ("session", "add", *ANNA_S, "--starts-at", f"{DAY}T11:30", *together)
    assert booked.is_refused(*words).startswith(f"{TWICE} booked.")


def test_neither_is_one_moved_there(booked: Operator) -> None:
    booked.gets("session", "add", *ANNA_S, "--starts-at", f"{DAY}T15:00")
    booked.gets("session", "add", *BEN_S, "--starts-at", f"{DAY}T17:00")
    move = ("session", "move", *ANNA_S, "--from", f"{DAY}T11:00", "--to")
    assert booked.is_refused(*move, f"{DAY}T15:10").startswith(f"{TWICE} moved.")
    assert booked.is_refused(*move, f"{DAY}T17:10").startswith(f"{BUSY} moved.")
    booked.gets(*move, f"{DAY}T17:10", "--together")
    booked.gets("session", "move", *ANNA_S, "--from", f"{DAY}T15:00", "--to", f"{DAY}T15:20")


@pytest.mark.parametrize("minutes", ["0", "-50", "1500"])
def test_no_session_lasts_nothing_or_longer_than_a_day(booked: Operator, minutes: str) -> None:
    words = ("session", "add", *BEN_S, "--starts-at", f"{OTHER_DAY}T11:00", "--minutes", minutes)
    assert "is not in the range" in booked.is_refused(*words)


# --- what a move by hand settles


def anna_asks_for_another_time(db: Session) -> None:
    row = db.exec(select(TherapySession)).one()
    request = TimeRequest(
        client_id=row.client_id,
        therapy_session_id=row.id,
        kind=RequestKind.OTHER_TIME,
        asked_at=Clock().now(),
    )
    request.offered = []
    time_requests.ask(db, request)


def test_a_move_answers_what_the_client_asked_for_and_tells_the_psychologist(
    booked: Operator,
) -> None:
    booked.looks(anna_asks_for_another_time)
    booked.gets("session", "move", *ANNA_S, "--from", f"{DAY}T11:00", "--to", f"{OTHER_DAY}T11:00")
    request = booked.looks(lambda db: db.exec(select(TimeRequest)).one())
    assert (request.state, request.decided_by) == (RequestState.ACCEPTED, None)
    (text,) = told(booked)
    assert text.startswith("Anna B. has a new time: ")


def test_a_cancellation_tells_the_psychologist(booked: Operator) -> None:
    booked.gets("session", "cancel", *ANNA_S, "--starts-at", f"{DAY}T11:00")
    (text,) = told(booked)
    assert text.startswith("Anna B.: the office cancelled ")


def test_what_is_refused_tells_nobody(booked: Operator) -> None:
    booked.is_refused(
        "session", "move", *ANNA_S, "--from", f"{DAY}T11:00", "--to", "2020-01-01T9:00"
    )
    booked.is_refused("session", "add", *ANNA_S, "--starts-at", "2020-01-01T09:00")
    assert told(booked) == []


# --- the nights in which the clocks change


def next_change(*, forward: bool) -> date:
    """The next day on which 2:30 isn't there in Melbourne, or comes twice."""
    day = Clock().now().astimezone(MELBOURNE).replace(hour=2, minute=30, second=0, microsecond=0)
    for _count in range(400):
        day += timedelta(days=1)
        early, late = (day.replace(fold=each).utcoffset() for each in (0, 1))
        if early != late and (early < late) is forward:  # type: ignore[operator]  # offsets are there
            return day.date()
    raise AssertionError("no clock changed in a year")


def test_a_time_that_isn_t_there_is_said_back_as_what_it_became(practice: Operator) -> None:
    day = next_change(forward=True)
    said = practice.gets("session", "add", *ANNA_S, "--starts-at", f"{day}T02:30")
    assert f"{day:%a %d %b %Y} 03:00 (Australia/Melbourne)." in said
    assert "02:30 isn't there on that day, the clocks go forward: it became 03:00." in said


def test_a_time_that_comes_twice_is_said_back_with_how_to_write_the_other(
    practice: Operator,
) -> None:
    day = next_change(forward=False)
    said = practice.gets("session", "add", *ANNA_S, "--starts-at", f"{day}T02:30")
    assert "02:30 comes twice on that day, the clocks go back: it became the first." in said
    practice.gets("session", "cancel", *ANNA_S, "--starts-at", f"{day}T02:30")
    assert f"{day}T02:30+10:00." in said
    again = practice.gets("session", "add", *ANNA_S, "--starts-at", f"{day}T02:30+10:00")
    assert "twice" not in again
    first, second = (each.starts_at for each in sessions(practice))
    assert second - first == timedelta(hours=1)


# --- a whole list


def listed(*rows: str) -> str:
    return "client,starts_at,ends_at\n" + "".join(f"{row}\n" for row in rows)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (f"Anna Brown,{DAY}T11:00,{DAY}T11:00", "a session of 0 minutes can't be"),
        (f"Anna Brown,{DAY}T11:00,{DAY}T10:10", "a session of -50 minutes can't be"),
        (f"Anna Brown,{DAY}T11:00,{OTHER_DAY}T12:00", "a session of 1500 minutes can't be"),
        (f"Anna Brown,{OTHER_DAY}T11:30,", "the client has another session at that time"),
        (
            f"Anna Brown,{next_change(forward=True)}T02:30,",
            "02:30 isn't there on that day: the clocks go forward, and show 03:00 then",
        ),
    ],
)
def test_a_line_that_can_t_be_a_session_is_refused(
    practice: Operator, row: str, reason: str
) -> None:
    practice.gets("session", "add", *ANNA_S, "--starts-at", f"{OTHER_DAY}T11:00")
    assert reason in practice.is_refused("import", "sessions", file_of(practice, listed(row)))


def test_whom_a_psychologist_sees_together_is_said_and_not_refused(booked: Operator) -> None:
    rows = listed(f"Ben Carter,{DAY}T11:00,", f"Ben Carter,{DAY}T15:00,")
    said = booked.gets("import", "sessions", file_of(booked, rows))
    assert said.splitlines() == [
        "Done. 2 created.",
        "Sessions to come in which a psychologist sees somebody else as well: 1.",
    ]


def test_what_is_over_is_left_alone_and_tells_nobody(booked: Operator) -> None:
    now = Clock().now().astimezone(MELBOURNE) - timedelta(days=2)
    rows = listed(f"Ben Carter,{now:%Y-%m-%d}T11:00,")
    assert "1 past" in booked.gets("import", "sessions", file_of(booked, rows))
    assert told(booked) == []

"""Sessions are moved and cancelled from the command line as from a chat: the client is told once."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from bot.clock import Clock
from bot.records.therapy_sessions import SessionState, TherapySession
from tests.commands.conftest import Operator, day_in

DAY, OTHER_DAY = day_in(30), day_in(31)
ANNA_S = ("--client", "Anna Brown")


@pytest.fixture
def booked(practice: Operator) -> Operator:
    practice.gets("session", "add", *ANNA_S, "--starts-at", f"{DAY}T11:00")
    return practice


def the_session(operator: Operator) -> TherapySession:
    return operator.looks(lambda db: db.exec(select(TherapySession)).one())


def is_told_in_three_minutes(row: TherapySession) -> bool:
    assert row.notice_at is not None
    return timedelta(minutes=2) < row.notice_at - Clock().now() <= timedelta(minutes=3)


def test_a_session_is_moved(booked: Operator) -> None:
    before: datetime = the_session(booked).starts_at
    said = booked.gets(
        "session", "move", *ANNA_S, "--from", f"{DAY}T11:00", "--to", f"{OTHER_DAY}T11:00"
    )
    assert said.startswith("1 session moved: ")
    assert "The client is told in 3 minutes, or the managers are asked to phone." in said
    row = the_session(booked)
    assert row.known_starts_at is None
    assert row.starts_at > before
    assert is_told_in_three_minutes(row)


def test_a_session_is_cancelled(booked: Operator) -> None:
    said = booked.gets("session", "cancel", *ANNA_S, "--starts-at", f"{DAY}T11:00")
    assert said.startswith("1 session cancelled: ")
    row = the_session(booked)
    assert row.state is SessionState.CANCELLED
    assert is_told_in_three_minutes(row)
    assert "has no session that begins then" in booked.is_refused(
        "session", "cancel", *ANNA_S, "--starts-at", f"{DAY}T11:00"
    )


@pytest.mark.parametrize(
    ("was", "to", "sentence"),
    [
        (f"{DAY}T12:00", f"{OTHER_DAY}T11:00", "This client has no session that begins then."),
        (f"{DAY}T11:00", "2020-01-01T11:00", "2020-01-01T11:00 is over already."),
        (f"{DAY}T11:00", "2926-01-01T11:00", "2926-01-01T11:00 is years away."),
        (f"{DAY}T11:00", "soon", "«soon» is not a time."),
        ("soon", f"{DAY}T11:00", "«soon» is not a time."),
        (f"{DAY}T11:00", f"{DAY}T15:30", "The psychologist has a session at that time already."),
    ],
)
def test_what_cannot_be_moved(booked: Operator, was: str, to: str, sentence: str) -> None:
    booked.gets("client", "add", "--name", "Ben Carter", "--psychologist", "Dr Okafor")
    booked.gets("session", "add", "--client", "Ben Carter", "--starts-at", f"{DAY}T15:00")
    assert sentence in booked.is_refused("session", "move", *ANNA_S, "--from", was, "--to", to)


def test_somebody_who_isn_t_a_client_has_no_session_to_cancel(booked: Operator) -> None:
    assert "Nobody here is called «Maria Santos»." in booked.is_refused(
        "session", "cancel", "--client", "Maria Santos", "--starts-at", f"{DAY}T11:00"
    )

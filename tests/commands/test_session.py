"""Sessions are booked by the practice's clocks, or by an offset; never by mistake."""

from datetime import date, time, timedelta

import pytest
from sqlmodel import select

from bot.clock import Clock
from bot.records.therapy_sessions import TherapySession
from bot.rules.due import local_instant
from tests.clock import MELBOURNE
from tests.commands.conftest import Operator, day_in

TOLD = "The client is told in 3 minutes, if messages reach them."
ADD = ("session", "add", "--client", "Anna Brown", "--starts-at")


def booked(operator: Operator) -> list[TherapySession]:
    return operator.looks(lambda db: list(db.exec(select(TherapySession))))


def test_a_time_without_offset_is_the_practice_s(practice: Operator) -> None:
    day = day_in(30)
    said = practice.gets(*ADD, f"{day}T11:00", "--place", "Room 2.", "--link", "https://x.example")
    (row,) = booked(practice)
    starts_at = local_instant(date.fromisoformat(day), time(11), MELBOURNE)
    assert (row.starts_at, row.minutes) == (starts_at, 50)
    assert (row.place, row.link) == ("Room 2.", "https://x.example")
    first, second = said.splitlines()
    assert (
        first
        == f"1 session booked: {starts_at.astimezone(MELBOURNE):%a %d %b %Y} 11:00 (Australia/Melbourne)."
    )
    assert row.remind_at is not None
    assert timedelta(days=2) < starts_at - row.remind_at < timedelta(days=4)
    assert second.startswith(f"{TOLD} First reminder ") and second.endswith(
        "(Australia/Melbourne)."
    )


@pytest.mark.parametrize("written", ["T11:00+02:00", " 11:00+02:00", "T09:00Z", "T09:00:00.000Z"])
def test_a_time_with_an_offset_is_that_instant(practice: Operator, written: str) -> None:
    practice.gets(*ADD, f"{day_in(30)}{written}", "--minutes", "20")
    (row,) = booked(practice)
    assert f"{row.starts_at:%F %T}" == f"{day_in(30)} 09:00:00"
    assert row.minutes == 20


def test_empty_words_about_the_place_are_none(practice: Operator) -> None:
    practice.gets(*ADD, f"{day_in(30)}T11:00", "--place", "", "--link", "")
    (row,) = booked(practice)
    assert (row.place, row.link) == (None, None)


def test_a_session_in_a_minute_has_no_reminder(practice: Operator) -> None:
    starts_at = Clock().now() + timedelta(minutes=2)
    assert practice.gets(*ADD, starts_at.isoformat()).splitlines()[1] == f"{TOLD} No reminder."


@pytest.mark.parametrize(
    ("starts_at", "sentence"),
    [
        ("2020-12-08T11:00", "2020-12-08T11:00 is over already. Nothing was booked."),
        ("0001-01-01T00:00", "is not a time."),  # before the calendar begins in UTC
        ("2926-12-08T11:00", "2926-12-08T11:00 is years away. Nothing was booked."),
        ("9999-12-31T23:59-12:00", "is not a time."),
        ("tomorrow", "«tomorrow» is not a time. Write 2026-12-08T11:00 or"),
        ("", "«» is not a time."),
        ("11:00", "is not a time."),
        ("2026-13-08T11:00", "is not a time."),
        ("2026-12-08T25:00", "is not a time."),
        ("08.12.2026 11:00", "is not a time."),
        ("2099-12-08", "«2099-12-08» is not a time."),  # midnight, because nobody said when
        ("20991208", "is not a time."),
    ],
)
def test_a_time_that_can_t_be_meant(practice: Operator, starts_at: str, sentence: str) -> None:
    assert sentence in practice.is_refused(*ADD, starts_at)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--minutes", "0"], "0 is not in the range 1<=x<=1440."),
        (["--minutes", "-5"], "-5 is not in the range"),
        (["--minutes", "1441"], "1441 is not in the range"),
        (["--minutes", "an hour"], "'an hour' is not a valid integer range."),
        (["--place", "x" * 501], "A place has 1 to 500 printable characters."),
        (["--link", "https://\x07"], "A link has 1 to 500 printable characters."),
        (["--client", "Ben Carter"], "Nobody here is called «Ben Carter»."),
        (["--client", "Maria Santos"], "Nobody here is called «Maria Santos»."),
    ],
)
def test_what_else_can_t_be_booked(practice: Operator, words: list[str], sentence: str) -> None:
    assert sentence in practice.is_refused(*ADD, f"{day_in(30)}T11:00", *words)


def test_nobody_has_two_sessions_at_a_time(practice: Operator) -> None:
    practice.gets(*ADD, f"{day_in(30)}T11:00")
    assert practice.is_refused(*ADD, f"{day_in(30)}T11:30") == (
        "This client has a session at that time already. Nothing was booked."
    )
    practice.gets(*ADD, f"{day_in(30)}T11:50")
    assert len(booked(practice)) == 2

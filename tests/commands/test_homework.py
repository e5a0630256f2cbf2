"""Homework from the command line: before the next session, or when somebody says; never by mistake."""

from datetime import date, time, timedelta

import pytest
from sqlmodel import Session, select

from bot.clock import Clock
from bot.records import consents, people
from bot.records.consents import Purpose
from bot.records.homework import Homework, HomeworkState
from bot.records.people import Telephone
from bot.rules.due import local_instant
from tests.clock import MELBOURNE
from tests.commands.conftest import Operator, day_in

ADD = ("homework", "add", "--client", "Anna Brown")
TASK = ("--task", "Write down one worry.")


def assigned(operator: Operator) -> list[Homework]:
    return operator.looks(lambda db: list(db.exec(select(Homework))))


def at_seven(days: int) -> str:
    """An evening as the commands say it."""
    instant = local_instant(date.fromisoformat(day_in(days)), time(19), MELBOURNE)
    return f"{instant.astimezone(MELBOURNE):%a %d %b %Y} 19:00 (Australia/Melbourne)"


def has_joined(operator: Operator, **fields: object) -> None:
    """Anna has been through the welcome."""

    def join(db: Session) -> None:
        anna = people.named(db, "Anna Brown")[0]
        anna.telegram_id, anna.telephone = 5_000_000_001, Telephone.OWN
        for name, value in fields.items():
            setattr(anna, name, value)
        consents.give(db, anna, Purpose.HOMEWORK, "1", Clock().now())

    operator.looks(join)


def test_without_a_time_it_comes_two_days_before_the_next_session(practice: Operator) -> None:
    practice.gets("session", "add", "--client", "Anna Brown", "--starts-at", f"{day_in(30)}T11:00")
    has_joined(practice)
    said = practice.gets(*ADD, *TASK, "--why", "To see it.")
    (row,) = assigned(practice)
    assert said.splitlines() == ["1 homework set.", f"Reminder {at_seven(28)}."]
    assert (row.task, row.why, row.state) == (
        "Write down one worry.",
        "To see it.",
        HomeworkState.OPEN,
    )
    assert row.therapy_session_id is not None
    assert row.remind_at == local_instant(date.fromisoformat(day_in(28)), time(19), MELBOURNE)


def test_with_a_time_it_comes_then(practice: Operator) -> None:
    has_joined(practice)
    said = practice.gets(*ADD, *TASK, "--at", f"{day_in(5)}T19:00")
    (row,) = assigned(practice)
    assert said.splitlines()[1] == f"Reminder {at_seven(5)}."
    assert (row.why, row.therapy_session_id) == (None, None)


def test_at_night_it_comes_when_the_quiet_hours_end_and_says_so(practice: Operator) -> None:
    has_joined(practice)
    said = practice.gets(*ADD, *TASK, "--at", f"{day_in(5)}T23:00")
    assert " 08:00 (Australia/Melbourne)." in said


def test_the_client_s_own_hour_is_kept(practice: Operator) -> None:
    practice.gets("session", "add", "--client", "Anna Brown", "--starts-at", f"{day_in(30)}T11:00")
    has_joined(practice, note_hour=9)
    assert " 09:00 (Australia/Melbourne)." in practice.gets(*ADD, *TASK)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"telephone": Telephone.SHARED}, "No reminder: others can see this client's telephone."),
        ({"stopped_at": Clock().now()}, "No reminder: messages to this client are stopped."),
        ({"unreachable_at": Clock().now()}, "No reminder: messages to this client are stopped."),
    ],
)
def test_that_no_reminder_comes_is_said(
    practice: Operator, fields: dict[str, object], said: str
) -> None:
    has_joined(practice, **fields)
    assert practice.gets(*ADD, *TASK, "--at", f"{day_in(5)}T19:00").splitlines()[1] == said


def test_who_has_not_joined_may_still_do_so(practice: Operator) -> None:
    said = practice.gets(*ADD, *TASK, "--at", f"{day_in(5)}T19:00")
    assert said.splitlines()[1] == f"Reminder {at_seven(5)}, if the client has joined by then."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--task", "", "--at", "{soon}"), "A task has 1 to 1000 characters of plain words."),
        (("--task", " \n", "--at", "{soon}"), "A task has 1 to 1000 characters of plain words."),
        (("--task", "x" * 10_000, "--at", "{soon}"), "A task has 1 to 1000 characters"),
        (("--task", "a\x1bb", "--at", "{soon}"), "A task has 1 to 1000 characters"),
        ((*TASK, "--why", "x" * 501, "--at", "{soon}"), "A reason has 1 to 500 characters"),
        (
            (*TASK, "--at", "2020-12-08T11:00"),
            "2020-12-08T11:00 is over, or more than a year away.",
        ),
        (
            (*TASK, "--at", "2926-12-08T11:00"),
            "2926-12-08T11:00 is over, or more than a year away.",
        ),
        ((*TASK, "--at", "tomorrow"), "«tomorrow» is not a time."),
        ((*TASK, "--at", "2026-12-08"), "«2026-12-08» is not a time."),
        (TASK, "This client has no session to go by. Say when to remind with --at"),
    ],
)
def test_what_can_t_be_meant_changes_nothing(
    practice: Operator, words: tuple[str, ...], sentence: str
) -> None:
    written = [word.format(soon=f"{day_in(5)}T19:00") for word in words]
    assert practice.is_refused(*ADD, *written).startswith(sentence)
    assert assigned(practice) == []


def test_a_session_that_is_too_soon_asks_for_a_time(practice: Operator) -> None:
    starts_at = Clock().now() + timedelta(minutes=2)
    practice.gets("session", "add", "--client", "Anna Brown", "--starts-at", starts_at.isoformat())
    assert practice.is_refused(*ADD, *TASK).startswith("The next session is so soon")


@pytest.mark.parametrize("name", ["Carla Diaz", "Dr Okafor", ""])
def test_only_a_client_gets_homework(practice: Operator, name: str) -> None:
    words = ("homework", "add", "--client", name, *TASK, "--at", f"{day_in(5)}T19:00")
    assert practice.is_refused(*words).startswith(f"Nobody here is called «{name}».")


@pytest.mark.parametrize("missing", [("--task", "x"), ("--client", "Anna Brown")])
def test_what_is_missing_is_named(practice: Operator, missing: tuple[str, str]) -> None:
    assert "Missing option" in practice.is_refused("homework", "add", *missing)

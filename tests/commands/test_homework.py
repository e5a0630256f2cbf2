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
from bot.rules.homework import Rhythm
from tests.clock import MELBOURNE
from tests.commands.conftest import Operator, day_in

ADD = ("homework", "add", "--client", "Anna Brown")
TASK = ("--task", "Write down one worry.")
EVERY_DAY = (*TASK, "--at", "{soon}", "--every", "daily")


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
        (("--task", "", "--at", "{soon}"), "A task has 1 to 10000 characters of plain words."),
        (("--task", " \n", "--at", "{soon}"), "A task has 1 to 10000 characters of plain words."),
        (("--task", "x" * 10_001, "--at", "{soon}"), "A task has 1 to 10000 characters"),
        (("--task", "a\x1bb", "--at", "{soon}"), "A task has 1 to 10000 characters"),
        ((*TASK, "--why", "x" * 2001, "--at", "{soon}"), "A reason has 1 to 2000 characters"),
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
        (
            (*TASK, "--at", "{soon}", "--every", "daily"),
            "No session is booked after the first reminder, so say until when",
        ),
        (
            (*TASK, "--at", "{soon}", "--until", "{later}"),
            "--until goes with --every daily, weekdays or weekly.",
        ),
        ((*EVERY_DAY, "--until", "2020-12-18"), "2020-12-18 is over."),
        ((*EVERY_DAY, "--until", "2926-12-18"), "2926-12-18 is more than a year away."),
        ((*EVERY_DAY, "--until", "9999-12-31"), "«9999-12-31» is not a time."),
        ((*EVERY_DAY, "--until", "{soon}"), "{soon} is before the first reminder"),
        ((*EVERY_DAY, "--until", "{sooner}"), "{sooner} is before the first reminder"),
        ((*EVERY_DAY, "--until", "{that_day}"), "{that_day} leaves room for one reminder only"),
        ((*EVERY_DAY, "--until", "Friday"), "«Friday» is not a time."),
        ((*EVERY_DAY, "--until", ""), "«» is not a time."),
        ((*EVERY_DAY, "--until", "0"), "«0» is not a time."),
        (TASK, "This client has no session to go by. Say when to remind with --at"),
    ],
)
def test_what_can_t_be_meant_changes_nothing(
    practice: Operator, words: tuple[str, ...], sentence: str
) -> None:
    days = {
        "soon": f"{day_in(5)}T19:00",
        "sooner": day_in(4),
        "that_day": day_in(5),
        "later": day_in(9),
    }
    written = [word.format(**days) for word in words]
    assert practice.is_refused(*ADD, *written).startswith(sentence.format(**days))
    assert assigned(practice) == []


@pytest.mark.parametrize(
    ("every", "until", "kept", "said"),
    [
        ("daily", (), Rhythm.DAILY, "every day suits, until the next session."),
        ("weekdays", ("--until", "{day}"), Rhythm.WEEKDAYS, "Monday to Friday suits, until "),
        ("weekly", ("--until", "{day}T12:00"), Rhythm.WEEKLY, "once a week suits, until "),
    ],
)
def test_a_rhythm_is_proposed_until_an_end(
    practice: Operator, every: str, until: tuple[str, ...], kept: Rhythm, said: str
) -> None:
    practice.gets("session", "add", "--client", "Anna Brown", "--starts-at", f"{day_in(30)}T11:00")
    has_joined(practice)
    end = [word.format(day=day_in(20)) for word in until]
    lines = practice.gets(*ADD, *TASK, "--at", f"{day_in(5)}T19:00", "--every", every, *end)
    assert lines.splitlines()[1] == f"Reminder {at_seven(5)}."
    assert lines.splitlines()[2].startswith(f"With it the client is asked whether {said}")
    (row,) = assigned(practice)
    assert (row.proposed_rhythm, row.rhythm) == (kept, Rhythm.ONCE)
    last = date.fromisoformat(day_in(20))
    midnight = local_instant(last + timedelta(days=1), time(0), MELBOURNE)
    noon = local_instant(last, time(12), MELBOURNE)
    assert row.until_at == {"daily": None, "weekdays": midnight, "weekly": noon}[every]


def test_once_proposes_nothing(practice: Operator) -> None:
    has_joined(practice)
    practice.gets(*ADD, *TASK, "--at", f"{day_in(5)}T19:00", "--every", "once")
    (row,) = assigned(practice)
    assert (row.proposed_rhythm, row.until_at) == (None, None)


def test_a_rhythm_that_nobody_knows_is_refused(practice: Operator) -> None:
    refused = practice.is_refused(*ADD, *TASK, "--at", f"{day_in(5)}T19:00", "--every", "hourly")
    assert "hourly" in refused
    assert assigned(practice) == []


def test_a_long_task_is_kept_as_it_was_written(practice: Operator) -> None:
    task = ("*a* <b>, @anna, שלום, 👩‍🚀\n" * 400)[:10_000].strip()
    practice.gets(*ADD, "--task", task, "--at", f"{day_in(5)}T19:00")
    assert [row.task for row in assigned(practice)] == [task]


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

"""Notes about homework come at the client's hour, and never too much, too late or to others."""

import pytest

from bot.records.homework import HomeworkState
from tests.clock import melbourne
from tests.conversations.assigned import (
    SESSION,
    TASK,
    WEDNESDAY,
    WHY,
    assign,
    only,
)
from tests.practice import Cast

ANSWERS = ["Done", "Partly", "Still struggling", "Not yet"]


# --- the reminder


@pytest.mark.parametrize(
    ("hour", "first_line"),
    [
        ("09:00", "Your note for this morning."),
        ("11:59", "Your note for this morning."),
        ("12:00", "Your note for this afternoon."),
        ("17:00", "Your note for this evening."),
        ("20:59", "Your note for this evening."),
    ],
)
def test_the_first_line_is_true_to_the_hour_and_gives_nothing_away(
    welcomed: Cast, hour: str, first_line: str
) -> None:
    assign(welcomed.practice, welcomed.anna_row, melbourne(f"2026-12-02 {hour}"))
    welcomed.practice.wait_until(melbourne(f"2026-12-02 {hour}"))
    assert welcomed.anna.hears()[0].splitlines()[0] == first_line


def test_a_task_without_a_why_is_said_without_one(welcomed: Cast) -> None:
    assign(welcomed.practice, welcomed.anna_row, WEDNESDAY, task="Go <out> 👩‍🚀 שלום", why=None)
    welcomed.practice.wait_until(WEDNESDAY)
    assert welcomed.anna.hears() == [
        "Your note for this evening.\n\n«\u2068Go <out> 👩‍🚀 שלום\u2069» Dr Okafor"
    ]


def test_at_night_it_waits_until_the_quiet_hours_end(welcomed: Cast) -> None:
    assign(welcomed.practice, welcomed.anna_row, melbourne("2026-12-02 23:00"))
    welcomed.practice.wait_until(melbourne("2026-12-03 07:59"))
    assert welcomed.anna.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-03 08:00"))
    assert welcomed.anna.hears()[0].startswith("Your note for this morning.")


def test_what_would_come_after_the_session_began_lapses(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-03 08:00"), place="")
    assign(welcomed.practice, welcomed.anna_row, melbourne("2026-12-02 22:00"))
    welcomed.practice.wait_until(melbourne("2026-12-04 12:00"))
    welcomed.anna.sees_nothing_of("Your note")
    assert only(welcomed).remind_at is None


def test_an_outage_over_the_session_sends_nothing_afterwards(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, SESSION)
    assign(welcomed.practice, welcomed.anna_row, melbourne("2026-12-07 19:00"))
    welcomed.practice.hand.wait_until(melbourne("2026-12-08 11:01"))
    welcomed.practice.settle()
    welcomed.anna.sees_nothing_of("Your note")


def test_a_cancelled_session_hands_the_note_on_to_the_next(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-02 20:00"))
    assign(welcomed.practice, welcomed.anna_row, WEDNESDAY)
    for label in ("My times", "I can't come", "Cancel it"):
        welcomed.anna.taps(label)
    welcomed.practice.hand.wait_until(melbourne("2026-12-02 20:30"))
    welcomed.practice.settle()
    welcomed.anna.sees("Your note for this evening.")


def test_three_a_week_and_no_more(welcomed: Cast) -> None:
    for day in range(1, 8):
        assign(welcomed.practice, welcomed.anna_row, melbourne(f"2026-12-0{day} 19:00"))
    welcomed.practice.wait_until(melbourne("2026-12-08 18:59"))
    assert len(welcomed.anna.hears()) == 3


def test_while_danger_is_open_nothing_is_asked(welcomed: Cast) -> None:
    assign(welcomed.practice, welcomed.anna_row, WEDNESDAY)
    welcomed.anna.types("I want to die")
    welcomed.practice.wait_until(melbourne("2026-12-03 18:00"))
    welcomed.anna.sees_nothing_of("Your note")
    welcomed.maria.taps("Open")
    welcomed.maria.taps("Dealt with")
    welcomed.maria.types("talked on the phone")
    welcomed.practice.wait_until(melbourne("2026-12-03 19:00"))
    welcomed.anna.sees("Your note for this evening.")


@pytest.mark.parametrize("words", ["STOP", "/pause"])
def test_who_stopped_or_paused_hears_nothing(welcomed: Cast, words: str) -> None:
    assign(welcomed.practice, welcomed.anna_row, WEDNESDAY)
    welcomed.anna.types(words)
    if words == "/pause":
        welcomed.anna.taps("7 days")
    welcomed.practice.wait_until(melbourne("2026-12-06 12:00"))
    welcomed.anna.sees_nothing_of("Your note")


def test_a_shared_telephone_gets_none_and_shows_none(cast: Cast) -> None:
    for label in ("Others can see it", "Only day and time", "That's fine"):
        cast.anna.taps(label)
    homework_id = assign(cast.practice, cast.anna_row, WEDNESDAY)
    cast.practice.wait_until(melbourne("2026-12-05 12:00"))
    cast.anna.sees_nothing_of(TASK)
    cast.anna.types("/homework")
    cast.anna.presses_data(f"1:homework:done:{homework_id}")
    cast.anna.sees("I keep such notes off a telephone that others can see.")
    cast.anna.sees_nothing_of(TASK)
    assert only(cast).state is HomeworkState.OPEN


def test_who_said_no_to_reminders_gets_none(cast: Cast) -> None:
    cast.anna.taps("Yes, it's just me")
    assign(cast.practice, cast.anna_row, WEDNESDAY)
    cast.practice.wait_until(melbourne("2026-12-03 19:00"))
    cast.anna.sees_nothing_of("Your note")


# --- /homework and the hour


def test_homework_shows_what_is_open_and_stops_it(welcomed: Cast) -> None:
    welcomed.anna.types("/homework")
    assert welcomed.anna.last == "Nothing is open for you here."
    assign(welcomed.practice, welcomed.anna_row, WEDNESDAY)
    welcomed.anna.types("homework")
    assert welcomed.anna.last == (
        f"«{TASK}»\nWhy: «{WHY}» Dr Okafor\n\nI'll ask about it on Wednesday 2 December at 7:00 pm."
    )
    shown = welcomed.anna.sees("I'll ask about it")
    assert welcomed.anna.labels == [*ANSWERS, "Stop this one", "How often?"]
    welcomed.anna.taps("Stop this one")
    welcomed.anna.sees("Stopped. I won't ask about this one again. Nobody is told")
    welcomed.anna.taps("Done", bubble=shown)
    welcomed.anna.sees("You stopped that one.")
    welcomed.practice.wait_until(melbourne("2026-12-03 19:00"))
    welcomed.anna.sees_nothing_of("Your note")


def test_the_hour_for_notes_is_the_clients_own(welcomed: Cast) -> None:
    assign(welcomed.practice, welcomed.anna_row, WEDNESDAY)
    for label in ("Settings", "Times and hours", "Hour for notes"):
        welcomed.anna.taps(label)
    assert "9:00 am" in welcomed.anna.labels
    welcomed.anna.types("9:00 am")
    welcomed.anna.sees("Good. Notes come at 9:00 am from now on.")
    welcomed.practice.wait_until(melbourne("2026-12-02 09:00"))
    welcomed.anna.sees("Your note for this morning.")


def test_an_hour_that_was_never_offered_is_refused(welcomed: Cast) -> None:
    for hour in (3, 22, 99):
        welcomed.anna.presses_data(f"1:note_hour:choose:{hour}")
        assert welcomed.anna.hears() == [
            "Sorry, that no longer works. Nothing was changed. Please start again from the menu."
        ]

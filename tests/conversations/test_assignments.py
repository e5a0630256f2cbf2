"""Homework on the psychologist's side: three steps, shown back, and taken back."""

import pytest

from bot.records.homework import HomeworkState
from bot.records.people import Role
from tests.clock import melbourne
from tests.conftest import Opener
from tests.conversations.assigned import REMINDER, SESSION, TASK, WHY, homework_of, only
from tests.practice import Cast, Someone

TWO_DAYS = "2 days before you meet: Sunday 6 December, 7:00 pm"
SET = "Set. Anna is reminded on Sunday 6 December, 7:00 pm. You can take it back for 3 minutes."


@pytest.fixture
def booked(welcomed: Cast) -> Cast:
    """Anna and Dr Okafor meet on Tuesday week."""
    welcomed.practice.book(welcomed.anna_row, SESSION)
    return welcomed


def writes(okafor: Someone, task: str = TASK, why: str | None = WHY) -> None:
    okafor.taps("Set homework")
    okafor.taps("Anna B.")
    okafor.types(task)
    if why is None:
        okafor.taps("Skip")
    else:
        okafor.types(why)


def sets(okafor: Someone) -> None:
    writes(okafor)
    okafor.taps(TWO_DAYS)
    okafor.taps("Set it")


def test_three_steps_from_the_psychologist_to_the_reminder(booked: Cast) -> None:
    okafor = booked.okafor
    okafor.taps("Set homework")
    assert okafor.last == "For whom? Tap a name, or write it."
    assert okafor.labels == ["Anna B.", "Ben C."]
    okafor.taps("Anna B.")
    assert okafor.last == "What is the task? Anna reads it in your words."
    okafor.types(TASK)
    assert okafor.last == "Why? Anna reads this too."
    okafor.types(WHY)
    assert okafor.last == (
        "When shall I remind Anna? Tap, or write it, like «Tue 6pm» or «in 3 days».\n\n"
        "To have a picture or a file go with it, send it now."
    )
    assert okafor.labels == [
        TWO_DAYS,
        "The evening before: Monday 7 December, 7:00 pm",
        "Tomorrow evening: Tuesday 1 December, 7:00 pm",
        "Don't set",
    ]
    okafor.taps(TWO_DAYS)
    assert okafor.last == (
        "Anna Brown gets this on Sunday 6 December, 7:00 pm, and nothing before. "
        f"You see an answer only if Anna shows it.\n\n«{TASK}»\nWhy: «{WHY}» Dr Okafor"
    )
    assert okafor.labels == ["Set it", "Suggest another rhythm", "Change it", "Don't set"]
    assert only(booked).state is HomeworkState.DRAFT
    okafor.taps("Set it")
    assert okafor.last == SET
    booked.practice.wait_until(melbourne("2026-12-06 18:59"))
    booked.anna.sees_nothing_of(TASK)
    booked.practice.wait_until(melbourne("2026-12-06 19:00"))
    booked.anna.sees(REMINDER)


@pytest.mark.parametrize("typed", ["Anna B.", "anna brown", "Anna", "1"])
def test_the_name_can_be_typed(booked: Cast, typed: str) -> None:
    booked.okafor.types("/homework")
    booked.okafor.types(typed)
    assert booked.okafor.last == "What is the task? Anna reads it in your words."


@pytest.mark.parametrize("typed", ["Carla", "Carla Diaz", "…", "99"])
def test_a_name_that_is_nobodys_here_is_asked_for_again(booked: Cast, typed: str) -> None:
    booked.okafor.types("/homework")
    booked.okafor.types(typed)
    booked.okafor.sees("I don't find that name among your clients.")
    booked.okafor.types("Anna")
    booked.okafor.sees("What is the task?")


def test_namesakes_are_told_apart_by_their_whole_names(booked: Cast) -> None:
    booked.practice.add_client("Anna Bird", booked.okafor_row)
    booked.okafor.taps("Set homework")
    assert booked.okafor.labels == ["Anna Bird", "Anna Brown", "Ben C."]
    booked.okafor.types("Anna")
    booked.okafor.sees("I don't find that name among your clients.")


def test_without_a_session_other_days_are_offered(welcomed: Cast) -> None:
    writes(welcomed.okafor, why=None)
    assert welcomed.okafor.labels == [
        "Tomorrow evening: Tuesday 1 December, 7:00 pm",
        "In 3 days: Thursday 3 December, 7:00 pm",
        "In a week: Monday 7 December, 7:00 pm",
        "Don't set",
    ]


def test_change_it_begins_again_with_the_same_client(booked: Cast) -> None:
    writes(booked.okafor, "a mistake")
    booked.okafor.taps(TWO_DAYS)
    booked.okafor.taps("Change it")
    booked.okafor.sees("What is the task? Anna reads it in your words.")
    booked.okafor.types(TASK)
    booked.okafor.types(WHY)
    booked.okafor.taps(TWO_DAYS)
    booked.okafor.taps("Set it")
    assert only(booked).task == TASK


@pytest.mark.parametrize("way_out", ["Don't set", "/cancel"])
def test_what_was_not_set_never_comes(booked: Cast, way_out: str) -> None:
    writes(booked.okafor)
    booked.okafor.types(way_out)
    booked.practice.wait_until(melbourne("2026-12-09 12:00"))
    booked.anna.sees_nothing_of(TASK)


def test_set_it_tapped_twice_sets_one(booked: Cast) -> None:
    sets(booked.okafor)
    booked.okafor.taps("Set it", bubble=booked.okafor.sees("Anna Brown gets this on"))
    booked.okafor.sees("That is set. Anna is reminded on Sunday 6 December, 7:00 pm.")
    assert len(homework_of(booked)) == 1


def test_taken_back_within_three_minutes_nobody_has_read_it(booked: Cast) -> None:
    sets(booked.okafor)
    booked.anna.types("/homework")
    booked.anna.sees("Nothing is open for you here.")
    booked.okafor.taps("Take it back")
    assert booked.okafor.last == "Taken back. The client hears nothing of it."
    booked.practice.wait_until(SESSION)
    booked.anna.types("/homework")
    booked.anna.sees_nothing_of(TASK)


def test_after_three_minutes_it_stays(booked: Cast) -> None:
    sets(booked.okafor)
    booked.practice.wait(minutes=3)
    booked.okafor.taps("Take it back")
    booked.okafor.sees("The 3 minutes are over and it may have been read, so it stays.")
    booked.anna.types("/homework")
    booked.anna.sees(TASK)


def test_a_button_for_a_day_that_has_passed_asks_again(booked: Cast) -> None:
    writes(booked.okafor)
    booked.practice.wait_until(melbourne("2026-12-06 20:00"))
    booked.okafor.taps(TWO_DAYS)
    booked.okafor.sees("When shall I remind Anna?")
    assert "Tomorrow evening: Monday 7 December, 7:00 pm" not in booked.okafor.labels
    assert booked.okafor.labels[0] == "The evening before: Monday 7 December, 7:00 pm"


# --- who can't be reached


@pytest.mark.parametrize(
    ("labels", "sentence"),
    [
        ((), "Anna gets no notes here now, so no reminder comes."),
        (("Others can see it", "Only day and time", "That's fine"), "Anna gets no notes here now"),
        (("Yes, it's just me", "No, thank you"), "Anna gets no notes here now"),
    ],
)
def test_that_no_reminder_comes_is_said_at_once_and_not_why(
    cast: Cast, labels: tuple[str, ...], sentence: str
) -> None:
    for label in labels:
        cast.anna.taps(label)
    cast.okafor.taps("Set homework")
    cast.okafor.taps("Anna B.")
    cast.okafor.sees(sentence)
    cast.okafor.types(TASK)
    cast.okafor.taps("Skip")
    cast.okafor.taps(cast.okafor.labels[0])
    cast.okafor.taps("Set it")
    assert cast.okafor.last == (
        "Set. Anna gets no notes here now, so no reminder comes. Please say it yourself. "
        "You can take it back for 3 minutes."
    )


def test_who_has_not_joined_may_still_do_so(sqlite_url: str, open_practice: Opener) -> None:
    practice = open_practice(sqlite_url)
    okafor_row = practice.add_staff("Dr Okafor", Role.PSYCHOLOGIST)
    practice.add_client("Anna Brown", okafor_row)
    okafor = practice.join(okafor_row, "Dr Okafor")
    okafor.taps("Set homework")
    okafor.taps("Anna B.")
    okafor.sees("Anna isn't connected here yet, so no reminder comes before that.")


def test_a_psychologist_without_clients_is_told_so(welcomed: Cast) -> None:
    adler = welcomed.practice.join(
        welcomed.practice.add_staff("Dr Adler", Role.PSYCHOLOGIST), "Dr Adler"
    )
    adler.taps("Set homework")
    adler.sees("You have no clients here yet. The office adds them.")


# --- whose it is


def test_another_psychologists_client_is_not_found(booked: Cast) -> None:
    adler = booked.practice.join(
        booked.practice.add_staff("Dr Adler", Role.PSYCHOLOGIST), "Dr Adler"
    )
    adler.hears()
    for row_id in (booked.anna_row.id, 999_999):
        adler.presses_data(f"1:assignments:client:{row_id}")
        assert adler.hears() == ["I don't find that name among your clients."]
    assert homework_of(booked) == []


@pytest.mark.parametrize("tap", ["skip_why:{}", "when:{}:29999999", "change:{}", "set:{}:29999999",
                                 "take_back:{}"])  # fmt: skip
@pytest.mark.parametrize("who", ["anna", "ben", "maria", "adler"])
def test_nobody_else_touches_what_is_being_set(booked: Cast, tap: str, who: str) -> None:
    adler = booked.practice.add_staff("Dr Adler", Role.PSYCHOLOGIST)
    someone = booked.practice.join(adler, "x") if who == "adler" else getattr(booked, who)
    writes(booked.okafor)
    someone.hears()
    someone.presses_data(f"1:assignments:{tap.format(only(booked).id)}")
    assert len(someone.hears()) == 1
    someone.sees_nothing_of(TASK)
    assert (only(booked).state, only(booked).why) == (HomeworkState.DRAFT, WHY)


@pytest.mark.parametrize("minute", [0, 1, 29_000_000, 2**31 - 1])
def test_an_instant_that_was_never_offered_sets_nothing(booked: Cast, minute: int) -> None:
    writes(booked.okafor)
    booked.okafor.presses_data(f"1:assignments:set:{only(booked).id}:{minute}")
    booked.okafor.sees("When shall I remind Anna?")
    assert only(booked).state is HomeworkState.DRAFT


def test_a_client_never_finds_a_draft(booked: Cast) -> None:
    writes(booked.okafor)
    booked.anna.presses_data(f"1:homework:done:{only(booked).id}")
    booked.anna.sees("I can't find that note any more.")
    assert only(booked).state is HomeworkState.DRAFT

"""Homework that is set again, and days that are typed."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.records import people
from bot.records.people import Role
from tests.clock import melbourne
from tests.conversations.assigned import SESSION, TASK, WHY, assign, homework_of, only
from tests.practice import Cast, Someone

LATER = melbourne("2026-12-20 19:00")
LABEL = "«Write down one worry, and what you'd…»"


@pytest.fixture
def booked(welcomed: Cast) -> Cast:
    welcomed.practice.book(welcomed.anna_row, SESSION)
    return welcomed


def begins(someone: Someone, client: str = "Anna B.") -> None:
    someone.taps("Set homework")
    someone.taps(client)


def writes(okafor: Someone) -> None:
    begins(okafor)
    okafor.types(TASK)
    okafor.types(WHY)


# --- earlier tasks


def test_the_last_few_different_tasks_are_offered(booked: Cast) -> None:
    for task in ("one", "two", "three", "four", "Two ", "five"):
        assign(booked.practice, booked.ben_row, LATER, task=task)
    begins(booked.okafor)
    assert booked.okafor.labels == ["«five»", "«Two»", "«four»", "«three»", "Don't set"]


def test_an_earlier_task_is_read_whole_before_it_is_used(booked: Cast) -> None:
    assign(booked.practice, booked.ben_row, LATER)
    begins(booked.okafor)
    assert booked.okafor.labels == [LABEL, "Don't set"]
    booked.okafor.taps(LABEL)
    assert booked.okafor.last == (
        f"«{TASK}»\n\nYou wrote this before, perhaps for somebody else. Please read it through. "
        "To change it, write it here as Anna is to read it."
    )
    booked.okafor.taps("Use it")
    assert booked.okafor.last == "Why? Anna reads this too."
    newest = homework_of(booked)[-1]
    assert (newest.task, newest.why, newest.client_id) == (TASK, None, booked.anna_row.id)


def test_an_earlier_task_can_be_written_anew(booked: Cast) -> None:
    assign(booked.practice, booked.ben_row, LATER)
    begins(booked.okafor)
    booked.okafor.taps(LABEL)
    booked.okafor.types("Write down two worries.")
    assert booked.okafor.last == "Why? Anna reads this too."
    assert homework_of(booked)[-1].task == "Write down two worries."


def test_its_file_goes_along_and_is_shown_first(booked: Cast) -> None:
    begins(booked.okafor, "Ben C.")
    booked.okafor.account.sends_photo(caption=TASK)
    booked.practice.settle()
    for label in ("Skip", "In a week: Monday 7 December, 7:00 pm", "Set it"):
        booked.okafor.taps(label)
    begins(booked.okafor)
    booked.okafor.hears()
    booked.okafor.taps(LABEL)
    assert booked.okafor.hears()[0] == "This goes with it."
    booked.okafor.taps("Use it")
    assert homework_of(booked)[-1].file == homework_of(booked)[0].file


def test_neither_a_draft_nor_what_was_taken_back_is_offered(booked: Cast) -> None:
    writes(booked.okafor)
    for label in ("Tomorrow evening: Tuesday 1 December, 7:00 pm", "Set it", "Take it back"):
        booked.okafor.taps(label)
    begins(booked.okafor)
    assert booked.okafor.labels == ["Don't set"]
    for tap in ("template", "use"):
        booked.okafor.presses_data(
            f"1:assignments:{tap}:{booked.anna_row.id}:{homework_of(booked)[0].id}"
        )
        booked.okafor.sees("I don't find that task any more.")


def test_another_psychologist_is_not_offered_it_and_cannot_get_at_it(booked: Cast) -> None:
    homework_id = assign(booked.practice, booked.ben_row, LATER)
    adler_row = booked.practice.add_staff("Dr Adler", Role.PSYCHOLOGIST)
    booked.practice.add_client("Carla Diaz", adler_row)
    with booked.practice.look() as db:
        carla = people.named(db, "Carla Diaz")[0]
    adler = booked.practice.join(adler_row, "Dr Adler")
    begins(adler, "Carla D.")
    assert adler.labels == ["Don't set"]
    answers = []
    for tap in ("template", "use"):
        for row_id in (homework_id, 999_999):
            adler.hears()
            adler.presses_data(f"1:assignments:{tap}:{carla.id}:{row_id}")
            answers.append(adler.hears())
    assert answers == [answers[0]] * 4
    adler.sees_nothing_of(TASK)
    assert len(homework_of(booked)) == 1


@pytest.mark.parametrize("who", ["anna", "ben", "maria", "lindqvist"])
def test_nobody_else_reads_an_earlier_task(booked: Cast, who: str) -> None:
    homework_id = assign(booked.practice, booked.anna_row, LATER)
    someone = getattr(booked, who)
    for tap in ("template", "use"):
        someone.presses_data(f"1:assignments:{tap}:{booked.anna_row.id}:{homework_id}")
        assert len(someone.hears()) == 1
    someone.sees_nothing_of(TASK)
    assert len(homework_of(booked)) == 1


# --- typed days: Monday 30 November, 10:00 am


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Tue 6pm", "Tuesday 1 December, 6:00 pm"),
        ("in 3 days", "Thursday 3 December, 7:00 pm"),
        ("10/12 at 4", "Thursday 10 December, 4:00 pm"),
        ("tomorrow", "Tuesday 1 December, 7:00 pm"),
        ("today at 3pm", "Monday 30 November, 3:00 pm"),
        ("this saturday", "Saturday 5 December, 7:00 pm"),
    ],
)
def test_a_typed_day_is_said_back_and_counts_once_confirmed(
    booked: Cast, typed: str, said: str
) -> None:
    writes(booked.okafor)
    booked.okafor.types(typed)
    booked.okafor.sees(f"Anna Brown gets this on {said}, and nothing before.")
    assert only(booked).remind_at is None
    booked.okafor.types("ok")
    booked.okafor.sees(f"Set. Anna is reminded on {said}.")


def test_another_day_typed_under_the_preview_takes_its_place(booked: Cast) -> None:
    writes(booked.okafor)
    booked.okafor.types("tue 6pm")
    booked.okafor.types("wed 6pm")
    booked.okafor.taps("Set it")
    assert only(booked).remind_at == melbourne("2026-12-02 18:00")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("soon, maybe", "I don't find a day or a time in that."),
        ("yesterday", "Sunday 29 November, 7:00 pm is over, or in less than 3 minutes."),
        ("today at 9am", "Monday 30 November, 9:00 am is over, or in less than 3 minutes."),
        ("30/11/2028", "Thursday 30 November, 7:00 pm is more than a year away."),
        ("tue 10pm", "Anna gets nothing between 9:00 pm and 8:00 am."),
        ("tue 7:30am", "Anna gets nothing between 9:00 pm and 8:00 am."),
    ],
)
def test_a_day_that_cannot_be_gets_a_sentence_and_is_asked_again(
    booked: Cast, typed: str, sentence: str
) -> None:
    writes(booked.okafor)
    booked.okafor.types(typed)
    booked.okafor.sees(f"{sentence}\n\nWhen shall I remind Anna?")
    assert only(booked).remind_at is None
    booked.okafor.types("tue 6pm")
    booked.okafor.sees("Anna Brown gets this on Tuesday 1 December, 6:00 pm")


def test_times_are_the_clients_and_that_is_said(booked: Cast) -> None:
    with booked.practice.database.transaction() as db:
        people.get(db, booked.anna_row.id).time_zone = "Australia/Perth"
    writes(booked.okafor)
    booked.okafor.sees("Times are Anna's, by the clocks of Perth.")
    booked.okafor.types("tue 6pm")
    booked.okafor.sees(
        "Anna Brown gets this on Tuesday 1 December, 6:00 pm, and nothing before. "
        "You see an answer only if Anna shows it. Times are Anna's, by the clocks of Perth."
    )
    booked.okafor.taps("Set it")
    at = only(booked).remind_at
    assert at is not None
    assert at.astimezone(ZoneInfo("Australia/Perth")).hour == 18
    assert at == melbourne("2026-12-01 18:00") + timedelta(hours=3)

"""The office pauses a client's messages: until a day, shown back; the client's own word beats it."""

import pytest

from bot.records import people
from tests.clock import melbourne
from tests.practice import Cast, Someone

SESSION = melbourne("2026-12-08 11:00")
PAUSED = "Anna B. gets nothing by itself until Monday 14 December."


@pytest.fixture
def booked(welcomed: Cast) -> Cast:
    welcomed.practice.book(welcomed.anna_row, SESSION)
    return welcomed


def opens_page(maria: Someone) -> None:
    maria.types("/clients")
    maria.taps("Anna B.")


def begins(maria: Someone) -> None:
    opens_page(maria)
    maria.taps("Pause messages")


def pauses(maria: Someone) -> None:
    begins(maria)
    maria.taps("2 weeks")
    maria.taps("Pause")


def is_paused(cast: Cast) -> bool:
    with cast.practice.look() as db:
        return people.get(db, cast.anna_row.id).paused_until is not None


def test_two_weeks_are_shown_back_and_count_after_a_yes(booked: Cast) -> None:
    maria = booked.maria
    begins(maria)
    assert maria.last == "Until which day shall Anna B. get no messages? Tap or write it."
    assert maria.labels == ["1 week", "2 weeks", "4 weeks", "Don't pause"]
    maria.taps("2 weeks")
    assert maria.last == (
        "Until Monday 14 December nothing comes to Anna B. by itself: no reminders either. Answers "
        "still come.\nAnna isn't told, sees it in the settings, and can end it with START."
    )
    assert not is_paused(booked)
    maria.taps("Pause")
    assert maria.last == PAUSED
    booked.anna.hears()
    booked.practice.wait_until(SESSION)
    assert booked.anna.hears() == []
    opens_page(maria)
    maria.sees("Messages are paused by the office until Monday 14 December.")
    booked.anna.types("/settings")
    booked.anna.sees("paused until Monday 14 December")


@pytest.mark.parametrize("typed", ["14 december", "in 2 weeks", "14/12", "until 14 Dec at 4pm"])
def test_a_day_can_be_typed(booked: Cast, typed: str) -> None:
    begins(booked.maria)
    booked.maria.types(typed)
    booked.maria.sees("Until Monday 14 December nothing comes to Anna B. by itself")
    booked.maria.types("pause")
    assert booked.maria.last == PAUSED


@pytest.mark.parametrize(
    "typed", ["this morning", "yesterday", "in 3 years", "blue", "…", "x" * 500]
)
def test_what_is_no_day_to_come_is_asked_for_again(booked: Cast, typed: str) -> None:
    begins(booked.maria)
    booked.maria.types(typed)
    assert booked.maria.labels == ["1 week", "2 weeks", "4 weeks", "Don't pause"]
    booked.maria.types("14 december")
    booked.maria.taps("Another day")
    booked.maria.taps("Don't pause")
    assert booked.maria.last == "All right. Nothing is paused."
    assert not is_paused(booked)


@pytest.mark.parametrize("minute", [0, 26_000_000, 2**31 - 1])
def test_a_day_that_was_never_offered_pauses_nothing(booked: Cast, minute: int) -> None:
    for tap in ("show", "set"):
        booked.maria.presses_data(f"1:client_pauses:{tap}:{booked.anna_row.id}:{minute}")
        booked.maria.sees("That has to be a day after today, and within half a year.")
    assert not is_paused(booked)


def test_pause_tapped_twice_and_ended_twice(booked: Cast) -> None:
    maria = booked.maria
    pauses(maria)
    maria.taps("Pause", bubble=maria.sees("nothing comes to Anna B. by itself"))
    assert maria.last == (
        "Anna B.'s messages are paused until Monday 14 December already. "
        "«End the pause» is on the page."
    )
    opens_page(maria)
    maria.taps("End the pause")
    assert maria.last == "The pause is over. What comes to Anna B. by itself comes again."
    maria.taps("End the pause")
    assert maria.last == "Anna B.'s messages aren't paused."
    booked.practice.wait_until(melbourne("2026-12-07 11:00"))
    booked.anna.sees("Tomorrow, Tuesday 8 December, 11:00 am.")


def test_the_clients_own_start_ends_it(booked: Cast) -> None:
    pauses(booked.maria)
    booked.anna.types("START")
    assert not is_paused(booked)
    opens_page(booked.maria)
    booked.maria.sees("Connected since")


def test_the_clients_own_pause_is_the_clients_to_end(booked: Cast) -> None:
    booked.anna.types("/pause")
    booked.anna.sees("The office sees until when.")
    booked.anna.taps("14 days")
    opens_page(booked.maria)
    booked.maria.sees("Anna has paused messages until Monday 14 December.")
    assert "Pause messages" not in booked.maria.labels
    assert "End the pause" not in booked.maria.labels
    row_id = booked.anna_row.id
    booked.maria.presses_data(f"1:client_pauses:ask:{row_id}")
    assert booked.maria.last == (
        "Anna B. has paused messages until Monday 14 December. Only Anna can change that."
    )
    booked.maria.presses_data(f"1:client_pauses:end:{row_id}")
    assert booked.maria.last == "Anna B. has paused messages. Only Anna can end that."
    assert is_paused(booked)


def test_who_stopped_stays_stopped(booked: Cast) -> None:
    begins(booked.maria)
    booked.anna.types("STOP")
    booked.maria.taps("1 week")
    booked.maria.sees("Anna B. wants no messages here anyway. Only Anna can start them again.")
    assert not is_paused(booked)


def test_after_the_office_paused_the_client_may_pause_for_longer(booked: Cast) -> None:
    pauses(booked.maria)
    booked.anna.types("/pause")
    booked.anna.taps("28 days")
    booked.maria.taps("End the pause")
    assert booked.maria.last == "Anna B. has paused messages. Only Anna can end that."

"""What is the client's own: stop, pause, start again, settings; and every way out."""

import pytest

from tests.clock import melbourne
from tests.practice import Cast


@pytest.fixture
def booked(welcomed: Cast) -> Cast:
    """Anna has a session on Friday."""
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-04 11:00"))
    return welcomed


@pytest.mark.parametrize("text", ["STOP", "stop", "Stop.", "/stop"])
def test_stop_stops_what_comes_by_itself_and_the_office_knows(booked: Cast, text: str) -> None:
    booked.anna.types(text)
    booked.anna.sees("I've stopped. Nothing comes by itself any more")
    booked.anna.hears()
    booked.practice.wait(days=4)
    assert booked.anna.hears() == []
    booked.maria.sees("Anna B. doesn't want messages here any more. Please phone instead.")


def test_start_after_stop_brings_the_reminders_back_and_the_office_knows(booked: Cast) -> None:
    booked.anna.types("STOP")
    booked.practice.wait(hours=1)
    booked.anna.types("START")
    booked.anna.sees("I'm back. I'll remind you of your times again.")
    booked.practice.wait_until(melbourne("2026-12-03 11:00"))
    booked.anna.sees("Tomorrow, Friday 4 December, 11:00 am.")
    booked.maria.sees("Anna B. gets messages here again.")


def test_stop_and_start_within_three_minutes_tell_nobody_that_it_stopped(booked: Cast) -> None:
    booked.anna.types("STOP")
    booked.anna.taps("Start again")
    booked.practice.wait(minutes=5)
    booked.maria.sees_nothing_of("doesn't want messages")


def test_a_pause_ends_by_itself(booked: Cast) -> None:
    booked.practice.book(booked.anna_row, melbourne("2026-12-11 11:00"))
    booked.anna.types("/pause")
    booked.anna.taps("7 days")
    booked.anna.sees("I'll be quiet until Monday 7 December.")
    booked.anna.hears()
    booked.practice.wait_until(melbourne("2026-12-07 10:00"))
    assert booked.anna.hears() == []
    booked.practice.wait_until(melbourne("2026-12-10 11:00"))
    assert booked.anna.hears()[-1].startswith("Tomorrow, Friday 11 December, 11:00 am.")


def test_a_pause_that_was_never_offered_is_refused(booked: Cast) -> None:
    booked.anna.presses_data("1:privacy:pause_for:9999999")
    booked.anna.sees("Sorry, that no longer works.")


def test_answers_still_come_while_stopped(booked: Cast) -> None:
    booked.anna.types("STOP")
    booked.anna.taps("My times")
    booked.anna.taps("I'll be there")
    booked.anna.sees("Good. See you on Friday 4 December, 11:00 am.")


def test_settings_show_what_is_on_and_change_it(booked: Cast) -> None:
    booked.anna.taps("Settings")
    assert booked.anna.last.startswith(
        "Reminders of your times, and notes: on.\nShort questions: off.\n"
    )
    booked.anna.taps("Short questions too")
    booked.anna.sees(
        "Short questions are on. Nobody sees an answer unless you show it. The practice gets only "
        "averages, of ten people or more together."
    )
    booked.anna.taps("Settings")
    booked.anna.taps("No short questions")
    booked.anna.taps("Settings")
    booked.anna.taps("Who sees what")
    booked.anna.sees("Your times and what you answer about them: Maria Santos and Dr Okafor.")


def test_settings_speak_of_no_notes_on_a_telephone_that_gets_none(cast: Cast) -> None:
    for label in ("Others can see it", "Only day and time", "No, thank you"):
        cast.anna.taps(label)
    cast.anna.types("START")
    cast.anna.taps("Settings")
    assert cast.anna.last.startswith("Reminders of your times: off.\nPlain messages: off.")
    cast.anna.taps("Turn reminders on")
    assert cast.anna.last == "Reminders of your times are on."
    cast.anna.taps("Settings")
    assert cast.anna.last.startswith("Reminders of your times: on.\nPlain messages: off.")


@pytest.mark.parametrize("way_out", ["/start", "/help", "/cancel"])
def test_every_way_out_is_answered_in_the_middle_of_a_step(booked: Cast, way_out: str) -> None:
    booked.anna.taps("My times")
    booked.anna.taps("Another time")
    booked.anna.hears()
    booked.anna.types(way_out)
    assert len(booked.anna.hears()) == 1
    booked.anna.types("thursday")
    booked.anna.sees("I'm a program and can't answer that.")
    booked.practice.wait(minutes=5)
    assert booked.maria.hears() == []


@pytest.mark.parametrize("way_out", ["/start", "/help", "/cancel"])
def test_every_way_out_is_answered_with_nothing_going_on(booked: Cast, way_out: str) -> None:
    for someone in (booked.anna, booked.maria, booked.okafor, booked.lindqvist):
        someone.types(way_out)
        assert len(someone.hears()) == 1

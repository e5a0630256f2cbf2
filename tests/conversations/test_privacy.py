"""What is the client's own: stop, pause, start again, settings; and every way out."""

import pytest

from tests.clock import melbourne
from tests.practice import Cast


@pytest.fixture
def welcomed(cast: Cast) -> Cast:
    cast.welcome()
    cast.practice.book(cast.anna_row, melbourne("2026-12-04 11:00"))
    return cast


@pytest.mark.parametrize("text", ["STOP", "stop", "Stop.", "/stop"])
def test_stop_stops_what_comes_by_itself_and_the_office_knows(welcomed: Cast, text: str) -> None:
    welcomed.anna.types(text)
    welcomed.anna.sees("I've stopped. Nothing comes by itself any more")
    welcomed.anna.hears()
    welcomed.practice.wait(days=4)
    assert welcomed.anna.hears() == []
    welcomed.maria.sees("Anna B. doesn't want messages here any more. Please phone instead.")


def test_start_after_stop_brings_the_reminders_back_and_the_office_knows(welcomed: Cast) -> None:
    welcomed.anna.types("STOP")
    welcomed.practice.wait(hours=1)
    welcomed.anna.types("START")
    welcomed.anna.sees("I'm back. I'll remind you of your times again.")
    welcomed.practice.wait_until(melbourne("2026-12-03 11:00"))
    welcomed.anna.sees("Tomorrow, Friday 4 December, 11:00 am.")
    welcomed.maria.sees("Anna B. gets messages here again.")


def test_stop_and_start_within_three_minutes_tell_nobody_that_it_stopped(welcomed: Cast) -> None:
    welcomed.anna.types("STOP")
    welcomed.anna.taps("Start again")
    welcomed.practice.wait(minutes=5)
    welcomed.maria.sees_nothing_of("doesn't want messages")


def test_a_pause_ends_by_itself(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-11 11:00"))
    welcomed.anna.types("/pause")
    welcomed.anna.taps("7 days")
    welcomed.anna.sees("I'll be quiet until Monday 7 December.")
    welcomed.anna.hears()
    welcomed.practice.wait_until(melbourne("2026-12-07 10:00"))
    assert welcomed.anna.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-10 11:00"))
    assert welcomed.anna.hears()[-1].startswith("Tomorrow, Friday 11 December, 11:00 am.")


def test_a_pause_that_was_never_offered_is_refused(welcomed: Cast) -> None:
    welcomed.anna.presses_data("1:privacy:pause_for:9999999")
    welcomed.anna.sees("Sorry, that no longer works.")


def test_answers_still_come_while_stopped(welcomed: Cast) -> None:
    welcomed.anna.types("STOP")
    welcomed.anna.taps("My times")
    welcomed.anna.taps("I'll be there")
    welcomed.anna.sees("Good. See you on Friday 4 December, 11:00 am.")


def test_settings_show_what_is_on_and_change_it(welcomed: Cast) -> None:
    welcomed.anna.taps("Settings")
    assert welcomed.anna.last == "Reminders of your times: on.\nShort questions: off."
    welcomed.anna.taps("Short questions too")
    welcomed.anna.sees("Short questions are on. Nobody sees an answer unless you show it.")
    welcomed.anna.taps("Settings")
    welcomed.anna.taps("No short questions")
    welcomed.anna.taps("Settings")
    welcomed.anna.taps("Who sees what")
    welcomed.anna.sees("Your times and what you answer about them: Maria Santos and Dr Okafor.")


@pytest.mark.parametrize("way_out", ["/start", "/help", "/cancel"])
def test_every_way_out_is_answered_in_the_middle_of_a_step(welcomed: Cast, way_out: str) -> None:
    welcomed.anna.taps("My times")
    welcomed.anna.taps("Another time")
    welcomed.anna.hears()
    welcomed.anna.types(way_out)
    assert len(welcomed.anna.hears()) == 1
    welcomed.anna.types("thursday")
    welcomed.anna.sees("I'm a program and can't answer that.")
    welcomed.practice.wait(minutes=5)
    assert welcomed.maria.hears() == []


@pytest.mark.parametrize("way_out", ["/start", "/help", "/cancel"])
def test_every_way_out_is_answered_with_nothing_going_on(welcomed: Cast, way_out: str) -> None:
    for someone in (welcomed.anna, welcomed.maria, welcomed.okafor, welcomed.lindqvist):
        someone.types(way_out)
        assert len(someone.hears()) == 1

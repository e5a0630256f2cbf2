"""The way to the numbers is open in any state, to strangers too, and leads to other countries."""

from tests.practice import Cast, Practice
from tests.recognition import POSSIBLE, let_model_judge
from tests.stories.test_danger_anywhere import HIGH, NUMBERS, anna_s

__all__ = ["anna_s"]


def test_help_now_and_its_numbers_in_any_state(anna_s: Cast) -> None:
    for begins in (POSSIBLE, "Another time", HIGH):
        anna_s.anna.taps("My times")
        anna_s.anna.types(begins)
        anna_s.anna.types("/help_now")
        assert anna_s.anna.last.startswith(NUMBERS)
        anna_s.anna.taps("Help now")
        anna_s.anna.taps("More numbers")
        anna_s.anna.taps("I'm in another country")
        anna_s.anna.taps("New Zealand")
        anna_s.anna.sees("In danger, call 111.")


def test_a_stranger_finds_the_numbers_of_another_country(practice: Practice) -> None:
    Cast(practice)
    let_model_judge(practice)
    stranger = practice.account("Somebody")
    stranger.types(POSSIBLE)
    for label in ("More numbers", "I'm in another country", "New Zealand"):
        stranger.taps(label)
    stranger.sees("In danger, call 111.")
    stranger.types("/help_now")
    assert stranger.last.startswith(NUMBERS)

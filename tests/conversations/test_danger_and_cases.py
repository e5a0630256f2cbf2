"""Danger and an open case of the same client: whom the case is about hears of neither."""

from collections.abc import Callable

from tests.practice import Cast

Opener = Callable[..., Cast]

WORDS = "i have the pills here and i want to die"


def anna_tells_maria(cast: Cast) -> None:
    for label in ("Something isn't right", "Maria Santos, practice manager", "I can't be open"):
        cast.anna.taps(label)
    cast.anna.taps("That's all")
    cast.anna.taps("Send")
    cast.practice.wait(minutes=2)
    for someone in (cast.okafor, cast.maria, cast.lindqvist):
        someone.hears()


def test_whom_an_open_case_is_about_is_not_told_of_danger_nor_can_open_it(
    welcomed_with: Opener,
) -> None:
    cast = welcomed_with(on_duty="Dr Okafor: Mon-Fri 9-17; Dr Lindqvist: Mon-Fri 9-17")
    anna_tells_maria(cast)
    cast.anna.types(WORDS)
    cast.lindqvist.sees("Urgent. Please open now.")
    cast.practice.wait(minutes=30)
    assert cast.okafor.hears() == []
    cast.okafor.presses_data("1:danger_alerts:look:1")
    cast.okafor.sees_nothing_of("pills")


def test_without_a_case_the_psychologist_on_duty_is_told(welcomed_with: Opener) -> None:
    cast = welcomed_with(on_duty="Dr Okafor: Mon-Fri 9-17; Dr Lindqvist: Mon-Fri 9-17")
    cast.anna.types(WORDS)
    cast.okafor.sees("Urgent. Please open now.")


def test_danger_goes_to_those_on_duty_also_where_the_client_named_somebody_else(
    welcomed_with: Opener,
) -> None:
    cast = welcomed_with(on_duty="Dr Lindqvist: Mon-Fri 9-17")
    anna_tells_maria(cast)
    cast.anna.types(WORDS)
    cast.lindqvist.taps("Open")
    cast.lindqvist.sees(WORDS)
    cast.lindqvist.sees_nothing_of("I can't be open")
    assert cast.maria.hears() == []

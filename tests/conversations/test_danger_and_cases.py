"""Danger and an open case of the same client: whom the case is about hears of neither."""

from collections.abc import Callable

import pytest

from tests.conversations.concerns import OKAFOR, send
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


BOTH = "Dr Okafor: Mon-Fri 9-17; Dr Lindqvist: Mon-Fri 9-17"


def test_who_was_told_before_the_case_was_sent_keeps_the_alert_and_its_news(
    welcomed_with: Opener,
) -> None:
    cast = welcomed_with(on_duty=BOTH)
    cast.anna.types(WORDS)
    cast.okafor.taps("Open")
    anna_tells_maria(cast)
    cast.okafor.presses_data("1:danger_alerts:look:1")
    assert cast.okafor.last.endswith(f"«{WORDS}»")
    cast.anna.presses_data("1:danger:safe_now:1")
    cast.okafor.sees("they say that they are safe now")
    cast.okafor.taps("Dealt with")
    cast.okafor.types("talked on the phone")
    cast.okafor.sees("Closed, and your line is kept for the file.")


def test_words_after_the_case_was_sent_join_no_alert_that_the_subject_can_open(
    welcomed_with: Opener,
) -> None:
    cast = welcomed_with(on_duty=BOTH)
    cast.anna.types(WORDS)
    anna_tells_maria(cast)
    cast.anna.types("i want to die because of what she did")
    assert cast.okafor.hears() == []
    cast.okafor.presses_data("1:danger_alerts:look:1")
    cast.okafor.presses_data("1:danger_alerts:look:2")
    cast.okafor.sees_nothing_of("what she did")
    cast.lindqvist.taps("Open")
    cast.lindqvist.sees("what she did")


@pytest.mark.parametrize("minutes", [0, 2])
def test_whom_the_client_told_it_themselves_hears_of_danger(
    welcomed_with: Opener, minutes: int
) -> None:
    cast = welcomed_with(on_duty="Dr Okafor: Mon-Sun 0-0")
    send(cast, to=OKAFOR)
    cast.practice.wait(minutes=minutes)
    cast.okafor.hears()
    cast.anna.types(WORDS)
    cast.anna.sees("Dr Okafor is on duty and has been told.")
    cast.okafor.taps("Open")
    cast.okafor.sees(WORDS)

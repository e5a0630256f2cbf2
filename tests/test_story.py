"""The first story, whole: invited, welcomed, reminded, answered, and seen by the practice."""

from tests.clock import melbourne
from tests.conftest import Opener
from tests.practice import Cast


def test_a_client_is_invited_reminded_and_answers_and_the_practice_sees_it(
    database_url: str, open_practice: Opener
) -> None:
    practice = open_practice(database_url)
    cast = Cast(practice)
    anna, okafor, maria = cast.anna, cast.okafor, cast.maria
    practice.book(cast.anna_row, melbourne("2026-12-08 11:00"))

    anna.sees("Hello Anna. I'm the reminder helper of Riverside.")
    anna.taps("Yes, it's just me")
    anna.sees("Who sees what:")
    anna.taps("Just reminders")
    anna.sees("Your next time is Tuesday 8 December, 11:00 am.")
    anna.taps("That's fine")
    anna.sees("One last thing, and then I'll be quiet.")
    assert anna.account.keyboard == [
        "My times", "For next time", "Something isn't right", "Help now", "Settings",
    ]  # fmt: skip

    anna.hears()
    practice.wait_until(melbourne("2026-12-05 11:00"))
    assert anna.hears() == ["Tuesday 8 December, 11:00 am. Room 2."]
    practice.wait_until(melbourne("2026-12-07 11:00"))
    assert anna.hears() == ["Tomorrow, Tuesday 8 December, 11:00 am. Room 2."]

    anna.taps("I'll be there")
    anna.sees("Good. See you on Tuesday 8 December, 11:00 am.")
    practice.wait(minutes=3)
    okafor.sees("Anna B. is coming: Tuesday 8 December, 11:00 am.")
    maria.sees("Anna B. is coming: Tuesday 8 December, 11:00 am.")
    cast.ben.sees_nothing_of("8 December")
    assert practice.telegram.violations == []

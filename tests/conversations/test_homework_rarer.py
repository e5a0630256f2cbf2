"""Reminders of homework that have no answer: two in a row make them rarer, and that is said."""

from datetime import datetime

import pytest

from bot.rules.homework import Rhythm
from tests.clock import melbourne
from tests.conversations.assigned import TASK, WEDNESDAY, only, remind
from tests.conversations.rhythms import assign_with, chooses, notes_heard
from tests.practice import Cast

FAR = melbourne("2026-12-31 11:00")
RARER = "The last two had no answer, and that's all right. I ask once a week now."
LAST = "The last two had no answer, and that's all right. If this one has none, I won't ask again."


def choose(cast: Cast, label: str, until: datetime = FAR) -> None:
    """Anna chooses this when her first note comes, on Wednesday; they meet at the end of the year."""
    cast.practice.book(cast.anna_row, until)
    assign_with(cast, proposed_rhythm=Rhythm.DAILY)
    cast.practice.wait_until(WEDNESDAY)
    chooses(cast.anna, label)
    cast.anna.hears()


def came_on(cast: Cast, last: int, first: int = 3) -> list[int]:
    """The days of December, from the first to the last, on which a note came."""
    days = []
    for day in range(first, last + 1):
        cast.practice.wait_until(melbourne(f"2026-12-{day:02} 20:00"))
        days += [day for _each in notes_heard(cast.anna)]
    return days


@pytest.mark.parametrize("label", ["Every day", "Monday to Friday"])
def test_two_without_an_answer_make_a_daily_one_weekly_and_a_weekly_one_the_last(
    welcomed: Cast, label: str
) -> None:
    choose(welcomed, label)
    assert came_on(welcomed, 31) == [3, 4, 11, 18, 29]


def test_the_next_says_so_and_can_be_answered_with_the_old_rhythm(welcomed: Cast) -> None:
    choose(welcomed, "Every day")
    welcomed.practice.wait_until(melbourne("2026-12-04 20:00"))
    welcomed.anna.types("/homework")
    welcomed.anna.sees("Next time: on Friday 11 December at 7:00 pm.")
    welcomed.anna.hears()
    welcomed.practice.wait_until(melbourne("2026-12-11 19:00"))
    assert welcomed.anna.hears() == [f"Your note for this evening.\n\n«Walk» Dr Okafor\n\n{RARER}"]
    assert welcomed.anna.labels[-2:] == ["Every day again", "Stop this one"]
    welcomed.anna.taps("Every day again")
    welcomed.anna.sees("Good. I'll ask every day, until you meet. Next time: tomorrow at 7:00 pm.")
    welcomed.anna.hears()
    assert came_on(welcomed, 13, first=12) == [12, 13]


def test_the_last_says_so_and_can_be_answered_too(welcomed: Cast) -> None:
    choose(welcomed, "Once a week")
    assert came_on(welcomed, 28) == [9, 16]
    welcomed.practice.wait_until(melbourne("2026-12-29 20:00"))
    assert welcomed.anna.last.endswith(LAST)
    assert welcomed.anna.labels[-2:] == ["Once a week again", "Stop this one"]
    welcomed.anna.taps("Done")
    welcomed.anna.sees("Thank you for telling me.\n\nShall Dr Okafor see that?")


def test_an_answer_after_the_second_brings_the_rhythm_back(welcomed: Cast) -> None:
    choose(welcomed, "Every day")
    assert came_on(welcomed, 4) == [3, 4]
    welcomed.practice.wait_until(melbourne("2026-12-05 10:00"))
    welcomed.anna.taps("Done")
    welcomed.anna.sees("I'll ask again tomorrow at 7:00 pm.")
    welcomed.anna.hears()
    assert came_on(welcomed, 7, first=5) == [6, 7]


def test_any_tap_about_it_counts_as_an_answer(welcomed: Cast) -> None:
    choose(welcomed, "Every day")
    for day in (3, 4, 5, 6):
        assert came_on(welcomed, day, first=day) == [day]
        welcomed.anna.presses_data(f"1:homework_rhythm:ask:{only(welcomed).id}")
        welcomed.anna.hears()


def test_a_daily_one_with_no_week_left_is_asked_once_more_before_they_meet(welcomed: Cast) -> None:
    choose(welcomed, "Every day", until=melbourne("2026-12-08 11:00"))
    assert came_on(welcomed, 9) == [3, 4, 6]
    welcomed.anna.sees(LAST)


def test_a_weekly_one_is_not_made_denser_by_its_end(welcomed: Cast) -> None:
    choose(welcomed, "Once a week", until=melbourne("2026-12-19 11:00"))
    assert came_on(welcomed, 20) == [9, 16]


def test_one_that_came_once_is_not_chased(welcomed: Cast) -> None:
    remind(welcomed)
    welcomed.anna.sees(TASK)
    welcomed.anna.hears()
    assert came_on(welcomed, 9) == []

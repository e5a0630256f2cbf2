"""The client's own quiet hours and zone go before the practice's, for each kind of message."""

import pytest

from bot.records import people
from tests.clock import melbourne
from tests.conversations.assigned import WEDNESDAY, assign, remind
from tests.conversations.concerns import alert, hear
from tests.practice import Cast


def lives_by(cast: Cast, quiet_hours: str | None = None, time_zone: str | None = None) -> None:
    with cast.practice.database.transaction() as db:
        anna = people.get(db, cast.anna_row.id)
        anna.quiet_hours, anna.time_zone = quiet_hours, time_zone
    with cast.practice.look() as db:
        cast.anna_row = people.get(db, cast.anna_row.id)


def comes_at(cast: Cast, quiet: str, at: str, words: str) -> None:
    """Nothing of it in the hour before, and then at this minute."""
    cast.practice.wait_until(melbourne(quiet))
    assert not any(words in text for text in cast.anna.hears())
    cast.practice.wait_until(melbourne(at))
    assert any(words in text for text in cast.anna.hears())


def test_a_session_reminder(welcomed: Cast) -> None:
    lives_by(welcomed, "9:00-15:00")
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-04 11:00"))
    welcomed.practice.book(welcomed.ben_row, melbourne("2026-12-04 12:00"))
    comes_at(welcomed, "2026-12-03 14:59", "2026-12-03 15:00", "Tomorrow, Friday 4 December")
    assert welcomed.ben.hears()[-1] == "Tomorrow, Friday 4 December, 12:00 pm. Room 2."


def test_a_session_reminder_without_any_quiet_hours(welcomed: Cast) -> None:
    lives_by(welcomed, "none")
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-04 07:00"))
    comes_at(welcomed, "2026-12-03 06:59", "2026-12-03 07:00", "Tomorrow, Friday 4 December")


def test_a_session_reminder_that_is_late(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-04 11:00"))
    lives_by(welcomed, "9:00-15:00")  # as another program may have written it
    comes_at(welcomed, "2026-12-03 14:59", "2026-12-03 15:00", "Tomorrow, Friday 4 December")


def test_homework(welcomed: Cast) -> None:
    lives_by(welcomed, "18:00-20:30")
    assign(welcomed.practice, welcomed.anna_row, WEDNESDAY)
    comes_at(welcomed, "2026-12-02 20:29", "2026-12-02 20:30", "Your note for this evening.")


def test_a_check_in(questioned: Cast) -> None:
    lives_by(questioned, "14:00-17:00")
    questioned.practice.book(questioned.anna_row, melbourne("2026-12-01 11:00"))
    comes_at(questioned, "2026-12-01 16:59", "2026-12-01 17:00", "Four short questions")


def test_news_of_a_case(welcomed: Cast) -> None:
    lives_by(welcomed, "15:30-18:00")
    alert(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-01 16:00"))
    welcomed.maria.taps("Open")
    welcomed.maria.taps("I'll take it")
    comes_at(welcomed, "2026-12-01 17:59", "2026-12-01 18:00", "There's news for you.")


def test_an_answer_to_a_question_about_homework(welcomed: Cast) -> None:
    remind(welcomed)
    for label in ("Still struggling", "Not sure how", "Ask Dr Okafor about it"):
        welcomed.anna.taps(label)
    welcomed.anna.types("how?")
    lives_by(welcomed, "20:00-23:30")
    welcomed.practice.wait_until(melbourne("2026-12-02 22:00"))
    welcomed.okafor.taps("Open")
    welcomed.okafor.taps("Write back")
    hear(welcomed)
    welcomed.okafor.types("Like this.")
    welcomed.okafor.sees("It goes to Anna Brown today at 11:30 pm.")
    comes_at(welcomed, "2026-12-02 23:29", "2026-12-02 23:30", "Like this.")


@pytest.mark.parametrize(
    ("tapped", "at"), [("Perth", "2026-12-03 11:00"), ("Brisbane", "2026-12-03 09:00")]
)
def test_what_is_planned_goes_along_with_the_city(welcomed: Cast, tapped: str, at: str) -> None:
    """Once the quiet hours end there, on the day before."""
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-04 07:00"))
    for label in ("Settings", "Times and hours", "Another city", tapped):
        welcomed.anna.taps(label)
    expected = {"Perth": "4:00 am", "Brisbane": "6:00 am"}[tapped]
    comes_at(welcomed, "2026-12-03 08:59", at, f"Tomorrow, Friday 4 December, {expected}")


def test_homework_keeps_its_hour_in_the_new_city(welcomed: Cast) -> None:
    assign(welcomed.practice, welcomed.anna_row, WEDNESDAY)
    for label in ("Settings", "Times and hours", "Another city", "Perth"):
        welcomed.anna.taps(label)
    comes_at(welcomed, "2026-12-02 21:59", "2026-12-02 22:00", "Your note for this evening.")


def test_what_is_planned_goes_along_with_quiet_hours(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-04 07:00"))
    for label in ("Settings", "Times and hours", "Quiet hours", "No quiet hours"):
        welcomed.anna.taps(label)
    comes_at(welcomed, "2026-12-03 06:59", "2026-12-03 07:00", "Tomorrow, Friday 4 December")

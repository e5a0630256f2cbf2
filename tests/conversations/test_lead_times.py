"""A client's own lead times, and reminders of what they said yes to."""

from datetime import datetime, timedelta

import pytest

from bot.records import bookings, people
from bot.records.therapy_sessions import TherapySession
from tests.clock import melbourne
from tests.practice import Cast, Someone

TUESDAY = melbourne("2026-12-08 11:00")
REMINDER = "Tomorrow, Tuesday 8 December, 11:00 am. Room 2."


def opens_page(someone: Someone) -> None:
    for label in ("Settings", "Reminders and notes", "When reminders come"):
        someone.taps(label)


def planned(cast: Cast) -> datetime | None:
    with cast.practice.look() as db:
        row = db.get(TherapySession, cast.session_id)
        assert row is not None
        return row.remind_at


def own(cast: Cast) -> str | None:
    with cast.practice.look() as db:
        return people.get(db, cast.anna_row.id).lead_times


@pytest.fixture
def booked(welcomed: Cast) -> Cast:
    welcomed.session_id = welcomed.practice.book(welcomed.anna_row, TUESDAY)
    opens_page(welcomed.anna)
    return welcomed


def test_the_page_says_what_comes_and_when(booked: Cast) -> None:
    assert booked.anna.last == (
        "Reminders of your times come 3 days before and 1 day before.\n"
        "The next one comes on Saturday 5 December at 11:00 am.\n"
        "I don't remind you again of times you said yes to."
    )
    assert booked.anna.labels == [
        "Add 7 days before",
        "Leave out 3 days before",
        "Add 2 days before",
        "Leave out 1 day before",
        "Add 2 hours before",
        "Write how long before",
        "Also times I said yes to",
        "All settings",
    ]


def test_what_is_planned_goes_along_at_once_and_comes_then(booked: Cast) -> None:
    booked.anna.taps("Leave out 3 days before")
    booked.anna.sees("The next one comes on Monday 7 December at 11:00 am.")
    assert planned(booked) == melbourne("2026-12-07 11:00")
    booked.anna.taps("Add 2 hours before")
    booked.anna.taps("Leave out 1 day before")
    booked.anna.sees("The next one comes on Tuesday 8 December at 9:00 am.")
    assert own(booked) == "2h"
    booked.anna.hears()
    booked.practice.wait_until(TUESDAY)
    assert booked.anna.hears() == ["Today, Tuesday 8 December, 11:00 am. Room 2."]


def test_a_lead_time_is_typed(booked: Cast) -> None:
    booked.anna.taps("Write how long before")
    booked.anna.types("the day I fly")
    booked.anna.sees("I didn't understand that. Write it like «3 hours before».")
    booked.anna.types("2 days and 3 hours before")
    booked.anna.sees("come 3 days before, 2 days and 3 hours before and 1 day before.")
    assert own(booked) == "3d, 51h, 1d"
    booked.practice.wait_until(melbourne("2026-12-05 12:00"))
    assert planned(booked) == melbourne("2026-12-06 08:00")


@pytest.mark.parametrize("words", ["1 minute", "5 weeks", "0 days"])
def test_a_lead_time_that_makes_no_sense_is_asked_again(booked: Cast, words: str) -> None:
    booked.anna.taps("Write how long before")
    booked.anna.types(words)
    booked.anna.sees("I can remind you from 15 minutes to 4 weeks before.")
    assert own(booked) is None


@pytest.mark.parametrize("tap", ["on:1", "on:99999999", "off:5", "on:259200"])
def test_a_made_up_or_old_button_changes_nothing(booked: Cast, tap: str) -> None:
    booked.anna.presses_data(f"1:reminders:{tap}")
    assert own(booked) is None


def test_six_are_the_most_and_one_the_least(booked: Cast) -> None:
    for lead in ("7 days", "2 days", "2 hours"):
        booked.anna.taps(f"Add {lead} before")
    for typed in ("5 days before", "4 days before"):
        booked.anna.taps("Write how long before")
        booked.anna.types(typed)
    booked.anna.sees("I can keep 6 at most. To add one, leave one out first.")
    for lead in ("7 days", "5 days", "3 days", "2 days", "1 day"):
        booked.anna.taps(f"Leave out {lead} before")
    booked.anna.taps("Leave out 2 hours before")
    booked.anna.sees("Then none would be left. Shall I stop reminding you of your times?")
    assert own(booked) == "2h"
    booked.anna.taps("No reminders of times")
    booked.anna.sees("I don't remind you of your times any more")


def test_a_reminder_that_is_just_due_is_not_lost_by_a_choice(booked: Cast) -> None:
    booked.practice.wait_until(TUESDAY - timedelta(days=1, minutes=1))
    with booked.practice.database.transaction() as db:
        anna = people.get(db, booked.anna_row.id)
        at = TUESDAY - timedelta(days=1)
        rules = booked.practice.settings.practice()
        bookings.remind_at_lead_times(db, anna, "2h", rules, at)
    booked.practice.wait_until(TUESDAY - timedelta(hours=23))
    booked.anna.sees("Tomorrow, Tuesday 8 December, 11:00 am.")


def test_back_to_the_practices_own(booked: Cast) -> None:
    booked.anna.taps("Add 7 days before")
    booked.anna.taps("As the practice has it")
    booked.anna.sees("come 3 days before and 1 day before.")
    assert own(booked) is None and "As the practice has it" not in booked.anna.labels


def test_taking_one_away_and_adding_it_again_reminds_nobody_twice(booked: Cast) -> None:
    booked.practice.wait_until(melbourne("2026-12-07 12:00"))
    booked.anna.hears()
    opens_page(booked.anna)
    booked.anna.sees("No reminder is left to come for the times booked now.")
    booked.anna.taps("Leave out 1 day before")
    booked.anna.taps("Add 1 day before")
    booked.anna.taps("Add 2 hours before")
    booked.anna.sees("The next one comes tomorrow at 9:00 am.")
    booked.anna.hears()
    booked.practice.wait_until(TUESDAY)
    assert booked.anna.hears() == ["Today, Tuesday 8 December, 11:00 am. Room 2."]


def test_a_notice_on_short_notice_comes_all_the_same(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-11-30 16:00"), is_known=False)
    opens_page(welcomed.anna)
    welcomed.anna.taps("Leave out 1 day before")
    welcomed.anna.sees("No reminder is left to come for the times booked now.")
    welcomed.anna.hears()
    welcomed.practice.wait(minutes=3)
    assert welcomed.anna.hears() == ["New time: Monday 30 November, 4:00 pm. Room 2."]


def test_the_page_tells_the_truth_while_nothing_comes(booked: Cast) -> None:
    for label in ("Settings", "Pause", "7 days"):
        booked.anna.taps(label)
    booked.anna.presses_data("1:reminders:show")
    booked.anna.sees("Messages are paused until Monday 7 December; none comes before that.")
    booked.anna.types("STOP")
    booked.anna.presses_data("1:reminders:show")
    booked.anna.sees("They are off now, so none comes.")


def test_where_nothing_is_booked(welcomed: Cast) -> None:
    opens_page(welcomed.anna)
    welcomed.anna.sees("No time is booked for you now.")


def test_where_others_see_the_telephone_lead_times_are_theirs_as_well(booked: Cast) -> None:
    for label in ("Settings", "Telephone and calls", "Others can see it"):
        booked.anna.taps(label)
    booked.anna.taps("Yes, others can see it")
    booked.anna.taps("Settings")
    booked.anna.taps("When reminders come")
    booked.anna.taps("Leave out 3 days before")
    booked.anna.hears()
    booked.practice.wait_until(melbourne("2026-12-07 11:00"))
    assert booked.anna.hears() == ["Tomorrow, Tuesday 8 December, 11:00 am."]
    assert booked.anna.labels == []


def test_staff_have_no_such_page(welcomed: Cast) -> None:
    welcomed.okafor.presses_data("1:reminders:on:7200")
    with welcomed.practice.look() as db:
        assert people.get(db, welcomed.okafor_row.id).lead_times is None


# --- what they said yes to


def test_who_wishes_is_reminded_of_what_they_said_yes_to(booked: Cast) -> None:
    booked.anna.taps("Also times I said yes to")
    booked.anna.sees("I also remind you of times you said yes to.")
    booked.practice.wait_until(melbourne("2026-12-05 11:00"))
    booked.anna.taps("I'll be there")
    booked.anna.hears()
    booked.practice.wait_until(melbourne("2026-12-07 11:00"))
    assert booked.anna.hears() == [f"{REMINDER}\nYou said you'll be there."]
    assert booked.anna.labels == ["I can't come", "Another time"]
    opens_page(booked.anna)
    booked.anna.taps("Skip times I said yes to")
    booked.anna.sees("I don't remind you again of times you said yes to.")


def test_what_was_confirmed_is_no_next_reminder(booked: Cast) -> None:
    booked.anna.taps("My times")
    booked.anna.taps("I'll be there")
    opens_page(booked.anna)
    booked.anna.sees("No reminder is left to come for the times booked now.")
    booked.anna.taps("Also times I said yes to")
    booked.anna.sees("The next one comes on Saturday 5 December at 11:00 am.")


def test_who_asked_for_another_time_reads_what_stands(booked: Cast) -> None:
    for label in ("My times", "Another time", "Mornings"):
        booked.anna.taps(label)
    booked.anna.hears()
    booked.practice.wait_until(melbourne("2026-12-07 11:00"))
    assert booked.anna.hears()[-1] == (
        f"{REMINDER}\nYou asked for another time. Until you hear of one, this one stays yours."
    )


def test_once_that_was_declined_the_reminder_says_nothing_of_it(booked: Cast) -> None:
    for label in ("My times", "Another time", "Mornings"):
        booked.anna.taps(label)
    booked.practice.wait(minutes=4)
    booked.maria.taps("Find a time")
    booked.maria.taps("Not possible")
    booked.maria.taps("Send without a line")
    booked.anna.hears()
    booked.practice.wait_until(melbourne("2026-12-07 11:00"))
    assert booked.anna.hears()[-1] == REMINDER

"""A client's own lead times, words for each, and reminders of what they said yes to."""

from datetime import datetime

import pytest
from sqlmodel import select

from bot.records import people
from bot.records.outbox import OutboxRow, OutboxState
from bot.records.therapy_sessions import TherapySession
from tests.clock import melbourne
from tests.conftest import Opener
from tests.practice import Cast, Practice, Someone

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
        "A time that you said yes to: I don't remind you of it again."
    )
    assert booked.anna.labels == [
        "Also 7 days before",
        "Not 3 days before",
        "Also 2 days before",
        "Not 1 day before",
        "Also 2 hours before",
        "Write how long before",
        "Remind me also of times I said yes to",
        "All settings",
    ]


def test_what_is_planned_goes_along_at_once_and_comes_then(booked: Cast) -> None:
    booked.anna.taps("Not 3 days before")
    booked.anna.sees("The next one comes on Monday 7 December at 11:00 am.")
    assert planned(booked) == melbourne("2026-12-07 11:00")
    booked.anna.taps("Also 2 hours before")
    booked.anna.taps("Not 1 day before")
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
    booked.anna.sees("come 3 days before, 2 days, 3 hours before and 1 day before.")
    assert own(booked) == "3d, 51h, 1d"
    booked.practice.wait_until(melbourne("2026-12-05 12:00"))
    assert planned(booked) == melbourne("2026-12-06 08:00")


@pytest.mark.parametrize("words", ["1 minute", "5 weeks", "0 days"])
def test_a_lead_time_that_makes_no_sense_is_asked_again(booked: Cast, words: str) -> None:
    booked.anna.taps("Write how long before")
    booked.anna.types(words)
    booked.anna.sees("That must be between 15 minutes and 4 weeks before.")
    assert own(booked) is None


@pytest.mark.parametrize("tap", ["on:1", "on:99999999", "off:5", "on:259200"])
def test_a_made_up_or_old_button_changes_nothing(booked: Cast, tap: str) -> None:
    booked.anna.presses_data(f"1:reminders:{tap}")
    assert own(booked) is None


def test_six_are_the_most_and_one_the_least(booked: Cast) -> None:
    for lead in ("7 days", "2 days", "2 hours"):
        booked.anna.taps(f"Also {lead} before")
    for typed in ("5 days before", "4 days before"):
        booked.anna.taps("Write how long before")
        booked.anna.types(typed)
    booked.anna.sees("6 are the most. Take one away first.")
    for lead in ("7 days", "5 days", "3 days", "2 days", "1 day"):
        booked.anna.taps(f"Not {lead} before")
    booked.anna.taps("Not 2 hours before")
    booked.anna.sees("Then none would be left. Shall I stop reminding you of your times?")
    assert own(booked) == "2h"
    booked.anna.taps("No reminders of times")
    booked.anna.sees("I don't remind you of your times any more")


def test_back_to_the_practices_own(booked: Cast) -> None:
    booked.anna.taps("Also 7 days before")
    booked.anna.taps("As the practice has it")
    booked.anna.sees("come 3 days before and 1 day before.")
    assert own(booked) is None and "As the practice has it" not in booked.anna.labels


def test_taking_one_away_and_adding_it_again_reminds_nobody_twice(booked: Cast) -> None:
    booked.practice.wait_until(melbourne("2026-12-07 12:00"))
    booked.anna.hears()
    opens_page(booked.anna)
    booked.anna.sees("None is left to come for the times that are booked now.")
    booked.anna.taps("Not 1 day before")
    booked.anna.taps("Also 1 day before")
    booked.anna.taps("Also 2 hours before")
    booked.anna.sees("The next one comes tomorrow at 9:00 am.")
    booked.anna.hears()
    booked.practice.wait_until(TUESDAY)
    assert booked.anna.hears() == ["Today, Tuesday 8 December, 11:00 am. Room 2."]


def test_a_notice_on_short_notice_comes_all_the_same(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-11-30 16:00"))
    opens_page(welcomed.anna)
    welcomed.anna.taps("Not 1 day before")
    welcomed.anna.sees("The next one comes today at 10:03 am.")
    welcomed.anna.hears()
    welcomed.practice.wait(minutes=3)
    assert welcomed.anna.hears() == ["Today, Monday 30 November, 4:00 pm. Room 2."]


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
    booked.anna.taps("Not 3 days before")
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
    booked.anna.taps("Remind me also of times I said yes to")
    booked.anna.sees("A time that you said yes to: I remind you of it all the same.")
    booked.practice.wait_until(melbourne("2026-12-05 11:00"))
    booked.anna.taps("I'll be there")
    booked.anna.hears()
    booked.practice.wait_until(melbourne("2026-12-07 11:00"))
    assert booked.anna.hears() == [f"{REMINDER}\nYou said you'll be there."]
    assert booked.anna.labels == ["I can't come", "Another time"]
    opens_page(booked.anna)
    booked.anna.taps("Not of times I said yes to")
    booked.anna.sees("I don't remind you of it again.")


def test_what_was_confirmed_is_no_next_reminder(booked: Cast) -> None:
    booked.anna.taps("My times")
    booked.anna.taps("I'll be there")
    opens_page(booked.anna)
    booked.anna.sees("None is left to come for the times that are booked now.")
    booked.anna.taps("Remind me also of times I said yes to")
    booked.anna.sees("The next one comes on Saturday 5 December at 11:00 am.")


def test_who_asked_for_another_time_reads_what_stands(booked: Cast) -> None:
    for label in ("My times", "Another time", "Mornings"):
        booked.anna.taps(label)
    booked.anna.hears()
    booked.practice.wait_until(melbourne("2026-12-07 11:00"))
    assert booked.anna.hears()[-1] == (
        f"{REMINDER}\nYou asked for another time. Until you hear of one, this one stays yours."
    )


# --- the practice's words, and what comes late


@pytest.fixture
def worded(sqlite_url: str, open_practice: Opener) -> Cast:
    """A practice whose reminders say more than day and time."""
    practice: Practice = open_practice(
        sqlite_url,
        reminder_words="3d: Can't come? Tell us by tomorrow.; 1d: The door code is 1234.",
    )
    cast = Cast(practice)
    cast.welcome()
    cast.session_id = practice.book(cast.anna_row, TUESDAY)
    return cast


def test_each_lead_time_has_its_own_words_below_the_first_line(worded: Cast) -> None:
    worded.practice.wait_until(melbourne("2026-12-05 11:00"))
    assert worded.anna.hears() == [
        "Tuesday 8 December, 11:00 am. Room 2.\nCan't come? Tell us by tomorrow."
    ]
    worded.practice.wait_until(melbourne("2026-12-07 11:00"))
    assert worded.anna.hears() == [f"{REMINDER}\nThe door code is 1234."]


def test_where_others_see_the_telephone_the_words_stay_away(worded: Cast) -> None:
    for label in ("Settings", "Telephone and calls", "Others can see it"):
        worded.anna.taps(label)
    worded.anna.taps("Yes, others can see it")
    worded.anna.hears()
    worded.practice.wait_until(melbourne("2026-12-07 11:00"))
    assert worded.anna.hears() == ["Tomorrow, Tuesday 8 December, 11:00 am."]


def test_after_an_outage_one_reminder_comes_and_says_that_it_is_late(worded: Cast) -> None:
    worded.practice.hand.wait_until(melbourne("2026-12-07 15:00"))
    worded.practice.settle()
    assert worded.anna.hears() == [
        f"{REMINDER}\nThe door code is 1234.\nThis comes late. I'm sorry."
    ]
    worded.practice.wait_until(TUESDAY)
    assert worded.anna.hears() == []


def test_words_of_another_day_are_not_said_late(worded: Cast) -> None:
    worded.practice.hand.wait_until(melbourne("2026-12-06 15:00"))
    worded.practice.settle()
    assert worded.anna.hears() == [
        "Tuesday 8 December, 11:00 am. Room 2.\nThis comes late. I'm sorry."
    ]


def test_a_quarter_of_an_hour_is_not_late(worded: Cast) -> None:
    worded.practice.hand.wait_until(melbourne("2026-12-07 11:15"))
    worded.practice.settle()
    worded.anna.sees_nothing_of("This comes late")


@pytest.mark.parametrize("back", ["2026-12-08 11:00", "2026-12-09 10:00"])
def test_a_reminder_of_what_has_begun_is_counted_and_not_sent(worded: Cast, back: str) -> None:
    worded.practice.hand.wait_until(melbourne(back))
    worded.practice.settle()
    worded.anna.sees_nothing_of("8 December")
    assert states_of(worded, worded.session_id) == {OutboxState.EXPIRED}


def test_so_is_one_that_quiet_hours_leave_no_room_for(worded: Cast) -> None:
    early = worded.practice.book(worded.anna_row, melbourne("2026-12-02 07:30"))
    worded.practice.hand.wait_until(melbourne("2026-12-01 22:00"))
    worded.practice.settle()
    worded.practice.wait_until(melbourne("2026-12-02 09:00"))
    worded.anna.sees_nothing_of("2 December")
    assert states_of(worded, early) == {OutboxState.EXPIRED}


def states_of(cast: Cast, session_id: int) -> set[OutboxState]:
    with cast.practice.look() as db:
        about = OutboxRow.topic == f"therapy_session:{session_id}"
        to_anna = OutboxRow.person_id == cast.anna_row.id
        return set(db.exec(select(OutboxRow.state).where(about, to_anna)))

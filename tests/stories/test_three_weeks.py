"""Anna's three weeks: booked by a file, one notice, reminders as she likes them, and one time missed."""

from tests.conversations.test_imports import HEAD, READING, sends
from tests.practice import Cast
from tests.stories.telephones import Telephones, says

FILE = (
    f"{HEAD}"
    "Anna Brown,Dr Okafor,2026-12-08 11:00,50,Room 2,,s-1\n"
    "Anna Brown,Dr Okafor,2026-12-15 11:00,50,Room 2,,s-2\n"
)
FIRST, SECOND = "Tuesday 8 December, 11:00 am", "Tuesday 15 December, 11:00 am"
IS_COMING = f"Anna B. is coming: {FIRST}."
ASKED = "Anna B., 11:00 am: did it take place?…"
YES_NO = ["I'll be there", "I can't come", "Another time"]


def test_three_weeks(welcomed: Cast) -> None:
    phones = Telephones.of(welcomed)
    two_times_come_by_file_and_are_told_in_one_message(welcomed, phones)
    she_chooses_when_reminders_come(welcomed, phones)
    she_is_reminded_and_says_yes(welcomed, phones)
    what_she_said_yes_to_is_not_asked_again(welcomed, phones)
    she_would_like_to_be_reminded_all_the_same(welcomed, phones)
    she_is_late(welcomed, phones)
    the_next_one_is_asked_about_twice(welcomed, phones)
    it_is_missed_and_she_finds_another_time(welcomed, phones)
    nobody_saw_what_isnt_theirs(welcomed, phones)


def two_times_come_by_file_and_are_told_in_one_message(cast: Cast, phones: Telephones) -> None:
    sends(cast.maria, FILE, "times.csv")
    phones.heard(
        maria=(READING, "In the CSV file: 2 new.\n\nClients who would be told of a change: 1.…")
    )
    says(cast.maria, "Take it over")
    phones.heard(maria=("I'm taking it over…", "The CSV file is taken over: 2 new."))
    phones.until("2026-11-30 10:02")
    phones.until("2026-11-30 10:05", anna=f"New times:\n- {FIRST}.\n- {SECOND}.")
    assert cast.anna.labels == ["Add to calendar"]


def she_chooses_when_reminders_come(cast: Cast, phones: Telephones) -> None:
    says(cast.anna, "Settings", "Reminders and notes", "When reminders come")
    phones.heard(anna="Reminders of your times come 3 days before and 1 day before.…")
    says(cast.anna, "Leave out 3 days before", "Add 2 hours before")
    phones.heard(
        anna=(
            "Changed.\nReminders of your times come 1 day before.…",
            "Changed.\nReminders of your times come 1 day before and 2 hours before.\n"
            "The next one comes on Monday 7 December at 11:00 am.…",
        )
    )


def she_is_reminded_and_says_yes(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-07 10:59")
    phones.until("2026-12-07 11:00", anna=f"Tomorrow, {FIRST}. Room 2")
    assert cast.anna.labels == YES_NO
    says(cast.anna, "see you then")
    phones.heard(anna=f"Good. See you on {FIRST}.")
    phones.until("2026-12-07 11:04", maria=IS_COMING, okafor=IS_COMING)


def what_she_said_yes_to_is_not_asked_again(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-08 10:55")


def she_would_like_to_be_reminded_all_the_same(cast: Cast, phones: Telephones) -> None:
    says(cast.anna, "Settings", "Reminders and notes", "When reminders come")
    phones.heard(anna="Reminders of your times come 1 day before and 2 hours before.…")
    says(cast.anna, "Also times I said yes to")
    phones.heard(
        anna="Changed.\nReminders of your times come 1 day before and 2 hours before.\n"
        "The next one comes on Monday 14 December at 11:00 am.\n"
        "I also remind you of times you said yes to."
    )


def she_is_late(cast: Cast, phones: Telephones) -> None:
    says(cast.anna, "running 10 minutes late")
    phones.heard(
        anna="I'm passing that on to Dr Okafor, word for word, for 11:00 am. "
        "I can't say when it will be read.\nTo be sure, phone Riverside (03 9000 0000).",
        okafor="News about your 11:00 am.\nAnna B.: «running 10 minutes late»",
    )


def the_next_one_is_asked_about_twice(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-08 12:30", okafor=ASKED)
    says(cast.okafor, "Came")
    phones.heard(okafor="Anna B., 11:00 am: came.")
    phones.until("2026-12-14 11:00", anna=f"Tomorrow, {SECOND}. Room 2")
    says(cast.anna, "yes")
    phones.heard(anna=f"Good. See you on {SECOND}.")
    coming = f"Anna B. is coming: {SECOND}."
    phones.until(
        "2026-12-15 09:00",
        maria=coming,
        okafor=coming,
        anna=f"Today, {SECOND}. Room 2\nYou said you'll be there.",
    )


def it_is_missed_and_she_finds_another_time(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-15 12:30", okafor=ASKED)
    says(cast.okafor, "Missed")
    phones.heard(okafor="Anna B., 11:00 am: missed. In 3 minutes Anna is offered another time…")
    phones.until(
        "2026-12-15 18:00",
        anna=f"About {SECOND}.\n\nI hear that you didn't meet then. That can happen.…",
    )
    says(cast.anna, "Yes, find one")
    phones.heard(anna="When could you come? Write it as you'd say it, or tap.")


def nobody_saw_what_isnt_theirs(cast: Cast, phones: Telephones) -> None:
    phones.never_reached("running 10", "maria", "lindqvist", "ben")
    assert cast.practice.telegram.violations == []

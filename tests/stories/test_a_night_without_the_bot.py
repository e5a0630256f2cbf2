"""A night without the bot: taps are asked for again, a late reminder says so, one too late is counted."""

from collections.abc import Callable

from tests.clock import melbourne
from tests.conversations.outage_stories import dies
from tests.practice import Cast, Practice
from tests.stories.telephones import Telephones, connect_operator, says

AT_NINE, AT_TWO = "Tuesday 8 December, 9:00 am", "Tuesday 8 December, 2:00 pm"
YES_NO = ["I'll be there", "I can't come", "Another time"]
CHANGED = "Changed.\nReminders of your times come 1 day before and 2 hours before.…"


def test_a_night_without_the_bot(database_url: str, open_practice: Callable[..., Practice]) -> None:
    """On both databases: what was done before and after the night is told by rows alone."""
    welcomed = Cast(open_practice(database_url))
    welcomed.welcome()
    phones = Telephones.of(welcomed, operator=connect_operator(welcomed.practice))
    times_are_booked_and_reminded_of(welcomed, phones)
    at_night_the_program_is_gone(welcomed, phones)
    she_taps_once_more(welcomed, phones)
    the_operator_reads_what_became_of_it(phones)
    whom_nothing_reaches_is_phoned(phones)


def times_are_booked_and_reminded_of(cast: Cast, phones: Telephones) -> None:
    """Anna would like to hear two hours before as well."""
    practice = cast.practice
    practice.wait_until(melbourne("2026-12-06 10:00"))
    says(cast.anna, "Settings", "Reminders and notes", "When reminders come")
    says(cast.anna, "Leave out 3 days before", "Add 2 hours before")
    phones.heard(anna=("Reminders of your times come…", "Changed.…", CHANGED))
    for starts_at in ("2026-12-08 09:00", "2026-12-08 14:00", "2026-12-09 09:00"):
        practice.book(cast.anna_row, melbourne(starts_at))
    practice.book(cast.ben_row, melbourne("2026-12-09 10:00"))
    phones.until("2026-12-07 09:00", anna=f"Tomorrow, {AT_NINE}. Room 2.")
    phones.until("2026-12-07 22:00", anna=f"Tomorrow, {AT_TWO}. Room 2.")


def at_night_the_program_is_gone(cast: Cast, phones: Telephones) -> None:
    """She taps at ten; Telegram forgets it. The reminder of nine o'clock would come after nine."""
    cast.ben.account.deletes_account()
    in_vain = cast.anna.sees(AT_TWO)
    dies(cast.practice, lambda: cast.anna.account.taps("I'll be there", bubble=in_vain), hours=11.5)
    phones.heard(
        anna="Tomorrow, Wednesday 9 December, 9:00 am. Room 2.\nThis comes late. I'm sorry."
    )
    phones.until(
        "2026-12-08 09:32",
        anna="I was away from Monday 7 December, 10:00 pm to Tuesday 8 December, 9:30 am.\n"
        f"If you tapped something about {AT_TWO} then, it may not have reached me. "
        "Please tap once more.",
    )
    assert cast.anna.labels == YES_NO


def she_taps_once_more(cast: Cast, phones: Telephones) -> None:
    says(cast.anna, "I'll be there")
    phones.heard(anna=f"Good. See you on {AT_TWO}.")


def the_operator_reads_what_became_of_it(phones: Telephones) -> None:
    coming = f"Anna B. is coming: {AT_TWO}."
    asked = "Anna B., 9:00 am: did it take place? No answer counts as yes."
    phones.until(
        "2026-12-08 09:50",
        maria=coming,
        okafor=(coming, asked),
        operator="Between Sessions needs you: outage 2026-12-07 22:00 - 2026-12-08 09:30: "
        "4 done late, 1 expired, 1 asked again. `between-sessions stuck` shows what waits.",
    )


def whom_nothing_reaches_is_phoned(phones: Telephones) -> None:
    phones.until(
        "2026-12-08 10:30",
        maria=(
            "Ben C. can't be reached here since Tuesday 8 December, 10:00 am. "
            "Please phone if it matters.",
            "Please phone somebody about a time.\n"
            "I couldn't reach Ben C. about Wednesday 9 December, 10:00 am: the bot was blocked.",
        ),
    )

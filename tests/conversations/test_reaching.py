"""Nothing about a session arrived: the managers hear it while a telephone call still helps."""

from datetime import timedelta

import pytest

from bot.records import bookings, people
from bot.records.bookings import Booking
from bot.records.people import Person, Role
from bot.records.therapy_sessions import TherapySession
from tests.clock import melbourne
from tests.practice import Cast, Someone

FRIDAY = melbourne("2026-12-04 11:00")
THURSDAY = melbourne("2026-12-03 11:00")
PHONE = "Please phone somebody about a time.\n"
NOT_REACHED = "I couldn't reach Anna B. about Friday 4 December, 11:00 am: the bot was blocked."


def is_gone(cast: Cast, someone: Someone, row: Person, *, since: str = "2026-11-30 10:00") -> None:
    """Telegram brings them nothing, and the office has heard so."""
    someone.account.deletes_account()
    with cast.practice.database.transaction() as db:
        people.get(db, row.id).unreachable_at = melbourne(since)


@pytest.fixture
def booked(welcomed: Cast) -> Cast:
    welcomed.session_id = welcomed.practice.book(welcomed.anna_row, FRIDAY)
    return welcomed


def test_a_day_before_the_manager_is_asked_to_phone(booked: Cast) -> None:
    is_gone(booked, booked.anna, booked.anna_row)
    booked.practice.wait_until(THURSDAY - timedelta(minutes=1))
    assert booked.maria.hears() == []
    booked.practice.wait_until(THURSDAY)
    assert booked.maria.hears() == [PHONE + NOT_REACHED]
    assert booked.okafor.hears() == []
    assert not booked.maria.account.screen[-1].silent
    booked.maria.taps("Anna B.")
    booked.maria.sees("Can't be reached here since Monday 30 November, 10:00 am")
    booked.practice.wait(days=3)
    assert PHONE not in "".join(booked.maria.hears())


def test_whoever_got_a_reminder_needs_no_call(booked: Cast) -> None:
    booked.practice.wait_until(melbourne("2026-12-02 12:00"))
    booked.anna.sees("Friday 4 December, 11:00 am.")
    is_gone(booked, booked.anna, booked.anna_row, since="2026-12-02 12:00")
    booked.practice.wait_until(FRIDAY)
    assert booked.maria.hears() == []


def test_the_first_reminder_fails_on_the_day_before(welcomed: Cast) -> None:
    welcomed.practice.wait_until(melbourne("2026-12-02 10:00"))
    welcomed.practice.book(welcomed.anna_row, FRIDAY)
    welcomed.anna.account.deletes_account()
    welcomed.practice.wait_until(THURSDAY + timedelta(minutes=20))
    gone, call = welcomed.maria.hears()
    assert gone.startswith("Anna B. can't be reached here since Thursday 3 December, 11:0")
    assert call == PHONE + NOT_REACHED


def test_another_reminder_that_is_still_planned_puts_the_call_off_no_longer(welcomed: Cast) -> None:
    with welcomed.practice.database.transaction() as db:
        anna = people.get(db, welcomed.anna_row.id)
        anna.lead_times = "1d, 2h"
        db.flush()
        db.expunge(anna)
    welcomed.practice.wait_until(melbourne("2026-12-02 10:00"))
    welcomed.practice.book(anna, FRIDAY)
    welcomed.anna.account.deletes_account()
    welcomed.practice.wait_until(THURSDAY + timedelta(minutes=20))
    assert welcomed.maria.hears()[-1] == PHONE + NOT_REACHED


def test_before_a_monday_it_is_told_on_friday_while_somebody_can_phone(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-07 09:00"))
    is_gone(welcomed, welcomed.anna, welcomed.anna_row)
    welcomed.practice.wait_until(melbourne("2026-12-04 15:59"))
    assert welcomed.maria.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-04 16:00"))
    assert "about Monday 7 December, 9:00 am" in welcomed.maria.last


def test_booked_at_night_for_the_next_day_it_is_told_as_the_practice_opens(welcomed: Cast) -> None:
    is_gone(welcomed, welcomed.anna, welcomed.anna_row)
    welcomed.practice.wait_until(melbourne("2026-12-01 21:00"))
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-02 08:00"))  # nobody can phone
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-02 15:00"))
    welcomed.practice.wait_until(melbourne("2026-12-02 08:59"))
    assert welcomed.maria.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-02 09:00"))
    (told,) = welcomed.maria.hears()
    assert "about Wednesday 2 December, 3:00 pm" in told
    assert "8:00 am" not in told


def test_several_at_the_same_hour_are_one_message(booked: Cast) -> None:
    booked.practice.book(booked.ben_row, FRIDAY)
    is_gone(booked, booked.anna, booked.anna_row)
    is_gone(booked, booked.ben, booked.ben_row)
    booked.practice.wait_until(THURSDAY)
    assert booked.maria.hears() == [
        "Please phone 2 people about a time.\n"
        f"{NOT_REACHED}\n{NOT_REACHED.replace('Anna B.', 'Ben C.')}"
    ]
    assert booked.maria.labels == ["Anna B.", "Ben C."]


def test_whose_name_can_t_be_read_keeps_nobody_from_hearing_of_the_others(booked: Cast) -> None:
    booked.practice.book(booked.ben_row, FRIDAY)
    is_gone(booked, booked.anna, booked.anna_row)
    is_gone(booked, booked.ben, booked.ben_row)
    with booked.practice.database.transaction() as db:
        people.get(db, booked.ben_row.id).name_sealed = b"spoilt"
    booked.practice.wait_until(THURSDAY + timedelta(minutes=1))
    assert PHONE + NOT_REACHED in booked.maria.hears()


def test_more_than_fit_a_message_are_counted(welcomed: Cast) -> None:
    rows = [
        welcomed.practice.add_client(f"Cleo {n:02} Young", welcomed.okafor_row) for n in range(12)
    ]
    with welcomed.practice.database.transaction() as db:
        for number, row in enumerate(rows):
            client = people.get(db, row.id)
            client.telegram_id = 9000 + number
            client.unreachable_at = welcomed.practice.hand.now()
    for row in rows:
        welcomed.practice.book(row, FRIDAY)
    welcomed.practice.wait_until(THURSDAY)
    (told,) = welcomed.maria.hears()
    assert told.startswith("Please phone 12 people about a time.\n")
    assert told.endswith("\nAnd 2 more: /unreachable shows whom I can't reach.")
    assert len(welcomed.maria.labels) == 10


@pytest.mark.parametrize("how", ["stopped", "switched off", "paused by the office", "no chat"])
def test_of_whom_the_office_knows_that_they_hear_nothing_it_isn_t_told_again(
    welcomed: Cast, how: str
) -> None:
    row = welcomed.anna_row
    match how:
        case "stopped":
            welcomed.anna.types("please stop")
        case "switched off":
            welcomed.anna.presses_data("1:privacy:times_off")
        case "paused by the office":
            minute = int(melbourne("2026-12-21 00:00").timestamp()) // 60
            welcomed.maria.presses_data(f"1:client_pauses:set:{row.id}:{minute}")
        case "no chat":
            row = welcomed.practice.add_client("Cleo Young", welcomed.okafor_row)
    welcomed.practice.wait(minutes=5)
    welcomed.maria.hears()
    welcomed.practice.book(row, FRIDAY)
    welcomed.practice.wait_until(FRIDAY)
    assert welcomed.maria.hears() == []


def test_a_pause_of_the_client_s_that_hides_a_session_is_said(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, FRIDAY)
    welcomed.anna.types("/pause")
    welcomed.anna.taps("14 days")
    welcomed.practice.wait_until(THURSDAY)
    assert welcomed.maria.hears() == [
        f"{PHONE}Anna B. has paused messages until Monday 14 December, and hasn't heard about "
        "Friday 4 December, 11:00 am."
    ]


@pytest.mark.parametrize("how", ["is coming", "cancelled", "cancelled by the practice"])
def test_what_is_settled_needs_no_call(booked: Cast, how: str) -> None:
    booked.anna.taps("My times")
    match how:
        case "is coming":
            booked.anna.taps("I'll be there")
        case "cancelled":
            booked.anna.taps("I can't come")
            booked.anna.taps("Cancel it")
        case "cancelled by the practice":
            with booked.practice.database.transaction() as db:
                row = db.get_one(TherapySession, booked.session_id)
                bookings.cancel(db, row, booked.practice.hand.now())
    booked.practice.wait(minutes=10)
    is_gone(booked, booked.anna, booked.anna_row)
    booked.maria.hears()
    booked.practice.wait_until(FRIDAY)
    assert booked.maria.hears() == []


def test_a_new_time_of_which_nothing_arrived_is_told_although_the_old_one_was_known(
    booked: Cast,
) -> None:
    booked.practice.wait_until(melbourne("2026-12-01 12:00"))
    booked.anna.sees("Friday 4 December, 11:00 am.")
    booked.anna.account.deletes_account()
    settings, now = booked.practice.settings.practice(), booked.practice.hand.now()
    with booked.practice.database.transaction() as db:
        row = db.get_one(TherapySession, booked.session_id)
        bookings.move(db, row, Booking(FRIDAY + timedelta(hours=2), 50), settings, now)
    booked.practice.wait(minutes=5)
    assert "Anna B. can't be reached" in booked.maria.last
    booked.maria.hears()
    booked.practice.wait_until(THURSDAY + timedelta(hours=2))
    assert booked.maria.hears() == [PHONE + NOT_REACHED.replace("11:00 am", "1:00 pm")]


def test_every_manager_who_is_there_hears_it(booked: Cast) -> None:
    second = booked.practice.add_staff("Bob Dale", Role.MANAGER)
    bob = booked.practice.join(second, "Bob")
    bob.hears()
    is_gone(booked, booked.anna, booked.anna_row)
    with booked.practice.database.transaction() as db:
        people.get(db, booked.maria_row.id).away_until = melbourne("2026-12-20 09:00")
    booked.practice.wait_until(THURSDAY)
    assert booked.maria.hears() == []
    assert bob.hears() == [PHONE + NOT_REACHED]


def test_what_is_still_being_tried_after_a_quarter_of_an_hour_needs_a_call(welcomed: Cast) -> None:
    welcomed.practice.wait_until(melbourne("2026-12-02 10:00"))
    welcomed.practice.book(welcomed.anna_row, FRIDAY)
    chat_id = welcomed.anna.account.id
    welcomed.practice.telegram.faults.fail("server_error", chat_id=chat_id, times=300)
    welcomed.practice.wait_until(THURSDAY + timedelta(minutes=14))
    assert welcomed.maria.hears() == []
    welcomed.practice.wait_until(THURSDAY + timedelta(minutes=16))
    assert welcomed.maria.hears() == [
        f"{PHONE}I couldn't reach Anna B. about Friday 4 December, 11:00 am."
    ]


def test_after_an_outage_it_is_told_as_long_as_a_call_helps(booked: Cast) -> None:
    is_gone(booked, booked.anna, booked.anna_row)
    booked.practice.hand.wait_until(FRIDAY - timedelta(minutes=30))
    booked.practice.settle()
    assert booked.maria.hears() == [PHONE + NOT_REACHED]


def test_once_it_has_begun_nobody_is_asked_to_phone(booked: Cast) -> None:
    is_gone(booked, booked.anna, booked.anna_row)
    booked.practice.hand.wait_until(FRIDAY)
    booked.practice.settle()
    assert booked.maria.hears() == []


# --- somebody blocks the bot at night


def test_at_night_no_manager_s_telephone_rings(booked: Cast) -> None:
    booked.practice.wait_until(melbourne("2026-12-01 03:00"))
    booked.anna.account.blocks_bot()
    booked.practice.settle()
    assert booked.maria.hears() == []
    booked.practice.wait_until(melbourne("2026-12-01 09:00"))
    (told,) = booked.maria.account.unread()
    assert told.text.startswith("Anna B. can't be reached here since Tuesday 1 December, 3:00 am.")
    assert not told.silent


def test_whoever_is_back_before_the_practice_opens_is_not_told_of(booked: Cast) -> None:
    booked.practice.wait_until(melbourne("2026-12-01 03:00"))
    booked.anna.account.blocks_bot()
    booked.practice.settle()
    booked.anna.account.unblocks_bot()
    booked.practice.settle()
    booked.practice.wait_until(melbourne("2026-12-01 10:00"))
    assert booked.maria.hears() == []


def test_before_a_session_of_the_early_morning_it_comes_at_once_and_silently(
    welcomed: Cast,
) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-02 08:30"))
    welcomed.practice.wait_until(melbourne("2026-12-02 03:00"))
    welcomed.anna.account.blocks_bot()
    welcomed.practice.settle()
    (told,) = welcomed.maria.account.unread()
    assert told.silent

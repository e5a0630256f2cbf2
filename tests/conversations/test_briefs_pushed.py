"""The bare line an hour before: for whom it comes, when, and when it doesn't any more."""

from datetime import datetime, timedelta

import pytest

from bot.records import bookings, expired
from bot.records.people import Person, Role
from bot.records.sharings import SharedKind
from bot.records.therapy_sessions import TherapySession
from tests.clock import melbourne
from tests.conversations.assigned import TASK, WEDNESDAY, assign, notes_of
from tests.conversations.briefed import BARE, GONE, ONLY, hushed, lets_see, no_longer
from tests.conversations.noted import move
from tests.practice import Cast

MEETING = melbourne("2026-12-08 11:00")
AN_HOUR_BEFORE = melbourne("2026-12-08 10:00")
HOUR = timedelta(hours=1)


@pytest.fixture
def booked(welcomed: Cast) -> Cast:
    """Anna meets Dr Okafor next Tuesday, and lets him see her check-ins."""
    welcomed.session_id = welcomed.practice.book(welcomed.anna_row, MEETING)
    lets_see(welcomed)
    return hushed(welcomed)


def told_until(cast: Cast, instant: datetime) -> int:
    """How often Dr Okafor was told of something to read by then."""
    cast.practice.wait_until(instant)
    return cast.okafor.hears().count(BARE)


def change_row(cast: Cast, **values: object) -> None:
    with cast.practice.database.transaction() as db:
        row = db.get_one(Person, cast.okafor_row.id)
        for name, value in values.items():
            setattr(row, name, value)


# --- for whom


def test_an_hour_before_and_not_a_minute_sooner(booked: Cast) -> None:
    assert told_until(booked, AN_HOUR_BEFORE - timedelta(minutes=1)) == 0
    assert told_until(booked, AN_HOUR_BEFORE) == 1
    assert told_until(booked, MEETING + HOUR) == 0
    assert booked.maria.hears().count(BARE) == booked.lindqvist.hears().count(BARE) == 0


def test_of_who_never_shared_anything_nobody_is_told(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, MEETING)
    assert told_until(welcomed, MEETING + HOUR) == 0


@pytest.mark.parametrize("kind", SharedKind)
def test_any_kind_does_also_if_it_is_shared_only_on_the_day(
    welcomed: Cast, kind: SharedKind
) -> None:
    welcomed.practice.book(welcomed.anna_row, MEETING)
    welcomed.practice.wait_until(AN_HOUR_BEFORE - timedelta(minutes=1))
    lets_see(welcomed, kind)
    assert told_until(welcomed, AN_HOUR_BEFORE) == 1


def test_that_it_was_taken_back_can_t_be_seen_by_no_line_coming(booked: Cast) -> None:
    no_longer(booked)
    assert told_until(booked, AN_HOUR_BEFORE) == 1
    booked.okafor.taps("Open")
    assert booked.okafor.last == "Anna Brown · today, 11:00 am · no answer yet"


# --- when times change


def test_it_goes_with_the_session(booked: Cast) -> None:
    move(booked, melbourne("2026-12-09 15:00"))
    hushed(booked)
    assert told_until(booked, melbourne("2026-12-09 13:59")) == 0
    assert told_until(booked, melbourne("2026-12-09 14:00")) == 1


def test_the_line_of_a_session_that_is_moved_opens_it_at_its_new_time(booked: Cast) -> None:
    booked.practice.wait_until(AN_HOUR_BEFORE)
    move(booked, melbourne("2026-12-09 15:00"))
    booked.okafor.taps("Open", bubble=booked.okafor.sees(BARE))
    assert booked.okafor.last == "Anna Brown · tomorrow, 3:00 pm · no answer yet"
    hushed(booked)
    assert told_until(booked, melbourne("2026-12-09 14:00")) == 1


@pytest.mark.parametrize("undoes", [True, False])
def test_what_the_client_cancels_has_none_unless_that_is_taken_back(
    booked: Cast, undoes: bool
) -> None:
    for label in ("My times", "I can't come", "Cancel it"):
        booked.anna.taps(label)
    if undoes:
        booked.anna.taps("Undo")
    hushed(booked)
    assert told_until(booked, MEETING) == int(undoes)


def test_what_the_practice_cancels_has_none(booked: Cast) -> None:
    with booked.practice.database.transaction() as db:
        row = db.get_one(TherapySession, booked.session_id)
        bookings.cancel(db, row, booked.practice.hand.now())
    assert told_until(booked, MEETING) == 0


def test_a_session_within_the_hour_is_told_of_at_once(booked: Cast) -> None:
    booked.practice.book(booked.anna_row, booked.practice.hand.now() + timedelta(minutes=30))
    booked.practice.settle()
    assert booked.okafor.hears().count(BARE) == 1


def test_of_one_that_is_entered_afterwards_nobody_is_told(booked: Cast) -> None:
    booked.practice.book(booked.anna_row, booked.practice.hand.now() - HOUR)
    booked.practice.settle()
    assert BARE not in booked.okafor.hears()
    with booked.practice.look() as db:
        assert expired.by_table(db) == {}


# --- to whom


def test_a_new_psychologist_is_told_nothing_until_she_shares_with_them(booked: Cast) -> None:
    adler_row = booked.practice.add_staff("Dr Adler", Role.PSYCHOLOGIST)
    adler = booked.practice.join(adler_row, "Dr Adler")
    booked.maria.types("/clients")
    for label in (
        "Anna B.", "Change psychologist", "Dr Adler", "Move to Dr Adler",
        "Change it, tell nobody else",
    ):  # fmt: skip
        booked.maria.taps(label)
    assert told_until(booked, MEETING) == 0
    assert BARE not in adler.hears()
    booked.okafor.presses_data(f"1:briefs:look:{booked.session_id}")
    assert booked.okafor.last == GONE


def test_who_is_away_is_not_told_and_nothing_waits_for_them(booked: Cast) -> None:
    change_row(booked, away_until=MEETING + timedelta(days=1))
    assert told_until(booked, MEETING + timedelta(days=2)) == 0


def test_who_blocked_the_bot_finds_nothing_afterwards(booked: Cast) -> None:
    change_row(booked, unreachable_at=booked.practice.hand.now())
    booked.practice.wait_until(AN_HOUR_BEFORE)
    change_row(booked, unreachable_at=None)
    assert told_until(booked, MEETING) == 0


def test_who_has_left_is_not_told(booked: Cast) -> None:
    change_row(booked, left_at=booked.practice.hand.now())
    assert told_until(booked, MEETING) == 0


def test_who_asks_for_it_themselves_isn_t_told_until_they_want_it_again(booked: Cast) -> None:
    booked.okafor.types("/brief")
    booked.okafor.taps(ONLY)
    assert booked.okafor.last == (
        "Good. I don't say it by itself any more. /brief shows it at any time."
    )
    assert told_until(booked, MEETING) == 0
    booked.practice.book(booked.anna_row, MEETING + timedelta(days=1))
    booked.okafor.types("/brief")
    booked.okafor.taps("Tell me an hour before")
    assert booked.okafor.last == (
        "Good. An hour before you meet I say when there is something to read."
    )
    assert told_until(booked, AN_HOUR_BEFORE + timedelta(days=1)) == 1


# --- how it comes


def test_it_rings_in_practice_hours_only(booked: Cast) -> None:
    booked.practice.book(booked.anna_row, melbourne("2026-12-09 08:00"))
    booked.practice.wait_until(AN_HOUR_BEFORE)
    assert not booked.okafor.sees(BARE).silent
    hushed(booked)
    booked.practice.wait_until(melbourne("2026-12-09 07:00"))
    assert booked.okafor.sees(BARE).silent


def test_two_people_at_one_time_make_one_line(booked: Cast) -> None:
    for minutes in (0, 10):
        starts_at = MEETING + timedelta(minutes=minutes)
        booked.practice.book(booked.ben_row, starts_at)
    share_of_ben(booked)
    assert told_until(booked, AN_HOUR_BEFORE + timedelta(minutes=10)) == 1
    booked.okafor.taps("Open")
    assert booked.okafor.labels == ["Then Ben C., 11:00 am", ONLY]
    booked.okafor.taps("Then Ben C., 11:00 am")
    assert booked.okafor.labels == ["Then Ben C., 11:10 am", ONLY]


def test_one_after_the_other_each_has_its_own(booked: Cast) -> None:
    booked.practice.book(booked.ben_row, MEETING + HOUR)
    share_of_ben(booked)
    assert told_until(booked, AN_HOUR_BEFORE) == 1
    assert told_until(booked, AN_HOUR_BEFORE + HOUR) == 1


def test_who_is_told_of_two_at_one_time_is_told_even_if_the_first_shares_nothing(
    welcomed: Cast,
) -> None:
    welcomed.practice.book(welcomed.ben_row, MEETING)
    welcomed.practice.book(welcomed.anna_row, MEETING)
    lets_see(welcomed)
    assert told_until(welcomed, AN_HOUR_BEFORE) == 1
    welcomed.okafor.taps("Open")
    assert welcomed.okafor.last.startswith("Anna Brown · today")


def share_of_ben(cast: Cast) -> None:
    cast.anna_row, cast.ben_row = cast.ben_row, cast.anna_row
    lets_see(cast)
    cast.anna_row, cast.ben_row = cast.ben_row, cast.anna_row
    hushed(cast)


def test_what_was_shown_one_by_one_an_hour_before_too_makes_one_line_for_all(
    booked: Cast,
) -> None:
    move(booked, melbourne("2026-12-08 10:00"))
    assign(booked.practice, booked.anna_row, WEDNESDAY)
    booked.practice.wait_until(WEDNESDAY)
    booked.anna.taps("Done", bubble=booked.anna.sees("Your note for this evening."))
    booked.anna.taps("Yes, before we meet")
    hushed(booked)
    assert told_until(booked, melbourne("2026-12-08 10:00")) == 1
    booked.okafor.taps("Open", bubble=booked.okafor.sees(BARE))
    assert booked.okafor.last == (
        "Anna Brown · today, 10:00 am · no answer yet\n\n"
        f"Homework of Monday 30 November: «{TASK}»\nTheir answer: done"
    )
    assert notes_of(booked)[0].opened_at == booked.practice.hand.now()


def test_what_came_in_the_morning_stays_as_it_is(booked: Cast) -> None:
    assign(booked.practice, booked.anna_row, WEDNESDAY)
    booked.practice.wait_until(WEDNESDAY)
    booked.anna.taps("Done", bubble=booked.anna.sees("Your note for this evening."))
    booked.anna.taps("Yes, before we meet")
    hushed(booked)
    assert told_until(booked, AN_HOUR_BEFORE - timedelta(minutes=1)) == 1
    assert told_until(booked, AN_HOUR_BEFORE) == 1


@pytest.mark.parametrize(("back", "told"), [("10:50", 1), ("11:00", 0), ("12:00", 0)])
def test_after_an_outage_it_comes_until_the_session_begins(
    booked: Cast, back: str, told: int
) -> None:
    booked.practice.wait_until(AN_HOUR_BEFORE - HOUR)
    hushed(booked)
    booked.practice.hand.wait_until(melbourne(f"2026-12-08 {back}"))
    booked.practice.settle()
    assert booked.okafor.hears().count(BARE) == told
    with booked.practice.look() as db:
        assert expired.by_table(db).get("therapy_session", 0) == 1 - told


def test_the_time_is_the_practice_s_whatever_the_client_s_clock(booked: Cast) -> None:
    with booked.practice.database.transaction() as db:
        db.get_one(Person, booked.anna_row.id).time_zone = "Europe/London"
    assert told_until(booked, AN_HOUR_BEFORE) == 1
    booked.okafor.taps("Open")
    assert booked.okafor.last == "Anna Brown · today, 11:00 am · no answer yet"

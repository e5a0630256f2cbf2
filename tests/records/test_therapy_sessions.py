"""Therapy sessions: to come, in a span of time, and at the same time as another."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session

from bot.records import attendances, bookings, therapy_sessions
from bot.records.bookings import Booking
from bot.records.people import Person
from bot.records.therapy_sessions import Answer, Attendance, SessionState
from tests.practice import settings_for
from tests.records.rows import DAY, HOUR, NOW, SECOND, People, book

CANCELLED = {"state": SessionState.CANCELLED}
MINUTE = timedelta(minutes=1)


def test_a_booking_has_no_answer_yet(db: Session, cast: People) -> None:
    row = book(db, cast.anna, minutes=50)
    assert (row.state, row.answer, row.answered_at) == (SessionState.BOOKED, Answer.NONE, None)
    assert row.ends_at == row.starts_at + 50 * MINUTE
    assert row.topic == f"therapy_session:{row.id}"


def test_booking_sets_what_will_fall_due(db: Session, cast: People) -> None:
    practice = settings_for("sqlite://", check_in_delay="90m").practice()
    booking = Booking(NOW + 7 * DAY, minutes=80, place="Room 2.", link="https://meeting.example")
    row = bookings.book(db, cast.anna, booking, practice, NOW)
    assert (row.client_id, row.psychologist_id) == (cast.anna.id, cast.okafor.id)
    assert row.remind_at == NOW + 4 * DAY
    assert row.check_in_at == NOW + 7 * DAY + 80 * MINUTE + 90 * MINUTE
    assert row.ask_attendance_at == NOW + 7 * DAY + 80 * MINUTE
    assert (row.place, row.link) == ("Room 2.", "https://meeting.example")


def test_the_next_session_after_an_instant(db: Session, cast: People) -> None:
    book(db, cast.anna, NOW)
    book(db, cast.anna, NOW + HOUR, **CANCELLED)
    book(db, cast.ben, NOW + HOUR)
    assert therapy_sessions.next_after(db, cast.anna.id, NOW) is None
    book(db, cast.anna, NOW + 3 * DAY)
    book(db, cast.anna, NOW + 2 * DAY)
    assert therapy_sessions.next_after(db, cast.anna.id, NOW) == NOW + 2 * DAY


def test_which_session_of_two_people_it_is(db: Session, cast: People) -> None:
    first = book(db, cast.anna, NOW)
    book(db, cast.anna, NOW + HOUR, **CANCELLED)
    book(db, cast.anna, NOW + DAY, psychologist_id=cast.adler.id)
    book(db, cast.ben, NOW + DAY)
    second = book(db, cast.anna, NOW + 2 * DAY)
    assert therapy_sessions.number_of(db, first) == 1
    assert therapy_sessions.number_of(db, second) == 2


@pytest.mark.parametrize(
    ("attendance", "counts"),
    [
        (Attendance.UNTOLD, True),
        (Attendance.CAME, True),
        (Attendance.MISSED, False),
        (Attendance.MOVED, False),
    ],
)
def test_only_sessions_that_took_place_are_counted(
    db: Session, cast: People, attendance: Attendance, *, counts: bool
) -> None:
    first = book(db, cast.anna, NOW, attendance=attendance)
    second = book(db, cast.anna, NOW + DAY)
    assert first.took_place is counts
    assert therapy_sessions.number_of(db, second) == (2 if counts else 1)


def test_a_session_that_stands_at_another_time_has_yet_to_take_place(
    db: Session, cast: People
) -> None:
    practice = settings_for("sqlite://").practice()
    row = bookings.book(db, cast.anna, Booking(NOW + DAY), practice, NOW)
    assert attendances.tell(db, row, Attendance.MOVED, NOW)
    bookings.move(db, row, Booking(NOW + 2 * DAY), practice, NOW)
    assert (row.attendance, row.ask_attendance_at) == (Attendance.UNTOLD, row.ends_at)
    bookings.cancel(db, row, NOW)
    assert row.ask_attendance_at is None
    assert not attendances.tell(db, row, Attendance.CAME, NOW)


def test_a_client_s_sessions_to_come_in_order(db: Session, cast: People) -> None:
    later, sooner = book(db, cast.anna, NOW + 7 * DAY), book(db, cast.anna, NOW + SECOND)
    book(db, cast.anna, NOW)  # has begun
    book(db, cast.anna, NOW + DAY, **CANCELLED)
    book(db, cast.ben, NOW + DAY)
    assert therapy_sessions.upcoming(db, cast.anna, NOW) == [sooner, later]


def test_sessions_in_a_span_of_one_psychologist_or_all(db: Session, cast: People) -> None:
    first = book(db, cast.anna, NOW)
    book(db, cast.ben, NOW + DAY)  # at the end of the span, which is outside
    book(db, cast.anna, NOW - SECOND)
    carla_s = book(db, cast.carla, NOW + HOUR)
    cancelled = book(db, cast.ben, NOW + 2 * HOUR, **CANCELLED)
    between = therapy_sessions.between
    assert between(db, NOW, NOW + DAY, None) == [first, carla_s, cancelled]
    assert between(db, NOW, NOW + DAY, cast.okafor) == [first, cancelled]
    assert between(db, NOW, NOW + DAY, cast.adler) == [carla_s]
    assert between(db, NOW, NOW, None) == []


def is_busy(db: Session, client: Person, starts_at: datetime, minutes: int) -> bool:
    ends_at = starts_at + minutes * MINUTE
    return bool(therapy_sessions.busy_between(db, [client.id], starts_at, ends_at))


@pytest.mark.parametrize(
    ("offset", "minutes", "overlaps"),
    [
        (timedelta(), 50, True),
        (50 * MINUTE, 50, False),  # one after the other
        (49 * MINUTE, 50, True),
        (-50 * MINUTE, 50, False),
        (-50 * MINUTE, 51, True),
        (10 * MINUTE, 1, True),
        (-12 * HOUR, 24 * 60, True),
        (-24 * HOUR, 24 * 60, False),
    ],
)
def test_two_sessions_at_a_time(
    db: Session, cast: People, offset: timedelta, minutes: int, *, overlaps: bool
) -> None:
    book(db, cast.anna, NOW, minutes=50)
    starts_at = NOW + offset
    assert is_busy(db, cast.anna, starts_at, minutes) is overlaps
    assert not is_busy(db, cast.ben, starts_at, minutes)


def test_a_session_as_long_as_a_day_is_not_overlooked(db: Session, cast: People) -> None:
    book(db, cast.anna, NOW, minutes=24 * 60)
    assert is_busy(db, cast.anna, NOW + DAY - MINUTE, 50)
    assert not is_busy(db, cast.anna, NOW + DAY, 50)


def test_a_cancelled_session_leaves_its_time_free(db: Session, cast: People) -> None:
    book(db, cast.anna, NOW, **CANCELLED)
    assert not is_busy(db, cast.anna, NOW, 50)

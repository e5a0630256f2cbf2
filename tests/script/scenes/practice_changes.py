"""The practice books, moves or cancels times."""

from datetime import datetime

from bot.records import bookings, people
from bot.records.bookings import Booking
from bot.records.people import Telephone
from bot.records.therapy_sessions import TherapySession
from tests.clock import melbourne
from tests.script.play import Play, Scene

WEDNESDAY = melbourne("2026-12-09 14:00")


def booked(play: Play) -> None:
    """A time is booked"""
    _books(play, "2026-12-08 11:00")
    play.wait(minutes=3)


def moved(play: Play) -> None:
    """A time is moved"""
    session_id = play.book("2026-12-08 11:00")
    _moves(play, session_id, WEDNESDAY)
    play.wait(minutes=3)


def cancelled(play: Play) -> None:
    """A time is cancelled, and another one stands"""
    session_id = play.book("2026-12-08 11:00")
    play.book("2026-12-15 11:00")
    _cancels(play, session_id)
    play.wait(minutes=3)
    play.anna.taps("Another time")


def several(play: Play) -> None:
    """Several changes within a few minutes"""
    first, second = play.book("2026-12-08 11:00"), play.book("2026-12-15 11:00")
    _moves(play, first, WEDNESDAY)
    play.wait(minutes=2)
    _cancels(play, second)
    play.wait(minutes=1)
    _books(play, "2026-12-22 11:00")
    play.wait(minutes=3)


def weekly(play: Play) -> None:
    """A time each week for a while"""
    for week in range(1, 31):
        _books(play, f"2027-01-{week:02} 11:00", silently=week > 1)
    play.wait(minutes=3)


def on_a_shared_telephone(play: Play) -> None:
    """On a telephone that others see"""
    session_id = play.book("2026-12-08 11:00")
    with play.practice.database.transaction() as db:
        people.get(db, play.cast.anna_row.id).telephone = Telephone.SHARED
    _moves(play, session_id, WEDNESDAY)
    play.wait(minutes=3)
    _cancels(play, session_id)
    play.wait(minutes=3)


def not_heard(play: Play) -> None:
    """She has stopped messages, so the office has to phone"""
    session_id = play.book("2026-12-08 11:00")
    with play.offstage():
        play.anna.types("STOP")
        play.wait(minutes=4)
    _moves(play, session_id, WEDNESDAY)
    play.wait(minutes=3)
    _cancels(play, session_id)
    play.wait(minutes=3)
    _books(play, "2026-12-01 09:30")
    play.wait(minutes=3)
    _books(play, "2026-12-01 09:00")
    play.book("2026-12-08 15:00")
    _cancels(play, play.book("2026-12-08 16:00"))
    play.wait(minutes=3)


def _books(play: Play, when: str, *, silently: bool = False) -> None:
    if not silently:
        play.note("The practice books a time.")
    play.book(when, is_known=False)


def _moves(play: Play, session_id: int, to: datetime) -> None:
    play.note("The practice moves it.")
    practice, now = play.practice.settings.practice(), play.practice.hand.now()
    with play.practice.database.transaction() as db:
        row = db.get_one(TherapySession, session_id)
        bookings.move(db, row, Booking(to, row.minutes), practice, now)


def _cancels(play: Play, session_id: int) -> None:
    play.note("The practice cancels it.")
    with play.practice.database.transaction() as db:
        row = db.get_one(TherapySession, session_id)
        bookings.cancel(db, row, play.practice.hand.now())


SCENE = Scene(
    "The practice books, moves or cancels a time",
    (booked, moved, cancelled, several, weekly, on_a_shared_telephone, not_heard),
)

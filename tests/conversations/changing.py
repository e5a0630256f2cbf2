"""A practice that changes its clients' times as the command line and a CSV do it."""

from datetime import datetime

from bot.records import bookings
from bot.records.bookings import Booking
from bot.records.therapy_sessions import TherapySession
from tests.practice import Cast


def moves(cast: Cast, session_id: int, to: datetime) -> None:
    practice, now = cast.practice.settings.practice(), cast.practice.hand.now()
    with cast.practice.database.transaction() as db:
        row = db.get_one(TherapySession, session_id)
        bookings.move(db, row, Booking(to, row.minutes), practice, now)


def cancels(cast: Cast, session_id: int) -> None:
    with cast.practice.database.transaction() as db:
        row = db.get_one(TherapySession, session_id)
        bookings.cancel(db, row, cast.practice.hand.now())

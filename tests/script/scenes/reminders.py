"""Reminders, «I'll be there», and what is booked."""

from bot.records import people
from bot.records.people import Telephone
from tests.clock import melbourne
from tests.script.play import Play, Scene


def coming(play: Play) -> None:
    """Two reminders, and she comes"""
    play.book("2026-12-08 11:00")
    play.wait_until("2026-12-05 11:00")
    play.wait_until("2026-12-07 11:00")
    play.anna.taps("I'll be there")
    play.anna.taps("I'll be there", under="Tomorrow")


def same_day(play: Play) -> None:
    """A reminder on the day itself, because nothing could be sent before"""
    play.book("2026-12-01 11:00")
    play.note("The program has been off since Monday morning. Tuesday, 9:00 am:")
    play.practice.hand.wait_until(melbourne("2026-12-01 09:00"))
    play.wait(seconds=1)


def undo(play: Play) -> None:
    """She takes «I'll be there» back in time"""
    _says_coming(play)
    play.anna.taps("Undo")
    play.anna.taps("Undo")


def undo_too_late(play: Play) -> None:
    """She takes «I'll be there» back when the practice knows"""
    _says_coming(play)
    with play.offstage():
        play.wait(minutes=4)
    play.note("Four minutes later:")
    play.anna.taps("Undo")


def my_times(play: Play) -> None:
    """«My times»"""
    play.anna.taps("My times")
    play.note("The office books three times.")
    for day in ("2026-12-08", "2026-12-15", "2026-12-22"):
        play.book(f"{day} 11:00")
    with play.offstage():
        play.anna.taps("My times")
        play.anna.taps("I'll be there")
    play.anna.taps("My times")


def many_times(play: Play) -> None:
    """«My times», with a time each week"""
    for day in ("12-08", "12-15", "12-22", "12-29"):
        play.book(f"2026-{day} 11:00")
    for day in ("01-05", "01-12", "01-19"):
        play.book(f"2027-{day} 11:00")
    play.anna.taps("My times")


def into_the_calendar(play: Play) -> None:
    """«Add to calendar»"""
    play.book("2026-12-08 11:00")
    with play.offstage():
        play.anna.taps("My times")
    play.anna.taps("Add to calendar")
    play.book("2026-12-15 11:00")
    with play.offstage():
        play.anna.taps("My times")
    play.anna.taps("Add to calendar")
    play.note("She has said meanwhile that others can see this telephone.")
    with play.practice.database.transaction() as db:
        people.get(db, play.cast.anna_row.id).telephone = Telephone.SHARED
    play.anna.taps("Add to calendar")


def over(play: Play) -> None:
    """She answers when the time has begun"""
    play.book("2026-12-01 11:00")
    with play.offstage():
        play.anna.taps("My times")
        play.wait_until("2026-12-01 11:05")
    play.note("Five minutes after it began:")
    play.anna.taps("I can't come")


def in_america(play: Play) -> None:
    """A day as a practice in the United States writes it"""
    play.restart(practice_country="US")
    play.book("2026-12-08 11:00")
    play.anna.taps("My times")


def _says_coming(play: Play) -> None:
    play.book("2026-12-08 11:00")
    with play.offstage():
        play.anna.taps("My times")
        play.anna.taps("I'll be there")


SCENE = Scene(
    "Reminders and «I'll be there»",
    (
        coming,
        same_day,
        undo,
        undo_too_late,
        my_times,
        many_times,
        into_the_calendar,
        over,
        in_america,
    ),
)

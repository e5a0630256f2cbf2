"""Homework that is asked about again and again, asked later, or no more."""

from typing import Any

from bot.records.homework import Homework
from bot.rules.homework import Rhythm
from tests.clock import melbourne
from tests.conversations.assigned import assign
from tests.script.play import Play, Scene

NOTE = "Your note for this"


def daily(play: Play) -> None:
    """Dr Okafor suggests every day, and she says yes"""
    _suggested(play)
    play.anna.taps("Every day")
    play.wait_until("2026-12-03 19:00")
    play.anna.taps("Done")
    play.wait_until("2026-12-04 19:00")
    play.anna.taps("Not yet")
    play.wait_until("2026-12-05 19:00")
    play.anna.taps("Partly")
    play.anna.taps("Show it to Dr Okafor")


def daily_at_noon(play: Play) -> None:
    """Every day at noon, and not yet"""
    play.book("2026-12-08 11:00")
    _sets(play, "2026-12-02 12:00", rhythm=Rhythm.DAILY)
    with play.offstage():
        play.wait_until("2026-12-02 12:00")
    play.anna.taps("Not yet")


def weekly(play: Play) -> None:
    """She would rather be asked once a week, until a day that Dr Okafor named"""
    _suggested(play, Rhythm.WEEKLY, until_at=melbourne("2026-12-19 00:00"))
    play.anna.taps("Once a week")
    play.anna.types("/homework")


def once(play: Play) -> None:
    """She wants it just this once"""
    _suggested(play, Rhythm.WEEKDAYS)
    play.anna.taps("How often?")
    play.anna.taps("Just this once")
    with play.offstage():
        play.anna.types("/homework")
    play.anna.taps("How often?")


def before_the_first(play: Play) -> None:
    """She looks before the first note, and changes her mind"""
    play.book("2026-12-08 11:00")
    _sets(play, "2026-12-06 19:00", proposed_rhythm=Rhythm.DAILY)
    play.anna.types("/homework")
    play.anna.taps("How often?")
    play.anna.taps("Monday to Friday")
    with play.offstage():
        play.anna.types("/homework")
        play.anna.taps("How often?")
    play.anna.taps("Just once")


def no_day_left(play: Play) -> None:
    """There is no day left for it"""
    play.book("2026-12-03 11:00")
    _sets(play, "2026-12-02 19:00", proposed_rhythm=Rhythm.DAILY)
    with play.offstage():
        play.wait_until("2026-12-02 19:00")
    play.anna.taps("Every day")


def without_a_session(play: Play) -> None:
    """No time is booked, so no end is known"""
    _sets(play, "2026-12-02 19:00", proposed_rhythm=Rhythm.DAILY)
    play.wait_until("2026-12-02 19:00")
    play.anna.taps("Every day")


def ignored(play: Play) -> None:
    """She answers none of them"""
    play.book("2026-12-31 11:00")
    _sets(play, "2026-12-02 19:00", rhythm=Rhythm.DAILY)
    with play.offstage():
        play.wait_until("2026-12-03 19:00")
    play.note("After two without an answer, on Thursday:")
    play.wait_until("2026-12-10 19:00")
    play.anna.taps("Every day again")
    with play.offstage():
        play.wait_until("2026-12-11 19:00")
        play.anna.taps("Still struggling", under=NOTE)
        play.anna.presses_data("", f"1:homework_rhythm:choose:1:{Rhythm.WEEKDAYS.value}")
        play.wait_until("2026-12-15 19:00")
    play.note("She chooses Monday to Friday, and answers none of two again:")
    play.wait_until("2026-12-22 19:00")


def ignored_weekly(play: Play) -> None:
    """She answers none of them, once a week"""
    play.book("2026-12-31 11:00")
    _sets(play, "2026-12-02 19:00", rhythm=Rhythm.WEEKLY)
    with play.offstage():
        play.wait_until("2026-12-28 19:00")
    play.wait_until("2026-12-29 19:00")


def several(play: Play) -> None:
    """Two are due on one evening, and come late"""
    _sets(play, "2026-12-02 19:00")
    _sets(play, "2026-12-02 19:00", task="Go for a walk.")
    with play.offstage():
        play.practice.hand.wait_until(melbourne("2026-12-02 20:00"))
    play.wait_until("2026-12-02 20:00")
    play.anna.taps("2. Go for a walk.")


def later(play: Play) -> None:
    """Not yet, and she says when"""
    play.book("2026-12-08 11:00")
    _sets(play, "2026-12-02 12:00")
    with play.offstage():
        play.wait_until("2026-12-02 12:00")
    play.anna.taps("Not yet")
    play.anna.taps("In 2 hours")
    play.wait_until("2026-12-02 14:00")
    play.anna.taps("Not yet")
    play.anna.taps("This evening")
    play.note("Or she leaves it:")
    play.anna.taps("Leave it until we meet", under="When shall I ask again?")


def too_late(play: Play) -> None:
    """Not yet, in the afternoon before they meet"""
    play.book("2026-12-02 18:00")
    _sets(play, "2026-12-02 12:00")
    with play.offstage():
        play.wait_until("2026-12-02 12:00")
    play.anna.taps("Not yet")
    with play.offstage():
        play.wait_until("2026-12-02 17:00")
    play.note("Five hours later:")
    play.anna.taps("In 2 hours")


def nothing_left(play: Play) -> None:
    """Not yet, on the evening before they meet"""
    play.book("2026-12-03 11:00")
    _sets(play, "2026-12-02 19:00")
    with play.offstage():
        play.wait_until("2026-12-02 19:00")
    play.anna.taps("Not yet")


def _suggested(play: Play, rhythm: Rhythm = Rhythm.DAILY, **fields: Any) -> None:
    play.book("2026-12-08 11:00")
    _sets(play, "2026-12-02 19:00", proposed_rhythm=rhythm, **fields)
    play.wait_until("2026-12-02 19:00")


def _sets(play: Play, when: str, *, task: str = "Write one worry down.", **fields: Any) -> None:
    """Dr Okafor sets it for Anna."""
    row_id = assign(play.practice, play.cast.anna_row, melbourne(when), task=task, why=None)
    with play.practice.database.transaction() as db:
        row = db.get_one(Homework, row_id)
        for name, value in fields.items():
            setattr(row, name, value)


SCENE = Scene(
    "Homework: how often",
    (
        daily,
        daily_at_noon,
        weekly,
        once,
        before_the_first,
        no_day_left,
        without_a_session,
        ignored,
        ignored_weekly,
    ),
)
LATER = Scene("Homework: later, and several at once", (later, too_late, nothing_left, several))

"""Homework that is asked about again and again, and the notes that somebody heard of it."""

from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, select

from bot.records.homework import Homework
from bot.records.outbox import OutboxRow, OutboxState
from bot.rules.homework import Rhythm
from tests.clock import melbourne
from tests.conversations.assigned import SESSION, WEDNESDAY, assign
from tests.practice import Cast, Someone

ANSWERS = ["Done", "Partly", "Still struggling", "Not yet"]
RHYTHMS = ["Every day", "Monday to Friday", "Once a week", "Just this once"]
NOTE = "Your note for this evening.\n\n«Walk» Dr Okafor"


def assign_with(
    cast: Cast, remind_at: datetime = WEDNESDAY, *, task: str = "Walk", **fields: Any
) -> int:
    """Set it for Anna, with other fields as wished; the id."""
    homework_id = assign(cast.practice, cast.anna_row, remind_at, task=task, why=None)
    with cast.practice.database.transaction() as db:
        row = db.get_one(Homework, homework_id)
        for name, value in fields.items():
            setattr(row, name, value)
    return homework_id


def suggest_daily(cast: Cast, **fields: Any) -> int:
    """Dr Okafor suggests every day until they meet on Tuesday; Anna has just read so."""
    cast.practice.book(cast.anna_row, SESSION)
    homework_id = assign_with(cast, **{"proposed_rhythm": Rhythm.DAILY, **fields})
    cast.practice.wait_until(WEDNESDAY)
    return homework_id


def notes_heard(someone: Someone) -> list[str]:
    """The notes about homework among what arrived since the last look."""
    return [text for text in someone.hears() if text.startswith("Your note for")]


def chooses(someone: Someone, label: str) -> None:
    """By the suggestion's own button, or behind «How often?»."""
    if label not in someone.labels:
        someone.taps("How often?")
    someone.taps(label)


def choose_daily(cast: Cast) -> Cast:
    """Anna has just chosen to be asked every day until they meet on Tuesday."""
    suggest_daily(cast)
    cast.anna.taps("Every day")
    cast.anna.hears()
    return cast


def evening(day: int) -> datetime:
    return melbourne(f"2026-12-{day:02} 19:00")


def on_evenings(cast: Cast, *days: int) -> list[int]:
    """On which of these days a note came at seven, and that none came between."""
    heard = []
    for day in days:
        cast.practice.wait_until(evening(day) - timedelta(minutes=1))
        assert notes_heard(cast.anna) == []
        cast.practice.wait_until(evening(day))
        heard += [day for _each in notes_heard(cast.anna)]
    return heard


def answer_on(cast: Cast, *days: int) -> None:
    """A note comes on each of these evenings, and it is done."""
    for day in days:
        cast.practice.wait_until(evening(day))
        cast.anna.taps("Done", bubble=cast.anna.sees(NOTE))
    cast.anna.hears()


def expired(cast: Cast) -> list[str | None]:
    """What the reminders were about that were of no use any more."""
    chosen = select(OutboxRow.topic).where(
        OutboxRow.state == OutboxState.EXPIRED, col(OutboxRow.topic).startswith("homework:")
    )
    with cast.practice.look() as db:
        return list(db.exec(chosen))

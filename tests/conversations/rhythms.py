"""Homework that is asked about again and again, and the notes that somebody heard of it."""

from datetime import datetime
from typing import Any

from bot.records.homework import Homework
from bot.rules.homework import Rhythm
from tests.conversations.assigned import SESSION, WEDNESDAY, assign
from tests.practice import Cast, Someone


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

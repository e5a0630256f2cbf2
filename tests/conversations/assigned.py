"""Homework that was set an hour ago, as the commands and a psychologist's chat set it."""

from datetime import datetime, timedelta

from sqlmodel import col, select

from bot.records import homework, therapy_sessions
from bot.records.homework import Homework, HomeworkNote
from bot.records.people import Person
from tests.clock import melbourne
from tests.practice import Cast, Practice

TASK = "Write down one worry, and what you'd say to a friend who had it."
WHY = "To see how much kinder you are to others."
WEDNESDAY = melbourne("2026-12-02 19:00")
SESSION = melbourne("2026-12-08 11:00")
# Below the first question whether an answer is shown, and never again.
ASKED_ONCE = (
    "I ask this once: with «Yes, and from now on» Dr Okafor also sees how later homework went, what "
    "gets in the way, and what you write about it. Nobody else does. /sharing ends it at any time, "
    "and your care stays the same either way."
)
REMINDER = f"Your note for this evening.\n\n«{TASK}»\nWhy: «{WHY}» Dr Okafor"


def assign(
    practice: Practice,
    client: Person,
    remind_at: datetime,
    *,
    task: str = TASK,
    why: str | None = WHY,
) -> int:
    """For the client's next session after that, if there is one; the id."""
    assert client.psychologist_id is not None, "a client has a psychologist"
    an_hour_ago = practice.hand.now() - timedelta(hours=1)
    with practice.database.transaction() as db:
        row = homework.draft(
            db, client=client, psychologist_id=client.psychologist_id, task=task, now=an_hour_ago
        )
        row.why = why
        db.flush()
        upcoming = therapy_sessions.upcoming(db, client, remind_at)
        session_id = upcoming[0].id if upcoming else None
        assert homework.set_it(db, row, remind_at, session_id, an_hour_ago)
        return row.id


def homework_of(cast: Cast) -> list[Homework]:
    with cast.practice.look() as db:
        return list(db.exec(select(Homework).order_by(col(Homework.id))))


def notes_of(cast: Cast) -> list[HomeworkNote]:
    with cast.practice.look() as db:
        return list(db.exec(select(HomeworkNote).order_by(col(HomeworkNote.id))))


def only(cast: Cast) -> Homework:
    (row,) = homework_of(cast)
    return row


def remind(cast: Cast) -> Cast:
    """Remind Anna on Wednesday evening of what Dr Okafor set; they meet on Tuesday."""
    cast.practice.book(cast.anna_row, SESSION)
    assign(cast.practice, cast.anna_row, WEDNESDAY)
    cast.practice.wait_until(WEDNESDAY)
    cast.anna.sees("Your note for this evening.")
    return cast

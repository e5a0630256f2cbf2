"""A client goes from one psychologist to another: what moves with them and what stays."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from bot.records import unsharing
from bot.records.database import changed_one
from bot.records.homework import Homework, HomeworkState
from bot.records.people import Person, Role, RoleHeld
from bot.records.therapy_sessions import SessionState, TherapySession, between
from bot.rules.homework import Rhythm


def change(db: Session, client: Person, *, from_id: int, to_id: int, now: datetime) -> bool:
    """Give a client another psychologist; False if they have another than `from_id` by now.

    What they let the former one see ends with it (records/unsharing.py).
    """
    statement = update(Person).where(
        col(Person.id) == client.id, col(Person.psychologist_id) == from_id
    )
    changed = changed_one(db, statement.values(psychologist_id=to_id))
    db.refresh(client)
    if changed:
        unsharing.end_all(db, client.id, now)
    return changed


def sessions_ahead(
    db: Session, client_id: int, psychologist_id: int, now: datetime
) -> Sequence[TherapySession]:
    """What is booked of these two and has not begun."""
    return db.exec(
        select(TherapySession)
        .where(
            TherapySession.client_id == client_id,
            TherapySession.psychologist_id == psychologist_id,
            TherapySession.state == SessionState.BOOKED,
            TherapySession.starts_at > now,
        )
        .order_by(col(TherapySession.starts_at))
    ).all()


def clashing(
    db: Session, sessions: Sequence[TherapySession], psychologist: Person
) -> list[TherapySession]:
    """Those of the sessions at whose time this psychologist has another."""
    return [row for row in sessions if _has_another(db, row, psychologist)]


def _has_another(db: Session, row: TherapySession, psychologist: Person) -> bool:
    near = between(db, row.starts_at - timedelta(days=1), row.ends_at, psychologist)
    return any(
        each.state is SessionState.BOOKED and each.ends_at > row.starts_at and each.id != row.id
        for each in near
    )


def move_sessions(db: Session, sessions: Sequence[TherapySession], to_id: int) -> None:
    """At the same times, with somebody else."""
    for row in sessions:
        row.psychologist_id = to_id
    db.flush()


def rest_homework(db: Session, psychologist_id: int, client_id: int | None = None) -> None:
    """What one psychologist set for a client (None: for anybody) stays with them, and no first
    reminder of it comes.

    A reminder that the client was promised still does, and what they chose to be asked about again
    and again goes on. What is only begun is dropped: it could still be set otherwise.
    """
    theirs = [col(Homework.psychologist_id) == psychologist_id]
    if client_id is not None:
        theirs.append(col(Homework.client_id) == client_id)
    db.execute(delete(Homework).where(*theirs, col(Homework.state) == HomeworkState.DRAFT))
    unanswered = update(Homework).where(
        *theirs,
        col(Homework.state) == HomeworkState.OPEN,
        col(Homework.rhythm) == Rhythm.ONCE,
    )
    db.execute(unanswered.values(remind_at=None, asks_left=0))


def psychologists(db: Session) -> Sequence[Person]:
    """Those who work here now, in the order in which they were added."""
    return db.exec(
        select(Person)
        .join(RoleHeld, col(RoleHeld.person_id) == Person.id)
        .where(RoleHeld.role == Role.PSYCHOLOGIST, col(Person.left_at).is_(None))
        .order_by(col(Person.id))
    ).all()

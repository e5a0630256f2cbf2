"""Who works here: roles given and taken, and what goes with somebody who leaves."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, update
from sqlmodel import Session, col, select

from bot.records import (
    dialogue,
    invitations,
    notes,
    outbox,
    psychologist_changes,
    psychologist_requests,
    unsharing,
)
from bot.records.database import insert_unless_there
from bot.records.duties import DutyRow
from bot.records.homework import HomeworkNote
from bot.records.outbox import Priority
from bot.records.people import STAFF, Person, Role, RoleHeld
from bot.records.staff_codes import StaffCode
from bot.records.therapy_sessions import SessionState, TherapySession

# In the order in which they are said. Their places are the bits of old buttons: add at the end.
ROLES = (Role.PSYCHOLOGIST, Role.MANAGER, Role.SENIOR)


def everybody(db: Session) -> list[tuple[Person, frozenset[Role]]]:
    """All who work here with their roles, by name."""
    held: dict[int, set[Role]] = {}
    chosen = select(RoleHeld).where(col(RoleHeld.role).in_(list(STAFF)))
    for each in db.exec(chosen):
        held.setdefault(each.person_id, set()).add(each.role)
    found = db.exec(select(Person).where(col(Person.id).in_(held))).all()
    by_name = sorted(found, key=lambda person: (person.name.casefold(), person.id))
    return [(person, frozenset(held[person.id])) for person in by_name]


def lock(db: Session, *persons: Person) -> None:
    """Let nobody else change staff until the transaction ends, and read these as they stand now.

    Who is manager is locked first: of the last two, one can leave. A manager's turn holds its own
    row before that, so a command at the very same moment may be told that the database is locked.
    """
    _managers(db)
    for person in sorted({each.id: each for each in persons}.values(), key=lambda each: each.id):
        db.refresh(person, with_for_update=True)


def _managers(db: Session) -> set[int]:
    chosen = select(RoleHeld.person_id).where(RoleHeld.role == Role.MANAGER)
    return set(db.exec(chosen.order_by(col(RoleHeld.person_id)).with_for_update()))


def runs_alone(db: Session, person: Person) -> bool:
    """Whether nobody else who can be reached would be a manager without this person."""
    managers = _managers(db)
    others = managers - {person.id}
    if person.id not in managers:
        return False
    if person.telegram_id is None:  # nobody is reached through them: any other will do
        return not others
    reached = select(func.count(col(Person.id))).where(
        col(Person.id).in_(others),
        col(Person.telegram_id).is_not(None),
        col(Person.unreachable_at).is_(None),
    )
    return db.exec(reached).one() == 0


def give_role(db: Session, person: Person, role: Role) -> None:
    insert_unless_there(db, RoleHeld, {"person_id": person.id, "role": role})


def take_roles(db: Session, person: Person, roles: Collection[Role]) -> None:
    db.execute(
        delete(RoleHeld).where(
            col(RoleHeld.person_id) == person.id, col(RoleHeld.role).in_(list(roles))
        )
    )


# --- somebody leaves


def clients_count(db: Session, person: Person) -> int:
    chosen = select(func.count(col(Person.id))).where(Person.psychologist_id == person.id)
    return db.exec(chosen).one()


def sessions_count(db: Session, person: Person, now: datetime) -> int:
    """How many sessions with this psychologist are still to come."""
    chosen = select(func.count(col(TherapySession.id))).where(*_to_come(person, now))
    return db.exec(chosen).one()


def clashes_count(db: Session, leaver: Person, taker: Person, now: datetime) -> int:
    """How many of these sessions lie where whoever takes them has another."""
    theirs, own = (
        db.exec(select(TherapySession).where(*_to_come(each, now))).all()
        for each in (leaver, taker)
    )
    return sum(
        any(one.starts_at < other.ends_at and other.starts_at < one.ends_at for other in own)
        for one in theirs
    )


def _to_come(person: Person, now: datetime) -> Sequence[Any]:
    return (
        TherapySession.psychologist_id == person.id,
        TherapySession.state == SessionState.BOOKED,
        TherapySession.starts_at > now,
    )


def hand_over(db: Session, leaver: Person, taker: Person | None, now: datetime) -> None:
    """The clients go to `taker`, and each session to come to the psychologist of its client.

    What they let the leaver see ends with it.
    """
    unsharing.end_all_with(db, leaver.id, now)
    if taker is not None:
        db.execute(
            update(Person)
            .where(col(Person.psychologist_id) == leaver.id)
            .values(psychologist_id=taker.id)
        )
    of_client = (
        select(Person.psychologist_id)
        .where(Person.id == TherapySession.client_id)
        .scalar_subquery()
    )
    statement = update(TherapySession).where(*_to_come(leaver, now))
    db.execute(
        statement.values(psychologist_id=of_client),
        execution_options={"synchronize_session": "fetch"},
    )
    psychologist_requests.follow_all(db, now)


def unlink(db: Session, person: Person, now: datetime) -> None:
    """Nobody who works here any more: no role, no chat, nothing asked, nothing on its way."""
    take_roles(db, person, STAFF)
    invitations.revoke(db, person, now)
    outbox.withdraw_from(db, person.id, now, least=Priority.DANGER)
    dialogue.stop_waiting(db, person.id)
    dialogue.forget_prompts(db, person.id)
    psychologist_changes.rest_homework(db, person.id)
    notes.look_again_at_those_for(db, person.id, now)
    db.execute(delete(StaffCode).where(col(StaffCode.person_id) == person.id))
    db.execute(
        update(DutyRow)
        .where(col(DutyRow.person_id) == person.id, col(DutyRow.ended_at).is_(None))
        .values(ended_at=now, ask_at=None)
    )
    person.telegram_id = person.unreachable_at = person.away_until = None
    person.mail = None
    person.left_at = person.hand_on_at = now
    db.flush()


def unread_notes(db: Session, person: Person) -> Sequence[HomeworkNote]:
    """What was passed on to this psychologist and neither read nor taken back."""
    return db.exec(
        select(HomeworkNote).where(
            HomeworkNote.psychologist_id == person.id,
            col(HomeworkNote.opened_at).is_(None),
            col(HomeworkNote.taken_back_at).is_(None),
        )
    ).all()

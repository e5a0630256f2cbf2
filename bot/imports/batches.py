"""Some rows of a file at a time: what they would do, or what they do. Each call is one transaction's."""

from collections.abc import Sequence

from sqlalchemy import insert
from sqlmodel import Session

from bot.imports import clients, known_sessions, sessions
from bot.imports.decided import Decided
from bot.imports.plans import Plan, Rows
from bot.imports.report import Bad, Change, Outcome, Report
from bot.imports.rows import BadRow, ClientRow, SessionRow
from bot.records import audit, notes
from bot.records.people import Person, Role, RoleHeld
from bot.records.therapy_sessions import TherapySession

ROWS_AT_A_TIME = 500
_SILENT = (Outcome.UNCHANGED, Outcome.PAST, Outcome.BAD)


def check(db: Session, plan: Plan, rows: Rows) -> Report:
    """What these rows would do. Changes nothing."""
    with db.no_autoflush:
        return _report(_decide(db, plan, rows, locked=False))


def apply(db: Session, plan: Plan, rows: Rows) -> Report:
    """Take these rows over, except the bad ones. Done twice, it changes nothing the second time."""
    found = _decide(db, plan, rows, locked=True)
    _write(db, plan, found)
    return _report(found)


def check_missing(db: Session, plan: Plan) -> Report:
    """What would be cancelled because the file has it no more."""
    missing, report = known_sessions.missing(db, plan), Report()
    for begin in range(0, len(missing), ROWS_AT_A_TIME):
        some = missing[begin : begin + ROWS_AT_A_TIME]
        report += _report(sessions.cancelled_missing(db, plan, some))
    return report


def apply_missing(db: Session, plan: Plan) -> Report:
    """Cancel some sessions that the file has no more; again and again, until it cancels none."""
    missing = known_sessions.missing(db, plan)[:ROWS_AT_A_TIME]
    found = sessions.cancelled_missing(db, plan, missing)
    _write(db, plan, found)
    return _report(found)


def _decide(db: Session, plan: Plan, rows: Rows, *, locked: bool) -> list[Decided]:
    bad = [
        Decided(each.line, Outcome.BAD, reason=each.reason)
        for each in rows
        if isinstance(each, BadRow)
    ]
    of_clients = [each for each in rows if isinstance(each, ClientRow)]
    of_sessions = [each for each in rows if isinstance(each, SessionRow)]
    found = clients.decide(db, plan, of_clients, locked=locked) if of_clients else []
    if of_sessions:
        found += sessions.decide(db, plan, of_sessions, locked=locked)
    return sorted(found + bad, key=lambda each: each.line)


def _write(db: Session, plan: Plan, found: Sequence[Decided]) -> None:
    made = [(each, each.make()) for each in found if each.make is not None]
    db.add_all(new for _each, new in made)
    db.flush()
    booked = {new.client_id for _each, new in made if isinstance(new, TherapySession)}
    notes.look_again(db, booked, plan.asked.now)
    roles = [
        {"person_id": new.id, "role": Role.CLIENT} for _each, new in made if isinstance(new, Person)
    ]
    if roles:
        db.execute(insert(RoleHeld), roles)
    for each in found:
        if each.change is not None:
            each.change()
    done = [(each.action, new) for each, new in made]
    done += [(each.action, each.about) for each in found if each.about is not None]
    audit.note_all(db, plan.asked.now, plan.asked.by, done)
    db.flush()


def _report(found: Sequence[Decided]) -> Report:
    return Report.of(
        (each.outcome for each in found if each.outcome is not Outcome.BAD),
        (Bad(each.line, each.reason) for each in found if each.outcome is Outcome.BAD),
        (
            Change(each.line, each.outcome, each.name, each.before, each.after, tuple(each.what))
            for each in found
            if each.outcome not in _SILENT
        ),
        (each.told for each in found if each.told is not None),
    )

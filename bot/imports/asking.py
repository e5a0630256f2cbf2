"""When so many clients would be written to that a manager has to say yes first."""

from datetime import datetime

from sqlmodel import Session, col, func, select

from bot.imports.plans import Asked
from bot.imports.report import Report
from bot.records import people
from bot.records.import_files import ImportFile, ImportState
from bot.records.people import Person, Role, RoleHeld

MOST_UNASKED = 20
_SHARE = 10  # a tenth of the connected clients
_FEW = 3  # so many are never asked about: in a practice of ten each import would be more


def needs_a_yes(db: Session, report: Report, now: datetime) -> bool:
    """More than 20 clients, or more than a tenth of those connected, unless they are three at most."""
    told = len(report.told)
    if told <= _FEW:
        return False
    return told > min(MOST_UNASKED, _connected(db) / _SHARE)


def _connected(db: Session) -> int:
    return db.exec(
        select(func.count(col(Person.id)))
        .join(RoleHeld, col(RoleHeld.person_id) == Person.id)
        .where(RoleHeld.role == Role.CLIENT, col(Person.telegram_id).is_not(None))
    ).one()


def somebody_can_say_yes(db: Session, now: datetime) -> bool:
    """Whether a manager is here who reads what the bot writes."""
    return any(
        each.left_at is None and each.hears_unasked(now)
        for each in people.holders(db, Role.MANAGER)
    )


def ask(db: Session, asked: Asked, contents: bytes, report: Report, *, skips_bad: bool) -> bool:
    """Keep the file until a manager has said yes; False if the same one waits already."""
    text = contents.decode("latin-1")  # has a character for each byte, as records/import_files.py
    waiting = db.exec(select(ImportFile).where(ImportFile.state == ImportState.ASKING)).all()
    if any(each.kind is asked.kind and each.contents == text for each in waiting):
        return False
    row = ImportFile(
        kind=asked.kind,
        state=ImportState.ASKING,
        sent_by=asked.by,
        sent_at=asked.now,
        due_at=asked.now,
        skips_bad=skips_bad,
        cancels_missing=asked.cancels_missing,
    )
    row.contents, row.report = text, report.as_json()
    db.add(row)
    db.flush()
    return True

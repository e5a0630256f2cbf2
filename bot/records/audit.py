"""Who did what to which row and when: appended, never changed, without a word of anybody's."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Index, insert, or_
from sqlmodel import Field, Session, SQLModel, col, select

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime


class AuditEntry(SQLModel, table=True):
    """One act. The database refuses to change or delete it (migrations/versions/0001)."""

    __tablename__ = "audit"

    __table_args__ = (Index("ix_audit_subject", "subject", "subject_id"), IDS_NEVER_REUSED)

    id: int = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)
    person_id: int | None = (
        None  # who acted or was told; None is the operator or the program itself
    )
    action: str
    subject: str  # the table of the row acted upon
    subject_id: int | None = None


def note(db: Session, at: datetime, person_id: int | None, action: str, row: SQLModel) -> None:
    """Append an entry about `row`, which needs its id (flush before)."""
    subject, subject_id = str(row.__tablename__), getattr(row, "id", None)
    db.add(
        AuditEntry(
            at=at, person_id=person_id, action=action, subject=subject, subject_id=subject_id
        )
    )


def note_all(
    db: Session, at: datetime, person_id: int | None, acts: Sequence[tuple[str, SQLModel]]
) -> None:
    """Append an entry about each (action, row): as `note`, for hundreds at a time."""
    entries = [
        {
            "at": at,
            "person_id": person_id,
            "action": action,
            "subject": str(row.__tablename__),
            "subject_id": getattr(row, "id", None),
        }
        for action, row in acts
    ]
    if entries:
        db.execute(insert(AuditEntry), entries)


def was_done(db: Session, person_id: int, action: str, row: SQLModel, *, since: datetime) -> bool:
    """Whether this person did this to this row at `since` or later."""
    chosen = select(AuditEntry.id).where(
        AuditEntry.person_id == person_id,
        AuditEntry.action == action,
        AuditEntry.subject == str(row.__tablename__),
        AuditEntry.subject_id == getattr(row, "id", None),
        AuditEntry.at >= since,
    )
    return db.exec(chosen.limit(1)).first() is not None


def acts_on(db: Session, row: SQLModel, actions: Sequence[str]) -> Sequence[AuditEntry]:
    """These acts on this row, in their order."""
    chosen = select(AuditEntry).where(
        AuditEntry.subject == str(row.__tablename__),
        AuditEntry.subject_id == getattr(row, "id", None),
        col(AuditEntry.action).in_(actions),
    )
    return db.exec(chosen.order_by(col(AuditEntry.id))).all()


def last_like(db: Session, words: Sequence[str], row: SQLModel) -> str | None:
    """The last act done to this row, of those that have one of the words in their names."""
    chosen = select(AuditEntry.action).where(
        AuditEntry.subject == str(row.__tablename__),
        AuditEntry.subject_id == getattr(row, "id", None),
        or_(*(col(AuditEntry.action).contains(word) for word in words)),
    )
    return db.exec(chosen.order_by(col(AuditEntry.id).desc()).limit(1)).first()

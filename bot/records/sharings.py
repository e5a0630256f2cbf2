"""What a client lets their psychologist see: a yes for each kind, and for each psychologist, on its own."""

import enum
from datetime import datetime

from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, choice
from bot.records.people import Person


class SharedKind(enum.Enum):
    """What can be shared (DESIGN, law 8). Each is off until the client says yes to it."""

    CHECK_INS = "check-ins"
    HOMEWORK = "homework"
    NOTES = "notes"


class Sharing(SQLModel, table=True):
    """One question whether a psychologist may see one kind, and what became of it.

    `given_at` is None where the answer was no, or none yet. `covers_from` is the instant from which
    on it covers what was answered or written; None: all of it. Rows are never changed back.
    """

    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    client_id: int = Field(foreign_key="person.id", index=True)
    psychologist_id: int = Field(foreign_key="person.id")
    kind: SharedKind = choice(SharedKind)
    text_version: str
    asked_at: datetime = Field(sa_type=UtcDateTime)
    given_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    covers_from: datetime | None = Field(default=None, sa_type=UtcDateTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


def was_asked(db: Session, client: Person, psychologist_id: int, kind: SharedKind) -> bool:
    """Whether they were ever asked about this psychologist and kind, whatever they said."""
    return db.exec(_of(client.id, psychologist_id, kind)).first() is not None


def standing(db: Session, client_id: int, psychologist_id: int, kind: SharedKind) -> Sharing | None:
    """The yes that stands now: given, not revoked, and for whom the client sees now."""
    client = db.get(Person, client_id)
    if client is None or client.psychologist_id != psychologist_id:
        return None
    chosen = _of(client_id, psychologist_id, kind).where(
        col(Sharing.given_at).is_not(None), col(Sharing.revoked_at).is_(None)
    )
    return db.exec(chosen.order_by(col(Sharing.id).desc())).first()


def covers(
    db: Session, client_id: int, psychologist_id: int, kind: SharedKind, made_at: datetime
) -> bool:
    """Whether what the client made at this instant may be seen by this psychologist now."""
    yes = standing(db, client_id, psychologist_id, kind)
    return yes is not None and (yes.covers_from is None or yes.covers_from <= made_at)


def _of(client_id: int, psychologist_id: int, kind: SharedKind) -> SelectOfScalar[Sharing]:
    return select(Sharing).where(
        Sharing.client_id == client_id,
        Sharing.psychologist_id == psychologist_id,
        Sharing.kind == kind,
    )


# --- asked, given, revoked


def ask(
    db: Session,
    client: Person,
    psychologist_id: int,
    kind: SharedKind,
    text_version: str,
    now: datetime,
) -> Sharing:
    row = Sharing(
        client_id=client.id,
        psychologist_id=psychologist_id,
        kind=kind,
        text_version=text_version,
        asked_at=now,
    )
    db.add(row)
    db.flush()
    return row


def asked(db: Session, client_id: int, psychologist_id: int, kind: SharedKind) -> Sharing | None:
    """The question that was asked and got no yes so far."""
    chosen = _of(client_id, psychologist_id, kind).where(col(Sharing.given_at).is_(None))
    return db.exec(chosen.order_by(col(Sharing.id).desc())).first()


def give(row: Sharing, now: datetime, covers_from: datetime | None) -> None:
    row.given_at, row.covers_from = now, covers_from


def revoke(db: Session, client_id: int, kind: SharedKind, now: datetime) -> None:
    """From now on nobody sees anything of this kind that isn't shown one by one after this."""
    standing_ones = select(Sharing).where(
        Sharing.client_id == client_id,
        Sharing.kind == kind,
        col(Sharing.given_at).is_not(None),
        col(Sharing.revoked_at).is_(None),
    )
    for row in db.exec(standing_ones).all():
        row.revoked_at = now
    db.flush()

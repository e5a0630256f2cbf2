"""Invitations: one-time codes that link a Telegram account to a person."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, delete, func, update
from sqlmodel import Field, Session, SQLModel, col, select

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, changed_one
from bot.records.encryption import keyring
from bot.records.people import Person

GOOD_FOR = timedelta(days=14)
WRONG_CODES_ALLOWED = 5
WRONG_CODES_WITHIN = timedelta(hours=1)
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 20  # 98 bits: cannot be guessed, fits Telegram's 64 characters of a start link


class Invitation(SQLModel, table=True):
    """An invitation. Only a keyed hash of its code is kept."""

    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    code_hash: bytes = Field(unique=True)
    created_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    def is_open(self, now: datetime) -> bool:
        """Whether its link still works."""
        return self.used_at is None and self.revoked_at is None and self.expires_at > now


class WrongCode(SQLModel, table=True):
    """A code that fitted nothing, counted per account so that guessing ends soon."""

    __tablename__ = "wrong_code"

    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    telegram_id: int = Field(index=True, sa_type=BigInteger)
    at: datetime = Field(sa_type=UtcDateTime)


def invite(db: Session, person: Person, now: datetime) -> str:
    """Make a new code for this person; codes that they had before stop working."""
    revoke(db, person, now)
    code = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    db.add(
        Invitation(
            person_id=person.id,
            code_hash=keyring().hash(code),
            created_at=now,
            expires_at=now + GOOD_FOR,
        )
    )
    db.flush()
    return code


def latest(db: Session, person_id: int) -> Invitation | None:
    """The newest invitation of this person, whatever became of it."""
    chosen = select(Invitation).where(Invitation.person_id == person_id)
    return db.exec(chosen.order_by(col(Invitation.id).desc()).limit(1)).first()


def take_back(db: Session, invitation: Invitation, now: datetime) -> bool:
    """Let an invitation work no longer; False if it was used, taken back or too old already."""
    changed = changed_one(
        db,
        update(Invitation)
        .where(
            col(Invitation.id) == invitation.id,
            col(Invitation.used_at).is_(None),
            col(Invitation.revoked_at).is_(None),
            col(Invitation.expires_at) > now,
        )
        .values(revoked_at=now),
    )
    db.refresh(invitation)
    return changed


def revoke(db: Session, person: Person, now: datetime) -> int:
    """Make this person's codes stop working; how many still did."""
    unused = (
        col(Invitation.person_id) == person.id,
        col(Invitation.used_at).is_(None),
        col(Invitation.revoked_at).is_(None),
    )
    good = select(func.count()).where(*unused, col(Invitation.expires_at) > now)
    count = db.exec(good).one()
    db.execute(update(Invitation).where(*unused).values(revoked_at=now))
    return count


def is_waiting(db: Session, person: Person, now: datetime) -> bool:
    """Whether this person has a code that can still be used."""
    good = select(Invitation.id).where(
        col(Invitation.person_id) == person.id,
        col(Invitation.used_at).is_(None),
        col(Invitation.revoked_at).is_(None),
        col(Invitation.expires_at) > now,
    )
    return db.exec(good).first() is not None


def open_of(db: Session, person: Person, now: datetime) -> Invitation | None:
    """The invitation of this person that can still be used."""
    return db.exec(
        select(Invitation).where(
            Invitation.person_id == person.id,
            col(Invitation.used_at).is_(None),
            col(Invitation.revoked_at).is_(None),
            col(Invitation.expires_at) > now,
        )
    ).first()


def find(db: Session, code: str, now: datetime) -> Invitation | None:
    """The invitation with this code if it can still be used."""
    return db.exec(
        select(Invitation).where(
            col(Invitation.code_hash).in_(keyring().hashes(code)),
            col(Invitation.used_at).is_(None),
            col(Invitation.revoked_at).is_(None),
            col(Invitation.expires_at) > now,
        )
    ).first()


def use(db: Session, invitation: Invitation, now: datetime) -> bool:
    """Take the invitation; False if it has just been taken or revoked."""
    return changed_one(
        db,
        update(Invitation)
        .where(
            col(Invitation.id) == invitation.id,
            col(Invitation.used_at).is_(None),
            col(Invitation.revoked_at).is_(None),
        )
        .values(used_at=now),
    )


def may_try(db: Session, telegram_id: int, now: datetime) -> bool:
    """Whether this account has wrong codes left."""
    recent = select(func.count()).where(
        col(WrongCode.telegram_id) == telegram_id,
        col(WrongCode.at) > now - WRONG_CODES_WITHIN,
    )
    return db.exec(recent).one() < WRONG_CODES_ALLOWED


def note_wrong_code(db: Session, telegram_id: int, now: datetime) -> None:
    db.add(WrongCode(telegram_id=telegram_id, at=now))
    db.flush()


def prune(db: Session, now: datetime) -> None:
    """Forget wrong codes that no longer count."""
    db.execute(delete(WrongCode).where(col(WrongCode.at) < now - WRONG_CODES_WITHIN))

"""Words that somebody wrote, kept until a tap says what becomes of them."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import Field, Session, SQLModel, col

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime
from bot.records.encryption import SealedText, random_row_id, sealed_column

KEPT_FOR = timedelta(days=7)


class KeptWords(SQLModel, table=True):
    """What somebody wrote. Nobody reads it: it goes on with the writer's yes, else it goes away.

    A client's goes into a concern or to the office, a manager's is the new client that was just written.
    """

    __tablename__ = "kept_words"
    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    seal_id: str = Field(default_factory=random_row_id)
    person_id: int = Field(foreign_key="person.id", index=True)
    words_sealed: bytes = sealed_column()
    kept_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(index=True, sa_type=UtcDateTime)

    words = SealedText("words")


def keep(db: Session, person_id: int, words: str, now: datetime) -> KeptWords:
    row = KeptWords(person_id=person_id, kept_at=now, expires_at=now + KEPT_FOR)
    row.words = words
    db.add(row)
    db.flush()
    return row


def take(db: Session, row: KeptWords, now: datetime) -> str | None:
    """The words, once, and the row is gone; None if they were taken before or are too old.

    The row comes from `turn.reach(…, KeptWords, words_from)`.
    """
    words = row.words
    chosen = delete(KeptWords).where(col(KeptWords.id) == row.id, col(KeptWords.expires_at) > now)
    gone = db.exec(chosen.returning(col(KeptWords.id))).first() is not None
    return words if gone else None


def prune(db: Session, now: datetime) -> None:
    """Forget what nobody came back to."""
    db.execute(delete(KeptWords).where(col(KeptWords.expires_at) <= now))

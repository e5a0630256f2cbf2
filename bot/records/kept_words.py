"""Words that somebody wrote, kept until a tap says what becomes of them."""

from datetime import datetime, timedelta

from sqlalchemy import delete, false
from sqlmodel import Field, Session, SQLModel, col, select

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
    # Said in answer to a question; offered its route once nothing is asked any more.
    waits_for_step: bool = Field(default=False, sa_column_kwargs={"server_default": false()})

    words = SealedText("words")


def keep(db: Session, person_id: int, words: str, now: datetime) -> KeptWords:
    row = KeptWords(person_id=person_id, kept_at=now, expires_at=now + KEPT_FOR)
    row.words = words
    db.add(row)
    db.flush()
    return row


def keep_of_step(db: Session, person_id: int, words: str, now: datetime) -> None:
    """Keep what was said in answer to a question; several messages are one, and the same words too."""
    kept = db.exec(
        select(KeptWords).where(KeptWords.person_id == person_id, KeptWords.expires_at > now)
    ).all()
    if any(words in each.words for each in kept):
        return
    row = next((each for each in kept if each.waits_for_step), None)
    if row is not None:
        row.words = f"{row.words}\n{words}"
        return
    keep(db, person_id, words, now).waits_for_step = True


def of_step(db: Session, person_id: int, now: datetime) -> KeptWords | None:
    """What was said in answer to a question, and not offered its route yet."""
    chosen = select(KeptWords).where(
        KeptWords.person_id == person_id,
        col(KeptWords.waits_for_step).is_(True),
        KeptWords.expires_at > now,
    )
    return db.exec(chosen).first()


def forget_of_step(db: Session, person_id: int) -> None:
    """What they were said in is thrown away, or offers the route by itself."""
    chosen = col(KeptWords.person_id) == person_id, col(KeptWords.waits_for_step).is_(True)
    db.execute(delete(KeptWords).where(*chosen))


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

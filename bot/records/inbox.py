"""The inbox: every update that Telegram handed over, as it came, and how far it got."""

import enum
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Index,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    text,
    update,
)
from sqlmodel import Field, Session, SQLModel, col, select

from bot.records.database import (
    IDS_NEVER_REUSED,
    UtcDateTime,
    changed_one,
    choice,
    insert_unless_there,
)
from bot.records.encryption import KeyringError, SealedJson, random_row_id

# Telegram repeats an update for 24 h; after a week of silence it numbers them afresh, so a row
# that was kept longer could be taken for a repetition of a new one (FACTS §1).
KEPT_FOR = timedelta(days=3)
RETRY_WAITS = (timedelta(seconds=1), timedelta(seconds=4))
TRIES = len(RETRY_WAITS) + 1
_LARGEST_ID = 2**63 - 1


class InboxState(enum.Enum):
    OPEN = "open"  # not yet worked, or waiting for its next try
    DONE = "done"  # worked: what it caused is committed
    PARKED = "parked"  # failed three times; the sender and the operator were told


class InboxRow(SQLModel, table=True):
    """One update."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("bot_id", "update_id"),
        Index(
            "ix_inbox_open",
            "id",
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        Index("ix_inbox_chat", "chat_id", "received_at"),
        IDS_NEVER_REUSED,
    )

    id: int = Field(default=None, primary_key=True)
    seal_id: str = Field(default_factory=random_row_id)
    bot_id: int = Field(sa_type=BigInteger)
    update_id: int = Field(sa_type=BigInteger)
    chat_id: int | None = Field(default=None, sa_type=BigInteger)
    raw_sealed: bytes | None = None
    received_at: datetime = Field(sa_type=UtcDateTime)
    state: InboxState = choice(InboxState, default=InboxState.OPEN)
    tries: int = 0
    next_try_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    raw = SealedJson("raw")


def is_storable(raw: Any) -> bool:
    """Whether this has the shape of an update at all: an object with a number that fits."""
    update_id = raw.get("update_id") if isinstance(raw, dict) else None
    return type(update_id) is int and 0 <= update_id <= _LARGEST_ID


def store(
    db: Session, *, bot_id: int, raw: dict[str, Any], chat_id: int | None, now: datetime
) -> bool:
    """Keep an update as it came. False if it was there already: a repetition is absorbed."""
    row = InboxRow(bot_id=bot_id, update_id=raw["update_id"], received_at=now)
    row.raw = raw
    fits = chat_id is not None and abs(chat_id) <= _LARGEST_ID
    values = {
        "seal_id": row.seal_id,
        "bot_id": bot_id,
        "update_id": row.update_id,
        "chat_id": chat_id if fits else None,
        "raw_sealed": row.raw_sealed,
        "received_at": now,
        "state": InboxState.OPEN,
        "tries": 0,
    }
    return insert_unless_there(db, InboxRow, values)


# Built once: these are asked for every update, and building a statement costs more than running it.
_NOW = bindparam("now", type_=UtcDateTime)
_TOO_FAR = bindparam("too_far", type_=UtcDateTime)
_OPEN = col(InboxRow.state) == InboxState.OPEN
# Waits for its next try: one planned further away was planned by a clock since set back.
_WAITS = (col(InboxRow.next_try_at) > _NOW) & (col(InboxRow.next_try_at) <= _TOO_FAR)
_WAITING_CHATS = select(InboxRow.chat_id).where(_OPEN, _WAITS, col(InboxRow.chat_id).is_not(None))
_NEXT_OPEN = (
    select(InboxRow)
    .where(
        _OPEN,
        col(InboxRow.next_try_at).is_(None) | ~_WAITS,
        col(InboxRow.chat_id).is_(None) | col(InboxRow.chat_id).not_in(_WAITING_CHATS),
    )
    .order_by(col(InboxRow.id))
    .limit(1)
)
_HELD_BACK = (
    select(InboxRow)
    .where(_OPEN, col(InboxRow.tries) == 0, col(InboxRow.chat_id).in_(_WAITING_CHATS))
    .order_by(col(InboxRow.id))
)
_NEXT_RETRY_AT = select(func.min(InboxRow.next_try_at)).where(_OPEN)


def _instants(now: datetime) -> dict[str, datetime]:
    return {"now": now, "too_far": now + RETRY_WAITS[-1]}


def next_open(db: Session, now: datetime) -> InboxRow | None:
    """The oldest row that may be worked now.

    A row that waits for its next try holds back the later ones of its chat and of no other.
    """
    return db.exec(_NEXT_OPEN, params=_instants(now)).first()


def held_back(db: Session, now: datetime) -> Sequence[InboxRow]:
    """The untried rows that wait behind a failing one of their chat (danger overtakes it)."""
    return db.exec(_HELD_BACK, params=_instants(now)).all()


def settle(db: Session, row_id: int, state: InboxState, now: datetime) -> bool:
    """Close an open row; False if it was closed already, and then nothing else may be done."""
    return changed_one(
        db,
        update(InboxRow)
        .where(col(InboxRow.id) == row_id, col(InboxRow.state) == InboxState.OPEN)
        .values(state=state, settled_at=now, next_try_at=None),
    )


def note_failure(db: Session, row_id: int, now: datetime) -> InboxRow | None:
    """Count a failed try: the row waits for the next one or, after the third, is parked."""
    row = db.get(InboxRow, row_id)
    if row is None or row.state is not InboxState.OPEN:
        return None
    row.tries += 1
    if row.tries >= TRIES:
        row.state, row.settled_at, row.next_try_at = InboxState.PARKED, now, None
    else:
        row.next_try_at = now + RETRY_WAITS[row.tries - 1]
    db.flush()
    return row


def next_retry_at(db: Session) -> datetime | None:
    return db.exec(_NEXT_RETRY_AT).one()


def waits_from(db: Session, chat_id: int, since: datetime | None = None) -> bool:
    """Whether something that came from this chat (since then) is still to be worked."""
    chosen = select(InboxRow.id).where(InboxRow.chat_id == chat_id, _OPEN)
    if since is not None:
        chosen = chosen.where(InboxRow.received_at >= since)
    return db.exec(chosen.limit(1)).first() is not None


def came_since(db: Session, chat_id: int, since: datetime) -> bool:
    """Whether anything came from this chat later than that."""
    chosen = select(InboxRow.id).where(
        InboxRow.chat_id == chat_id, col(InboxRow.received_at) > since
    )
    return db.exec(chosen.limit(1)).first() is not None


def written_before(
    db: Session, row: InboxRow, within: timedelta, at_most: int
) -> Sequence[InboxRow]:
    """What came from the same chat and was written shortly before, the oldest first."""
    chosen = select(InboxRow).where(
        InboxRow.chat_id == row.chat_id,
        InboxRow.received_at <= row.received_at,
        InboxRow.id < row.id,
    )
    newest_first = (col(InboxRow.received_at).desc(), col(InboxRow.id).desc())
    earliest = _written_at(row) - within.total_seconds()
    found = db.exec(chosen.order_by(*newest_first).limit(at_most)).all()
    return [each for each in reversed(found) if _written_at(each) >= earliest]


def acted_since(db: Session, chat_id: int, since: datetime) -> bool:
    """Whether this person tapped or wrote at that instant or later.

    What was written before and waited at Telegram doesn't count.
    """
    came = select(InboxRow).where(InboxRow.chat_id == chat_id, col(InboxRow.received_at) >= since)
    return any(_written_at(row) >= since.timestamp() for row in db.exec(came))


def _written_at(row: InboxRow) -> float:
    """When a message was written, in Telegram's seconds; a tap was made when it came."""
    try:
        message = row.raw.get("message")
    except KeyringError:  # it fails when its own turn comes, and no other row with it
        return row.received_at.timestamp()
    date = message.get("date") if isinstance(message, dict) else None
    return float(date) if isinstance(date, int) else row.received_at.timestamp()


def oldest_open_at(db: Session) -> datetime | None:
    return db.exec(
        select(func.min(InboxRow.received_at)).where(InboxRow.state == InboxState.OPEN)
    ).one()


def parked(db: Session) -> Sequence[InboxRow]:
    chosen = select(InboxRow).where(InboxRow.state == InboxState.PARKED)
    return db.exec(chosen.order_by(col(InboxRow.id))).all()


def reopen(db: Session, row_id: int) -> bool:
    """Give a parked row three more tries."""
    return changed_one(
        db,
        update(InboxRow)
        .where(col(InboxRow.id) == row_id, col(InboxRow.state) == InboxState.PARKED)
        .values(state=InboxState.OPEN, tries=0, settled_at=None),
    )


def prune(db: Session, now: datetime) -> None:
    """Delete what was worked longer ago than Telegram could repeat it; parked rows stay.

    A parked row gives its number up, so that an update numbered afresh isn't taken for it.
    """
    old = col(InboxRow.settled_at) < now - KEPT_FOR
    db.execute(delete(InboxRow).where(col(InboxRow.state) == InboxState.DONE, old))
    stays = update(InboxRow).where(col(InboxRow.state) == InboxState.PARKED, old)
    db.execute(stays.values(update_id=-col(InboxRow.id)))

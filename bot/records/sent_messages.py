"""What stands in chats: the message that was tapped, all about a topic, what came unasked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot.records import outbox
from bot.records.outbox import OutboxKind, OutboxRow, OutboxState, Priority

_DELETABLE_FOR = timedelta(hours=48)  # by a bot, in a private chat


def message_at(db: Session, chat_id: int, message_id: int) -> OutboxRow | None:
    """The row of a message that stands in a chat; None for one that the bot didn't write."""
    chosen = select(OutboxRow).where(
        OutboxRow.chat_id == chat_id,
        OutboxRow.message_id == message_id,
        OutboxRow.kind == OutboxKind.MESSAGE,
    )
    return db.exec(chosen).first()


def said_between(
    db: Session, chat_id: int, earliest: datetime, latest: datetime
) -> OutboxRow | None:
    """What was said in a chat in this time: the last that has words."""
    chosen = select(OutboxRow).where(
        OutboxRow.chat_id == chat_id,
        OutboxRow.kind == OutboxKind.MESSAGE,
        OutboxRow.created_at >= earliest,
        OutboxRow.created_at <= latest,
    )
    found = db.exec(chosen.order_by(col(OutboxRow.id).desc())).all()
    return next((row for row in found if row.body.text), None)


def text_now(db: Session, row: OutboxRow) -> str:
    """What a message says since it was changed last."""
    chosen = select(OutboxRow).where(
        OutboxRow.target_id == row.id, OutboxRow.kind == OutboxKind.EDIT
    )
    newest = db.exec(chosen.order_by(col(OutboxRow.id).desc()).limit(1)).first()
    return (newest or row).body.text


def sent_about(db: Session, topic: str) -> Sequence[OutboxRow]:
    """The messages about a topic that stand in chats, the newest first."""
    chosen = select(OutboxRow).where(
        OutboxRow.topic == topic,
        OutboxRow.kind == OutboxKind.MESSAGE,
        OutboxRow.state == OutboxState.SENT,
    )
    return db.exec(chosen.order_by(col(OutboxRow.id).desc())).all()


def protected_in(db: Session, chat_id: int, now: datetime) -> list[int]:
    """The ids of the messages in a chat that will go by themselves and may not be forwarded."""
    going = db.exec(
        select(OutboxRow.message_id).where(
            OutboxRow.chat_id == chat_id,
            OutboxRow.kind == OutboxKind.DELETE,
            OutboxRow.state == OutboxState.QUEUED,
            col(OutboxRow.due_at) > now,
        )
    ).all()
    rows = [message_at(db, chat_id, message_id) for message_id in going if message_id]
    return [row.message_id for row in rows if row and row.message_id and row.body.protected]


def take_protected_away(db: Session, chat_id: int, now: datetime) -> None:
    """At once: what was opened in a chat and would still stay for a few minutes."""
    for message_id in protected_in(db, chat_id, now):
        goes = outbox.deletion(chat_id, message_id, 0, now)
        outbox.put(db, replace(goes, priority=Priority.ANSWER), now)


def last_told_at(db: Session, topic: str, person_id: int) -> datetime | None:
    """When this person was last told something about a topic that arrived or still will."""
    states = (OutboxState.QUEUED, OutboxState.SENT)
    chosen = select(OutboxRow.created_at).where(
        OutboxRow.topic == topic,
        OutboxRow.person_id == person_id,
        col(OutboxRow.state).in_(states),
    )
    return db.exec(chosen.order_by(col(OutboxRow.id).desc()).limit(1)).first()


def unasked_since(db: Session, person_id: int, since: datetime) -> Sequence[datetime]:
    """When this person was written to without asking, later than `since`."""
    states = (OutboxState.QUEUED, OutboxState.SENT)
    return db.exec(
        select(OutboxRow.created_at).where(
            OutboxRow.person_id == person_id,
            col(OutboxRow.is_unasked),
            col(OutboxRow.state).in_(states),
            OutboxRow.created_at > since,
        )
    ).all()


def take_away_now(db: Session, topic: str, now: datetime) -> None:
    """Let the messages about a topic go at once, as far as Telegram still deletes them."""
    for row in sent_about(db, topic):
        assert row.settled_at is not None, "it was sent"
        if row.message_id is not None and now - row.settled_at < _DELETABLE_FOR:
            outbox.put(db, outbox.deletion(row.chat_id, row.message_id, 0, now), now)


def take_away_later(db: Session, chat_id: int, now: datetime) -> None:
    """Let what was already said in a chat go a day after it was said: others see the telephone.

    Not a day from now: two days after a message Telegram no longer deletes it.
    """
    sent = db.exec(
        select(OutboxRow).where(
            OutboxRow.chat_id == chat_id,
            OutboxRow.kind == OutboxKind.MESSAGE,
            OutboxRow.state == OutboxState.SENT,
            col(OutboxRow.settled_at) > now - outbox.SHARED_TELEPHONE_KEEPS,
            col(OutboxRow.message_id).is_not(None),
            col(OutboxRow.goes_after_seconds).is_(None),
        )
    ).all()
    for row in sent:
        assert row.message_id is not None and row.settled_at is not None, "asked for above"
        left = row.settled_at + outbox.SHARED_TELEPHONE_KEEPS - now
        draft = outbox.deletion(chat_id, row.message_id, int(left.total_seconds()), now)
        outbox.put(db, draft, now)

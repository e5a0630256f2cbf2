"""The commands that Telegram shows in a chat: what was last set where, and the rows that change it."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.records.outbox import Body, Draft, OutboxKind, OutboxRow, OutboxState, Priority, put

# All these rows stand in one line of their own, apart from the chats that they are for: Telegram
# may ask for long patience with commands, and no message may have to wait for that.
LINE = 0

Commands = Sequence[tuple[str, str]]  # (name, description)


def show(
    db: Session,
    chat_id: int | None,
    commands: Commands,
    now: datetime,
    person_id: int | None = None,
) -> bool:
    """Have these shown in a chat; None: in every chat that has none of its own.

    No row is written, and False given, if they were set already or are about to be.
    """
    wanted = [list(each) for each in commands]
    if wanted == _last(db, chat_id):
        return False
    draft = Draft(
        chat_id=LINE,
        body=Body(commands=wanted, for_chat=chat_id),
        priority=Priority.DIGEST,
        kind=OutboxKind.COMMANDS,
        person_id=person_id,
        topic=_topic(chat_id),
    )
    put(db, draft, now)
    return True


def take_back(db: Session, chat_id: int, now: datetime) -> bool:
    """Let a chat show what every chat shows; False if it does."""
    return show(db, chat_id, (), now)


def chats_with_their_own(db: Session) -> set[int]:
    """The chats that were given commands of their own and may still show them."""
    rows = _rows().where(col(OutboxRow.topic) != _topic(None))
    chats = {row.body.for_chat for row in db.exec(rows)}
    return {chat_id for chat_id in chats if chat_id is not None and _last(db, chat_id)}


def _last(db: Session, chat_id: int | None) -> list[list[str]]:
    row = db.exec(
        _rows()
        .where(OutboxRow.topic == _topic(chat_id))
        .order_by(col(OutboxRow.id).desc())
        .limit(1)
    ).first()
    return [] if row is None else [list(each) for each in row.body.commands]


def _rows() -> SelectOfScalar[OutboxRow]:
    """What was set or will be; what Telegram refused doesn't count."""
    states = (OutboxState.QUEUED, OutboxState.SENT)
    return select(OutboxRow).where(
        OutboxRow.chat_id == LINE,
        OutboxRow.kind == OutboxKind.COMMANDS,
        col(OutboxRow.state).in_(states),
    )


def _topic(chat_id: int | None) -> str:
    return f"commands:{'all' if chat_id is None else chat_id}"

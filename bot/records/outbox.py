"""The outbox: every message to be sent, from the moment of its cause to its delivery."""

import enum
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, Index, SmallInteger, bindparam, false, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from bot.records import people
from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, changed_one, choice
from bot.records.encryption import SealedJson, random_row_id, sealed_column

SHARED_TELEPHONE_KEEPS = timedelta(days=1)
TAP_ANSWER_GOOD_FOR = timedelta(seconds=15)


class OutboxKind(enum.Enum):
    MESSAGE = "message"
    EDIT = "edit"  # changes the message of row `target_id`
    DELETE = "delete"  # removes the message `message_id`
    TAP_ANSWER = "tap answer"  # ends the waiting sign on a tapped button; outside the pacing
    LEAVE = "leave"  # leaves a group
    COMMANDS = "commands"  # what Telegram shows as commands (records/commands.py)
    FETCH = "fetch"  # brings a document of a chat here (records/import_files.py)
    MAIL = "mail"  # goes by SMTP and has no chat (records/mails.py)


class Priority(enum.IntEnum):
    """Who goes first when there is a queue. Only danger overtakes within a chat."""

    DANGER = 0
    ANSWER = 1  # to what a person just did
    ALERT = 2
    REMINDER = 3
    DIGEST = 4


class OutboxState(enum.Enum):
    QUEUED = "queued"  # to be sent once `due_at` has come
    SENT = "sent"  # Telegram took it
    UNDELIVERABLE = "undeliverable"  # Telegram will never take it; staff are told
    EXPIRED = "expired"  # `good_until` passed first
    WITHDRAWN = "withdrawn"  # its cause is gone


class FileKind(enum.Enum):
    """What goes along, as `file["kind"]`: Telegram's by `file["id"]`, or made when it is sent."""

    PHOTO = "photo"
    DOCUMENT = "document"
    QR = "qr"  # the start link of `start_code`
    HAND_OUT = "hand-out"  # `file["page"]`: HTML with places for {link} and {qr}
    CHART = "chart"  # `file["weeks"]`: numbers that bot/charts.py draws
    TREND = "trend"  # `file["trend"]`: answers that bot/trend_charts.py draws
    CALENDAR = "calendar"  # `file["times"]`: times that bot/calendars.py writes


@dataclass(frozen=True)
class Body:
    """What a message says. `buttons` and `keyboard` are rows; a button is (label, data)."""

    text: str = ""
    buttons: Sequence[Sequence[Sequence[str]]] = ()
    keyboard: Sequence[Sequence[str]] = ()
    silent: bool = False
    protected: bool = False
    callback_id: str = ""
    commands: Sequence[Sequence[str]] = ()  # (name, description)
    for_chat: int | None = None  # of the commands; None: for every chat without its own
    start_code: str = ""  # makes the start link that stands for {link} in the text
    file: Mapping[str, str] | None = None  # see FileKind; the text, if any, stands under it
    mail_to: str = ""  # of a mail: the address, and the subject
    subject: str = ""
    instead: str = ""  # said where it may no longer be sent (records/shown_clients.py)


@dataclass(frozen=True)
class Draft:
    """A row to be put into the outbox."""

    chat_id: int
    body: Body
    priority: Priority
    kind: OutboxKind = OutboxKind.MESSAGE
    person_id: int | None = None
    topic: str | None = None  # "table:id" of what it is about, for withdrawing
    due_at: datetime | None = None  # None: now
    good_until: datetime | None = None  # None: for ever
    dedupe_key: str | None = None
    target_id: int | None = None
    message_id: int | None = None
    goes_after: timedelta | None = None  # the message is taken away again so long after it was sent
    is_unasked: bool = False  # counts against how much a person gets without asking
    wants_receipt: bool = False  # somebody is told once it has arrived
    # Whose shared words or answers it holds: if what they share changes, it isn't sent
    # (records/shown_clients.py).
    shows_client_id: int | None = None


_QUEUED = text("state = 'queued'")
_RETRYING = text("state = 'queued' AND tries > 0")
_EXPIRED = text("state = 'expired'")
_SHOWS = text("shows_client_id IS NOT NULL AND state = 'queued'")
_QUEUED_MAIL = text("state = 'queued' AND kind = 'mail'")


class OutboxRow(SQLModel, table=True):
    """One message, edit, deletion or answer to a tap."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_queued", "priority", "id", sqlite_where=_QUEUED, postgresql_where=_QUEUED),
        Index("ix_outbox_queued_chat", "chat_id", sqlite_where=_QUEUED, postgresql_where=_QUEUED),
        Index("ix_outbox_retrying", "chat_id", sqlite_where=_RETRYING, postgresql_where=_RETRYING),
        Index("ix_outbox_message", "chat_id", "message_id"),
        Index("ix_outbox_expired", "settled_at", sqlite_where=_EXPIRED, postgresql_where=_EXPIRED),
        Index("ix_outbox_mail", "due_at", sqlite_where=_QUEUED_MAIL, postgresql_where=_QUEUED_MAIL),
        Index("ix_outbox_shows", "shows_client_id", sqlite_where=_SHOWS, postgresql_where=_SHOWS),
        IDS_NEVER_REUSED,
    )

    id: int = Field(default=None, primary_key=True)
    seal_id: str = Field(default_factory=random_row_id)
    kind: OutboxKind = choice(OutboxKind)
    chat_id: int = Field(sa_type=BigInteger)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    body_sealed: bytes = sealed_column()
    revision: int = 0  # counts replacements of the body
    priority: int = Field(sa_type=SmallInteger)
    topic: str | None = Field(default=None, index=True)
    dedupe_key: str | None = Field(default=None, unique=True)
    target_id: int | None = Field(default=None, foreign_key="outbox.id")
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    state: OutboxState = choice(OutboxState, default=OutboxState.QUEUED)
    due_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    waiting_since: datetime | None = Field(default=None, sa_type=UtcDateTime)  # first due
    good_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    goes_after_seconds: int | None = None
    shows_client_id: int | None = Field(default=None, foreign_key="person.id")
    sharing_changes: int | None = None  # the client's count of them when this was written
    tries: int = 0
    reason: str | None = None  # why not sent: an error's class, never its words
    created_at: datetime = Field(sa_type=UtcDateTime)
    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    failure_due_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    is_unasked: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    wants_receipt: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    receipt_due_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)

    body_json = SealedJson("body")

    @property
    def body(self) -> Body:
        return Body(**self.body_json)


_SAID_ALREADY = select(OutboxRow).where(col(OutboxRow.dedupe_key) == bindparam("dedupe_key"))


def put(db: Session, draft: Draft, now: datetime) -> OutboxRow:
    """Queue a message. With a dedupe key that is there already, the row that has it is returned."""
    if draft.dedupe_key is not None:
        known = db.exec(_SAID_ALREADY, params={"dedupe_key": draft.dedupe_key}).first()
        if known is not None:
            return known
    row = OutboxRow(
        kind=draft.kind,
        chat_id=draft.chat_id,
        person_id=draft.person_id,
        priority=int(draft.priority),
        topic=draft.topic,
        dedupe_key=draft.dedupe_key,
        target_id=draft.target_id,
        message_id=draft.message_id,
        due_at=draft.due_at or now,
        good_until=draft.good_until,
        goes_after_seconds=_seconds(draft.goes_after),
        is_unasked=draft.is_unasked,
        wants_receipt=draft.wants_receipt,
        shows_client_id=draft.shows_client_id,
        created_at=now,
    )
    if draft.shows_client_id is not None:
        row.sharing_changes = people.get(db, draft.shows_client_id).sharing_changes
    row.body_json = asdict(draft.body)
    db.add(row)
    db.flush()
    return row


def _seconds(span: timedelta | None) -> int | None:
    return None if span is None else int(span.total_seconds())


def edit(
    db: Session, target: OutboxRow, body: Body, now: datetime, *, priority: Priority | None = None
) -> None:
    """Change a message: an unsent one gets the new body, a sent one is edited in the chat.

    One that never arrived and never will stays as it is. It is as urgent as the message, or as said.
    """
    if target.shows_client_id is not None:
        body = replace(body, instead=body.instead or target.body.instead)
    if target.state is OutboxState.QUEUED:
        target.body_json = asdict(body)
        target.revision += 1
        db.flush()
        return
    if target.state is not OutboxState.SENT:
        return
    draft = Draft(
        chat_id=target.chat_id,
        body=body,
        priority=Priority(target.priority) if priority is None else priority,
        kind=OutboxKind.EDIT,
        person_id=target.person_id,
        topic=target.topic,
        target_id=target.id,
        shows_client_id=target.shows_client_id,
    )
    put(db, draft, now)


def withdraw(db: Session, topic: str, now: datetime, *, person_id: int | None = None) -> int:
    """Take back what is still queued about a topic (for one person); the number of rows."""
    chosen = select(OutboxRow).where(
        OutboxRow.topic == topic, OutboxRow.state == OutboxState.QUEUED
    )
    if person_id is not None:
        chosen = chosen.where(OutboxRow.person_id == person_id)
    rows = db.exec(chosen).all()
    return sum(close(db, row.id, OutboxState.WITHDRAWN, now) for row in rows)


def move(db: Session, person_id: int, chat_id: int) -> None:
    """What waits for a person goes to their new chat."""
    db.execute(
        update(OutboxRow)
        .where(
            col(OutboxRow.person_id) == person_id,
            col(OutboxRow.state) == OutboxState.QUEUED,
            col(OutboxRow.kind) == OutboxKind.MESSAGE,
        )
        .values(chat_id=chat_id)
    )


def forget_words(db: Session, topic: str, now: datetime) -> None:
    """Take back what waits about a topic, and keep nothing of what was said about it."""
    withdraw(db, topic, now)
    for row in db.exec(select(OutboxRow).where(OutboxRow.topic == topic)).all():
        row.body_json = asdict(Body())
    db.flush()


def withdraw_from(
    db: Session, person_id: int, now: datetime, *, least: Priority = Priority.REMINDER
) -> None:
    """Take back what waits for somebody and is no more urgent than `least`: what they didn't ask for."""
    db.execute(
        update(OutboxRow)
        .where(
            col(OutboxRow.person_id) == person_id,
            col(OutboxRow.state) == OutboxState.QUEUED,
            col(OutboxRow.priority) >= int(least),
        )
        .values(state=OutboxState.WITHDRAWN, settled_at=now, due_at=None)
    )


def close(db: Session, row_id: int, state: OutboxState, now: datetime) -> bool:
    """Settle a queued row; False if it was settled already."""
    return changed_one(
        db,
        update(OutboxRow)
        .where(col(OutboxRow.id) == row_id, col(OutboxRow.state) == OutboxState.QUEUED)
        .values(state=state, settled_at=now, due_at=None),
    )


def deletion(chat_id: int, message_id: int, after_seconds: int, now: datetime) -> Draft:
    """Take a message out of a private chat (Telegram allows it for 48 h, for both sides)."""
    return Draft(
        chat_id=chat_id,
        body=Body(),
        priority=Priority.DIGEST,
        kind=OutboxKind.DELETE,
        message_id=message_id,
        due_at=now + timedelta(seconds=after_seconds),
    )


def in_state(db: Session, state: OutboxState) -> Sequence[OutboxRow]:
    chosen = select(OutboxRow).where(OutboxRow.state == state)
    return db.exec(chosen.order_by(col(OutboxRow.id))).all()

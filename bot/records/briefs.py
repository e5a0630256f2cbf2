"""What a psychologist's brief goes by: the sessions with one client, and what was answered since."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from bot.records import due_rows, people
from bot.records.check_ins import CheckIn, CheckInState
from bot.records.homework import HomeworkNote, NoteKind
from bot.records.notes import Note
from bot.records.outbox import OutboxKind, OutboxRow, OutboxState, Priority
from bot.records.sharings import Sharing
from bot.records.therapy_sessions import LONGEST, TOOK_PLACE, SessionState, TherapySession
from bot.rules.briefs import TOGETHER

_FEW = 50  # more than anybody sees in two days


def ahead(
    db: Session, psychologist_id: int, now: datetime, *, client_id: int | None = None
) -> Iterator[TherapySession]:
    """What is booked with this psychologist and isn't over, the first first; of one client, or all."""
    chosen = select(TherapySession).where(
        TherapySession.psychologist_id == psychologist_id,
        TherapySession.state == SessionState.BOOKED,
        TherapySession.starts_at > now - LONGEST,
    )
    if client_id is not None:
        chosen = chosen.where(TherapySession.client_id == client_id)
    ordered = chosen.order_by(col(TherapySession.starts_at), col(TherapySession.id))
    return (each for each in db.exec(ordered.limit(_FEW)) if each.ends_at > now)


def last_met(
    db: Session, client_id: int, psychologist_id: int, before: datetime
) -> TherapySession | None:
    """The last session of these two that began before this instant and took place, as far as known."""
    return db.exec(
        select(TherapySession)
        .where(
            TherapySession.client_id == client_id,
            TherapySession.psychologist_id == psychologist_id,
            TherapySession.state == SessionState.BOOKED,
            col(TherapySession.attendance).in_(TOOK_PLACE),
            TherapySession.starts_at < before,
        )
        .order_by(col(TherapySession.starts_at).desc())
        .limit(1)
    ).first()


def answered(db: Session, client_id: int, psychologist_id: int) -> Sequence[int]:
    """The ids of all that this client answered about sessions with them, the newest first.

    Whether any of them may be seen is for access to say.
    """
    return db.exec(
        select(CheckIn.id)
        .where(
            CheckIn.client_id == client_id,
            CheckIn.psychologist_id == psychologist_id,
            CheckIn.state == CheckInState.ANSWERED,
        )
        .order_by(col(CheckIn.answered_at).desc(), col(CheckIn.id).desc())
    ).all()


# --- pushed


def is_pushed(db: Session, row: TherapySession) -> bool:
    """Whether its psychologist is told by itself: the client said yes to sharing something with them.

    Also where nothing is new, and where that yes was taken back since: that they are told, or aren't,
    says nothing about what a client keeps to themselves.
    """
    if row.state is not SessionState.BOOKED:
        return False
    if people.get(db, row.client_id).psychologist_id != row.psychologist_id:
        return False
    said_yes = select(Sharing.id).where(
        Sharing.client_id == row.client_id,
        Sharing.psychologist_id == row.psychologist_id,
        col(Sharing.given_at).is_not(None),
    )
    return db.exec(said_yes.limit(1)).first() is not None


def told_just_now(
    db: Session, reader_id: int, topics: Collection[str], now: datetime
) -> OutboxRow | None:
    """A line about any of these topics that came to this reader minutes ago, or comes now."""
    is_new = (col(OutboxRow.state) == OutboxState.SENT) & (
        col(OutboxRow.settled_at) >= now - TOGETHER
    )
    comes = (col(OutboxRow.state) == OutboxState.QUEUED) & (col(OutboxRow.due_at) <= now)
    found = select(OutboxRow).where(
        col(OutboxRow.topic).in_(topics),
        OutboxRow.person_id == reader_id,
        OutboxRow.kind == OutboxKind.MESSAGE,
        OutboxRow.priority == int(Priority.ALERT),
        is_new | comes,
    )
    return db.exec(found.order_by(col(OutboxRow.id).desc()).limit(1)).first()


def unread_topics(db: Session, client_id: int, psychologist_id: int) -> list[str]:
    """What lines are filed under that say that this client shows something which wasn't read."""
    theirs = select(HomeworkNote).where(
        HomeworkNote.client_id == client_id,
        HomeworkNote.psychologist_id == psychologist_id,
        HomeworkNote.kind != NoteKind.QUESTION,  # to be written back to: a line of its own
        col(HomeworkNote.opened_at).is_(None),
        col(HomeworkNote.taken_back_at).is_(None),
    )
    notes = select(Note).where(
        Note.client_id == client_id,
        Note.psychologist_id == psychologist_id,
        col(Note.goes_at).is_not(None),
        col(Note.opened_at).is_(None),
        col(Note.taken_back_at).is_(None),
    )
    return [
        *(each.topic for each in db.exec(theirs)),
        *(each.shown_topic for each in db.exec(notes)),
    ]


def take_those_together(db: Session, row: TherapySession) -> None:
    """Nothing is pushed by itself of the others that begin with this one, or minutes after it."""
    due = TherapySession.brief_at
    others = select(TherapySession).where(
        TherapySession.psychologist_id == row.psychologist_id,
        TherapySession.id != row.id,
        TherapySession.starts_at >= row.starts_at,
        TherapySession.starts_at <= row.starts_at + TOGETHER,
        col(due).is_not(None),
    )
    for each in db.exec(others).all():
        if each.brief_at is not None and is_pushed(db, each):
            due_rows.take(db, due, each.id, each.brief_at)

"""What a psychologist may see of one homework now: by a standing yes, or because it was shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from bot.records import sharings, shown_clients, shown_notes
from bot.records.homework import Barrier, Homework, HomeworkNote, HomeworkState
from bot.records.people import Person
from bot.records.sharings import SharedKind

# What the answer says. STOPPED isn't among them: nobody is told of that (conversations/homework.py).
_TOLD_OF = frozenset(
    {
        HomeworkState.NOT_YET,
        HomeworkState.STRUGGLING,
        HomeworkState.PARTLY,
        HomeworkState.DONE,
    }
)


@dataclass(frozen=True)
class ShownAnswer:
    """`words` are named as in HomeworkNote.shown: "task", "answer", "added", "barrier", "obstacle"
    and "part", those that there are.

    `note` is what was shown one by one: whoever lets it be read opens it first
    (`shown_notes.open_note`), and shows it only if that says True. None: it stands by the yes to
    all homework.
    """

    words: Mapping[str, str]
    at: datetime
    note: HomeworkNote | None


def visible_answer(db: Session, row: Homework, now: datetime) -> ShownAnswer | None:
    """What whoever set it may see of it at this instant, if the client sees them still.

    What is withheld, what wasn't answered and what is still to come look alike: None.
    """
    client = db.get(Person, row.client_id)
    if client is None or client.psychologist_id != row.psychologist_id:
        return None
    if is_covered(db, row):
        assert row.shared_at is not None, "covered"
        return ShownAnswer(said_of(row), row.shared_at, None)
    note = shown_notes.last_note(db, row, row.psychologist_id, now)
    return ShownAnswer(note.shown, note.goes_at, note) if note else None


def is_covered(db: Session, row: Homework) -> bool:
    """Whether the yes to all homework lets it be seen as it is now.

    The client was told so of exactly this answer: what they have changed since waits until they
    are told again.
    """
    return (
        row.shared_at is not None
        and row.shared_revision == row.revision
        and row.state in _TOLD_OF
        and not row.keeps_private
        and sharings.covers(
            db, row.client_id, row.psychologist_id, SharedKind.HOMEWORK, row.shared_at
        )
    )


def stands(db: Session, row: Homework) -> bool:
    """Whether the yes to all homework is to this one as well, whatever they answer."""
    kind = SharedKind.HOMEWORK
    yes = sharings.standing(db, row.client_id, row.psychologist_id, kind)
    return yes is not None and not row.keeps_private


def let_see(db: Session, row: Homework, now: datetime) -> bool:
    """Where the yes to all homework stands: let this be seen as it is now, since they are told so.

    False if it isn't to be seen by that yes: it doesn't stand, or this one is kept private.
    """
    if row.state not in _TOLD_OF or not stands(db, row):
        return False
    if not is_covered(db, row):
        row.shared_at, row.shared_revision = now, row.revision
    return is_covered(db, row)


def note_change(db: Session, row: Homework, now: datetime) -> None:
    """What could be seen of it is changed or kept back: what waits with the old one isn't sent."""
    if row.shared_revision is not None:
        shown_clients.note_change(db, row.client_id, now)


def let_see_all(db: Session, client_id: int, psychologist_id: int, now: datetime) -> None:
    """A yes to all so far: what was answered can be seen as it is now.

    Not what is kept private, nor what they chose to leave because it doesn't feel right: there
    they were told that nothing of it is passed on (conversations/struggle.py).
    """
    rows = db.exec(
        select(Homework).where(
            Homework.client_id == client_id,
            Homework.psychologist_id == psychologist_id,
            col(Homework.answered_at).is_not(None),
        )
    ).all()
    for row in rows:
        if row.state is not HomeworkState.STRUGGLING or row.barrier is not Barrier.NOT_RIGHT:
            let_see(db, row, now)


def said_of(row: Homework) -> dict[str, str]:
    """The answer as it is now, in the shape of HomeworkNote.shown."""
    said = {"task": row.task, "answer": row.state.value}
    if row.state in (HomeworkState.DONE, HomeworkState.PARTLY):
        said |= {"added": row.added} if row.added else {}
    if row.state is HomeworkState.STRUGGLING:
        said |= {"barrier": row.barrier.value} if row.barrier and not row.obstacle else {}
        said |= {"obstacle": row.obstacle} if row.obstacle else {}
    if row.smaller_part and row.barrier is not Barrier.NOT_RIGHT:
        said["part"] = row.smaller_part
    return said

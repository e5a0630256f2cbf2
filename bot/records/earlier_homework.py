"""What a psychologist set before, to be set again; and what they began."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from bot.records.homework import Homework, HomeworkState

_NEVER_SET = (HomeworkState.DRAFT, HomeworkState.TAKEN_BACK)
_LOOKED_THROUGH = 50  # sealed words can't be told apart by the database


def last_tasks(db: Session, psychologist_id: int, most: int) -> Sequence[Homework]:
    """The last few different tasks of this psychologist, the newest first, whoever got them."""
    rows = db.exec(
        select(Homework)
        .where(
            Homework.psychologist_id == psychologist_id,
            col(Homework.state).not_in(_NEVER_SET),
        )
        .order_by(col(Homework.id).desc())
        .limit(_LOOKED_THROUGH)
    ).all()
    found: dict[str, Homework] = {}
    for row in rows:
        found.setdefault(" ".join(row.task.casefold().split()), row)
    return list(found.values())[:most]


def begun(db: Session, psychologist_id: int, client_id: int) -> Homework | None:
    """What this psychologist began for this client and didn't set."""
    return db.exec(
        select(Homework).where(
            Homework.psychologist_id == psychologist_id,
            Homework.client_id == client_id,
            Homework.state == HomeworkState.DRAFT,
        )
    ).first()


def was_set(row: Homework) -> bool:
    return row.state not in _NEVER_SET

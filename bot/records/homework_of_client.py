"""What a psychologist has set for one client."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from bot.records.homework import Homework, HomeworkState

_NEVER_READ = (HomeworkState.DRAFT, HomeworkState.TAKEN_BACK)


def last_set(db: Session, client_id: int, psychologist_id: int, most: int) -> Sequence[Homework]:
    """The newest tasks that this psychologist set for this client."""
    return db.exec(
        select(Homework)
        .where(
            Homework.client_id == client_id,
            Homework.psychologist_id == psychologist_id,
            col(Homework.state).not_in(_NEVER_READ),
        )
        .order_by(col(Homework.id).desc())
        .limit(most)
    ).all()

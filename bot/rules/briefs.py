"""When a psychologist is told that there is something to read before a session, and how far it goes back."""

from datetime import datetime, timedelta

# Time to read it between two sessions, and late enough that the last answers are in it.
BEFORE = timedelta(hours=1)
# Who sees a couple, or two people so soon after each other, is told once.
TOGETHER = timedelta(minutes=10)


def pushed_at(starts_at: datetime) -> datetime:
    """The instant at which the psychologist is told."""
    return starts_at - BEFORE


def is_homework_since(
    since: datetime | None, set_at: datetime, until_at: datetime | None, shown_at: datetime | None
) -> bool:
    """Whether a task belongs to the time since the last session (None: there was none).

    By what its psychologist knows alone: when they set it, until when, and when an answer was
    shown to them. Else it would say something that a task is there or isn't.
    """
    known = (each for each in (set_at, until_at, shown_at) if each is not None)
    return since is None or any(each >= since for each in known)

"""When a check-in is asked, and how long it can be answered."""

from datetime import datetime, timedelta

# The beginning is when a working relationship forms and most people leave; after that every session
# would grow tedious and the answers careless (FIELD §3.4). DESIGN §5.
FIRST_SESSIONS = 3
EVERY = 3
OPEN_FOR = timedelta(hours=72)  # FIELD §3.4; a memory of three days ago is one of something else


def is_asked_after(number: int) -> bool:
    """Whether a client is asked after their `number`th session with a psychologist."""
    return number <= FIRST_SESSIONS or number % EVERY == 0


def closes_at(asked_at: datetime, next_session_at: datetime | None) -> datetime:
    """When a check-in asked then can no longer be answered: the next session makes it stale."""
    latest = asked_at + OPEN_FOR
    return latest if next_session_at is None else min(latest, next_session_at)

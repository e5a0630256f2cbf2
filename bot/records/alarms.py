"""Alarms to the operator: what went wrong, by ids and states, never by anybody's words."""

from datetime import datetime

import structlog
from sqlmodel import Session

from bot.records import outbox
from bot.records.outbox import Body, Draft, Priority
from bot.rules.practice import Practice

log = structlog.get_logger()


def raise_alarm(
    db: Session, practice: Practice, what: str, now: datetime, *, due_at: datetime | None = None
) -> None:
    """Log an alarm and, where OPERATOR_CHAT is set, write it there; once for each `what`."""
    log.error("alarm", what=what)
    if practice.operator_chat is None:
        return
    text = f"Between Sessions needs you: {what}. `between-sessions stuck` shows what waits."
    draft = Draft(
        practice.operator_chat,
        Body(text),
        Priority.ALERT,
        due_at=due_at,
        dedupe_key=f"alarm:{what}",
    )
    outbox.put(db, draft, now)

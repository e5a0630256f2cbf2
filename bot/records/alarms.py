"""Alarms to the operator: what went wrong, by ids and states, never by anybody's words."""

from datetime import datetime

import structlog
from sqlmodel import Session

from bot.records import mails, outbox
from bot.records.outbox import Body, Draft, Priority
from bot.rules.practice import Practice

log = structlog.get_logger()
_SUBJECT = "Something needs you"
_BARE = "A program that you look after needs you. Its log says what for."


def raise_alarm(
    db: Session, practice: Practice, what: str, now: datetime, *,
    due_at: datetime | None = None, kept_from: int | None = None,
) -> None:  # fmt: skip
    """Log an alarm and tell the operator where OPERATOR_CHAT or OPERATOR_MAIL say, now or at
    `due_at`; once for each `what`. A mail doesn't say what: it passes through machines that are
    nobody's here. Nor does a message to the chat `kept_from`."""
    log.error("alarm", what=what)
    key = f"alarm:{what}"
    if practice.operator_chat is not None:
        text = f"Between Sessions needs you: {what}. `between-sessions stuck` shows what waits."
        chat = practice.operator_chat
        body = Body(text if chat != kept_from else _BARE)
        draft = Draft(chat, body, Priority.ALERT, due_at=due_at, dedupe_key=key)
        outbox.put(db, draft, now)
    if practice.has_mail and practice.operator_mail:
        body = Body(_BARE, subject=_SUBJECT, mail_to=practice.operator_mail)
        mails.write_to_operator(db, body, f"{key}:mail", now, due_at=due_at)

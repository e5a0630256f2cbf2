"""A group is left again: the bot works in private chats only."""

from bot.records import outbox
from bot.records.outbox import Body, Draft, OutboxKind, Priority
from bot.texts import _
from bot.turn import Turn


def leave_group(turn: Turn) -> None:
    """Once an hour for each group, however often it is heard of."""
    words = _("I only work in a private chat with one person. I'm leaving this group now.")
    hour = f"group:{turn.chat_id}:{turn.now:%Y%m%d%H}"
    for kind in (OutboxKind.MESSAGE, OutboxKind.LEAVE):
        key = f"{hour}:{kind.value}"
        draft = Draft(turn.chat_id, Body(words), Priority.ANSWER, kind, dedupe_key=key)
        outbox.put(turn.db, draft, turn.now)

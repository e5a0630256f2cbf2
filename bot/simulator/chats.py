"""A chat: the bubbles in it, its keyboard, and whether the bot may write."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from bot.simulator.bubbles import Account, Bubble, Json, Media
from bot.simulator.entities import found_in
from bot.simulator.exchange import Exchange
from bot.simulator.refusals import Forbidden

CHAT_ACTION_LASTS = timedelta(seconds=5)


class Access(Enum):
    """Whether the bot may write, and if not, why."""

    OPEN = None
    NEVER_STARTED = Forbidden.NEVER_STARTED
    BLOCKED = Forbidden.BLOCKED
    DEACTIVATED = Forbidden.DEACTIVATED
    KICKED = Forbidden.KICKED
    LEFT = Forbidden.NOT_A_MEMBER


class Chat:
    """`shape` is the chat as it stands inside every message of it; `members` include the bot."""

    def __init__(
        self, exchange: Exchange, *, shape: Json, access: Access, people: Iterable[Account]
    ) -> None:
        self.exchange = exchange
        self.shape = shape
        self.access = access
        self.members = {each.id: each for each in (exchange.bot, *people)}
        self.bubbles: dict[int, Bubble] = {}
        self.keyboard: Json | None = None
        self.migrated_to: int | None = None
        self._acting_until: datetime | None = None

    @property
    def id(self) -> int:
        chat_id: int = self.shape["id"]
        return chat_id

    @property
    def is_private(self) -> bool:
        return bool(self.shape["type"] == "private")

    @property
    def bot_is_typing(self) -> bool:
        """Or doing something else of which a chat action tells."""
        return self._acting_until is not None and self.exchange.now() < self._acting_until

    def show_chat_action(self) -> None:
        """For five seconds, or until the bot's next message."""
        self._acting_until = self.exchange.now() + CHAT_ACTION_LASTS
        self.exchange.change.ring()

    def post(self, sender: Account, text: str, **details: Any) -> Bubble:
        """Put a new bubble at the end; `details` are fields of Bubble."""
        details.setdefault("entities", found_in(text))
        bubble = Bubble(
            message_id=self.exchange.next_message_id(),
            chat_id=self.id,
            sender=sender,
            date=self.exchange.unix_time(),
            text=text,
            **details,
        )
        self.bubbles[bubble.message_id] = bubble
        if bubble.by_bot:
            self._acting_until = None
        self.exchange.change.ring()
        return bubble

    def edit(self, bubble: Bubble, **changes: Any) -> Bubble:
        edited = replace(
            bubble,
            edit_date=self.exchange.unix_time(),
            edited=bubble.edited or "text" in changes,
            revision=bubble.revision + 1,
            **changes,
        )
        self.bubbles[bubble.message_id] = edited
        self.exchange.change.ring()
        return edited

    def remove(self, message_id: int) -> None:
        del self.bubbles[message_id]
        self.exchange.change.ring()

    def set_keyboard(self, markup: Json | None) -> None:
        """A reply keyboard stays below the chat until another markup of that kind replaces it."""
        if markup is not None and "keyboard" in markup:
            self.keyboard = markup
        elif markup is not None and "remove_keyboard" in markup:
            self.keyboard = None

    def is_heard_by_bot(self, bubble: Bubble) -> bool:
        """In a group a bot hears only commands, replies to it and mentions (privacy mode)."""
        if self.is_private:
            return True
        if self.access is not Access.OPEN:
            return False
        replied_to = self.bubbles.get(bubble.reply_to) if bubble.reply_to else None
        is_reply = replied_to is not None and replied_to.by_bot
        mention = f"@{self.exchange.bot.username}".lower()
        return is_reply or bubble.text.startswith("/") or mention in bubble.text.lower()

    def tell_membership(self, by: Account, before: str, after: str) -> None:
        """Tell the bot that `by` changed its standing in this chat."""
        body = {
            "chat": self.shape,
            "from": by.json(),
            "date": self.exchange.unix_time(),
            "old_chat_member": _member(self.exchange.bot, before),
            "new_chat_member": _member(self.exchange.bot, after),
        }
        # Not in line with the messages of the chat (Client.cpp, add_update_chat_member).
        queue = f"standing in {self.id}"
        self.exchange.updates.add("my_chat_member", body, queue=queue)
        self.exchange.change.ring()

    def message(self, bubble: Bubble, *, with_reply: bool = True) -> Json:
        """The bubble as Telegram's Message."""
        shape: Json = {
            "message_id": bubble.message_id,
            "from": bubble.sender.json(),
            "chat": self.shape,
            "date": bubble.date,
        }
        if bubble.edit_date is not None:
            shape["edit_date"] = bubble.edit_date
        replied_to = self.bubbles.get(bubble.reply_to) if bubble.reply_to else None
        if with_reply and replied_to is not None:
            shape["reply_to_message"] = self.message(replied_to, with_reply=False)
        shape |= _content(bubble.text, bubble.entities, bubble.media)
        if bubble.protected:
            shape["has_protected_content"] = True
        if bubble.markup is not None:
            shape["reply_markup"] = bubble.markup
        return shape


def _member(bot: Account, status: str) -> Json:
    until = {"until_date": 0} if status == "kicked" else {}
    return {"user": bot.json(), "status": status} | until


def _content(text: str, entities: tuple[Json, ...], media: Media | None) -> Json:
    if media is None:
        return {"text": text} | ({"entities": list(entities)} if entities else {})
    shape: Json = {media.kind: media.shape}
    if media.covered:
        shape["has_media_spoiler"] = True
    if text:
        shape["caption"] = text
        if entities:
            shape["caption_entities"] = list(entities)
    return shape

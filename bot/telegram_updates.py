"""Reads what Telegram hands over: raw updates into what routing needs to know."""

from collections.abc import Iterator
from typing import Any

import telegram

from bot.incoming import Incoming, IncomingFile, IncomingKind
from bot.records.outbox import FileKind


def chat_of(raw: dict[str, Any]) -> int | None:
    """The chat that an update belongs to, read from the raw JSON; None if it has none."""
    for part in _parts(raw):
        chat = part.get("chat")
        if isinstance(chat, dict) and type(chat.get("id")) is int:
            return int(chat["id"])
    return None


def texts_of(raw: dict[str, Any]) -> list[str]:
    """Whatever a person typed in an update, even one that can't be parsed (danger is looked for)."""
    found = (part.get(name) for part in _parts(raw) for name in ("text", "caption"))
    asked = (poll.get("question") for poll in map(_poll, _parts(raw)))
    return [text for text in (*found, *asked) if isinstance(text, str)]


def _poll(part: dict[str, Any]) -> dict[str, Any]:
    poll = part.get("poll")
    return poll if isinstance(poll, dict) else {}


def _parts(raw: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for name in ("message", "edited_message", "my_chat_member"):
        part = raw.get(name)
        if isinstance(part, dict):
            yield part
    tap = raw.get("callback_query")
    message = tap.get("message") if isinstance(tap, dict) else None
    if isinstance(message, dict):
        yield {"chat": message.get("chat")}  # what the bot itself wrote is nobody's words


def parse(raw: dict[str, Any]) -> Incoming:
    """Read a stored update. Raises whatever the library raises on what it can't build."""
    update = telegram.Update.de_json(raw, None)
    if update.my_chat_member is not None:
        return _membership(update.my_chat_member)
    if update.callback_query is not None:
        return _tap(update.callback_query)
    message = update.message or update.edited_message
    if message is None:
        return Incoming(IncomingKind.NOTHING)
    if message.chat.type != telegram.Chat.PRIVATE:
        return Incoming(IncomingKind.GROUP, message.chat_id)
    kind = IncomingKind.TEXT if message.text is not None else IncomingKind.OTHER
    text = message.text or message.caption or (message.poll.question if message.poll else "")
    if update.edited_message is not None:
        # Where somebody is changes by itself, again and again: that is no message.
        kind = IncomingKind.EDIT if text or not message.location else IncomingKind.NOTHING
    return Incoming(
        kind,
        message.chat_id,
        text=text,
        message_id=message.message_id,
        reply_to=message.reply_to_message.message_id if message.reply_to_message else None,
        file=_file(message),
    )


def _file(message: telegram.Message) -> IncomingFile | None:
    if message.document is not None:
        document = message.document
        name, size = document.file_name or "", document.file_size or 0
        return IncomingFile(FileKind.DOCUMENT, document.file_id, name, size)
    if message.photo:
        largest = message.photo[-1]
        return IncomingFile(FileKind.PHOTO, largest.file_id, size=largest.file_size or 0)
    return None


def _membership(change: telegram.ChatMemberUpdated) -> Incoming:
    is_in = change.new_chat_member.status not in (
        telegram.ChatMember.BANNED,
        telegram.ChatMember.LEFT,
    )
    if change.chat.type == telegram.Chat.PRIVATE:
        return Incoming(IncomingKind.OPENED if is_in else IncomingKind.BLOCKED, change.chat.id)
    if is_in and change.chat.type != telegram.Chat.CHANNEL:
        return Incoming(IncomingKind.GROUP, change.chat.id)
    return Incoming(IncomingKind.NOTHING)


def _tap(query: telegram.CallbackQuery) -> Incoming:
    message = query.message
    if message is None or message.chat.type != telegram.Chat.PRIVATE:
        return Incoming(IncomingKind.NOTHING)
    return Incoming(
        IncomingKind.TAP,
        query.from_user.id,
        message_id=message.message_id,
        data=query.data or "",
        callback_id=query.id,
    )

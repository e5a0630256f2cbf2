"""editMessageText, editMessageCaption, editMessageReplyMarkup."""

from typing import Any

from bot.simulator.bubbles import Bubble, Json
from bot.simulator.chats import Chat
from bot.simulator.methods.formatting import Formatted, caption, check_length, message_text
from bot.simulator.methods.markup import check_at_server, reply_markup
from bot.simulator.methods.sending import check_access
from bot.simulator.parameters import Parameters
from bot.simulator.refusals import Sentence, bad_request
from bot.simulator.telegram import Telegram


def edit_text(telegram: Telegram, parameters: Parameters) -> Json:
    formatted = message_text(parameters)
    markup = reply_markup(parameters)
    chat, bubble = _editable(telegram, parameters)
    if bubble.media is not None:
        raise bad_request(Sentence.NO_TEXT_TO_EDIT)
    check_length(formatted, is_caption=False)
    return _edit(chat, bubble, formatted, markup)


def edit_caption(telegram: Telegram, parameters: Parameters) -> Json:
    markup = reply_markup(parameters)
    formatted = caption(parameters)
    chat, bubble = _editable(telegram, parameters)
    if bubble.media is None:
        raise bad_request(Sentence.NO_CAPTION_TO_EDIT)
    check_length(formatted, is_caption=True)
    return _edit(chat, bubble, formatted, markup)


def edit_reply_markup(telegram: Telegram, parameters: Parameters) -> Json:
    markup = reply_markup(parameters)
    chat, bubble = _editable(telegram, parameters)
    return _edit(chat, bubble, Formatted(bubble.text, bubble.entities), markup)


def _editable(telegram: Telegram, parameters: Parameters) -> tuple[Chat, Bubble]:
    if "chat_id" not in parameters.values:
        raise bad_request(Sentence.CHAT_EMPTY)
    chat = telegram.chat(parameters.get("chat_id"))
    bubble = chat.bubbles.get(parameters.get("message_id") or 0)
    if bubble is None:
        raise bad_request(Sentence.EDIT_MISSING)
    if bubble.sender != telegram.bot or bubble.frozen_by_keyboard:
        raise bad_request(Sentence.NOT_EDITABLE)
    return chat, bubble


def _edit(chat: Chat, bubble: Bubble, formatted: Formatted, markup: Json | None) -> Json:
    """A markup that is not given is taken away, as Telegram does."""
    check_access(chat)
    check_at_server(markup)
    changes: dict[str, Any] = {}
    if (formatted.text, formatted.entities) != (bubble.text, bubble.entities):
        changes |= {"text": formatted.text, "entities": formatted.entities}
    if markup != bubble.markup:
        changes["markup"] = markup
    if not changes:
        raise bad_request(Sentence.NOT_MODIFIED)
    return chat.message(chat.edit(bubble, **changes))

"""deleteMessage, deleteMessages."""

from datetime import timedelta

from bot.simulator.bubbles import Bubble
from bot.simulator.chats import Chat
from bot.simulator.parameters import Parameters
from bot.simulator.refusals import Forbidden, Sentence, bad_request, forbidden
from bot.simulator.telegram import Telegram

MAY_BE_DELETED_FOR = timedelta(hours=48)
MOST_AT_ONCE = 100


def delete_message(telegram: Telegram, parameters: Parameters) -> bool:
    chat = _writable_chat(telegram, parameters)
    bubble = chat.bubbles.get(parameters.get("message_id"))
    if bubble is None:
        raise bad_request(Sentence.DELETE_MISSING)
    _check_deletable(telegram, chat, bubble)
    chat.remove(bubble.message_id)
    return True


def delete_messages(telegram: Telegram, parameters: Parameters) -> bool:
    """Those that are missing are skipped; one that may not be deleted keeps all of them."""
    message_ids = list(dict.fromkeys(parameters.get("message_ids")))
    if not message_ids:
        raise bad_request(Sentence.NO_MESSAGES)
    if len(message_ids) > MOST_AT_ONCE:
        raise bad_request(Sentence.TOO_MANY_MESSAGES)
    chat = _writable_chat(telegram, parameters)
    found = [chat.bubbles[each] for each in message_ids if each in chat.bubbles]
    for bubble in found:
        _check_deletable(telegram, chat, bubble)
    for bubble in found:
        chat.remove(bubble.message_id)
    return True


def _writable_chat(telegram: Telegram, parameters: Parameters) -> Chat:
    """Deleting is still allowed where the person has blocked the bot."""
    chat = telegram.chat(parameters.get("chat_id"))
    reason = chat.access.value
    if reason in (Forbidden.DEACTIVATED, Forbidden.KICKED, Forbidden.NOT_A_MEMBER):
        raise forbidden(reason)
    return chat


def _check_deletable(telegram: Telegram, chat: Chat, bubble: Bubble) -> None:
    if not chat.is_private and bubble.sender != telegram.bot:
        raise bad_request(Sentence.NOT_DELETABLE)
    if telegram.exchange.unix_time() - bubble.date >= MAY_BE_DELETED_FOR.total_seconds():
        raise bad_request(Sentence.NOT_DELETABLE_FOR_EVERYONE)

"""The Bot API methods that the simulator carries out, each with the parameters it understands."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.simulator.methods import (
    bot_profile,
    callbacks,
    chat_information,
    deleting,
    editing,
    sending,
    webhooks,
)
from bot.simulator.parameters import Parameters
from bot.simulator.telegram import Telegram


@dataclass(frozen=True)
class Method:
    """`understands` are the parameters that make the difference they make at Telegram."""

    carry_out: Callable[[Telegram, Parameters], Any]
    understands: frozenset[str] = frozenset()


def _method(carry_out: Callable[[Telegram, Parameters], Any], understands: str = "") -> Method:
    return Method(carry_out, frozenset(understands.split()))


ANY_SEND = (
    "chat_id parse_mode disable_notification protect_content allow_paid_broadcast "
    "reply_parameters reply_markup "
)
ANY_EDIT = "chat_id message_id parse_mode reply_markup "

METHODS = {
    "getMe": _method(bot_profile.get_me),
    "sendMessage": _method(sending.send_message, ANY_SEND + "text entities link_preview_options"),
    "sendPhoto": _method(sending.send_photo, ANY_SEND + "photo caption caption_entities"),
    "sendDocument": _method(
        sending.send_document,
        ANY_SEND + "document caption caption_entities disable_content_type_detection",
    ),
    "sendChatAction": _method(sending.send_chat_action, "chat_id action"),
    "editMessageText": _method(editing.edit_text, ANY_EDIT + "text entities link_preview_options"),
    "editMessageCaption": _method(editing.edit_caption, ANY_EDIT + "caption caption_entities"),
    "editMessageReplyMarkup": _method(editing.edit_reply_markup, "chat_id message_id reply_markup"),
    "deleteMessage": _method(deleting.delete_message, "chat_id message_id"),
    "deleteMessages": _method(deleting.delete_messages, "chat_id message_ids"),
    "answerCallbackQuery": _method(
        callbacks.answer_callback_query, "callback_query_id text show_alert cache_time"
    ),
    "setWebhook": _method(
        webhooks.set_webhook,
        "url secret_token max_connections allowed_updates drop_pending_updates",
    ),
    "deleteWebhook": _method(webhooks.delete_webhook, "drop_pending_updates"),
    "getWebhookInfo": _method(webhooks.get_webhook_info),
    "setMyCommands": _method(bot_profile.set_commands, "commands scope language_code"),
    "getMyCommands": _method(bot_profile.get_commands, "scope language_code"),
    "deleteMyCommands": _method(bot_profile.delete_commands, "scope language_code"),
    "setMyName": _method(bot_profile.set_name, "name language_code"),
    "getMyName": _method(bot_profile.get_name, "language_code"),
    "setMyDescription": _method(bot_profile.set_description, "description language_code"),
    "getMyDescription": _method(bot_profile.get_description, "language_code"),
    "setMyShortDescription": _method(
        bot_profile.set_short_description, "short_description language_code"
    ),
    "getMyShortDescription": _method(bot_profile.get_short_description, "language_code"),
    "setMyProfilePhoto": _method(bot_profile.set_photo, "photo"),
    "removeMyProfilePhoto": _method(bot_profile.remove_photo),
    "setChatMenuButton": _method(bot_profile.set_menu_button, "chat_id menu_button"),
    "getChatMenuButton": _method(bot_profile.get_menu_button, "chat_id"),
    "getChat": _method(chat_information.get_chat, "chat_id"),
    "getChatMember": _method(chat_information.get_chat_member, "chat_id user_id"),
    "leaveChat": _method(chat_information.leave_chat, "chat_id"),
    "getFile": _method(chat_information.get_file, "file_id"),
    "logOut": _method(chat_information.agree),
    "close": _method(chat_information.agree),
}

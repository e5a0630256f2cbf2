"""getChat, getChatMember, leaveChat, getFile, logOut, close."""

from bot.simulator.bubbles import Json
from bot.simulator.chats import Access
from bot.simulator.methods.sending import check_access
from bot.simulator.parameters import Parameters
from bot.simulator.refusals import Sentence, bad_request
from bot.simulator.telegram import Telegram

LARGEST_DOWNLOAD = 20 * 1024 * 1024
GIFTS = {
    "unlimited_gifts": True,
    "limited_gifts": True,
    "unique_gifts": True,
    "premium_subscription": True,
    "gifts_from_channels": True,
}


def get_chat(telegram: Telegram, parameters: Parameters) -> Json:
    chat = telegram.chat(parameters.get("chat_id"))
    details = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": GIFTS}
    return chat.shape | details


def get_chat_member(telegram: Telegram, parameters: Parameters) -> Json:
    chat = telegram.chat(parameters.get("chat_id"))
    account = chat.members.get(parameters.get("user_id"))
    if account is None:
        raise bad_request(Sentence.NO_USER)
    is_out = account == telegram.bot and chat.access is not Access.OPEN
    return {"user": account.json(), "status": "left" if is_out else "member"}


def leave_chat(telegram: Telegram, parameters: Parameters) -> bool:
    chat = telegram.chat(parameters.get("chat_id"))
    if chat.is_private:
        raise bad_request(Sentence.LEAVING_PRIVATE)
    check_access(chat)
    chat.access = Access.LEFT
    chat.tell_membership(telegram.bot, "member", "left")
    return True


def get_file(telegram: Telegram, parameters: Parameters) -> Json:
    file = telegram.exchange.files.by_id(parameters.text("file_id"))
    if file is None:
        raise bad_request(Sentence.INVALID_FILE_ID)
    if len(file.data) > LARGEST_DOWNLOAD:
        raise bad_request(Sentence.FILE_TOO_BIG)
    return file.json() | {"file_path": file.path}


def agree(telegram: Telegram, parameters: Parameters) -> bool:
    """logOut and close move a bot between servers; there is only this one."""
    return True

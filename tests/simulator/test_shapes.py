"""What the simulator sends has the shape that Telegram publishes, and the library can read it."""

from collections.abc import Callable
from typing import Any

import pytest
from telegram import ChatFullInfo, Update

from bot.simulator.person import PIXEL, Person
from bot.simulator.specification import specification
from bot.simulator.telegram import Telegram

Call = Callable[..., Any]

YES = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}


def problems(type_name: str, value: object) -> list[str]:
    return specification().problems([type_name], value, type_name)


def make_all_kinds_of_updates(telegram: Telegram, call: Call, anna: Person) -> None:
    call("sendMessage", chat_id=anna.id, text="a question", reply_markup=YES)
    anna.taps("Yes")
    sent = anna.types("/help me at https://example.org", reply_to=anna.sees("a question"))
    anna.edits(sent, "never mind")
    anna.sends_photo(caption="/caption")
    anna.sends_voice()
    anna.sends_document(b"x", "x.txt", "words")
    anna.sends_sticker()
    anna.shares_contact("+15550100")
    anna.blocks_bot()
    anna.unblocks_bot()
    group = telegram.group("Staff", [anna])
    group.types(anna, "/help")
    call("leaveChat", chat_id=group.id)
    group.adds_bot(anna)
    group.becomes_supergroup(anna)


def test_updates_are_as_published(telegram: Telegram, call: Call, anna: Person) -> None:
    make_all_kinds_of_updates(telegram, call, anna)
    updates = call("getUpdates")["result"]
    assert len(updates) == 18
    for update in updates:
        # Telegram still sends this one to groups, though it is no longer published.
        sent_without = {"all_members_are_administrators"}
        found = [each for each in problems("Update", update) if not mentions(each, sent_without)]
        assert found == []


def mentions(problem: str, names: set[str]) -> bool:
    return any(name in problem for name in names)


def test_the_library_reads_all_updates(telegram: Telegram, call: Call, anna: Person) -> None:
    make_all_kinds_of_updates(telegram, call, anna)
    for update in call("getUpdates")["result"]:
        parsed = Update.de_json(update, None)
        assert parsed.update_id == update["update_id"]
        assert parsed.effective_user is not None
        assert parsed.effective_user.id == update_user(update)


def update_user(update: dict[str, Any]) -> int:
    (body,) = [value for name, value in update.items() if name != "update_id"]
    user_id: int = body["from"]["id"]
    return user_id


@pytest.mark.parametrize(
    ("method", "params", "type_name"),
    [
        ("getMe", {}, "User"),
        ("getWebhookInfo", {}, "WebhookInfo"),
        ("getChat", {"chat_id": "ANNA"}, "ChatFullInfo"),
        ("getChatMember", {"chat_id": "ANNA", "user_id": 1000000}, "ChatMember"),
        ("getMyName", {}, "BotName"),
        ("getMyDescription", {}, "BotDescription"),
        ("getMyShortDescription", {}, "BotShortDescription"),
        ("getChatMenuButton", {}, "MenuButton"),
        ("getMyCommands", {}, "Array of BotCommand"),
        ("sendMessage", {"chat_id": "ANNA", "text": "x", "reply_markup": YES}, "Message"),
    ],
)
def test_answers_are_as_published(
    call: Call, anna: Person, method: str, params: dict[str, Any], type_name: str
) -> None:
    params = {name: anna.id if value == "ANNA" else value for name, value in params.items()}
    assert problems(type_name, call(method, **params)["result"]) == []


def test_sent_and_edited_messages_are_as_published(call: Call, anna: Person) -> None:
    document = anna.sends_document(PIXEL, "x.png", "words").document
    assert document is not None
    file = call("getFile", file_id=document.file_id)["result"]
    sent = call("sendDocument", chat_id=anna.id, document=document.file_id, caption="/x")["result"]
    edit = {"chat_id": anna.id, "message_id": sent["message_id"], "caption": "y"}
    edited = call("editMessageCaption", **edit)["result"]
    assert problems("File", file) == problems("Message", sent) == []
    assert problems("Message", edited) == []
    assert (edited["caption"], "edit_date" in edited) == ("y", True)


def test_the_library_reads_a_chat(call: Call, anna: Person) -> None:
    chat = ChatFullInfo.de_json(call("getChat", chat_id=anna.id)["result"], None)
    assert chat.first_name == "Anna"

"""Groups, what the bot may hear in them, and the files that go through Telegram."""

import struct
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from bot.simulator.person import PIXEL, Person
from bot.simulator.telegram import Telegram

Call = Callable[..., Any]
Http = Callable[..., httpx.Response]

YES = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}


def test_a_group_from_beginning_to_end(telegram: Telegram, call: Call, anna: Person) -> None:
    group = telegram.group("Staff", [anna])
    assert call("sendMessage", chat_id=group.id, text="hello", reply_markup=YES)["ok"]
    group.sees("hello")
    group.taps(anna, "Yes")
    assert call("leaveChat", chat_id=group.id)["ok"]
    gone = call("sendMessage", chat_id=group.id, text="hello")
    group.adds_bot(anna)
    group.removes_bot(anna)
    kicked = call("sendMessage", chat_id=group.id, text="hello")
    assert gone["description"] == "Forbidden: bot is not a member of the group chat"
    assert kicked["description"] == "Forbidden: bot was kicked from the group chat"
    updates = call("getUpdates")["result"]
    standing = [
        each["my_chat_member"]["new_chat_member"]["status"]
        for each in updates
        if "my_chat_member" in each
    ]
    assert standing == ["member", "left", "member", "kicked"]
    assert updates[1]["message"]["new_chat_members"][0]["id"] == 1000000
    assert updates[2]["callback_query"]["message"]["chat"]["type"] == "group"
    assert len(group.screen) == 3


def test_in_a_group_the_bot_hears_only_what_is_meant_for_it(
    telegram: Telegram, call: Call, anna: Person
) -> None:
    group = telegram.group("Staff", [anna])
    telegram.exchange.updates.clear()
    sent = call("sendMessage", chat_id=group.id, text="hello")["result"]
    (bubble,) = [each for each in group.screen if each.message_id == sent["message_id"]]
    group.types(anna, "among us")
    group.types(anna, "/help")
    group.types(anna, "thanks", reply_to=bubble)
    group.types(anna, "and you, @Simulated_bot?")
    heard = [update["message"]["text"] for update in call("getUpdates")["result"]]
    assert heard == ["/help", "thanks", "and you, @Simulated_bot?"]
    group.removes_bot(anna)
    telegram.exchange.updates.clear()
    group.types(anna, "/help")
    assert telegram.pending == 0


def test_a_group_that_becomes_a_supergroup_has_another_id(
    telegram: Telegram, call: Call, anna: Person
) -> None:
    group = telegram.group("Staff", [anna])
    old_id = group.id
    group.becomes_supergroup(anna)
    refused = call("sendMessage", chat_id=old_id, text="hello")
    assert refused == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": group.id},
    }
    assert call("sendMessage", chat_id=group.id, text="hello")["ok"]
    *_, to, from_ = (update["message"] for update in call("getUpdates", offset=-2)["result"])
    assert (to["migrate_to_chat_id"], from_["migrate_from_chat_id"]) == (group.id, old_id)


def test_in_a_group_the_bot_deletes_its_own_only(
    telegram: Telegram, call: Call, anna: Person
) -> None:
    group = telegram.group("Staff", [anna])
    theirs = group.types(anna, "/help").message_id
    own = call("sendMessage", chat_id=group.id, text="hello")["result"]["message_id"]
    refused = call("deleteMessage", chat_id=group.id, message_id=theirs)
    assert refused["description"] == "Bad Request: message can't be deleted"
    assert call("deleteMessage", chat_id=group.id, message_id=own)["ok"]
    group.removes_bot(anna)
    assert call("deleteMessage", chat_id=group.id, message_id=theirs)["error_code"] == 403


def test_who_is_in_a_chat(telegram: Telegram, call: Call, anna: Person, ben: Person) -> None:
    group = telegram.group("Staff", [anna])
    chat = call("getChat", chat_id=anna.id)["result"]
    assert (chat["first_name"], chat["type"]) == ("Anna", "private")
    member = call("getChatMember", chat_id=group.id, user_id=anna.id)["result"]
    assert (member["status"], member["user"]["first_name"]) == ("member", "Anna")
    stranger = call("getChatMember", chat_id=group.id, user_id=ben.id)
    assert stranger["description"] == "Bad Request: user not found"
    call("leaveChat", chat_id=group.id)
    assert call("getChatMember", chat_id=group.id, user_id=1000000)["result"]["status"] == "left"
    assert call("leaveChat", chat_id=anna.id)["error_code"] == 400


def upload(http: Http, method: str, kind: str, chat_id: int, data: bytes) -> Any:
    files = {kind: ("x.bin", data, "application/octet-stream")}
    path = f"/bot1000000:simulator/{method}"
    return http("POST", path, data={"chat_id": str(chat_id)}, files=files).json()


def png(width: int, height: int) -> bytes:
    return PIXEL[:16] + struct.pack(">II", width, height) + PIXEL[24:]


def jpeg(width: int, height: int) -> bytes:
    comment = b"\xff\xfe\x00\x04hi"
    frame = b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", height, width) + bytes(6)
    return b"\xff\xd8" + comment + frame


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"words", "IMAGE_PROCESS_FAILED"),
        (b"\xff\xd8\xff\xfe\x00\x04hi", "IMAGE_PROCESS_FAILED"),
        (png(6000, 4001), "PHOTO_INVALID_DIMENSIONS"),
        (png(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
        (jpeg(100, 2001), "PHOTO_INVALID_DIMENSIONS"),
        (
            PIXEL + bytes(10 * 1024 * 1024),
            "file of size 10485827 bytes is too big for a photo; "
            "the maximum size is 10485760 bytes",
        ),
    ],
)
def test_pictures_that_telegram_refuses(
    http: Http, anna: Person, data: bytes, sentence: str
) -> None:
    refused = upload(http, "sendPhoto", "photo", anna.id, data)
    assert refused["description"] == f"Bad Request: {sentence}"
    assert anna.unread() == []


@pytest.mark.parametrize("data", [png(6000, 4000), png(2000, 100), jpeg(640, 480)])
def test_pictures_that_fit(http: Http, anna: Person, data: bytes) -> None:
    sent = upload(http, "sendPhoto", "photo", anna.id, data)["result"]
    (size,) = sent["photo"]
    assert size["file_size"] == len(data)
    assert {size["width"], size["height"]} in ({6000, 4000}, {2000, 100}, {640, 480})


def test_a_file_is_sent_again_by_its_id(http: Http, call: Call, anna: Person) -> None:
    sent = upload(http, "sendDocument", "document", anna.id, b"BEGIN:VCALENDAR")["result"]
    file_id = sent["document"]["file_id"]
    again = call("sendDocument", chat_id=anna.id, document=file_id, caption="again")["result"]
    assert again["document"] == sent["document"]
    refused = [
        call("sendDocument", chat_id=anna.id, document=each)["description"]
        for each in ("nonsense", "https://example.org/x.pdf", "")
    ]
    assert refused == [
        "Bad Request: wrong file identifier/HTTP URL specified",
        "Bad Request: failed to get HTTP URL content",
        "Bad Request: there is no document in the request",
    ]


def test_a_file_is_downloaded_by_its_path(http: Http, call: Call, anna: Person) -> None:
    document = anna.sends_document(b"words", "notes.txt").document
    assert document is not None
    file = call("getFile", file_id=document.file_id)["result"]
    path = file["file_path"]
    assert http("GET", f"/file/bot1000000:simulator/{path}").content == b"words"
    assert http("GET", f"/file/bot1000000:wrong/{path}").status_code == 401
    assert http("GET", "/file/bot1000000:simulator/documents/file_9.txt").status_code == 404
    assert call("getFile", file_id="nonsense")["description"] == "Bad Request: invalid file_id"


def test_files_have_limits(http: Http, call: Call, anna: Person) -> None:
    large = anna.sends_document(bytes(20 * 1024 * 1024 + 1), "large.bin").document
    assert large is not None
    refused = call("getFile", file_id=large.file_id)
    assert refused["description"] == "Bad Request: file is too big"
    too_large = upload(http, "sendDocument", "document", anna.id, bytes(50 * 1024 * 1024 + 1))
    assert too_large == {
        "ok": False,
        "error_code": 413,
        "description": "Request Entity Too Large",
    }

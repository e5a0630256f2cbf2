"""Every call is held against the published Bot API; what does not fit is refused and noted."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from bot.simulator.person import PIXEL, Person
from bot.simulator.telegram import Telegram

Call = Callable[..., Any]
Http = Callable[..., httpx.Response]

PATH = "/bot1000000:simulator/sendMessage"
YES = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}


@pytest.mark.parametrize(
    ("method", "params", "problem"),
    [
        ("sendMessage", {"text": "x"}, "chat_id is required"),
        ("sendMessage", {"chat_id": 1, "text": "x", "txet": "y"}, "txet does not exist"),
        ("sendMessage", {"chat_id": 1, "text": 5}, "text must be String"),
        ("sendMessage", {"chat_id": True, "text": "x"}, "chat_id must be Integer"),
        ("sendMessage", {"chat_id": [], "text": "x"}, "chat_id must be Integer"),
        (
            "sendMessage",
            {"chat_id": 1, "text": "x", "disable_notification": "maybe"},
            "disable_notification must be Boolean",
        ),
        (
            "sendMessage",
            {"chat_id": 1, "text": "x", "reply_markup": "{"},
            "reply_markup must be InlineKeyboardMarkup or ReplyKeyboardMarkup "
            "or ReplyKeyboardRemove or ForceReply",
        ),
        (
            "sendMessage",
            {"chat_id": 1, "text": "x", "reply_markup": {"inline_keyboard": [{"text": "x"}]}},
            "reply_markup.inline_keyboard[0] must be Array of InlineKeyboardButton",
        ),
        (
            "sendMessage",
            {"chat_id": 1, "text": "x", "reply_markup": {"inline_keyboard": [[{"data": "x"}]]}},
            "reply_markup.inline_keyboard[0][0].data does not exist",
        ),
        (
            "sendMessage",
            {"chat_id": 1, "text": "x", "reply_parameters": {"message_id": "7"}},
            "reply_parameters.message_id must be Integer",
        ),
        (
            "deleteMessages",
            {"chat_id": 1, "message_ids": "[1,"},
            "message_ids must be Array of Integer",
        ),
        (
            "sendLocation",
            {"chat_id": 1, "latitude": "x", "longitude": 1.5},
            "latitude must be Float",
        ),
        (
            "sendLocation",
            {"chat_id": 1, "latitude": True, "longitude": "1"},
            "latitude must be Float",
        ),
        (
            "sendMessage",
            {"chat_id": 1, "text": "x", "link_preview_options": "7"},
            "link_preview_options must be LinkPreviewOptions",
        ),
        ("setWebhook", {"url": "", "certificate": "x"}, "certificate must be InputFile"),
        ("getUpdates", {"timeout": "soon"}, "timeout must be Integer"),
        (
            "setMyCommands",
            {"commands": [], "scope": {"type": "chat", "chat_id": 1, "user_id": 2}},
            "scope.user_id does not exist",
        ),
        (
            "setMyCommands",
            {"commands": [], "scope": {"type": "everywhere"}},
            "scope.type must be default",
        ),
        (
            "editMessageText",
            {"chat_id": 1, "text": "x", "reply_markup": {"keyboard": []}},
            "reply_markup.keyboard does not exist",
        ),
        ("setChatMenuButton", {"menu_button": {"type": "web_app"}}, "menu_button.text is required"),
    ],
)
def test_what_does_not_fit_is_refused_and_noted(
    telegram: Telegram, call: Call, method: str, params: dict[str, Any], problem: str
) -> None:
    refused = call(method, **params)
    assert refused["error_code"] == 400
    assert refused["description"] == f"Bad Request: {telegram.violations[0]}"
    assert telegram.violations[0].startswith(f"{method}: {problem}")
    assert not telegram.calls[-1].ok


def test_what_is_empty_is_as_if_not_given(telegram: Telegram, http: Http, anna: Person) -> None:
    params = {"chat_id": str(anna.id), "text": "x", "reply_markup": "", "protect_content": ""}
    assert http("POST", PATH, data=params).json()["ok"]
    assert telegram.violations == []


def test_a_method_that_does_not_exist(telegram: Telegram, http: Http) -> None:
    answer = http("POST", "/bot1000000:simulator/sendMesage")
    assert answer.status_code == 404
    assert answer.json()["description"] == "Not Found: method not found"
    assert telegram.violations == ["sendMesage: there is no such method"]


def test_a_wrong_token_and_a_wrong_address(http: Http) -> None:
    unauthorized = http("POST", "/bot1000000:wrong/getMe")
    elsewhere = http("GET", "/elsewhere")
    assert unauthorized.status_code == 401
    assert unauthorized.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    assert elsewhere.status_code == 404
    assert elsewhere.json() == {"ok": False, "error_code": 404, "description": "Not Found"}


def test_what_the_simulator_cannot_do_it_says(telegram: Telegram, call: Call, anna: Person) -> None:
    poll = call("sendDice", chat_id=anna.id)
    emoji = call("sendMessage", chat_id=anna.id, text="<tg-emoji>x</tg-emoji>", parse_mode="HTML")
    topic = call("sendMessage", chat_id=anna.id, text="x", message_thread_id=5)
    markdown = call("sendMessage", chat_id=anna.id, text="x", parse_mode="MarkdownV2")
    assert [each["description"] for each in (poll, emoji, topic, markdown)] == [
        "Bad Request: the simulator does not carry out sendDice",
        "Bad Request: the simulator does not carry out the tag tg-emoji",
        "Bad Request: the simulator does not carry out message_thread_id of sendMessage",
        "Bad Request: the simulator does not carry out Markdown",
    ]
    assert len(telegram.violations) == 4
    assert anna.unread() == []


@pytest.mark.parametrize("wrong", ["not json", "[]", '"text"'])
def test_a_body_that_is_no_object_is_refused(http: Http, wrong: str) -> None:
    answer = http("POST", PATH, content=wrong, headers={"content-type": "application/json"})
    assert answer.status_code == 400


def test_all_ways_to_send_parameters_mean_the_same(
    telegram: Telegram, http: Http, anna: Person
) -> None:
    as_text = {
        "chat_id": str(anna.id),
        "text": "12",
        "disable_notification": "True",
        "reply_markup": json.dumps(YES),
    }
    as_json = as_text | {"chat_id": anna.id, "disable_notification": True, "reply_markup": YES}
    answers = [
        http("GET", PATH, params=as_text),
        http("POST", PATH, data=as_text),
        http("POST", PATH, data=as_text, files={"file": ("x.txt", b"", "text/plain")}),
        http("POST", PATH, json=as_text),
        http("POST", PATH, json=as_json | {"parse_mode": None}),
        http("POST", "/bot1000000:simulator/SENDMESSAGE", params=as_text),
    ]
    assert [each.status_code for each in answers] == [200, 200, 400, 200, 200, 200]
    assert telegram.violations == ["sendMessage: file does not exist"]
    sent = anna.unread()
    assert [(each.text, each.silent, each.labels) for each in sent] == [("12", True, ["Yes"])] * 5
    good = [each.params for each in telegram.calls if each.ok]
    assert good == [as_json] * 5


def test_a_file_may_be_attached_under_another_name(
    telegram: Telegram, http: Http, anna: Person
) -> None:
    data = {"chat_id": str(anna.id), "photo": "attach://picture"}
    files = {"picture": ("x.png", PIXEL, "image/png")}
    assert http("POST", "/bot1000000:simulator/sendPhoto", data=data, files=files).json()["ok"]
    assert anna.unread()[0].photo is not None
    missing = http("POST", "/bot1000000:simulator/sendPhoto", data=data)
    assert missing.json()["description"] == "Bad Request: there is no photo in the request"
    assert telegram.violations == []

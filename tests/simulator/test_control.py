"""Another program moves the people over HTTP and reads their screens."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from bot.simulator.person import Person
from bot.simulator.telegram import Telegram

Call = Callable[..., Any]
Http = Callable[..., httpx.Response]

QUESTION = {
    "text": "Is Tuesday fine?",
    "reply_markup": {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]},
}


def test_a_conversation_from_outside(telegram: Telegram, http: Http, call: Call) -> None:
    carla = http("POST", "/simulator/people", json={"name": "Carla", "language": "de"}).json()
    path = f"/simulator/people/{carla['id']}"
    assert carla == {"id": telegram.person("Carla").id, "name": "Carla"}
    start = http("POST", f"{path}/follow", json={"link": "https://t.me/simulated_bot?start=X"})
    assert start.json()["text"] == "/start X"
    sent = call("sendMessage", chat_id=carla["id"], **QUESTION)["result"]
    said = {"text": "maybe", "reply_to": sent["message_id"]}
    reply = http("POST", f"{path}/type", json=said).json()
    edit = {"message_id": reply["message_id"], "text": "rather not"}
    assert http("POST", f"{path}/edit", json=edit).json()["edited"]
    assert http("POST", f"{path}/tap", json={"label": "Yes"}).status_code == 200
    tap = {"label": "Yes", "message_id": sent["message_id"]}
    assert http("POST", f"{path}/tap", json=tap).status_code == 200
    assert http("POST", f"{path}/photo", json={"caption": "my room"}).json()["media"] == "photo"
    assert http("POST", f"{path}/photo").json()["text"] == ""
    kinds = [set(each) - {"update_id"} for each in call("getUpdates")["result"]]
    assert kinds == [
        {"message"},
        {"message"},
        {"edited_message"},
        {"callback_query"},
        {"callback_query"},
        {"message"},
        {"message"},
    ]
    assert telegram.person("Carla").account.language == "de"


def test_the_screen_from_outside(http: Http, call: Call, anna: Person) -> None:
    path = f"/simulator/people/{anna.id}"
    call("sendMessage", chat_id=anna.id, **QUESTION)
    anna.taps("Yes")
    (update,) = call("getUpdates")["result"]
    query_id = update["callback_query"]["id"]
    call("answerCallbackQuery", callback_query_id=query_id, text="Noted", show_alert=True)
    keys = {"keyboard": [["Menu"]]}
    call("sendMessage", chat_id=anna.id, text="What next?", reply_markup=keys)
    _, question, _ = http("GET", f"{path}/screen").json()
    assert question == {
        "message_id": 2,
        "from": "Simulated bot",
        "by_bot": True,
        "date": 1772560800,
        "text": "Is Tuesday fine?",
        "media": None,
        "buttons": [[{"label": "Yes", "data": "y", "url": None}]],
        "reply_to": None,
        "edited": False,
        "silent": False,
        "protected": False,
        "revision": 0,
    }
    assert http("GET", f"{path}/toasts").json() == [{"text": "Noted", "alert": True}]
    assert http("GET", f"{path}/keyboard").json() == ["Menu"]


def test_blocking_from_outside(http: Http, call: Call, anna: Person) -> None:
    path = f"/simulator/people/{anna.id}"
    assert http("POST", f"{path}/block").status_code == 200
    assert call("sendMessage", chat_id=anna.id, text="x")["error_code"] == 403
    assert http("POST", f"{path}/unblock").status_code == 200
    assert call("sendMessage", chat_id=anna.id, text="x")["ok"]


def test_trouble_from_outside(http: Http, call: Call, anna: Person) -> None:
    fault = {"kind": "too_many_requests", "times": 2, "method": "getMe", "retry_after": 5}
    assert http("POST", "/simulator/faults", json=fault).status_code == 200
    assert call("getMe")["parameters"] == {"retry_after": 5}
    faults = http("GET", "/simulator/faults").json()
    assert [each["times"] for each in faults["waiting"]] == [1]
    assert [each["kind"] for each in faults["happened"]] == ["too_many_requests"]
    cleared = http("DELETE", "/simulator/faults").json()
    assert cleared == {"down": False, "waiting": [], "happened": []}
    assert http("POST", "/simulator/down", json={"down": True}).json() == {"down": True}
    assert http("GET", "/bot1000000:simulator/getMe").status_code == 502
    assert http("POST", "/simulator/down", json={"down": False}).json() == {"down": False}
    assert call("getMe")["ok"]


def test_the_state_and_the_calls_from_outside(http: Http, call: Call, anna: Person) -> None:
    anna.types("hello")
    call("getMe")
    picture = {"photo": ("x.txt", b"not a picture", "text/plain")}
    photo = "/bot1000000:simulator/sendPhoto"
    http("POST", photo, data={"chat_id": str(anna.id)}, files=picture)
    call("sendMessage", chat_id=anna.id)
    state = http("GET", "/simulator/state").json()
    assert state["pending"] == 1
    assert state["violations"] == ["sendMessage: text is required"]
    assert state["people"] == [{"id": anna.id, "name": "Anna"}]
    answer = http("GET", "/simulator/calls?since=1").json()
    assert [each["method"] for each in answer["calls"]] == ["sendPhoto", "sendMessage"]
    assert answer["calls"][0]["params"]["photo"] == "Upload('x.txt', 'text/plain', 13 bytes)"
    assert answer["calls"][0]["description"] == "Bad Request: IMAGE_PROCESS_FAILED"
    assert answer["next"] == 3
    seen = state["count"] - 1
    assert http("GET", f"/simulator/change?since={seen}&seconds=50").json()["count"] >= seen
    count = http("GET", "/simulator/change?since=999999").json()["count"]
    assert http("GET", f"/simulator/change?since={count}").json() == {"count": count}


@pytest.mark.parametrize(
    ("method", "path", "body", "sentence"),
    [
        ("POST", "people", {}, "name must be a text"),
        ("POST", "people", [], "the body must be a JSON object"),
        ("POST", "people/ANNA/type", {"text": " "}, "Anna cannot send an empty message"),
        (
            "POST",
            "people/ANNA/type",
            {"text": "x", "reply_to": 99},
            "This message is no longer on the screen of Anna",
        ),
        ("POST", "people/ANNA/edit", {"text": "x"}, "message_id must be a number"),
        ("POST", "people/1/type", {"text": "x"}, "there is nobody with the id 1"),
        ("POST", "people/ANNA/unblock", {}, "Anna has not blocked the bot"),
        ("POST", "down", {"down": "yes"}, "down must be true or false"),
        (
            "POST",
            "faults",
            {"kind": "earthquake"},
            "not a fault: 'earthquake' is not a valid FaultKind",
        ),
        ("GET", "calls?since=x", {}, "since must be a number"),
    ],
)
def test_a_wrong_request_gets_a_sentence(
    http: Http, anna: Person, method: str, path: str, body: Any, sentence: str
) -> None:
    path = path.replace("ANNA", str(anna.id))
    answer = http(method, f"/simulator/{path}", json=body)
    assert answer.status_code == 400
    assert answer.json() == {"error": sentence}


def test_words_that_are_no_json_and_a_fault_without_a_kind(http: Http) -> None:
    no_json = http("POST", "/simulator/people", content="name=Anna")
    assert no_json.json() == {"error": "the body must be JSON"}
    assert http("POST", "/simulator/faults", json={"sort": "slow"}).status_code == 400

"""Trouble that is ordered happens as often as ordered, and only where."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from bot.simulator.person import Person
from bot.simulator.server import create_app
from bot.simulator.telegram import Telegram
from bot.simulator.transport import InProcessTransport

Call = Callable[..., Any]
Http = Callable[..., httpx.Response]


def send(http: Http, chat_id: int, text: str) -> httpx.Response:
    params = {"chat_id": chat_id, "text": text}
    return http("POST", "/bot1000000:simulator/sendMessage", json=params)


def test_too_many_requests_says_how_long_in_body_and_header(
    telegram: Telegram, http: Http, anna: Person
) -> None:
    telegram.faults.fail("too_many_requests", retry_after=7)
    refused = send(http, anna.id, "hello")
    assert refused.status_code == 429
    assert refused.headers["Retry-After"] == "7"
    assert refused.json() == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    }
    assert send(http, anna.id, "hello").status_code == 200


def test_an_error_of_the_server(telegram: Telegram, http: Http, anna: Person) -> None:
    telegram.faults.fail("server_error", times=2)
    codes = [send(http, anna.id, "hello").status_code for _ in range(3)]
    assert codes == [500, 500, 200]
    assert telegram.faults.count("server_error") == 2


def test_a_bad_gateway_is_a_web_page(telegram: Telegram, http: Http, anna: Person) -> None:
    telegram.faults.fail("bad_gateway")
    answer = send(http, anna.id, "hello")
    assert answer.status_code == 502
    assert answer.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize(("kind", "arrived"), [("drop_before", []), ("drop_after", ["hello"])])
def test_a_broken_connection_leaves_the_bot_in_doubt(
    telegram: Telegram, http: Http, anna: Person, kind: str, arrived: list[str]
) -> None:
    telegram.faults.fail(kind)
    with pytest.raises(httpx.ReadError):
        send(http, anna.id, "hello")
    assert [bubble.text for bubble in anna.unread()] == arrived
    (call,) = telegram.calls
    assert (call.ok, call.fault) == (bool(arrived), kind)


def test_trouble_finds_its_method_and_its_chat(
    telegram: Telegram, call: Call, anna: Person
) -> None:
    telegram.faults.fail("server_error", method="sendChatAction")
    telegram.faults.fail("server_error", chat_id=anna.id + 1)
    assert call("sendMessage", chat_id=anna.id, text="hello")["ok"]
    assert call("getMe")["ok"]
    assert not call("sendChatAction", chat_id=anna.id, action="typing")["ok"]
    (waiting,) = telegram.faults.waiting
    assert waiting.chat_id == anna.id + 1
    telegram.faults.clear()
    assert telegram.faults.waiting == telegram.faults.happened == []


def test_a_poll_is_spared_unless_it_is_named(telegram: Telegram, call: Call) -> None:
    telegram.faults.fail("server_error")
    assert call("getUpdates")["ok"]
    telegram.faults.fail("too_many_requests", method="getUpdates")
    assert call("getUpdates")["error_code"] == 429
    assert call("getMe")["error_code"] == 500


def test_nonsense_is_not_taken(telegram: Telegram) -> None:
    with pytest.raises(ValueError, match="earthquake"):
        telegram.faults.fail("earthquake")
    with pytest.raises(ValueError, match="at least 1"):
        telegram.faults.fail("slow", times=0)
    with pytest.raises(ValueError, match="no method sendMesage"):
        telegram.faults.fail("slow", method="sendMesage")


def test_while_telegram_is_down_nothing_goes_through(
    telegram: Telegram, http: Http, anna: Person
) -> None:
    telegram.faults.down = True
    assert send(http, anna.id, "hello").status_code == 502
    assert http("GET", "/bot1000000:simulator/getUpdates").status_code == 502
    assert http("GET", "/file/bot1000000:simulator/photos/file_1.png").status_code == 502
    telegram.faults.down = False
    assert send(http, anna.id, "hello again").status_code == 200
    assert [bubble.text for bubble in anna.unread()] == ["hello again"]


def test_going_down_ends_a_poll_that_waits(telegram: Telegram, http: Http) -> None:
    async def go_down() -> None:
        await telegram.change.until(lambda: telegram.poll is not None)
        telegram.faults.down = True

    async def story() -> httpx.Response:
        request = asyncio.to_thread(
            http, "POST", "/bot1000000:simulator/getUpdates", json={"timeout": 50}, timeout=60
        )
        answer, _ = await asyncio.gather(request, go_down())
        return answer

    assert asyncio.run(story()).status_code == 502


def test_a_slow_telegram_answers_late_and_carries_out_all_the_same(
    telegram: Telegram, anna: Person
) -> None:
    pauses = []

    async def pause(seconds: float) -> None:
        pauses.append((seconds, len(anna.screen)))

    async def story() -> list[int]:
        transport = InProcessTransport(create_app(telegram, pause=pause))
        async with httpx.AsyncClient(transport=transport, base_url="http://telegram") as client:
            slow = {"seconds": 4.5}
            assert (await client.post("/simulator/slow", json=slow)).json() == slow
            send = {"chat_id": anna.id, "text": "hello"}
            bot = f"/bot{telegram.token}"
            answers = [
                await client.post(f"{bot}/sendMessage", json=send),
                await client.post(f"{bot}/getupdates"),
                await client.delete("/simulator/faults"),
                await client.post(f"{bot}/sendMessage", json=send),
            ]
            return [each.status_code for each in answers]

    assert asyncio.run(story()) == [200] * 4
    assert pauses == [(4.5, 2)]
    assert telegram.faults.slow == 0


@pytest.mark.parametrize("seconds", [-1, 60.5, float("nan"), "5", None])
def test_how_slow_it_may_be_has_bounds(telegram: Telegram, http: Http, seconds: Any) -> None:
    body = json.dumps({"seconds": seconds})
    refused = http("POST", "/simulator/slow", content=body)
    assert refused.status_code == 400
    assert refused.json() == {"error": "seconds must be a number from 0 to 60"}
    assert telegram.faults.slow == 0


def test_calls_are_remembered_with_what_came_of_them(
    telegram: Telegram, call: Call, anna: Person
) -> None:
    call("sendMessage", chat_id=anna.id, text="hello")
    call("sendMessage", chat_id=1, text="hello")
    good, bad = telegram.calls_of("sendMessage")
    assert (good.ok, good.params) == (True, {"chat_id": anna.id, "text": "hello"})
    assert good.result["message_id"] == anna.sees("hello").message_id
    assert good.at == telegram.now()
    assert (bad.ok, bad.error_code, bad.description) == (False, 400, "Bad Request: chat not found")

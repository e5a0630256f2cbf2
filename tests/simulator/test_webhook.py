"""Updates are brought to the bot's webhook: in order, again and again, with the secret."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from bot.simulator.person import Person
from bot.simulator.server import create_app
from bot.simulator.telegram import Telegram, Webhook

Call = Callable[..., Any]
PassTime = Callable[..., None]
Answer = Callable[[httpx.Request], httpx.Response]

HOOK = Webhook(url="http://127.0.0.1:8081/hook", secret_token="s3cret")
YES = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}


def accept(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200)


@dataclass
class Receiver:
    """A bot's web server: keeps what it is brought and answers as it is told."""

    answer: Answer = accept
    requests: list[httpx.Request] = field(default_factory=list)
    pauses: list[float] = field(default_factory=list)
    on_pause: Callable[[float], None] = lambda seconds: None

    def handle(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return self.answer(request)

    async def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.on_pause(seconds)
        await asyncio.sleep(0)

    @property
    def texts(self) -> list[str]:
        return [text_of(each) for each in self.requests]


def text_of(request: httpx.Request) -> str:
    update = httpx.Response(200, content=request.content).json()
    message = update.get("message") or update["callback_query"]["message"]
    text: str = message["text"]
    return text


@pytest.fixture
def receiver() -> Receiver:
    return Receiver()


@pytest.fixture
def deliver(telegram: Telegram, receiver: Receiver) -> Callable[..., None]:
    """Runs the server, with its background task, until `done`."""

    async def run(done: Callable[[], bool], also: Callable[[], Awaitable[None]] | None) -> None:
        transport = httpx.MockTransport(receiver.handle)
        async with httpx.AsyncClient(transport=transport) as client:
            app = create_app(telegram, webhook_client=client, pause=receiver.pause)
            async with app.router.lifespan_context(app):
                if also is not None:
                    await also()
                await telegram.change.until(done)

    def whole(
        done: Callable[[], bool] = lambda: telegram.pending == 0,
        also: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        asyncio.run(run(done, also))

    return whole


def test_an_update_is_brought_with_the_secret(
    telegram: Telegram, anna: Person, receiver: Receiver, deliver: Callable[..., None]
) -> None:
    telegram.webhook = HOOK
    anna.types("hello")
    deliver()
    (request,) = receiver.requests
    assert (request.method, str(request.url)) == ("POST", HOOK.url)
    assert request.headers["X-Telegram-Bot-Api-Secret-Token"] == "s3cret"
    assert request.headers["content-type"] == "application/json"
    assert receiver.texts == ["hello"]


def test_an_update_is_brought_as_soon_as_it_is_there(
    telegram: Telegram, anna: Person, receiver: Receiver, deliver: Callable[..., None]
) -> None:
    async def type_later() -> None:
        telegram.webhook = HOOK
        telegram.change.ring()
        anna.types("hello")

    deliver(also=type_later)
    assert receiver.texts == ["hello"]


def test_a_failure_is_tried_again_at_once_and_then_ever_more_slowly(
    telegram: Telegram, anna: Person, receiver: Receiver, deliver: Callable[..., None]
) -> None:
    def fail_nine_times(request: httpx.Request) -> httpx.Response:
        return httpx.Response(500 if len(receiver.requests) < 10 else 204)

    receiver.answer = fail_nine_times
    telegram.webhook = HOOK
    anna.types("hello")
    deliver()
    assert receiver.pauses[:6] == [0, 2, 4, 8, 16, 32]
    assert all(60 <= pause <= 120 for pause in receiver.pauses[6:])
    assert len(receiver.pauses) == 9
    assert receiver.texts == ["hello"] * 10


def test_a_broken_connection_is_a_failure_too_and_is_reported(
    telegram: Telegram,
    call: Call,
    anna: Person,
    receiver: Receiver,
    deliver: Callable[..., None],
) -> None:
    def break_once(request: httpx.Request) -> httpx.Response:
        if len(receiver.requests) == 1:
            raise httpx.ConnectError("refused")
        return httpx.Response(200)

    receiver.answer = break_once
    telegram.webhook = HOOK
    anna.types("hello")
    deliver()
    info = call("getWebhookInfo")["result"]
    assert info["last_error_message"] == "Webhook connection closed"
    assert info["last_error_date"] == telegram.exchange.unix_time()
    assert (info["url"], info["pending_update_count"]) == (HOOK.url, 0)


def test_the_bot_may_ask_to_be_left_alone(
    telegram: Telegram, anna: Person, receiver: Receiver, deliver: Callable[..., None]
) -> None:
    def busy(request: httpx.Request) -> httpx.Response:
        patience = {1: "9", 2: "90000"}.get(len(receiver.requests))
        return (
            httpx.Response(503, headers={"Retry-After": patience}) if patience else accept(request)
        )

    receiver.answer = busy
    telegram.webhook = HOOK
    anna.types("hello")
    deliver()
    assert receiver.pauses == [9, 3600]


def test_one_chat_waits_in_line_and_others_pass_it(
    telegram: Telegram,
    call: Call,
    anna: Person,
    receiver: Receiver,
    deliver: Callable[..., None],
) -> None:
    ben = telegram.person("Ben")
    call("sendMessage", chat_id=anna.id, text="a question", reply_markup=YES)

    def fail_the_first(request: httpx.Request) -> httpx.Response:
        tried = receiver.texts.count("one")
        return httpx.Response(500 if text_of(request) == "one" and tried < 4 else 200)

    receiver.answer = fail_the_first
    telegram.webhook = HOOK
    anna.types("one")
    anna.types("two")
    anna.taps("Yes")
    ben.types("three")
    deliver()
    order = list(dict.fromkeys(reversed(receiver.texts)))[::-1]
    assert sorted(order[:2]) == ["a question", "three"]
    assert order[2:] == ["one", "two"]


def test_no_more_lines_than_connections_are_served_at_once(
    telegram: Telegram, receiver: Receiver, deliver: Callable[..., None]
) -> None:
    people = [telegram.person(f"Person {number}") for number in range(4)]
    for person in people:
        person.types(person.name)

    def fail_until_all_were_tried(request: httpx.Request) -> httpx.Response:
        return httpx.Response(500 if len(receiver.requests) < 7 else 200)

    receiver.answer = fail_until_all_were_tried
    telegram.webhook = Webhook(url=HOOK.url, max_connections=2)
    deliver()
    assert set(receiver.texts[:6]) == {"Person 0", "Person 1"}
    assert set(receiver.texts) == {person.name for person in people}


def test_an_update_that_expires_is_dropped(
    telegram: Telegram,
    anna: Person,
    receiver: Receiver,
    deliver: Callable[..., None],
    pass_time: PassTime,
) -> None:
    receiver.answer = lambda request: httpx.Response(500)
    receiver.on_pause = lambda seconds: pass_time(hours=1)
    telegram.webhook = HOOK
    anna.types("hello")
    deliver()
    assert len(receiver.requests) == 24


def test_what_would_be_tried_again_too_late_is_dropped_now(
    telegram: Telegram, anna: Person, receiver: Receiver, deliver: Callable[..., None]
) -> None:
    receiver.answer = lambda request: httpx.Response(503, headers={"Retry-After": "200"})
    telegram.webhook = HOOK
    anna.types("/start")
    telegram.exchange.updates.clear()
    keys = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    anna.chat.post(telegram.bot, "a question", markup=keys)
    anna.taps("Yes")
    deliver()
    assert receiver.texts == ["a question"]
    assert receiver.pauses == []


def test_a_webhook_that_is_gone_for_a_day_is_given_up(
    telegram: Telegram,
    anna: Person,
    receiver: Receiver,
    deliver: Callable[..., None],
    pass_time: PassTime,
) -> None:
    receiver.answer = lambda request: httpx.Response(410)
    receiver.on_pause = lambda seconds: pass_time(hours=7.8)
    telegram.webhook = HOOK
    anna.types("hello")
    deliver(done=lambda: telegram.webhook is None)
    assert telegram.pending == 1


def test_the_bot_may_answer_with_a_call(
    telegram: Telegram, anna: Person, receiver: Receiver, deliver: Callable[..., None]
) -> None:
    reply = {"method": "sendMessage", "chat_id": anna.id, "text": "right away"}
    answers = [
        httpx.Response(200, json=reply),
        httpx.Response(200, json={"method": "getMe"}),
        httpx.Response(200, text="thanks"),
    ]
    receiver.answer = lambda request: answers[len(receiver.requests) - 1]
    telegram.webhook = HOOK
    for text in ("one", "two", "three"):
        anna.types(text)
    deliver()
    assert anna.sees("right away")
    assert [each.method for each in telegram.calls] == ["sendMessage"]


def test_while_telegram_is_down_nothing_is_delivered(
    telegram: Telegram, anna: Person, receiver: Receiver, deliver: Callable[..., None]
) -> None:
    telegram.webhook = HOOK
    telegram.faults.down = True
    anna.types("hello")

    async def come_back() -> None:
        for _ in range(20):
            await asyncio.sleep(0)
        assert receiver.requests == []
        telegram.faults.down = False

    deliver(also=come_back)
    assert receiver.texts == ["hello"]

"""getUpdates: what is kept, for how long, and what confirms it."""

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from bot.simulator.person import Person
from bot.simulator.telegram import Telegram
from bot.simulator.transport import InProcessTransport

Call = Callable[..., Any]
PassTime = Callable[..., None]

OTHER_POLLER = {
    "ok": False,
    "error_code": 409,
    "description": (
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    ),
}


def texts(answer: Any) -> list[str]:
    return [update["message"]["text"] for update in answer["result"]]


def test_updates_stay_until_a_higher_offset_confirms_them(
    telegram: Telegram, call: Call, anna: Person
) -> None:
    for text in ("one", "two", "three"):
        anna.types(text)
    first = call("getUpdates")
    assert texts(first) == ["one", "two", "three"]
    ids = [update["update_id"] for update in first["result"]]
    assert ids == [ids[0], ids[0] + 1, ids[0] + 2]
    assert texts(call("getUpdates", offset=0)) == ["one", "two", "three"]
    assert texts(call("getUpdates", offset=ids[1])) == ["two", "three"]
    assert telegram.pending == 2
    assert texts(call("getUpdates")) == ["two", "three"]
    assert texts(call("getUpdates", offset=ids[2] + 1)) == []
    assert telegram.pending == 0


def test_a_negative_offset_keeps_only_the_newest(call: Call, anna: Person) -> None:
    for text in ("one", "two", "three"):
        anna.types(text)
    assert texts(call("getUpdates", offset=-2)) == ["two", "three"]
    assert texts(call("getUpdates")) == ["two", "three"]


def test_an_offset_beyond_the_queue_confirms_nothing(call: Call, anna: Person) -> None:
    anna.types("one")
    (update,) = call("getUpdates")["result"]
    assert texts(call("getUpdates", offset=update["update_id"] + 50)) == ["one"]


def test_no_more_than_the_limit_come_at_once(call: Call, anna: Person) -> None:
    for number in range(101):
        anna.types(f"{number}")
    assert texts(call("getUpdates", limit=1)) == ["0"]
    assert len(texts(call("getUpdates", limit=1000))) == 100
    assert len(texts(call("getUpdates", limit=0))) == 1


def test_an_answer_is_not_larger_than_four_mebibytes(call: Call, anna: Person) -> None:
    for _ in range(100):
        anna.sends_document(b"x", "x" * 60_000)
    assert len(call("getUpdates")["result"]) == 69


def test_messages_are_kept_a_day_and_taps_two_and_a_half_minutes(
    call: Call, anna: Person, pass_time: PassTime
) -> None:
    markup = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    call("sendMessage", chat_id=anna.id, text="hello", reply_markup=markup)
    anna.types("words")
    anna.taps("Yes")
    pass_time(seconds=149)
    kinds = [set(update) - {"update_id"} for update in call("getUpdates")["result"]]
    assert kinds == [{"message"}, {"callback_query"}]
    pass_time(seconds=1)
    assert texts(call("getUpdates")) == ["words"]
    pass_time(hours=23, minutes=57, seconds=29)
    assert texts(call("getUpdates")) == ["words"]
    pass_time(seconds=1)
    assert texts(call("getUpdates")) == []


def test_what_was_not_allowed_when_it_happened_never_comes(call: Call, anna: Person) -> None:
    call("getUpdates", allowed_updates=["callback_query"])
    anna.types("lost")
    assert call("getUpdates")["result"] == []
    call("getUpdates", allowed_updates=["message"])
    anna.types("kept")
    sent = anna.types("kept too")
    anna.edits(sent, "edited")
    assert texts(call("getUpdates")) == ["kept", "kept too"]
    call("getUpdates", allowed_updates=[])
    anna.edits(sent, "edited again")
    assert [set(each) - {"update_id"} for each in call("getUpdates")["result"]] == [
        {"message"},
        {"message"},
        {"edited_message"},
    ]


def test_an_update_shows_the_world_as_it_was(call: Call, anna: Person) -> None:
    sent = anna.types("first words")
    anna.edits(sent, "second words")
    first, second = call("getUpdates")["result"]
    assert first["message"]["text"] == "first words"
    assert second["edited_message"]["text"] == "second words"
    assert second["edited_message"]["edit_date"] >= first["message"]["date"]


async def poll(client: httpx.AsyncClient, **params: object) -> Any:
    response = await client.post("/bot1000000:simulator/getUpdates", json=params)
    return response.json()


def client_of(app: Starlette) -> httpx.AsyncClient:
    transport = InProcessTransport(app)
    return httpx.AsyncClient(transport=transport, base_url="http://telegram", timeout=60)


def test_of_two_polls_the_older_one_is_ended(
    telegram: Telegram, app: Starlette, anna: Person
) -> None:
    async def story() -> tuple[Any, Any]:
        async with client_of(app) as client:
            older = asyncio.create_task(poll(client, timeout=50))
            await telegram.change.until(lambda: telegram.poll is not None)
            newer = asyncio.create_task(poll(client, timeout=50))
            ended = await older
            anna.types("hello")
            return ended, await newer

    ended, answered = asyncio.run(story())
    assert ended == OTHER_POLLER
    assert texts(answered) == ["hello"]


def test_a_poll_that_finds_something_disturbs_nobody(
    telegram: Telegram, app: Starlette, call: Call, anna: Person
) -> None:
    anna.types("hello")

    async def story() -> Any:
        async with client_of(app) as client:
            return await asyncio.gather(poll(client, timeout=50), poll(client, timeout=50))

    assert [texts(each) for each in asyncio.run(story())] == [["hello"], ["hello"]]


def test_a_poll_comes_back_empty_when_its_time_is_over(call: Call, telegram: Telegram) -> None:
    telegram.enforce_pace = True
    telegram.pace.patience = 0.05  # so long a repeated poll is held
    for _ in range(2):
        assert call("getUpdates") == {"ok": True, "result": []}
    assert telegram.poll is None


def test_setting_a_webhook_ends_a_poll(telegram: Telegram, app: Starlette) -> None:
    async def story() -> tuple[Any, Any]:
        async with client_of(app) as client:
            waiting = asyncio.create_task(poll(client, timeout=50))
            await telegram.change.until(lambda: telegram.poll is not None)
            path = "/bot1000000:simulator/setWebhook"
            await client.post(path, json={"url": "http://127.0.0.1:1/hook"})
            return await waiting, await poll(client)

    ended, refused = asyncio.run(story())
    assert ended["description"] == "Conflict: terminated by setWebhook request"
    assert refused["error_code"] == 409
    assert refused["description"] == (
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("/start", [("bot_command", 0, 6)]),
        ("/start CODE", [("bot_command", 0, 6)]),
        ("/help@simulated_bot please", [("bot_command", 0, 19)]),
        ("🙂 /help", [("bot_command", 3, 5)]),
        ("either/or", []),
        ("<b>/help</b>", []),
        ("see https://example.org/a?b=1.", [("url", 4, 25)]),
        ("anna@example.org", [("email", 0, 16)]),
        ("ask @maria_k", [("mention", 4, 8)]),
        ("plain words", []),
        ("https://example.org/maria@example.org", [("url", 0, 37)]),
    ],
)
def test_telegram_marks_what_it_recognises(
    call: Call, anna: Person, text: str, marks: list[tuple[str, int, int]]
) -> None:
    anna.types(text)
    (update,) = call("getUpdates")["result"]
    entities = update["message"].get("entities", [])
    assert [(each["type"], each["offset"], each["length"]) for each in entities] == marks

"""How Telegram slows a bot down, where that is switched on."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from bot.simulator.person import Person
from bot.simulator.telegram import Telegram

Call = Callable[..., Any]
PassTime = Callable[..., None]


@pytest.fixture
def paced(telegram: Telegram) -> Telegram:
    telegram.enforce_pace = True
    return telegram


def started(telegram: Telegram, count: int) -> list[Person]:
    people = [telegram.person(f"Person {number}") for number in range(count)]
    for person in people:
        person.types("/start")
    return people


def wait(answer: Any) -> int:
    """For how long the bot is told to wait; 0 if the message went through."""
    seconds: int = answer.get("parameters", {}).get("retry_after", 0)
    return seconds


def test_thirty_messages_a_second_go_through(
    paced: Telegram, call: Call, pass_time: PassTime
) -> None:
    people = started(paced, 31)
    waits = [wait(call("sendMessage", chat_id=each.id, text="x")) for each in people]
    assert waits == [0] * 30 + [1]
    assert wait(call("editMessageText", chat_id=people[0].id, message_id=32, text="y")) == 0
    pass_time(seconds=1)
    assert wait(call("sendMessage", chat_id=people[-1].id, text="x")) == 0


def test_a_paid_broadcast_is_faster(paced: Telegram, call: Call) -> None:
    people = started(paced, 40)
    paid = {"text": "x", "allow_paid_broadcast": True}
    assert all(call("sendMessage", chat_id=each.id, **paid)["ok"] for each in people)


def test_in_one_chat_a_short_burst_then_one_a_second(
    paced: Telegram, call: Call, anna: Person, pass_time: PassTime
) -> None:
    waits = [wait(call("sendMessage", chat_id=anna.id, text="x")) for _ in range(7)]
    assert waits == [0, 0, 0, 0, 0, 1, 1]
    for _ in range(3):
        pass_time(seconds=1)
        assert wait(call("sendMessage", chat_id=anna.id, text="x")) == 0
        assert wait(call("sendMessage", chat_id=anna.id, text="x")) == 1
    pass_time(seconds=60)
    waits = [wait(call("sendMessage", chat_id=anna.id, text="x")) for _ in range(6)]
    assert waits == [0, 0, 0, 0, 0, 1]


def test_in_a_group_twenty_a_minute(
    paced: Telegram, call: Call, anna: Person, pass_time: PassTime
) -> None:
    group = paced.group("Staff", [anna])
    waits = [wait(call("sendMessage", chat_id=group.id, text="x")) for _ in range(21)]
    assert waits == [0] * 20 + [60]
    pass_time(seconds=60)
    assert wait(call("sendMessage", chat_id=group.id, text="x")) == 0


def test_without_it_nothing_is_slowed(call: Call, anna: Person) -> None:
    assert all(call("sendMessage", chat_id=anna.id, text="x")["ok"] for _ in range(40))


def test_a_webhook_is_set_once_a_second(paced: Telegram, call: Call, pass_time: PassTime) -> None:
    url = "https://example.org/hook"
    assert wait(call("setWebhook", url=url)) == 0
    assert wait(call("setWebhook", url=url)) == 1
    pass_time(seconds=1)
    assert wait(call("setWebhook", url=url)) == 0


def test_a_repeated_poll_gets_little_and_waits(
    paced: Telegram, call: Call, anna: Person, pass_time: PassTime
) -> None:
    paced.pace.patience = 0.05
    anna.types("one")
    anna.types("two")
    assert len(call("getUpdates")["result"]) == 2
    assert len(call("getUpdates")["result"]) == 1
    pass_time(seconds=1)
    assert len(call("getUpdates")["result"]) == 2


def test_a_repeated_empty_poll_is_held(paced: Telegram, call: Call, anna: Person) -> None:
    paced.pace.patience = 50
    call("getUpdates")

    async def type_into_the_poll() -> None:
        await paced.change.until(lambda: paced.poll is not None)
        anna.types("hello")

    async def story() -> Any:
        answer, _ = await asyncio.gather(
            asyncio.to_thread(call, "getUpdates"), type_into_the_poll()
        )
        return answer

    assert len(asyncio.run(story())["result"]) == 1


def test_repeated_conflicts_are_held(paced: Telegram, call: Call, pass_time: PassTime) -> None:
    paced.pace.patience = 0.05
    call("setWebhook", url="https://example.org/hook")
    waits = []
    for _ in range(3):
        assert call("getUpdates")["error_code"] == 409
        waits.append(paced.pace.conflict_waits())
    assert waits == [0.05] * 3
    pass_time(seconds=1)
    assert paced.pace.conflict_waits() == 0

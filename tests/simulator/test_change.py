"""Whoever waits for something to change wakes up, and does not wait for ever."""

import asyncio
import threading

import pytest

from bot.simulator.change import Change
from bot.simulator.person import Person
from bot.simulator.telegram import Telegram


def test_a_change_wakes_all_who_wait(telegram: Telegram, anna: Person) -> None:
    async def story() -> None:
        waiting = [
            asyncio.create_task(telegram.change.until(lambda: telegram.pending == 2))
            for _ in range(3)
        ]
        await asyncio.sleep(0)
        anna.types("one")
        anna.types("two")
        await asyncio.gather(*waiting)

    asyncio.run(story())


def test_a_change_in_another_thread_wakes_too() -> None:
    change = Change()

    async def story() -> bool:
        threading.Timer(0.01, change.ring).start()
        return await change.after(change.count, seconds=5)

    assert asyncio.run(story())


def test_a_change_that_has_happened_is_not_waited_for() -> None:
    change = Change()
    seen = change.count
    change.ring()
    assert asyncio.run(change.after(seen))


def test_waiting_ends_when_nothing_changes() -> None:
    change = Change()
    assert not asyncio.run(change.after(change.count, seconds=0.01))
    with pytest.raises(TimeoutError):
        asyncio.run(change.until(lambda: False, seconds=0.01))


def test_an_empty_screen_is_drawn_too(ben: Person) -> None:
    with pytest.raises(AssertionError, match=r"the screen of Ben ---\n\(nothing\)"):
        ben.sees("hello")

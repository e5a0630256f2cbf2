"""A loop goes on after a fault, is begun anew when it is silent, and ends only for good reasons."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.loops.running import LONGEST_WAIT_SECONDS, Loop, LoopState, keep_running
from tests.loops.virtual_time import run


class TheEnd(Exception):
    """What a step may raise to end the program."""


def now() -> float:
    return asyncio.get_running_loop().time()


class Watched:
    """A loop whose step is given by the test, with the instants at which it stepped."""

    def __init__(
        self, step: Callable[[int], Awaitable[float | None]], silent_after: float = 60.0
    ) -> None:
        self.steps: list[float] = []
        self.bell = asyncio.Event()
        self.state = LoopState("work", silent_after, beat_at=0.0)
        self._act = step
        self.loop = Loop(self.state, self._step, self.bell, fatal=TheEnd)

    async def _step(self) -> float | None:
        self.steps.append(now())
        return await self._act(len(self.steps))


async def for_seconds(seconds: float, *watched: Watched) -> None:
    running = asyncio.create_task(keep_running([each.loop for each in watched], now))
    await asyncio.wait({running}, timeout=seconds)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def _nothing(_count: int) -> float | None:
    return None


async def _every_two_seconds(_count: int) -> float | None:
    return 2.0


def test_a_loop_steps_when_its_step_said() -> None:
    watched = Watched(_every_two_seconds)
    run(for_seconds(7, watched))
    assert watched.steps == pytest.approx([0, 2, 4, 6])


def test_a_loop_with_nothing_to_do_still_shows_that_it_lives() -> None:
    watched = Watched(_nothing)
    run(for_seconds(40, watched))
    assert watched.steps == pytest.approx([0, LONGEST_WAIT_SECONDS, 2 * LONGEST_WAIT_SECONDS])
    assert watched.state.beat_at == watched.steps[-1]
    assert watched.state.restarts == 0


def test_a_bell_wakes_a_loop_at_once_also_one_that_rang_during_the_step() -> None:
    async def story() -> list[float]:
        async def rings_itself_once(count: int) -> float | None:
            if count == 2:
                watched.bell.set()
            return None

        watched = Watched(rings_itself_once)
        running = asyncio.create_task(watched.loop.run(now))
        await asyncio.sleep(3)
        watched.bell.set()
        await asyncio.sleep(1)
        running.cancel()
        return watched.steps

    assert run(story()) == pytest.approx([0, 3, 3])


def test_a_step_that_fails_is_counted_and_the_loop_goes_on_a_second_later() -> None:
    async def fails_twice(count: int) -> float | None:
        if count <= 2:
            raise ZeroDivisionError
        return None

    watched = Watched(fails_twice)
    run(for_seconds(10, watched))
    assert watched.steps == pytest.approx([0, 1, 2])
    assert watched.state.restarts == 2


def test_a_loop_that_fails_does_not_stop_the_others() -> None:
    async def always_fails(_count: int) -> float | None:
        raise ZeroDivisionError

    broken, sound = Watched(always_fails), Watched(_every_two_seconds)
    sound.state.name = "send"
    run(for_seconds(9, broken, sound))
    assert len(sound.steps) == 5 and sound.state.restarts == 0


def test_a_loop_that_has_gone_silent_is_begun_anew() -> None:
    async def hangs_at_first(count: int) -> float | None:
        if count == 1:
            await asyncio.sleep(10_000)
        return 2.0

    watched = Watched(hangs_at_first, silent_after=12.0)
    run(for_seconds(20, watched))
    assert watched.steps[0] == 0
    assert watched.steps[1:] == pytest.approx([15, 17, 19])
    assert watched.state.restarts == 1


def test_what_is_fatal_ends_all_loops_and_is_raised() -> None:
    async def ends(count: int) -> float | None:
        if count == 3:
            raise TheEnd
        return 1.0

    async def story() -> None:
        ending, other = Watched(ends), Watched(_every_two_seconds)
        other.state.name = "send"
        with pytest.raises(TheEnd):
            await keep_running([ending.loop, other.loop], now)
        assert now() == pytest.approx(2)
        await asyncio.sleep(60)
        assert len(other.steps) <= 2

    run(story())

"""The program is stopped at every point of a path; after a restart people see the same."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from sqlalchemy import Connection, event, text

from bot.simulator.person import Person as Account
from tests.clock import melbourne
from tests.loops.prepared import Picture, Town, opened, run_in


class Killed(BaseException):
    """The process ends here. Nothing in the program may catch it."""


class Blade:
    """Falls at the point with this number, counted from 1; from then on nothing gets any further.

    Points are: just before COMMIT of each transaction that has changed something, just before each
    call to Telegram, and just after it was carried out, before its answer is seen. Between two
    points nothing happens that would outlive the process.
    """

    def __init__(self) -> None:
        self.is_armed = False
        self.falls_at = 0
        self.passed: list[str] = []

    def arm(self, falls_at: int) -> None:
        self.is_armed, self.falls_at, self.passed = True, falls_at, []

    def point(self, name: str) -> None:
        if not self.is_armed:
            return
        if len(self.passed) < self.falls_at:
            self.passed.append(name)
        if len(self.passed) == self.falls_at:
            raise Killed(name)


class _Wire(httpx.AsyncBaseTransport):
    def __init__(self, to_telegram: httpx.AsyncBaseTransport, blade: Blade) -> None:
        self._to_telegram = to_telegram
        self._blade = blade

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        method = request.url.path.rpartition("/")[2]
        self._blade.point(f"before {method}")
        response = await self._to_telegram.handle_async_request(request)
        self._blade.point(f"after {method}")
        return response


class MortalTown(Town):
    def __init__(self, folder: Path, picture: Picture) -> None:
        self.blade = Blade()
        super().__init__(folder, picture)
        self._changes = 0
        event.listen(self.database.engine, "commit", self._before_commit)

    def _before_commit(self, connection: Connection) -> None:
        raw = connection.connection.dbapi_connection
        assert raw is not None, "a connection that commits is open"
        changes = raw.total_changes
        changed, self._changes = changes != self._changes, changes
        if changed and threading.current_thread().name.startswith("database"):
            self.blade.point("before COMMIT")  # not when the test itself changes something

    def transport(self) -> httpx.AsyncBaseTransport:
        return _Wire(super().transport(), self.blade)

    def bury(self) -> None:
        """What was under way in the process is gone with it."""

        async def cancel_all() -> None:
            others = asyncio.all_tasks() - {asyncio.current_task()}
            for task in others:
                task.cancel()
            await asyncio.gather(*others, return_exceptions=True)

        run_in(self, cancel_all())
        self.database.engine.dispose()
        self._changes = 0
        self.blade.is_armed = False

    # --- what is compared

    @property
    def screens(self) -> dict[str, list[str]]:
        people: list[Account] = self.telegram.people
        return {each.name: [bubble.text for bubble in each.screen] for each in people}

    def count(self, table: str, condition: str = "1 = 1") -> int:
        with self.look() as db:
            question = text(f"SELECT count(*) FROM {table} WHERE {condition}")
            return int(db.connection().execute(question).scalar_one())

    @property
    def arrived_and_not_written_down(self) -> int:
        by_bot = sum(bubble.by_bot for each in self.telegram.people for bubble in each.screen)
        return by_bot - self.count("outbox", "kind = 'message' AND state = 'sent'")


Story = Callable[[Town], None]


def tap(town: Town) -> None:
    town.anna.account.taps("I'll be there")


def words_of_danger(town: Town) -> None:
    town.anna.account.types("I want to die")


def day_of_a_reminder(town: Town) -> None:
    town.hand.wait_until(melbourne("2026-12-05 11:00"))


def beginning_of(story: Story, folder: Path) -> Picture:
    with opened(folder) as town:
        town.book(town.row_of(town.anna), melbourne("2026-12-08 11:00"))
        town.anna.types("My times")
        story(town)
        return town.picture()


@contextmanager
def mortal_town(folder: Path, picture: Picture) -> Iterator[MortalTown]:
    town = MortalTown(folder, picture)
    try:
        yield town
    finally:
        town.close()


def live_until_killed(town: MortalTown, falls_at: int) -> bool:
    """Once round all loops, and receive again: that confirms. False if nothing was left to kill."""
    town.blade.arm(falls_at)
    try:
        town.do("receive", "work", "tick", "send")
        town.hand.let_seconds_pass(0.1)
        town.do("send", "receive")
    except Killed:
        return True
    finally:
        town.bury()
    return len(town.blade.passed) == falls_at


def live_on(town: Town, story: Story) -> None:
    """Until all is said, also what the practice is told three minutes after a tap."""
    town.settle()
    if story is tap:
        town.wait(minutes=3)


STORIES = (tap, day_of_a_reminder, pytest.param(words_of_danger, marks=pytest.mark.slow))


@pytest.mark.parametrize("story", STORIES)
def test_a_crash_at_any_point_changes_nothing_that_people_see(story: Story, tmp_path: Path) -> None:
    begin = beginning_of(story, tmp_path)
    with mortal_town(tmp_path, begin) as town:
        live_on(town, story)
        expected, rows = town.screens, (town.count("outbox"), town.count("audit"))

    number, killed = 0, True
    while killed:
        number += 1
        with mortal_town(tmp_path, begin) as town:
            killed = live_until_killed(town, number)
            may_come_twice = town.arrived_and_not_written_down
            town.start()
            live_on(town, story)
            where = f"killed at point {number}, {town.blade.passed[-1]}, of {story.__name__}"
            twice = take_away(expected, town.screens, where)
            assert len(twice) == may_come_twice, f"{where}: {twice} came twice"
            assert (town.count("outbox"), town.count("audit")) == rows, where
            assert town.anna.account.unanswered_taps == [], where
    assert number > 10, "the path has its points"


def take_away(expected: dict[str, list[str]], seen: dict[str, list[str]], where: str) -> list[str]:
    """What was seen more than expected; everything expected must be there, in its order."""
    more: list[str] = []
    for name, texts in expected.items():
        rest = iter(texts)
        wanted = next(rest, None)
        for found in seen[name]:
            if found == wanted:
                wanted = next(rest, None)
            else:
                more.append(found)
        assert wanted is None, f"{where}: {name} does not see «{wanted}»"
    return more

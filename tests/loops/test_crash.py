"""The program is stopped at every point of a path; after a restart people see the same."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
import pytest
from sqlalchemy import Connection, text
from sqlmodel import col, select

from bot.records import case_entries, cases
from bot.records.cases import Case
from bot.records.check_ins import CheckIn
from bot.records.notes import Note
from bot.records.sharings import Sharing
from bot.simulator.person import Person as Account
from tests.loops.crash_stories import STORIES, Story
from tests.loops.prepared import Town, listening, opened, run_in
from tests.snapshots import Snapshot


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
    def __init__(self, file: Path, start: Snapshot) -> None:
        self.blade = Blade()
        super().__init__(file, start)
        self._changes = 0

    def before_commit(self, connection: Connection) -> None:
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
    def rows(self) -> list[object]:
        """How many messages and entries there are; how check-ins, sharing, notes and cases stand."""
        counts = (self.count("outbox"), self.count("audit"))
        with self.look() as db:
            asked = db.exec(select(CheckIn).order_by(col(CheckIn.id))).all()
            told = db.exec(select(Case).order_by(col(Case.id))).all()
            written = [entry for case in told for entry in case_entries.of_case(db, case)]
            named = [reader for case in told for reader in cases.readers(db, case)]
            shared = db.exec(select(Sharing).order_by(col(Sharing.id))).all()
            notes = db.exec(select(Note).order_by(col(Note.id))).all()
            return [
                counts,
                *((each.state, each.words, bool(each.shared_at)) for each in notes),
                *((each.state, each.answers, each.level) for each in asked),
                *((each.kind, bool(each.given_at), bool(each.revoked_at)) for each in shared),
                *((each.state, each.taken_by, bool(each.answered_at)) for each in told),
                *((each.by_id, each.kind, each.text, bool(each.sent_at)) for each in written),
                *((each.person_id, bool(each.asked_at), bool(each.opened_at)) for each in named),
            ]

    @property
    def unanswered_taps(self) -> list[str]:
        return [label for each in self.telegram.people for label in each.unanswered_taps]

    @property
    def arrived_and_not_written_down(self) -> int:
        by_bot = sum(bubble.by_bot for each in self.telegram.people for bubble in each.screen)
        return by_bot - self.count("outbox", "kind = 'message' AND state = 'sent'")


def beginning_of(story: Story, file: Path) -> Snapshot:
    with opened(file) as town:
        story.begin(town)
        story.act(town)
        return Snapshot.of(town)


@contextmanager
def mortal_town(file: Path, start: Snapshot) -> Iterator[MortalTown]:
    with (
        closing(MortalTown(file, start)) as town,
        listening(town.database.engine, "commit", town.before_commit),
    ):
        yield town


def live_until_killed(town: MortalTown, story: Story, falls_at: int) -> bool:
    """Twice round all loops, and receive again: that confirms. False if nothing was left to kill."""
    town.blade.arm(falls_at)
    try:
        town.do("receive", "work", "tick", "send")
        for seconds in (0.1, story.later, 1.0):  # Telegram takes one message a second from a chat
            town.hand.wait(seconds)
            town.do("tick", "send", "receive")
    except Killed:
        return True
    finally:
        town.bury()
    return len(town.blade.passed) == falls_at


def live_on(town: Town, story: Story) -> None:
    """Until all is said."""
    town.settle()
    town.wait(minutes=story.minutes)


SLOW = {
    "danger",
    "answer, plain messages",
    "last answer",
    "note shared",
    "brief by itself",
    "brief asked for",
    "concern sent",
    "claim",
    "answer of staff",
}
TOLD = [
    pytest.param(name, marks=pytest.mark.slow if name in SLOW else ()) for name in sorted(STORIES)
]


@pytest.mark.parametrize("name", TOLD)
def test_a_crash_at_any_point_changes_nothing_that_people_see(
    name: str, practice_file: Path
) -> None:
    story = STORIES[name]
    begin = beginning_of(story, practice_file)
    with mortal_town(practice_file, begin) as town:
        live_on(town, story)
        expected, rows = town.screens, town.rows

    number, killed = 0, True
    while killed:
        number += 1
        with mortal_town(practice_file, begin) as town:
            killed = live_until_killed(town, story, number)
            may_come_twice = town.arrived_and_not_written_down
            town.start()
            live_on(town, story)
            where = f"killed at point {number}, {town.blade.passed[-1]}, of «{name}»"
            twice = take_away(expected, town.screens, where)
            assert len(twice) == may_come_twice, f"{where}: {twice} came twice"
            assert town.rows == rows, where
            assert town.unanswered_taps == [], where
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

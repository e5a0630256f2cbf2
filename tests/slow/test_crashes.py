"""Killed with SIGKILL again and again, the program loses nothing and does nothing twice."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.slow.counting import Figures
from tests.slow.crash_harness import Plan, crash
from tests.slow.databases import POSTGRES_URL, fresh_database
from tests.slow.day import crash_day
from tests.slow.day_bot import DayBot
from tests.slow.our_bot import OurBot
from tests.slow.our_program import OurProgram

# Fewer than by hand (docs/crash-test.md): .ci/run has no more than a few minutes for this.
KILLS, CLIENTS = 10, 10


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database."""
    if request.param == "postgresql" and not POSTGRES_URL:
        pytest.skip("TEST_POSTGRES_URL is not set")
    with fresh_database(request.param, tmp_path) as url:
        yield url


@pytest.fixture
def seed() -> int:
    return random.randrange(10**6)


@pytest.mark.slow
def test_kills_under_a_stream_lose_nothing_and_double_nothing_but_what_was_in_flight(
    url: str, seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bot = OurBot(url, tmp_path)
    figures = crash(bot, Plan(kills=KILLS, clients=CLIENTS, seed=seed), tmp_path)
    with capsys.disabled():
        show(figures, bot, seed)
    assert_that_all_is_well(figures)


@pytest.mark.slow
def test_kills_throughout_a_day_lose_nothing_and_double_nothing_but_what_was_in_flight(
    url: str, seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bot = DayBot(url, tmp_path)
    figures = crash_day(bot, seed, tmp_path)
    with capsys.disabled():
        show(figures, bot, seed)
    assert_that_all_is_well(figures)


def show(figures: Figures, bot: OurProgram, seed: int) -> None:
    print(f"\n{figures}; seed {seed}; {len(bot.faults())} errors in the program's log")


def assert_that_all_is_well(figures: Figures) -> None:
    assert figures.never_processed == 0
    assert figures.processed_twice == 0
    assert figures.replies_lost == 0
    assert figures.wrong_replies == 0
    assert figures.in_flight is not None, "our bot knows what it was sending"
    assert figures.duplicates <= figures.in_flight

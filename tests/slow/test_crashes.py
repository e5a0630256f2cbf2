"""Killed with SIGKILL again and again, the program loses nothing and does nothing twice."""

import random
from pathlib import Path

import pytest

from tests.slow.crash_harness import Plan, crash
from tests.slow.databases import POSTGRES_URL, fresh_database
from tests.slow.our_bot import OurBot


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_kills_lose_nothing_and_double_nothing_but_what_was_in_flight(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if kind == "postgresql" and not POSTGRES_URL:
        pytest.skip("TEST_POSTGRES_URL is not set")
    plan = Plan(seed=random.randrange(10**6))
    with fresh_database(kind, tmp_path) as url:
        ours = OurBot(url, tmp_path)
        figures = crash(ours, plan, tmp_path)
        faults = ours.faults()
    with capsys.disabled():
        print(f"\n{figures}; seed {plan.seed}; {len(faults)} errors in the program's log")
    assert figures.never_processed == 0
    assert figures.processed_twice == 0
    assert figures.replies_lost == 0
    assert figures.wrong_replies == 0
    assert figures.in_flight is not None, "our bot knows what it was sending"
    assert figures.duplicates <= figures.in_flight

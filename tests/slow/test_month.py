"""A month of concerns in which staff do as people do (see tests/slow/month.py)."""

from pathlib import Path

import pytest

from tests.slow.databases import fresh_database
from tests.slow.month import play

CONCERNS = 80  # by hand 200: .ci/run has no more than a few minutes for this


@pytest.mark.slow
def test_a_month_of_concerns_leaves_nobody_without_a_next_step(tmp_path: Path) -> None:
    with fresh_database("sqlite", tmp_path) as url:
        counted = play(url, CONCERNS, seed=11)
    print(counted)
    assert counted.faults == []
    assert sum(counted.states.values()) > CONCERNS / 2  # some found nobody there, some hesitated
    assert counted.escalations > CONCERNS / 2

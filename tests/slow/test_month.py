"""A month of concerns in which staff do as people do (see tests/slow/month.py)."""

from pathlib import Path

import pytest

from tests.slow.databases import fresh_database
from tests.slow.month import play


@pytest.mark.slow
def test_a_month_of_200_concerns_leaves_nobody_without_a_next_step(tmp_path: Path) -> None:
    with fresh_database("sqlite", tmp_path) as url:
        counted = play(url, 200, seed=11)
    print(counted)
    assert counted.faults == []
    assert sum(counted.states.values()) > 150  # of 200: some found nobody there, some hesitated
    assert counted.escalations > 100

"""A part of the simulated year, over both changes of the clocks (see tests/slow/year.py)."""

import tempfile
from pathlib import Path

import pytest

from tests.slow.year import in_memory, play

CLIENTS, DAYS = 30, 188  # by hand 500 and 365: .ci/run has no more than a few minutes for this


@pytest.mark.slow
def test_each_reminder_of_a_year_comes_once_at_its_time_and_none_is_too_much() -> None:
    with tempfile.TemporaryDirectory(dir=in_memory()) as folder:
        counted = play(
            f"sqlite:///{Path(folder) / 'practice.sqlite'}", clients=CLIENTS, days=DAYS, seed=11
        )
    print(counted)
    assert {kind: found for kind, found in counted.faults.items() if found} == {}
    assert counted.once.total() == counted.expected.total() > 10 * CLIENTS
    assert counted.once["after an outage"] > 0 and counted.expired.total() > 0

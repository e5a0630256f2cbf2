"""What a client is told about when homework is asked about is what happens, whatever they tap."""

import random

import pytest

from tests.conversations.weeks import Weeks
from tests.practice import Cast


def plays(cast: Cast, seed: int) -> None:
    weeks = Weeks(cast, random.Random(seed))
    weeks.play()
    assert weeks.faults == [], weeks.faults[0]


@pytest.mark.parametrize("seed", [2, 5, 31])
def test_each_reminder_that_was_said_comes_then_and_no_other(welcomed: Cast, seed: int) -> None:
    plays(welcomed, seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 140))
def test_many_more_weeks(welcomed: Cast, seed: int) -> None:
    plays(welcomed, seed)

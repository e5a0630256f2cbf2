"""How many alerts to expect: ranges that hold what is true, and say nothing that counts can't."""

import pytest

from bot.rules.expected_alerts import Counts, Range, expected, how_many, mistaken, share
from bot.rules.triage.rates import Measured


def near(found: Range, low: float, high: float) -> bool:
    return found.low == pytest.approx(low, abs=0.01) and found.high == pytest.approx(high, abs=0.01)


@pytest.mark.parametrize(
    ("found", "of", "low", "high"),
    [(0, 86, 0.0, 0.043), (5, 100, 0.022, 0.112), (50, 100, 0.404, 0.596), (10, 10, 0.722, 1.0)],
)
def test_a_share_is_given_with_wilson_s_interval(
    found: int, of: int, low: float, high: float
) -> None:
    assert near(share(found, of), low, high)


@pytest.mark.parametrize(
    ("found", "low", "high"),
    [(0, 0.0, 3.68), (1, 0.01, 5.57), (10, 4.79, 18.39), (100, 81.4, 121.6)],
)
def test_a_count_is_given_with_byar_s_interval(found: int, low: float, high: float) -> None:
    range_found = how_many(found)
    assert range_found.low == pytest.approx(low, abs=0.1)
    assert range_found.high == pytest.approx(high, abs=0.1)


COUNTS = Counts(clients=12, weeks=4, texts=85, high=1, possible=0)


def test_what_was_counted_is_said_per_100_clients_and_week() -> None:
    alerts, questions = expected(COUNTS, COUNTS.high), expected(COUNTS, COUNTS.possible)
    assert near(alerts, 0.027, 11.59)
    assert questions.low == 0 and questions.high == pytest.approx(3.68 * 100 / 48, rel=0.03)


def test_mistakes_are_the_texts_times_how_often_one_is_taken_for_danger() -> None:
    found = mistaken(COUNTS, Measured(0, 86, "…"))
    assert found.low == 0 and found.high == pytest.approx(0.0428 * 85 * 100 / 48, rel=0.02)
    more = mistaken(COUNTS, Measured(10, 1000, "…"))
    assert 0 < more.low < 0.01 * 85 * 100 / 48 < more.high


def test_more_texts_and_more_measured_make_narrower_ranges() -> None:
    few, many = share(1, 100), share(10, 1000)
    assert many.high - many.low < few.high - few.low
    few, many = how_many(1), how_many(100).times(0.01)
    assert many.high - many.low < few.high - few.low

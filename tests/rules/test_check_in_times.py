"""When a check-in is asked, and until when it can be answered."""

from datetime import timedelta

from bot.rules.check_in_times import closes_at, is_asked_after
from tests.clock import melbourne

ASKED = melbourne("2026-12-01 14:50")


def test_after_the_first_three_sessions_and_then_every_third() -> None:
    asked = [number for number in range(1, 14) if is_asked_after(number)]
    assert asked == [1, 2, 3, 6, 9, 12]


def test_it_is_open_for_three_days_or_until_the_next_session() -> None:
    assert closes_at(ASKED, None) == ASKED + timedelta(hours=72)
    assert closes_at(ASKED, ASKED + timedelta(days=7)) == ASKED + timedelta(hours=72)
    assert closes_at(ASKED, ASKED + timedelta(days=1)) == ASKED + timedelta(days=1)

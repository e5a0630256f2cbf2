"""When a client's own note is brought back."""

from datetime import datetime, time

import pytest

from bot.rules.due import Clocks, QuietHours
from bot.rules.own_notes import brought_back_at
from tests.clock import MELBOURNE, melbourne

NIGHT = Clocks(MELBOURNE, QuietHours(time(21), time(8)))


@pytest.mark.parametrize(
    ("starts_at", "comes_at"),
    [
        ("2026-12-08 11:00", melbourne("2026-12-08 10:00")),
        ("2026-12-08 09:00", melbourne("2026-12-08 08:00")),
        ("2026-12-08 08:59", melbourne("2026-12-07 20:59")),
        ("2026-12-08 21:30", melbourne("2026-12-08 20:30")),
        ("2026-12-08 22:30", melbourne("2026-12-08 20:59")),
    ],
)
def test_an_hour_before_or_before_the_quiet_hours(starts_at: str, comes_at: datetime) -> None:
    assert brought_back_at(melbourne(starts_at), NIGHT) == comes_at


def test_without_quiet_hours_always_an_hour_before() -> None:
    starts_at = melbourne("2026-12-08 05:00")
    found = brought_back_at(starts_at, Clocks(MELBOURNE, None))
    assert found == melbourne("2026-12-08 04:00")

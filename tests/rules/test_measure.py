"""How much comes unasked: one a day and three a week, on the reader's own calendar."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.measure import A_DAY, A_WEEK, WEEK, next_allowed_at
from tests.clock import MELBOURNE, melbourne
from tests.rules.zones import instants, zones


def at(text: str) -> datetime:
    return melbourne(f"2026-12-{text}")


@pytest.mark.parametrize(
    ("sent", "wished", "allowed"),
    [
        ([], "08 14:00", "08 14:00"),
        (["07 23:59"], "08 00:00", "08 00:00"),  # another day, if only just
        (["08 00:00"], "08 14:00", "09 14:00"),
        (["08 23:00"], "08 14:00", "09 14:00"),  # later on the same day counts too
        (["08 10:00", "09 10:00"], "08 14:00", "10 14:00"),
        (["02 10:00", "04 10:00", "06 10:00"], "08 14:00", "09 14:00"),  # three within a week
        (["01 14:00", "04 10:00", "06 10:00"], "08 14:00", "08 14:00"),  # the first just fell out
        (["01 14:01", "04 10:00", "06 10:00"], "08 14:00", "09 14:00"),
        (["05 10:00", "06 10:00", "07 10:00"], "08 14:00", "12 14:00"),
        (["02 10:00", "04 10:00"], "08 14:00", "08 14:00"),
    ],
)
def test_the_same_time_on_the_first_day_that_fits(
    sent: list[str], wished: str, allowed: str
) -> None:
    assert next_allowed_at([at(each) for each in sent], at(wished), MELBOURNE) == at(allowed)


def test_a_day_is_the_reader_s_day() -> None:
    sent, wished = [melbourne("2026-12-08 09:00")], melbourne("2026-12-08 14:00")
    assert next_allowed_at(sent, wished, MELBOURNE) == melbourne("2026-12-09 14:00")
    dublin = ZoneInfo("Europe/Dublin")  # 10 pm of the day before, and 3 am
    assert next_allowed_at(sent, wished, dublin) == wished


def test_the_time_of_day_stays_when_the_clocks_change() -> None:
    """Melbourne's go forward on Sunday 4 October 2026."""
    sent = [melbourne("2026-10-03 09:00")]
    allowed = next_allowed_at(sent, melbourne("2026-10-03 14:00"), MELBOURNE)
    assert allowed == melbourne("2026-10-04 14:00")
    assert allowed - melbourne("2026-10-03 14:00") == timedelta(hours=23)


spans_back = st.lists(st.integers(-2 * 24 * 60, 9 * 24 * 60), max_size=8)


@given(instants, spans_back, zones)
def test_in_every_zone_the_measure_holds_and_nothing_waits_without_need(
    wished: datetime, minutes_back: list[int], zone: ZoneInfo
) -> None:
    sent = [wished - timedelta(minutes=minutes) for minutes in minutes_back]
    allowed = next_allowed_at(sent, wished, zone)
    day = allowed.astimezone(zone).date()
    assert allowed >= wished
    assert sum(each.astimezone(zone).date() == day for each in sent) < A_DAY
    assert sum(allowed - WEEK < each <= allowed for each in sent) < A_WEEK
    if not sent:
        assert allowed == wished
    assert allowed <= wished + timedelta(days=12)  # two days ahead, a week, and a change of clocks

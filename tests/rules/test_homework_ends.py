"""Until when homework is proposed to come again."""

from zoneinfo import ZoneInfo

import pytest

from bot.rules.due import Clocks
from bot.rules.homework import NoteRules, Rhythm
from bot.rules.homework_ends import EndFault, end_of_day, fault_of_end, last_day, second_reminder_at
from tests.clock import MELBOURNE, melbourne

RULES = NoteRules(19, Clocks(MELBOURNE, None))
NOW = melbourne("2026-11-30 10:00")
FIRST = melbourne("2026-12-04 19:00")  # a Friday


@pytest.mark.parametrize("zone", ["Australia/Melbourne", "Africa/Cairo", "America/Havana", "UTC"])
@pytest.mark.parametrize("month", range(1, 13))
def test_an_end_includes_its_day(zone: str, month: int) -> None:
    there = ZoneInfo(zone)
    for day in range(1, 29):
        noon = melbourne(f"2026-{month:02}-{day:02} 12:00")
        end = end_of_day(noon, there)
        assert last_day(end).astimezone(there).date() == noon.astimezone(there).date()
        assert noon < end


@pytest.mark.parametrize(
    ("rhythm", "second"),
    [
        (Rhythm.ONCE, None),
        (Rhythm.DAILY, "2026-12-05 19:00"),
        (Rhythm.WEEKDAYS, "2026-12-07 19:00"),
        (Rhythm.WEEKLY, "2026-12-11 19:00"),
    ],
)
def test_when_it_comes_for_the_second_time(rhythm: Rhythm, second: str | None) -> None:
    assert second_reminder_at(FIRST, rhythm, RULES) == (melbourne(second) if second else None)


@pytest.mark.parametrize(
    ("until", "rhythm", "fault"),
    [
        ("2026-11-30 10:00", Rhythm.DAILY, EndFault.OVER),
        ("2026-12-04 19:00", Rhythm.DAILY, EndFault.BEFORE_FIRST),
        ("2026-12-05 19:00", Rhythm.DAILY, EndFault.ONLY_ONE),
        ("2026-12-05 19:01", Rhythm.DAILY, None),
        ("2026-12-07 19:00", Rhythm.WEEKDAYS, EndFault.ONLY_ONE),
        ("2026-12-11 19:00", Rhythm.WEEKLY, EndFault.ONLY_ONE),
        ("2027-12-01 10:00", Rhythm.WEEKLY, None),
        ("2027-12-01 10:01", Rhythm.WEEKLY, EndFault.TOO_FAR),
        ("2026-12-04 20:00", Rhythm.ONCE, None),
    ],
)
def test_what_can_t_be_an_end(until: str, rhythm: Rhythm, fault: EndFault | None) -> None:
    assert fault_of_end(melbourne(until), FIRST, rhythm, RULES, NOW) is fault

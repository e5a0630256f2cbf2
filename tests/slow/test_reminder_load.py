"""Many reminders at once, in small (see tests/slow/reminder_flood.py and tests/slow/reminder_rate.py)."""

from pathlib import Path

import pytest

from tests.slow.alert_latency import FILLS, PER_SECOND
from tests.slow.databases import POSTGRES_URL, fresh_database
from tests.slow.reminder_flood import measure as let_all_fall_due
from tests.slow.reminder_rate import measure

DUE_AT_ONCE, SENT = 1000, 240  # by hand 50,000 and 2,000


@pytest.mark.slow
@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_of_reminders_due_in_the_same_second_none_is_dropped(database: str, tmp_path: Path) -> None:
    if database == "postgresql" and not POSTGRES_URL:
        pytest.skip("TEST_POSTGRES_URL is not set")
    with fresh_database(database, tmp_path) as url:
        measured = let_all_fall_due(url, DUE_AT_ONCE)
    print(measured)
    assert (measured.queued, measured.chats, measured.left) == (DUE_AT_ONCE, DUE_AT_ONCE, 0)
    assert measured.sent_twice == 0
    assert len(measured.answers) > 0, "whoever wrote meanwhile was answered"


@pytest.mark.slow
def test_at_full_pace_telegram_refuses_nothing_and_nothing_is_sent_twice(tmp_path: Path) -> None:
    with fresh_database("sqlite", tmp_path) as url:
        rate = measure(url, tmp_path, FILLS["due"], SENT, slowest=0.03, seed=3)
    print(rate)
    assert (len(rate.instants), rate.twice, rate.refused) == (SENT, 0, 0)
    assert rate.most_in_a_second <= PER_SECOND

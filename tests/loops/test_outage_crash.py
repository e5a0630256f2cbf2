"""Stopped at every point of coming back from an outage: it is seen once and asked about once."""

from pathlib import Path

from bot.records import presence
from tests.conversations.outage_stories import ASKED_AT, STARTS_AT, looks, outages_of
from tests.loops.crash_stories import Story
from tests.loops.prepared import Town
from tests.loops.test_crash import Killed, MortalTown, beginning_of, mortal_town

AWAY_SECONDS = 38 * 60


def is_reminded(town: Town) -> None:
    town.book(town.row_of(town.anna), STARTS_AT)
    town.wait_until(ASKED_AT)


def nothing(_town: Town) -> None: ...


def begins_after_an_outage(town: MortalTown) -> None:
    with town.database.transaction() as db:
        presence.leave(db, ASKED_AT)
    town.hand.nobody_there(AWAY_SECONDS)
    town.start(was_away=True)


def live_until_killed(town: MortalTown, falls_at: int) -> bool:
    """It comes back, and a minute later it asks. False if nothing was left to kill."""
    town.blade.arm(falls_at)
    try:
        town.do("receive", "tick", "tick", "send")
        town.hand.wait(61)
        town.do("tick", "send", "tick", "send")
    except Killed:
        return True
    finally:
        town.bury()
    return len(town.blade.passed) == falls_at


def test_a_crash_at_any_point_neither_loses_the_question_nor_asks_it_twice(
    practice_file: Path,
) -> None:
    begin = beginning_of(Story(is_reminded, nothing), practice_file)
    number, killed = 0, True
    while killed:
        number += 1
        with mortal_town(practice_file, begin) as town:
            begins_after_an_outage(town)
            killed = live_until_killed(town, number)
            may_come_twice = town.arrived_and_not_written_down
            town.start(was_away=True)
            looks(town)
            town.settle()
            town.wait(minutes=2)
            where = f"killed at point {number}, {town.blade.passed[-1]}"
            seen = [text for text in town.screens["Anna"] if "I was away" in text]
            assert len(seen) == 1 + may_come_twice, where
            assert len(outages_of(town)) == 1, where
    assert number > 5, "the path has its points"

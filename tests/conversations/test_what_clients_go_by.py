"""Whatever the practice changes and takes back: who goes by what they read comes at the right hours."""

import re
from collections.abc import Sequence
from datetime import datetime, time, timedelta

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.records import people, therapy_sessions
from bot.records.therapy_sessions import TherapySession
from bot.texts import TimeWords
from tests.clock import MELBOURNE, melbourne
from tests.conversations.changing import cancels, moves
from tests.practice import Cast

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
STARTS = [melbourne(f"2027-02-{day:02} 11:00") for day in range(1, 6)]
WORDS = TimeWords("en", "AU", MELBOURNE)
ACTS = st.tuples(
    st.sampled_from(["book", "book", "move", "cancel", "undo"]),
    st.integers(0, len(STARTS) - 1),
    st.integers(0, len(STARTS) - 1),
    st.sampled_from([0, 1, 5]),  # minutes that pass after it
)
SAYS = re.compile(
    r"^(?:- )?(?:(?:New time: )?(?P<new>[A-Z][a-z]+day \d.+?)|Moved: (?P<before>.+?) is now (?P<now>.+?)|"
    r"Cancelled: (?P<gone>.+?))\.(?: Room 2\.| I'm sorry, .+)?$",
    re.MULTILINE,
)


class Anna:
    """She believes what she reads, and nothing else."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.goes_by: set[str] = set()

    def reads(self) -> int:
        """The number of notices among what came."""
        notices = [each for each in self.cast.anna.hears() if SAYS.search(each)]
        for found in (each for text in notices for each in SAYS.finditer(text)):
            self.goes_by -= {found["before"], found["gone"]}
            self.goes_by |= {each for each in (found["new"], found["now"]) if each}
        return len(notices)


class Office:
    """It changes her times, and takes a change back by the button that it was given."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast

    def standing(self) -> Sequence[TherapySession]:
        with self.cast.practice.look() as db:
            anna = people.get(db, self.cast.anna_row.id)
            return therapy_sessions.upcoming(db, anna, self.cast.practice.hand.now())

    def shown(self) -> set[str]:
        return {WORDS.day_and_time(each.starts_at) for each in self.standing()}

    def does(self, act: str, which: int, where: int) -> None:
        standing = {each.starts_at: each.id for each in self.standing()}
        session_id, to = standing.get(STARTS[which]), STARTS[where]
        match act:
            case "book" if to not in standing:
                self.cast.practice.book(self.cast.anna_row, to, is_known=False)
            case "move" if session_id and to not in standing:
                moves(self.cast, session_id, to)
            case "cancel" if session_id:
                cancels(self.cast, session_id)
            case "undo":
                self._undoes(where, is_free=to not in standing)

    def _undoes(self, where: int, *, is_free: bool) -> None:
        """The newest session that was cancelled, if its time is free."""
        minute = int(STARTS[where].timestamp()) // 60
        with self.cast.practice.look() as db:
            then = therapy_sessions.between(db, STARTS[where], STARTS[where] + MINUTE, None)
            rows = [each for each in then if is_free and each.stands_at is None]
        for row in rows[-1:]:
            self.cast.maria.presses_data(f"1:moving:undo:{row.id}:{minute}:0:none")


def begin_by_day(cast: Cast) -> None:
    """What an earlier example left behind is told, and it is ten in the morning."""
    now = cast.practice.hand.now().astimezone(MELBOURNE)
    cast.practice.wait_until(datetime.combine(now.date() + DAY, time(10), MELBOURNE))


@settings(
    max_examples=20,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(acts=st.lists(ACTS, min_size=3, max_size=8))
def test_she_comes_at_the_right_hours_and_reads_one_message_for_each_bunch(
    welcomed: Cast, acts: list[tuple[str, int, int, int]]
) -> None:
    begin_by_day(welcomed)
    anna, office = Anna(welcomed), Office(welcomed)
    anna.goes_by = office.shown()
    anna.reads()
    bunches, quiet_minutes = 0, 3
    for act, which, where, minutes in acts:
        before = office.shown()
        office.does(act, which, where)
        if office.shown() != before:
            bunches, quiet_minutes = bunches + (quiet_minutes >= 3), 0
        welcomed.practice.wait(minutes=minutes)
        quiet_minutes += minutes
    welcomed.practice.wait(minutes=4)
    assert anna.reads() <= bunches
    assert anna.goes_by == office.shown()

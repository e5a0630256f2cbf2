"""Weeks of one person: whatever is wished, paused, moved or late, what comes unasked keeps the law."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from bot.rules.due import Clocks, QuietHours
from bot.rules.measure import A_WEEK, MEASURE, Unasked, Wish, unasked_at
from tests.rules.zones import chosen_quiet_spans, clocks_and_instants, is_quiet, zones

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@dataclass(eq=False)
class Row:
    """Something that is to come: what was wished, and the instant at which it is looked at next."""

    wish: Wish
    due_at: datetime

    def planned(self) -> Wish:
        return replace(self.wish, at=self.due_at)


class Weeks(RuleBasedStateMachine):
    """The clock's loop in small: a due row is decided, and comes, waits or lapses."""

    @initialize(drawn=clocks_and_instants())
    def begin(self, drawn: tuple[Clocks, datetime]) -> None:
        self.clocks, self.now = drawn
        self.paused_until = self.now
        self.rows: list[Row] = []
        self.sent: list[datetime] = []

    @rule(
        kind=st.sampled_from(Unasked),
        ahead=st.integers(0, 4 * 24 * 60),
        use=st.one_of(st.none(), st.integers(1, 6 * 24 * 60)),
    )
    def wish(self, kind: Unasked, ahead: int, use: int | None) -> None:
        at = self.now + ahead * MINUTE
        until = None if use is None else at + use * MINUTE
        self.rows.append(Row(Wish(kind, at, until), at))

    @rule(days=st.integers(1, 5))
    def pause(self, days: int) -> None:
        self.paused_until = self.clocks.days_later(self.now, days)

    @rule(zone=zones)
    def move(self, zone: ZoneInfo) -> None:
        """Over the date line too: a day is then lived twice, or not at all."""
        self.clocks = replace(self.clocks, zone=zone)

    @rule(quiet=st.one_of(st.none(), chosen_quiet_spans))
    def be_quiet(self, quiet: QuietHours | None) -> None:
        self.clocks = replace(self.clocks, quiet_hours=quiet)

    @rule(minutes=st.integers(1, 3 * 24 * 60), outage=st.sampled_from([0, 0, 0, 20, 300]))
    def live(self, minutes: int, outage: int) -> None:
        """Time passes; in an outage what falls due is looked at only after it."""
        self._until(self.now + minutes * MINUTE, outage * MINUTE)

    def _until(self, end: datetime, outage: timedelta = timedelta()) -> None:
        while self.rows:
            row = min(self.rows, key=lambda each: each.due_at)
            if row.due_at + outage > end:
                break
            self.now = max(self.now, row.due_at + outage)
            self._decide(row)
        self.now = max(self.now, end)

    def _decide(self, row: Row) -> None:
        self.rows.remove(row)
        at = self._when(row.wish)
        if at is None:
            assert row.wish.useful_until is not None, "only what has an end lapses"
        elif at > self.now:
            row.due_at = at
            self.rows.append(row)
        else:
            assert at == self.now
            self._send(row.wish)

    def _when(self, wish: Wish) -> datetime | None:
        return unasked_at(
            wish,
            self.clocks,
            sent=self.sent,
            planned=[each.planned() for each in self.rows],
            not_before=max(self.now, self.paused_until),
        )

    def _send(self, wish: Wish) -> None:
        assert self.now >= self.paused_until
        assert not is_quiet(self.clocks, self.now)
        assert wish.useful_until is None or self.now < wish.useful_until
        today, week_ago = self.clocks.day_of(self.now), self.clocks.days_later(self.now, -7)
        assert all(self.clocks.day_of(each) != today for each in self.sent), "one a day"
        assert sum(week_ago < each for each in self.sent) < A_WEEK, "three a week"
        self._nothing_more_urgent(wish)
        self.sent.append(self.now)

    def _nothing_more_urgent(self, wish: Wish) -> None:
        """Of what this yields to nothing comes today, unless this would be lost and that isn't."""
        today = self.clocks.day_of(self.now)
        for row in self.rows:
            if row.wish.kind not in MEASURE[wish.kind].yields_to:
                continue
            at = self._when(row.planned())
            if at is not None and self.clocks.day_of(at) == today:
                assert wish.kind is Unasked.HOMEWORK and wish.useful_until is not None
                later = self.clocks.once_not_quiet(self.clocks.days_later(at, 1))
                assert row.wish.useful_until is None or later < row.wish.useful_until

    def teardown(self) -> None:
        """Whatever has no end comes at last, however much was wished before it."""
        if hasattr(self, "rows"):
            self._until(self.now + 7 * DAY * (len(self.rows) + 2))
            assert self.rows == []


TestWeeks = Weeks.TestCase
TestWeeks.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)

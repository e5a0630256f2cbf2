"""Cases in numbers: they add up, and no few of them are told apart."""

from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.case_figures import (
    FEWEST_OF_A_KIND,
    CountedCase,
    Figures,
    Waits,
    figures,
    first_opening,
    kinds_shown,
    week_start,
    weeks_before,
    working_day,
    working_time,
    year_before,
)
from bot.rules.routing import Kind
from bot.rules.working_hours import parse_working_hours
from tests.clock import MELBOURNE, melbourne

OFFICE = parse_working_hours("Mon-Fri 9:00-17:00", MELBOURNE)
NEVER = parse_working_hours("", MELBOURNE)
MONDAY = melbourne("2026-12-07 00:00")
NOW = melbourne("2026-12-07 09:00")
DAY, WEEK, HOUR = timedelta(days=1), timedelta(days=7), timedelta(hours=1)
INSTANTS = st.integers(1, 500 * 24 * 60).map(lambda minutes: MONDAY - timedelta(minutes=minutes))
SPANS = st.none() | st.timedeltas(timedelta(), timedelta(days=40))


@st.composite
def counted(draw: st.DrawFn) -> CountedCase:
    """A case as it may stand at NOW: what lies ahead hasn't happened."""
    sent_at = draw(INSTANTS)
    looked, answered, closed = (_later(sent_at, draw(SPANS)) for _step in range(3))
    return CountedCase(
        kind=draw(st.sampled_from(Kind)),
        sent_at=sent_at,
        look_by=sent_at + DAY,
        answer_by=sent_at + 2 * DAY,
        looked_at=looked,
        answered_at=answered,
        closed_at=closed,
        is_open=closed is None,
        owed_by=draw(st.none() | st.just(sent_at + DAY)),
    )


def _later(sent_at: datetime, span: timedelta | None) -> datetime | None:
    return None if span is None or sent_at + span >= NOW else sent_at + span


def found(cases: list[CountedCase], weeks: int = 1) -> Figures:
    since = weeks_before(MONDAY, weeks, MELBOURNE)
    return figures(cases, hours=OFFICE, since=since, until=MONDAY, now=NOW)


def case(sent: str, **fields: object) -> CountedCase:
    return CountedCase(kind=Kind.OTHER, sent_at=melbourne(sent), **fields)  # type: ignore[arg-type]


# --- kinds


@given(st.lists(st.sampled_from(Kind), max_size=80))
def test_no_kind_under_ten_is_shown_and_no_few_are_left_over(kinds: list[Kind]) -> None:
    counts, shown = Counter(kinds), dict(kinds_shown(kinds))
    for kind, count in shown.items():
        assert FEWEST_OF_A_KIND <= count <= counts[kind] < count + FEWEST_OF_A_KIND
        assert count % FEWEST_OF_A_KIND == 0
    rest = sum(count for kind, count in counts.items() if kind not in shown)
    assert not shown or rest == 0 or rest >= FEWEST_OF_A_KIND


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ({Kind.PRACTICAL: 9}, {}),
        ({Kind.PRACTICAL: 10}, {Kind.PRACTICAL: 10}),
        ({Kind.PRACTICAL: 29}, {Kind.PRACTICAL: 20}),
        ({Kind.PRACTICAL: 29, Kind.CONDUCT: 1}, {}),
        ({Kind.PRACTICAL: 29, Kind.CHANGE: 11, Kind.CONDUCT: 1}, {Kind.PRACTICAL: 20}),
        ({Kind.PRACTICAL: 29, Kind.CHANGE: 9, Kind.CONDUCT: 1}, {Kind.PRACTICAL: 20}),
    ],
)
def test_kinds_by_example(counts: dict[Kind, int], shown: dict[Kind, int]) -> None:
    assert dict(kinds_shown(list(Counter(counts).elements()))) == shown


@given(st.lists(counted(), max_size=60), counted())
def test_this_quarters_cases_say_nothing_of_their_kind(
    cases: list[CountedCase], newest: CountedCase
) -> None:
    """Else the number that went up would say of what kind this week's one case was."""
    of_this_week = [
        CountedCase(kind=kind, sent_at=MONDAY - DAY) for kind in Kind for _each in range(10)
    ]
    assert found([*cases, *of_this_week]).kinds == found(cases).kinds


# --- sums


@given(st.lists(counted(), max_size=40))
def test_the_numbers_add_up(cases: list[CountedCase]) -> None:
    year = found(cases, weeks=90)
    assert year.sent == len(cases)
    assert year.closed + year.open_now == len(cases) - sum(
        each.closed_at is not None and each.closed_at >= MONDAY for each in cases
    )
    assert year.overdue <= year.open_now
    for waits in (year.look, year.answer):
        if waits is not None:
            assert timedelta() <= waits.middle <= waits.longest
            assert 0 <= waits.kept <= waits.promised


@given(st.lists(counted(), min_size=5, max_size=40))
def test_the_weeks_add_up_to_one_another(cases: list[CountedCase]) -> None:
    weeks = found(cases).weeks
    for before, after in pairwise(weeks):
        assert after.open_at_end == before.open_at_end + after.sent - after.closed
    if weeks:
        assert len(weeks) == 12 and weeks[-1].starts_at == MONDAY - WEEK
        lately = weeks_before(MONDAY, 12, MELBOURNE)
        assert sum(each.sent for each in weeks) == sum(each.sent_at >= lately for each in cases)
        last = found(cases)
        assert (weeks[-1].sent, weeks[-1].closed) == (last.sent, last.closed)


@pytest.mark.parametrize(
    ("days_ago", "drawn"),
    [
        ([80, 60, 40, 20, 3], True),
        ([80, 60, 40, 20], False),  # too few
        ([20, 19, 18, 17, 16, 3], False),  # of too short a time
        ([22, 19, 18, 17, 16, 3], True),
        ([200, 190, 180, 170, 160, 3], False),  # too long ago
    ],
)
def test_a_picture_needs_five_cases_and_four_weeks(days_ago: list[int], *, drawn: bool) -> None:
    cases = [CountedCase(kind=Kind.OTHER, sent_at=MONDAY - days * DAY) for days in days_ago]
    assert bool(found(cases).weeks) == drawn


def test_a_week_with_nothing_in_it_is_quiet() -> None:
    assert found([]).is_quiet
    assert found([case("2026-11-20 10:00", closed_at=melbourne("2026-11-21 10:00"))]).is_quiet
    assert not found([case("2026-11-20 10:00", is_open=True)]).is_quiet
    assert not found([case("2026-12-01 10:00")]).is_quiet


# --- waits


def test_waits_are_the_middle_the_longest_and_the_promises_that_are_ripe() -> None:
    cases = [
        case("2026-12-01 10:00", look_by=NOW - DAY, looked_at=melbourne("2026-12-01 11:00")),
        case("2026-12-01 16:00", look_by=NOW - DAY, looked_at=melbourne("2026-12-02 10:00")),
        case("2026-11-30 09:00", look_by=melbourne("2026-12-01 09:00"),
             looked_at=melbourne("2026-12-02 09:00")),
        case("2026-12-01 10:00", look_by=NOW - DAY),  # nobody has looked
        case("2026-12-06 10:00", look_by=NOW + DAY),  # and here somebody still may
        case("2026-11-01 10:00", looked_at=melbourne("2026-11-02 09:00")),  # from before promises
    ]  # fmt: skip
    assert found(cases).look == Waits(middle=HOUR, longest=16 * HOUR, kept=2, promised=4)
    assert found(cases).answer is None


@pytest.mark.parametrize(
    ("begins", "ends", "hours"),
    [
        ("2026-12-01 10:00", "2026-12-01 12:00", 2),
        ("2026-12-01 16:00", "2026-12-02 10:00", 2),
        ("2026-12-04 16:00", "2026-12-07 10:00", 2),  # over a weekend
        ("2026-12-05 10:00", "2026-12-06 10:00", 0),
        ("2026-12-01 10:00", "2026-12-01 09:00", 0),
    ],
)
def test_only_the_practices_hours_count(begins: str, ends: str, hours: int) -> None:
    assert working_time(OFFICE, melbourne(begins), melbourne(ends)) == hours * HOUR


def test_without_hours_all_time_counts() -> None:
    assert working_time(NEVER, NOW, NOW + 30 * HOUR) == 30 * HOUR
    assert working_day(NEVER) == DAY


def test_a_night_is_counted_once() -> None:
    night = parse_working_hours("Fri 22:00-6:00", MELBOURNE, overnight=True)
    assert working_day(night) == 8 * HOUR
    took = working_time(night, melbourne("2026-12-05 01:00"), melbourne("2026-12-07 01:00"))
    assert took == 5 * HOUR


# --- calendar


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2026-12-07 00:00", "2025-10-01 00:00", "2026-10-01 00:00"),
        ("2027-01-04 00:00", "2026-01-01 00:00", "2027-01-01 00:00"),
        ("2026-03-31 23:00", "2025-01-01 00:00", "2026-01-01 00:00"),
    ],
)
def test_a_year_is_four_whole_quarters(day: str, first: str, last: str) -> None:
    assert year_before(melbourne(day), MELBOURNE) == (melbourne(first), melbourne(last))


@given(INSTANTS)
def test_a_week_begins_at_the_midnight_of_a_monday(instant: datetime) -> None:
    start = week_start(instant, MELBOURNE)
    local = start.astimezone(MELBOURNE)
    assert (local.weekday(), local.hour, local.minute) == (0, 0, 0)
    assert start <= instant < weeks_before(start, -1, MELBOURNE)


def test_clocks_that_change_move_no_week() -> None:
    spring = melbourne("2026-10-05 00:00")  # they went forward on the day before
    assert weeks_before(spring, 1, MELBOURNE) == melbourne("2026-09-28 00:00")


def test_it_comes_as_somebody_is_there() -> None:
    assert first_opening(MONDAY, OFFICE) == NOW
    tuesdays = parse_working_hours("Tue 8-12", MELBOURNE)
    assert first_opening(MONDAY, tuesdays) == melbourne("2026-12-08 08:00")
    assert first_opening(MONDAY, NEVER) == NOW

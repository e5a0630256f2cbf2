"""How often homework is asked about: the right days, the client's hour, never at night."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.rules.due import Clocks, QuietHours
from bot.rules.homework import NoteRules, Rhythm
from bot.rules.rhythm import Later, later, next_in_rhythm, tomorrow_begins
from tests.clock import MELBOURNE, melbourne
from tests.rules.zones import days_near_a_change, walls, zones

NIGHT = QuietHours(time(21), time(8))
RULES = NoteRules(19, Clocks(MELBOURNE, NIGHT))
REPEATED = (Rhythm.DAILY, Rhythm.WEEKDAYS, Rhythm.WEEKLY)


@pytest.mark.parametrize(
    ("rhythm", "since", "next_at"),
    [
        (Rhythm.DAILY, "2026-12-02 18:59", "2026-12-02 19:00"),
        (Rhythm.DAILY, "2026-12-02 19:00", "2026-12-02 19:00"),
        (Rhythm.DAILY, "2026-12-02 19:01", "2026-12-03 19:00"),
        (Rhythm.WEEKDAYS, "2026-12-04 19:00", "2026-12-04 19:00"),
        (Rhythm.WEEKDAYS, "2026-12-04 19:01", "2026-12-07 19:00"),  # after the weekend
        (Rhythm.WEEKDAYS, "2026-12-06 12:00", "2026-12-07 19:00"),
        (Rhythm.WEEKLY, "2026-12-02 12:00", "2026-12-09 19:00"),
        (Rhythm.ONCE, "2026-12-02 12:00", None),
    ],
)
def test_the_next_day_of_each_rhythm(rhythm: Rhythm, since: str, next_at: str | None) -> None:
    expected = melbourne(next_at) if next_at else None
    assert next_in_rhythm(rhythm, RULES, melbourne(since)) == expected


def test_a_weekly_one_keeps_its_day_whatever_came_between() -> None:
    last = melbourne("2026-12-02 19:00")
    for since, next_at in (
        ("2026-12-03 10:00", "2026-12-09 19:00"),
        ("2026-12-09 19:01", "2026-12-16 19:00"),
        ("2026-12-27 10:00", "2026-12-30 19:00"),
    ):
        found = next_in_rhythm(Rhythm.WEEKLY, RULES, melbourne(since), last)
        assert found == melbourne(next_at)


def test_a_friday_s_hour_that_has_become_quiet_is_not_made_up_for_on_saturday() -> None:
    late = NoteRules(23, Clocks(MELBOURNE, NIGHT))
    assert next_in_rhythm(Rhythm.WEEKDAYS, late, melbourne("2026-12-04 12:00")) == melbourne(
        "2026-12-07 08:00"
    )


def test_seven_o_clock_stays_seven_o_clock_when_the_clocks_change() -> None:
    """Melbourne's go forward on Sunday 4 October 2026."""
    found = next_in_rhythm(Rhythm.DAILY, RULES, melbourne("2026-10-03 20:00"))
    assert found == melbourne("2026-10-04 19:00")


quiet_for_half_a_day_at_most = st.none() | st.builds(
    lambda begins, hours: QuietHours(time(begins), time((begins + hours) % 24)),
    st.integers(0, 23),
    st.integers(1, 12),
)


@given(
    days_near_a_change(),
    walls,
    st.integers(0, 23),
    quiet_for_half_a_day_at_most,
    st.sampled_from(REPEATED),
)
@example(
    (ZoneInfo("Pacific/Apia"), date(2011, 12, 29)), time(12), 9, NIGHT, Rhythm.DAILY
)  # the day on which Samoa went over the date line
def test_in_every_zone_it_is_the_right_day_at_the_client_s_hour_and_never_at_night(
    near: tuple[ZoneInfo, date],
    wall: time,
    hour: int,
    quiet: QuietHours | None,
    rhythm: Rhythm,
) -> None:
    zone, day = near
    rules = NoteRules(hour, Clocks(zone, quiet))
    since = datetime.combine(day, wall, zone).astimezone(ZoneInfo("UTC"))
    for _each in range(9):
        at = next_in_rhythm(rhythm, rules, since)
        assert at is not None and since <= at
        assert at - since <= timedelta(days=10)
        assert rules.clocks.quiet_span(at) is None
        local = at.astimezone(zone)
        assert rhythm is not Rhythm.WEEKDAYS or local.weekday() < 5
        assert at in {rules.on(local.date() - timedelta(days=back)) for back in (0, 1)}
        since = max(tomorrow_begins(at, rules), at + timedelta(microseconds=1))


@given(zones, st.dates(date(2015, 1, 1), date(2036, 1, 1)), st.integers(8, 20), walls)
def test_in_every_zone_each_day_has_one(zone: ZoneInfo, day: date, hour: int, wall: time) -> None:
    """Of a month of days, whatever the clocks do in it."""
    rules = NoteRules(hour, Clocks(zone, NIGHT))
    at = datetime.combine(day, wall, zone).astimezone(ZoneInfo("UTC"))
    seen = []
    for _each in range(31):
        found = next_in_rhythm(Rhythm.DAILY, rules, at)
        assert found is not None
        seen.append(found.astimezone(zone).date())
        at = tomorrow_begins(found, rules)
    assert seen == [seen[0] + timedelta(days=each) for each in range(31)]


# --- later


@pytest.mark.parametrize(
    ("now", "until", "offered"),
    [
        (
            "2026-12-02 12:30",
            None,
            {Later.TWO_HOURS: "02 14:30", Later.EVENING: "02 19:00", Later.TOMORROW: "03 19:00"},
        ),
        ("2026-12-02 19:00", None, {Later.TOMORROW: "03 19:00"}),  # two hours later it is quiet
        (
            "2026-12-02 18:30",
            None,
            {Later.TWO_HOURS: "02 20:30", Later.EVENING: "02 19:00", Later.TOMORROW: "03 19:00"},
        ),
        ("2026-12-02 17:00", None, {Later.TWO_HOURS: "02 19:00", Later.TOMORROW: "03 19:00"}),
        ("2026-12-02 12:30", "2026-12-02 18:00", {Later.TWO_HOURS: "02 14:30"}),
        ("2026-12-02 12:30", "2026-12-02 14:30", {}),
        ("2026-12-02 22:00", "2026-12-03 11:00", {}),
    ],
)
def test_later_is_never_at_night_and_never_after_its_end(
    now: str, until: str | None, offered: dict[Later, str]
) -> None:
    latest = melbourne(until) if until else None
    assert later(melbourne(now), RULES, latest) == {
        each: melbourne(f"2026-12-{at}") for each, at in offered.items()
    }


@given(days_near_a_change(), walls, st.integers(0, 23), quiet_for_half_a_day_at_most)
def test_in_every_zone_later_is_not_quiet_and_before_the_end(
    near: tuple[ZoneInfo, date], wall: time, hour: int, quiet: QuietHours | None
) -> None:
    zone, day = near
    rules = NoteRules(hour, Clocks(zone, quiet))
    now = datetime.combine(day, wall, zone).astimezone(ZoneInfo("UTC"))
    until = now + timedelta(hours=20)
    offered = later(now, rules, until)
    assert len(set(offered.values())) == len(offered)
    for at in offered.values():
        assert now < at < until
        assert rules.clocks.quiet_span(at) is None

"""When things fall due: the clocks that change, quiet hours, lead times, short notice."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.due import (
    UNDO_DELAY,
    Clocks,
    QuietHours,
    ReminderRules,
    local_instant,
    next_full_hour,
    next_reminder_at,
    shown_at,
)
from tests.clock import MELBOURNE, melbourne
from tests.rules.zones import (
    days,
    days_near_a_change,
    instants,
    offset,
    quiet_spans,
    walls,
    zones,
)

NIGHT = QuietHours(time(21), time(8))
RULES = ReminderRules((timedelta(days=3), timedelta(days=1)), Clocks(MELBOURNE, NIGHT))


def instants_that_show(day: date, wall: time, zone: ZoneInfo) -> list[datetime]:
    """Every instant at which the clocks show this, found by trying each offset of those days."""
    shown = datetime.combine(day, wall, UTC)
    offsets = {offset(shown + timedelta(hours=hours), zone) for hours in range(-50, 51)}
    tried = sorted(shown - each for each in offsets)
    return [
        instant
        for instant in tried
        if instant.astimezone(zone).replace(tzinfo=None) == shown.replace(tzinfo=None)
    ]


# --- local wall time to an instant


@pytest.mark.parametrize(
    ("zone", "wall", "instant"),
    [
        ("Australia/Melbourne", "2026-12-08 11:00", "2026-12-08 00:00"),
        ("Australia/Melbourne", "2026-10-04 01:59", "2026-10-03 15:59"),
        ("Australia/Melbourne", "2026-10-04 02:00", "2026-10-03 16:00"),  # a gap from 2 to 3
        ("Australia/Melbourne", "2026-10-04 02:59", "2026-10-03 16:00"),
        ("Australia/Melbourne", "2026-10-04 03:00", "2026-10-03 16:00"),
        ("Australia/Melbourne", "2026-04-05 02:30", "2026-04-04 15:30"),  # comes twice
        ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03 15:30"),  # a gap of half an hour
        ("America/New_York", "2026-03-08 02:30", "2026-03-08 07:00"),
        ("America/New_York", "2026-11-01 01:30", "2026-11-01 05:30"),
        ("America/Santiago", "2026-09-06 00:30", "2026-09-06 04:00"),  # a gap at midnight
        ("Africa/Cairo", "2026-04-24 00:00", "2026-04-23 22:00"),
        ("Antarctica/Troll", "2026-03-29 02:30", "2026-03-29 01:00"),  # a gap of two hours
        ("Europe/Dublin", "2026-03-29 01:30", "2026-03-29 01:00"),
        ("Pacific/Apia", "2011-12-30 12:00", "2011-12-30 10:00"),  # a day that never was
    ],
)
def test_what_the_clocks_show_becomes_an_instant(zone: str, wall: str, instant: str) -> None:
    shown = datetime.fromisoformat(wall)
    expected = datetime.fromisoformat(instant).replace(tzinfo=UTC)
    assert local_instant(shown.date(), shown.time(), ZoneInfo(zone)) == expected


def check_local_instant(day: date, wall: time, zone: ZoneInfo) -> None:
    instant = local_instant(day, wall, zone)
    assert instant.tzinfo is UTC
    shown = instants_that_show(day, wall, zone)
    assert shown_at(datetime.combine(day, wall), zone) == shown
    if shown:
        assert instant == shown[0]
        assert local_instant(day, wall, zone, second=True) == shown[-1]
        return
    asked, second = datetime.combine(day, wall), timedelta(seconds=1)
    gap_begins = (instant - second).astimezone(zone).replace(tzinfo=None) + second
    gap_ends = instant.astimezone(zone).replace(tzinfo=None)
    assert gap_begins <= asked < gap_ends


@given(zones, days, walls)
def test_everywhere_and_always(zone: ZoneInfo, day: date, wall: time) -> None:
    check_local_instant(day, wall, zone)


@given(days_near_a_change(), walls)
def test_everywhere_when_the_clocks_are_changed(change: tuple[ZoneInfo, date], wall: time) -> None:
    zone, day = change
    check_local_instant(day, wall, zone)


# --- quiet hours


@pytest.mark.parametrize(
    ("quiet", "at", "span"),
    [
        (NIGHT, "2026-11-30 20:59", None),
        (NIGHT, "2026-11-30 21:00", ("2026-11-30 21:00", "2026-12-01 08:00")),
        (NIGHT, "2026-12-01 00:00", ("2026-11-30 21:00", "2026-12-01 08:00")),
        (NIGHT, "2026-12-01 07:59", ("2026-11-30 21:00", "2026-12-01 08:00")),
        (NIGHT, "2026-12-01 08:00", None),
        (QuietHours(time(1), time(6)), "2026-12-01 00:59", None),
        (QuietHours(time(1), time(6)), "2026-12-01 01:00", ("2026-12-01 01:00", "2026-12-01 06:00")),
        (QuietHours(time(1), time(6)), "2026-12-01 06:00", None),
        # clocks go forward at 2:00, so that quiet hours from 2:30 begin at 3:00 …
        (QuietHours(time(2, 30), time(6)), "2026-10-04 03:10", ("2026-10-04 03:00", "2026-10-04 06:00")),
        # … and two that touch across the gap are one
        (QuietHours(time(3), time(2)), "2026-10-04 01:30", ("2026-10-03 03:00", "2026-10-05 02:00")),
    ],
)  # fmt: skip
def test_the_quiet_span_around_an_instant(
    quiet: QuietHours, at: str, span: tuple[str, str] | None
) -> None:
    expected = (melbourne(span[0]), melbourne(span[1])) if span else None
    assert quiet.span_around(melbourne(at), MELBOURNE) == expected


def test_quiet_hours_that_end_at_a_time_that_comes_twice_end_at_the_second() -> None:
    """Melbourne's clocks show 2:30 at 15:30 and at 16:30 UTC: nobody is woken by the first."""
    quiet, first = QuietHours(time(21), time(2, 30)), datetime(2026, 4, 4, 15, 30, tzinfo=UTC)
    span = quiet.span_around(first, MELBOURNE)
    assert span is not None and span[1] == first + timedelta(hours=1)


def test_a_wall_time_that_was_read_from_the_second_of_two_means_the_first_again() -> None:
    second = datetime(2026, 4, 4, 16, 30, tzinfo=UTC).astimezone(MELBOURNE).time()
    assert second.fold == 1
    assert local_instant(date(2026, 4, 5), second, MELBOURNE).hour == 15
    # … and on a night on which it is skipped, the end of the gap
    assert local_instant(date(2026, 10, 4), second, MELBOURNE) == melbourne("2026-10-04 03:00")


@pytest.mark.parametrize(
    ("zone", "at", "strikes"),
    [
        ("Australia/Melbourne", "03:10", "04:00"),
        ("Australia/Adelaide", "03:10", "03:30"),  # 12:40 there: one o'clock
        ("Asia/Kathmandu", "03:10", "03:15"),
        ("Asia/Kathmandu", "03:15", "04:15"),
    ],
)
def test_the_hour_that_the_clocks_strike(zone: str, at: str, strikes: str) -> None:
    now, then = (datetime.fromisoformat(f"2026-12-08T{each}Z") for each in (at, strikes))
    assert next_full_hour(now, ZoneInfo(zone)) == then


@pytest.mark.parametrize(
    ("at", "useful_until", "instant"),
    [
        ("2026-12-01 20:59", "2026-12-02 11:00", "2026-12-01 20:59"),
        ("2026-12-01 21:00", "2026-12-02 11:00", "2026-12-02 08:00"),
        ("2026-12-02 00:30", "2026-12-02 08:01", "2026-12-02 08:00"),
        ("2026-12-02 00:30", "2026-12-02 08:00", None),
        ("2026-12-02 11:00", "2026-12-02 11:00", None),
    ],
)
def test_what_is_late_waits_for_the_end_of_the_quiet_hours(
    at: str, useful_until: str, instant: str | None
) -> None:
    expected = melbourne(instant) if instant else None
    useful = melbourne(useful_until)
    assert Clocks(MELBOURNE, NIGHT).after_quiet_hours(melbourne(at), useful) == expected
    by_night = Clocks(MELBOURNE, None).after_quiet_hours(melbourne(at), useful)
    assert by_night == (melbourne(at) if at < useful_until else None)


@pytest.mark.parametrize(
    ("wished", "useful_until", "instant"),
    [
        ("2026-12-01 11:00", "2026-12-02 11:00", "2026-12-01 11:00"),
        ("2026-12-01 23:00", "2026-12-02 23:00", "2026-12-02 08:00"),  # later still serves
        ("2026-12-02 07:30", "2026-12-02 09:00", "2026-12-02 08:00"),
        ("2026-12-02 07:30", "2026-12-02 08:59", "2026-12-01 20:59"),  # later would be too late
        ("2026-12-02 00:30", "2026-12-02 07:30", "2026-12-01 20:59"),
        ("2026-12-02 07:30", "2026-12-02 07:30", None),
    ],
)
def test_the_nearest_time_that_is_not_quiet(
    wished: str, useful_until: str, instant: str | None
) -> None:
    found = Clocks(MELBOURNE, NIGHT).outside_quiet_hours(melbourne(wished), melbourne(useful_until))
    assert found == (melbourne(instant) if instant else None)


def test_without_quiet_hours_the_wish_is_met() -> None:
    wished = melbourne("2026-12-01 03:00")
    assert Clocks(MELBOURNE, None).outside_quiet_hours(wished, wished + UNDO_DELAY) == wished


@given(instants, st.integers(-60, 5000), quiet_spans, zones)
def test_never_in_quiet_hours_and_never_too_late(
    wished: datetime, minutes_left: int, quiet: QuietHours, zone: ZoneInfo
) -> None:
    useful_until = wished + timedelta(minutes=minutes_left)
    instant = Clocks(zone, quiet).outside_quiet_hours(wished, useful_until)
    assert (instant is None) == (minutes_left <= 0)
    if instant is not None:
        assert instant < useful_until
        assert quiet.span_around(instant, zone) is None


@given(st.integers(0, 10_000_000), st.integers(0, 40_000))
def test_in_melbourne_no_reminder_rings_at_night_by_the_clock(now: int, notice: int) -> None:
    booked_at = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=now)
    at = next_reminder_at(booked_at + timedelta(minutes=notice), RULES, booked_at)
    if at is not None:
        assert time(8) <= at.astimezone(MELBOURNE).time() < time(21)


# --- reminders


@given(
    instants,
    st.lists(st.integers(1, 20_000), min_size=1, max_size=5),
    st.one_of(st.none(), quiet_spans),
    zones,
    st.integers(0, 30_000),
)
def test_reminders_come_one_after_the_other_and_before_the_session(
    starts_at: datetime, leads: list[int], quiet: QuietHours | None, zone: ZoneInfo, before: int
) -> None:
    rules = ReminderRules(tuple(timedelta(minutes=lead) for lead in leads), Clocks(zone, quiet))
    after = booked_at = starts_at - timedelta(minutes=before)
    for _reminder in leads:
        at = next_reminder_at(starts_at, rules, after)
        if at is None:
            break
        assert after < at < starts_at
        after = at
    assert next_reminder_at(starts_at, rules, after) is None
    if quiet is None and max(leads) < 24 * 60:  # whole days are counted on the wall
        left = {lead for lead in leads if lead < before}
        expected = starts_at - timedelta(minutes=max(left)) if left else None
        assert next_reminder_at(starts_at, rules, booked_at) == expected


def test_a_lead_time_of_nothing_is_no_reminder() -> None:
    rules = ReminderRules((timedelta(), timedelta(hours=1)), Clocks(MELBOURNE, None))
    starts_at = melbourne("2026-12-08 11:00")
    assert next_reminder_at(starts_at, rules, melbourne("2026-12-08 10:00")) is None


@pytest.mark.parametrize(
    ("booked_at", "reminded_at"),
    [
        ("2026-11-30 10:00", "2026-12-05 11:00"),  # both lead times to come
        ("2026-12-05 11:00", "2026-12-07 11:00"),  # the first is over
        ("2026-12-07 12:00", None),  # short notice: what tells of the booking has to do
    ],
)
def test_lead_times_that_have_passed_are_skipped(booked_at: str, reminded_at: str | None) -> None:
    found = next_reminder_at(melbourne("2026-12-08 11:00"), RULES, melbourne(booked_at))
    assert found == (melbourne(reminded_at) if reminded_at else None)

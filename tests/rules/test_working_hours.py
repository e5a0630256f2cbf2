"""Opening hours: is somebody there, and when is somebody there next."""

from datetime import UTC, datetime, time, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.durations import parse_span
from bot.rules.working_hours import WorkingHours, parse_time, parse_working_hours
from tests.clock import MELBOURNE, melbourne

NINE_TO_FIVE = ((time(9), time(17)),)
FIRST = datetime(2020, 1, 1, tzinfo=UTC)
OFFICE = parse_working_hours("Mon-Fri 9:00-17:00; Sat 10-12", MELBOURNE)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Mon-Fri 9:00-17:00", dict.fromkeys(range(5), NINE_TO_FIVE)),
        ("monday to friday 9 to 17", dict.fromkeys(range(5), NINE_TO_FIVE)),
        ("Mon – Fri 9:00 – 17:00", dict.fromkeys(range(5), NINE_TO_FIVE)),
        ("Fri-Mon 9-17", dict.fromkeys((4, 5, 6, 0), NINE_TO_FIVE)),
        ("Sun-Sun 9-17", {6: NINE_TO_FIVE}),
        ("Tue 9-12, Tue 13:30-17", {1: ((time(9), time(12)), (time(13, 30), time(17)))}),
        ("Wed 9-17;", {2: NINE_TO_FIVE}),
        ("", {}),
    ],
)
def test_what_is_read(text: str, spans: dict[int, object]) -> None:
    assert parse_working_hours(text, MELBOURNE).spans == spans


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("always", "is not opening hours"),
        ("Mon-Fri", "is not opening hours"),
        ("9-17", "is not opening hours"),
        ("Mon 9-12, 13-17", "is not opening hours"),
        ("Mon-Xyz 9-17", "are not weekdays"),
        ("Abc 9-17", "are not weekdays"),
        ("Mon 17-9", "closes before it opens"),
        ("Mon 9-9", "closes before it opens"),
        ("Mon 9-24", "is not a time of day"),
        ("Mon 9:60-17", "is not a time of day"),
    ],
)
def test_what_can_t_be_read_is_said(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        parse_working_hours(text, MELBOURNE)


@pytest.mark.parametrize(
    ("text", "read"), [("9", time(9)), (" 21:05 ", time(21, 5)), ("0:00", time()), ("9:", time(9))]
)
def test_a_time_of_day(text: str, read: time) -> None:
    assert parse_time(text) == read


@pytest.mark.parametrize("text", ["", "9am", "24", "9:60", "-1", "9:00:00", ":30"])
def test_what_is_no_time_of_day(text: str) -> None:
    with pytest.raises(ValueError, match="is not a time of day; write for example 9:00"):
        parse_time(text)


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        ("2026-11-30 08:59", "2026-11-30 09:00"),  # a Monday
        ("2026-11-30 09:00", "2026-11-30 09:00"),
        ("2026-11-30 16:59", "2026-11-30 16:59"),
        ("2026-11-30 17:00", "2026-12-01 09:00"),
        ("2026-12-04 17:00", "2026-12-05 10:00"),  # Friday evening
        ("2026-12-05 12:00", "2026-12-07 09:00"),  # Saturday noon
        ("2026-10-04 03:00", "2026-10-05 09:00"),  # the Sunday on which clocks go forward
    ],
)
def test_when_somebody_is_there_next(at: str, opens: str) -> None:
    instant = melbourne(at)
    assert OFFICE.is_open(instant) == (at == opens)
    assert OFFICE.next_opening(instant) == melbourne(opens)


def test_a_practice_with_one_hour_a_week_opens_a_week_later() -> None:
    hours = parse_working_hours("Mon 9-10", MELBOURNE)
    assert hours.next_opening(melbourne("2026-11-30 10:00")) == melbourne("2026-12-07 09:00")


def test_hours_may_pass_midnight_where_that_is_meant() -> None:
    night = parse_working_hours("Fri 22:00-6:00", MELBOURNE, overnight=True)
    assert not night.is_open(melbourne("2026-12-04 21:59"))
    assert night.is_open(melbourne("2026-12-04 22:00"))
    assert night.is_open(melbourne("2026-12-05 05:59"))
    assert not night.is_open(melbourne("2026-12-05 06:00"))
    always = parse_working_hours("Mon-Sun 0-0", MELBOURNE, overnight=True)
    assert always.is_open(melbourne("2026-12-05 00:00"))


def test_a_practice_that_never_opens_has_no_next_opening() -> None:
    hours = WorkingHours({}, MELBOURNE)
    assert not hours.is_open(melbourne("2026-11-30 10:00"))
    assert hours.next_opening(melbourne("2026-11-30 10:00")) is None


@given(
    st.integers(0, 5_000_000).map(lambda minutes: FIRST + timedelta(minutes=minutes)),
    st.sampled_from(["Australia/Melbourne", "America/New_York", "Asia/Kathmandu", "Europe/Dublin"]),
)
def test_the_next_opening_is_open_within_a_week_and_by_the_clocks_there(
    instant: datetime, zone: str
) -> None:
    hours = parse_working_hours("Mon-Fri 9:00-17:00; Sat 10-12", ZoneInfo(zone))
    opens = hours.next_opening(instant)
    assert opens is not None and hours.is_open(opens)
    assert instant <= opens <= instant + timedelta(days=3)
    local = instant.astimezone(ZoneInfo(zone))
    within = any(
        opens <= local.time() < closes for opens, closes in hours.spans.get(local.weekday(), ())
    )
    assert hours.is_open(instant) == within


SPLIT = parse_working_hours("Mon-Fri 9-12, Mon-Thu 13:30-17", MELBOURNE)


@pytest.mark.parametrize(
    ("hours", "span", "begins", "done"),
    [
        (OFFICE, "1wd", "2026-12-01 15:05", "2026-12-02 15:00"),  # a Tuesday
        (OFFICE, "2wd", "2026-12-01 15:05", "2026-12-03 15:00"),
        (OFFICE, "1wd", "2026-12-01 09:00", "2026-12-02 09:00"),
        (OFFICE, "1wd", "2026-12-01 08:10", "2026-12-02 09:00"),  # counts from opening
        (OFFICE, "1wd", "2026-12-01 17:00", "2026-12-03 09:00"),  # counts from Wednesday
        (OFFICE, "1wd", "2026-12-04 10:30", "2026-12-05 10:00"),  # Saturday has hours
        (OFFICE, "1wd", "2026-12-04 15:05", "2026-12-05 12:00"),  # and closes at noon
        (OFFICE, "1wd", "2026-12-05 11:00", "2026-12-07 11:00"),  # Saturday, then Monday
        (OFFICE, "1wd", "2026-12-05 13:00", "2026-12-08 09:00"),  # after hours on Saturday
        (OFFICE, "1wd", "2026-12-06 03:00", "2026-12-08 09:00"),  # Sunday
        (SPLIT, "1wd", "2026-12-04 10:10", "2026-12-07 10:00"),  # Friday to Monday
        (SPLIT, "1wd", "2026-12-03 16:20", "2026-12-04 12:00"),  # Friday is over at noon
        (SPLIT, "1wd", "2026-12-01 12:30", "2026-12-02 13:00"),  # the pause counts from 13:30
        (OFFICE, "4wh", "2026-12-01 10:00", "2026-12-01 14:00"),
        (OFFICE, "4wh", "2026-12-01 13:00", "2026-12-01 17:00"),
        (OFFICE, "4wh", "2026-12-01 15:05", "2026-12-02 11:05"),  # over a night
        (OFFICE, "4wh", "2026-12-04 16:00", "2026-12-07 10:00"),  # over Saturday's two hours
        (SPLIT, "4wh", "2026-12-01 10:00", "2026-12-01 15:30"),  # over the pause
        (OFFICE, "20wh", "2026-12-01 09:00", "2026-12-03 13:00"),
        (OFFICE, "30s", "2026-12-05 23:00", "2026-12-05 23:00:30"),  # clock time exactly
        (OFFICE, "1d", "2026-12-05 13:00", "2026-12-06 13:00"),
        # Clocks go forward on Sunday 4 October and back on Sunday 5 April.
        (OFFICE, "1wd", "2026-10-03 11:00", "2026-10-05 11:00"),
        (OFFICE, "4wh", "2026-10-03 11:00", "2026-10-05 12:00"),
        (OFFICE, "1wd", "2026-04-04 11:00", "2026-04-06 11:00"),
        (OFFICE, "1d", "2026-10-03 11:00", "2026-10-04 12:00"),
    ],
)
def test_by_when_something_is_done(hours: WorkingHours, span: str, begins: str, done: str) -> None:
    assert hours.after(melbourne(begins), parse_span(span)) == melbourne(done)


def test_who_never_opens_has_days_and_hours_of_the_clock() -> None:
    never = WorkingHours({}, MELBOURNE)
    begins = melbourne("2026-12-01 15:05")
    assert never.after(begins, parse_span("2wd")) == begins + timedelta(days=2)
    assert never.after(begins, parse_span("4wh")) == begins + timedelta(hours=4)
    assert never.closing_of_day(begins) == begins


@pytest.mark.parametrize(
    ("hours", "at", "closes"),
    [
        (OFFICE, "2026-12-01 10:00", "2026-12-01 17:00"),
        (OFFICE, "2026-12-01 18:00", "2026-12-01 17:00"),
        (OFFICE, "2026-12-05 10:30", "2026-12-05 12:00"),
        (OFFICE, "2026-12-06 10:30", "2026-12-06 10:30"),  # a Sunday has no closing
        (SPLIT, "2026-12-01 10:00", "2026-12-01 17:00"),
    ],
)
def test_when_a_day_closes(hours: WorkingHours, at: str, closes: str) -> None:
    assert hours.closing_of_day(melbourne(at)) == melbourne(closes)


@given(
    st.integers(0, 5_000_000).map(lambda minutes: FIRST + timedelta(minutes=minutes)),
    st.sampled_from(["1wd", "2wd", "7wd", "1wh", "4wh", "37wh"]),
    st.sampled_from(["Australia/Melbourne", "America/New_York", "Asia/Kathmandu", "Europe/Dublin"]),
)
def test_working_time_ends_later_and_in_practice_hours(
    instant: datetime, span: str, zone: str
) -> None:
    hours = parse_working_hours("Mon-Fri 9-12, Mon-Thu 13-17; Sat 10-12", ZoneInfo(zone))
    done = hours.after(instant, parse_span(span))
    assert done > instant
    just_before = done - timedelta(seconds=1)
    is_pause = "wd" in span and done.astimezone(ZoneInfo(zone)).time() == time(12)
    assert hours.is_open(done) or hours.is_open(just_before) or is_pause
    assert hours.after(instant + timedelta(hours=1), parse_span(span)) >= done


NIGHTS = parse_working_hours("Mon-Sun 22-6", MELBOURNE, overnight=True)
OVERLAPPING = parse_working_hours("Mon-Fri 9-12, Mon-Fri 11-13", MELBOURNE)
HALF, QUARTER = Fraction(1, 2), Fraction(1, 4)


@pytest.mark.parametrize(
    ("hours", "begins", "until", "part", "reached"),
    [
        (OFFICE, "2026-12-01 10:00", "2026-12-01 14:00", HALF, "2026-12-01 12:00"),  # a Tuesday
        (OFFICE, "2026-12-01 10:00", "2026-12-01 14:00", QUARTER, "2026-12-01 11:00"),
        (OFFICE, "2026-12-01 10:00", "2026-12-01 14:00", 0.75, "2026-12-01 13:00"),
        (OFFICE, "2026-12-01 15:00", "2026-12-02 15:00", HALF, "2026-12-02 11:00"),  # 8 h of work
        (OFFICE, "2026-12-01 15:00", "2026-12-02 15:00", QUARTER, "2026-12-01 17:00"),  # closing
        (OFFICE, "2026-12-01 19:00", "2026-12-03 09:00", HALF, "2026-12-02 13:00"),
        (OFFICE, "2026-12-04 16:00", "2026-12-07 10:00", HALF, "2026-12-05 11:00"),  # a weekend
        (OFFICE, "2026-12-01 19:00", "2026-12-03 09:00", 0, "2026-12-02 09:00"),
        (OFFICE, "2026-12-01 19:00", "2026-12-03 09:00", 1, "2026-12-02 17:00"),
        (OFFICE, "2026-12-01 18:00", "2026-12-02 08:00", HALF, "2026-12-02 01:00"),  # a night
        (OFFICE, "2026-12-01 18:00", "2026-12-02 08:00", 0, "2026-12-01 18:00"),
        (OFFICE, "2026-12-01 18:00", "2026-12-01 18:00", HALF, "2026-12-01 18:00"),
        (SPLIT, "2026-12-01 11:00", "2026-12-01 14:30", HALF, "2026-12-01 12:00"),  # a pause
        (NIGHTS, "2026-12-01 02:00", "2026-12-01 23:00", HALF, "2026-12-01 04:30"),
        (OVERLAPPING, "2026-12-01 09:00", "2026-12-01 13:00", HALF, "2026-12-01 11:00"),
        # Clocks go forward on Sunday 4 October: a night of 7 hours.
        (NIGHTS, "2026-10-03 22:00", "2026-10-04 06:00", HALF, "2026-10-04 01:30"),
        (OFFICE, "2026-10-03 18:00", "2026-10-04 06:00", HALF, "2026-10-03 23:30"),
    ],
)
def test_when_part_of_the_open_time_has_passed(
    hours: WorkingHours, begins: str, until: str, part: Fraction | float, reached: str
) -> None:
    assert hours.part_way(melbourne(begins), melbourne(until), part) == melbourne(reached)


@given(
    st.integers(0, 5_000_000).map(lambda minutes: FIRST + timedelta(minutes=minutes)),
    st.integers(1, 40_000_000_000).map(lambda number: timedelta(microseconds=number * 50)),
    st.lists(st.fractions(0, 1) | st.floats(0, 1), min_size=2, max_size=2).map(sorted),
    st.sampled_from(["Australia/Melbourne", "America/New_York", "Asia/Kathmandu", "Europe/Dublin"]),
)
def test_part_of_the_way_is_open_or_a_closing_and_more_of_it_is_no_earlier(
    begins: datetime, lasts: timedelta, parts: list[Fraction | float], zone: str
) -> None:
    hours = parse_working_hours(
        "Mon-Fri 9-12, Mon-Thu 13-17; Sat 22-6", ZoneInfo(zone), overnight=True
    )
    until = begins + lasts
    first, second = (hours.part_way(begins, until, part) for part in parts)
    assert begins <= first <= second <= until
    opening = hours.next_opening(begins)
    assert opening is not None
    if opening >= until:
        assert hours.part_way(begins, until, 0) == begins
        assert hours.part_way(begins, until, 1) == until
        return
    assert hours.part_way(begins, until, 0) == opening
    for each in (first, second):
        assert hours.is_open(each) or hours.is_open(each - timedelta(microseconds=1))
    assert hours.next_opening(hours.part_way(begins, until, 1)) == hours.next_opening(until)

"""Durations as people write them."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.durations import Span, parse_duration, parse_durations, parse_span


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("3d", timedelta(days=3)),
        ("90m", timedelta(minutes=90)),
        ("30s", timedelta(seconds=30)),
        ("12H", timedelta(hours=12)),
        ("1d 12h", timedelta(hours=36)),
        ("1d12h30m5s", timedelta(days=1, hours=12, minutes=30, seconds=5)),
        ("  2 d  ", timedelta(days=2)),
        ("0d", timedelta()),
        ("3660d", timedelta(days=3660)),
    ],
)
def test_what_is_read(text: str, duration: timedelta) -> None:
    assert parse_duration(text) == duration


@pytest.mark.parametrize("text", ["", " ", "3", "d", "-3d", "3w", "3 days", "1.5h", "3d!", "1,5h"])
def test_what_is_no_duration_is_said_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match=r"«.*» is not a duration; write for example 3d"):
        parse_duration(text)


@pytest.mark.parametrize("text", ["3661d", "999999d", "87841h", "999999d 999999d"])
def test_one_that_would_leave_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is longer than ten years"):
        parse_duration(text)


def test_several_come_longest_first_and_once_each() -> None:
    assert parse_durations("1d, 3d,24h ,30m") == (
        timedelta(days=3),
        timedelta(days=1),
        timedelta(minutes=30),
    )


@pytest.mark.parametrize("text", ["", "1d,", ",1d", "1d,,3d", "1d; 3d"])
def test_one_wrong_among_several_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a duration"):
        parse_durations(text)


@given(st.lists(st.sampled_from("0123456789dhms ,-"), max_size=9).map("".join))
def test_any_text_is_a_duration_or_a_sentence(text: str) -> None:
    try:
        duration = parse_duration(text)
    except ValueError as error:
        said = str(error)
    else:
        assert duration >= timedelta()
        said = text
    assert text in said


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("1wd", Span(working_days=1)),
        (" 2 WD ", Span(working_days=2)),
        ("4wh", Span(working_hours=4)),
        ("999wd", Span(working_days=999)),
        ("30s", Span(clock=timedelta(seconds=30))),
        ("1d 12h", Span(clock=timedelta(hours=36))),
    ],
)
def test_how_long_something_may_take(text: str, span: Span) -> None:
    assert parse_span(text) == span


@pytest.mark.parametrize("text", ["0wd", "-1wd", "1000wd", "1.5wd", "1wd 4wh", "wd", "1wm", ""])
def test_what_is_no_span_is_said(text: str) -> None:
    with pytest.raises(ValueError, match="is not a duration"):
        parse_span(text)


@pytest.mark.parametrize("text", ["0s", "0d 0h"])
def test_no_time_at_all_can_t_be_promised(text: str) -> None:
    with pytest.raises(ValueError, match="is no time at all; write for example 1wd"):
        parse_span(text)


@given(st.lists(st.sampled_from("0123456789dhmsw ,-"), max_size=9).map("".join))
def test_any_text_is_one_span_or_a_sentence(text: str) -> None:
    try:
        span = parse_span(text)
    except ValueError as error:
        said = str(error)
    else:
        assert [bool(each) for each in vars(span).values()].count(True) == 1
        said = text
    assert text in said

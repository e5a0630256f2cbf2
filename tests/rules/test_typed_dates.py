"""What people type when they mean a day or a time."""

import pytest

from bot.rules.typed_dates import LONGEST, Moment, Reader
from tests.clock import MELBOURNE, melbourne

NOW = melbourne("2026-12-01 10:00")  # a Tuesday
HERE = Reader(NOW, MELBOURNE)
AMERICAN = Reader(NOW, MELBOURNE, month_first=True)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Tue 6pm", "2026-12-08 18:00"),
        ("tue 6", "2026-12-08 18:00"),
        ("wednesday 11", "2026-12-02 11:00"),
        ("today 4", "2026-12-01 16:00"),
        ("at 5", "2026-12-01 17:00"),
        ("12.30", "2026-12-01 12:30"),
        ("tomorrow 9.30", "2026-12-02 09:30"),
        ("tomorrow 4.30 pm", "2026-12-02 16:30"),
        ("tomorrow at 8", "2026-12-02 08:00"),
        ("noon tomorrow", "2026-12-02 12:00"),
        ("in 3 hours", "2026-12-01 13:00"),
        ("10/12 at 4", "2026-12-10 16:00"),
        ("10.12. 16:00", "2026-12-10 16:00"),
        ("10.12.2026 at 9", "2026-12-10 09:00"),
        ("Thu 10 Dec 4pm", "2026-12-10 16:00"),
        ("Thursday 10 December, 4:00 pm", "2026-12-10 16:00"),  # as the bot itself writes it
        ("2026-12-08T11:00", "2026-12-08 11:00"),
        ("2026-12-08T00:00+00:00", "2026-12-08 11:00"),
    ],
)
def test_a_day_with_its_time(text: str, meant: str) -> None:
    assert HERE.moment(text) == Moment(melbourne(meant), has_time=True)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("in 3 days", "2026-12-04"),
        ("in two weeks", "2026-12-15"),
        ("Friday", "2026-12-04"),
        ("until friday", "2026-12-04"),
        ("10 December", "2026-12-10"),
        ("the 8th", "2026-12-08"),
    ],
)
def test_a_day_alone(text: str, meant: str) -> None:
    assert HERE.moment(text) == Moment(melbourne(f"{meant} 00:00"), has_time=False)


def test_after_an_hour_is_that_hour_or_later() -> None:
    later = Moment(melbourne("2026-12-03 15:00"), has_time=True, or_later=True)
    assert HERE.moment("thursday after 3") == later


def test_the_country_decides_what_comes_first() -> None:
    assert HERE.moment("10/12 at 4") == Moment(melbourne("2026-12-10 16:00"), has_time=True)
    assert AMERICAN.moment("10/12 at 4") == Moment(melbourne("2027-10-12 16:00"), has_time=True)
    assert AMERICAN.moment("12/10 at 4") == Moment(melbourne("2026-12-10 16:00"), has_time=True)


def test_a_skipped_hour_is_the_end_of_the_gap() -> None:
    spring = Reader(melbourne("2026-10-03 10:00"), MELBOURNE)
    assert spring.moment("tomorrow 2:30 am") == Moment(melbourne("2026-10-04 03:00"), has_time=True)


@pytest.mark.parametrize(
    "text",
    ["", "   ", "asdf", "mornings", "31/2 at 4", "25:99", "99999999999999", "x" * (LONGEST + 1)],
)
def test_anything_else_is_not_guessed(text: str) -> None:
    assert HERE.moment(text) is None


def test_several_at_once() -> None:
    meant = ["2026-12-01 16:00", "2026-12-02 09:30", "2026-12-02 12:30"]
    read = HERE.moments("today 4, tomorrow 9.30 and 12.30")
    assert read == [Moment(melbourne(each), has_time=True) for each in meant]


def test_several_of_which_one_is_none_are_none() -> None:
    assert HERE.moments("banana and tomorrow") == []
    assert HERE.moments(", ".join(["today 4"] * 7)) == []
    assert HERE.moments("") == []

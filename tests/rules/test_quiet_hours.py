"""Quiet hours as people write them."""

from datetime import time

import pytest

from bot.rules.due import QuietHours
from bot.rules.quiet_hours import (
    as_setting,
    minutes_long,
    parse_quiet_hours,
    says_none,
    typed_quiet_hours,
)


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("22-7", time(22), time(7)),
        (" 22 – 7 ", time(22), time(7)),
        ("21:30-8:15", time(21, 30), time(8, 15)),
        ("10pm-7am", time(22), time(7)),
        ("from 10 PM to 7.30 a.m.", time(22), time(7, 30)),
        ("between 12 am and 12 pm", time(0), time(12)),
        ("0-6", time(0), time(6)),
    ],
)
def test_two_hours_are_understood(text: str, begins: time, ends: time) -> None:
    assert typed_quiet_hours(text) == QuietHours(begins, ends)


@pytest.mark.parametrize(
    "text",
    [
        "25-99", "22", "", "-", "22-22", "22-7-9", "13pm-7am", "0pm-7am", "22:60-7", "٢٢-٧",
        "<b>22-7</b>", "🌙", "\u202e7-22", "22-7" + " " * 40, "9" * 10_000,
    ],
)  # fmt: skip
def test_anything_else_is_not(text: str) -> None:
    assert typed_quiet_hours(text) is None


def test_none_is_said_in_several_words() -> None:
    assert says_none("None.") and says_none("no quiet  hours")
    assert not says_none("nonesuch")


@pytest.mark.parametrize("quiet", [None, QuietHours(time(21, 30), time(8))])
def test_what_is_kept_is_read_back(quiet: QuietHours | None) -> None:
    assert parse_quiet_hours(as_setting(quiet)) == quiet


def test_how_long_it_is_quiet() -> None:
    assert minutes_long(QuietHours(time(22), time(7))) == 9 * 60
    assert minutes_long(QuietHours(time(7), time(22))) == 15 * 60

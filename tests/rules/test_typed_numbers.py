"""Which number somebody means who types one, and what is never taken for a number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.typed_numbers import number_typed

NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
WORDS = {name: value for value, name in enumerate(NAMES)}


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        *((str(value), value) for value in range(11)),
        *((name.title(), value) for name, value in WORDS.items()),
        ("7.", 7), (" 7 ", 7), ("10!", 10), ("07", 7), ("7.0", 7), ("7,0", 7), ("*7*", 7),
        ("7/10", 7), ("7 / 10", 7), ("7 out of 10", 7), ("seven out of ten", 7), ("10/10", 10),
        ("about 7", 7), ("seven please", 7), ("I'd say a 7", 7), ("i’d say 7, I think", 7),
        ("7-ish", 7), ("maybe 7?", 7), ("it was a ten", 10), ("7 🙂", 7), ("7️⃣", 7),
        ("٧", 7), ("۷", 7), ("७", 7), ("７", 7),
    ],
)  # fmt: skip
def test_a_number_however_it_is_put(typed: str, value: int) -> None:
    assert number_typed(typed, WORDS) == value


@pytest.mark.parametrize(
    "typed",
    [
        "11", "12", "100", "710", "-1", "−1", "- 1", "+7", "7.5", "7,5", "7½", "0.5", "1/0", "7/5",
        "7/100", "7/10.5", "7 8", "7;8", "6-7", "7:30", "maybe a 6 or 7", "six or seven", "not 7",
        "seven and a half", "7 kids", "7th", "7%", "$7", "x7", "one of those days", "half of 10",
        "no one", "abc", "?", "", "٧٧", "1" * 100, "7 " + "please " * 20,
    ],
)  # fmt: skip
def test_what_is_no_plain_number_from_0_to_10(typed: str) -> None:
    assert number_typed(typed, WORDS) is None


@given(st.text(alphabet="0123456789 .,-/½ or", max_size=12))
def test_never_a_number_that_does_not_stand_there(text: str) -> None:
    value = number_typed(text, WORDS)
    if value is not None:
        assert str(value) in text


@given(st.text())
def test_any_text_gives_a_number_in_range_or_none(text: str) -> None:
    assert number_typed(text, WORDS) in (None, *range(11))

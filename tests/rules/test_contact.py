"""Numbers, words about calls, and names that can be kept."""

import pytest

from bot.rules.contact import tidy_called_name, tidy_phone, tidy_safe_contact


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("0400 000 000", "0400 000 000"),
        ("  +61 (3) 9000-0000\n", "+61 (3) 9000-0000"),
        ("03/9000.0000", "03/9000.0000"),
        ("٠٤٠٠ ٠٠٠ ٠٠٠", "0400 000 000"),
        ("0400–000–000", "0400-000-000"),
    ],
)
def test_numbers_that_can_be_kept(text: str, kept: str) -> None:
    assert tidy_phone(text) == kept


@pytest.mark.parametrize(
    "text",
    ["", "1234", "call me", "0400 000 000 x", "+", "1" * 16, "0" * 10_000, "<b>0400000000</b>",
     "☎ 0400 000 000", "\u202e0400000000", "04+00 000 000"],
)  # fmt: skip
def test_numbers_that_can_not(text: str) -> None:
    assert tidy_phone(text) is None


@pytest.mark.parametrize("text", ["Anna", "Zoë-Marie O’Neil", "  Jean  Luc ", "نگار", "李"])
def test_names_are_kept_as_they_are_written(text: str) -> None:
    assert tidy_called_name(text) == " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    ["", " ", "12345", "-", "<b>Anna</b>", "Anna 🙂", "\u202eannA", "a" * 61, "Anna_B", "x@y"],
)
def test_what_is_no_name(text: str) -> None:
    assert tidy_called_name(text) is None


def test_words_about_calls_are_short_and_plain() -> None:
    assert tidy_safe_contact(" mornings, no message ") == "mornings, no message"
    assert [tidy_safe_contact(each) for each in ("", "x" * 201, "a\x00b", "\u202ea")] == [None] * 4

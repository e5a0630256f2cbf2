"""Long words in several messages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.pieces import joined, may_go_on


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [("x" * 2047, False), ("x" * 2048, True), ("😀" * 1024, True), ("\ud83d" * 2048, True)],
)
def test_half_a_message_may_be_the_beginning_of_more(text: str, goes_on: bool) -> None:
    assert may_go_on(text) is goes_on


@pytest.mark.parametrize(
    ("before", "filled", "whole"),
    [
        ("One.", False, "One.\nmore"),
        ("One", False, "One more"),
        ("One.", True, "One.more"),
        ("", False, "\nmore"),
    ],
)
def test_what_was_cut_is_put_together(before: str, filled: bool, whole: str) -> None:
    assert joined(before, "more", filled=filled) == whole


@given(st.text(max_size=40), st.text(max_size=40), st.booleans())
def test_nothing_is_lost_and_nothing_but_one_space_added(
    before: str, more: str, filled: bool
) -> None:
    whole = joined(before, more, filled=filled)
    assert whole.startswith(before) and whole.endswith(more)
    assert len(whole) - len(before) - len(more) == (0 if filled else 1)

"""Which codes may be chosen, how they are hashed, and what wrong ones lead to."""

from datetime import timedelta

import pytest

from bot.rules.screen_codes import SALT_BYTES, closed_for, hashed, is_too_simple, tries_left


@pytest.mark.parametrize("digits", ["0000", "9999", "1212", "1234", "6789", "7890", "4321", "0987"])
def test_what_is_tried_first(digits: str) -> None:
    assert is_too_simple(digits)


@pytest.mark.parametrize("digits", ["2580", "1223", "1357", "9012", "1221"])
def test_other_codes_may_be_chosen(digits: str) -> None:
    assert not is_too_simple(digits)


def test_the_same_code_with_another_salt_is_another_hash() -> None:
    one, two = b"1" * SALT_BYTES, b"2" * SALT_BYTES
    assert hashed(b"code", one) == hashed(b"code", one)
    assert hashed(b"code", one)[SALT_BYTES:] != hashed(b"code", two)[SALT_BYTES:]
    assert hashed(b"code", one) != hashed(b"edoc", one)


@pytest.mark.parametrize(
    ("wrong", "closed", "left"),
    [
        (0, None, 5),
        (1, None, 4),
        (4, None, 1),
        (5, timedelta(minutes=15), 5),
        (6, None, 4),
        (10, timedelta(hours=1), 5),
        (15, timedelta(days=1), 5),
        (500, timedelta(days=1), 5),
    ],
)
def test_wrong_codes_close_the_pad_for_longer_and_longer(
    wrong: int, closed: timedelta | None, left: int
) -> None:
    assert (closed_for(wrong), tries_left(wrong)) == (closed, left)

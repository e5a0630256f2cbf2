"""The counts of the crash test notice what they are there for."""

from collections.abc import Sequence

import pytest

from tests.slow.counting import Seen, compare_screen, missing_and_surplus

ANSWERS = ["one", "two", "three", "four", "five", "six"] * 2


@pytest.mark.parametrize(
    ("replies", "seen"),
    [
        (ANSWERS, Seen()),
        (["one", "one", *ANSWERS[1:]], Seen(repeated=1)),
        (["one", "two", "two", "two", *ANSWERS[2:]], Seen(repeated=2)),
        ([*ANSWERS, "six"], Seen(repeated=1)),
        (ANSWERS[1:], Seen(lost=1)),
        (["one", *ANSWERS[4:]], Seen(lost=3)),
        (ANSWERS[:-2], Seen(lost=2)),
        ([], Seen(lost=12)),
        (["one", "nothing to take back", *ANSWERS[1:]], Seen(wrong=1)),
        (["one", "one", "three", *ANSWERS[3:]], Seen(lost=1, repeated=1)),
    ],
)
def test_a_screen_is_compared_with_what_should_stand_there(
    replies: Sequence[str], seen: Seen
) -> None:
    assert compare_screen(ANSWERS, replies) == seen


def test_an_act_done_twice_and_an_act_not_done_are_told_apart() -> None:
    acts = [(7, "pause"), (7, "resume"), (8, "pause")]
    assert missing_and_surplus(acts, acts) == (0, 0)
    assert missing_and_surplus(acts, [*acts, (7, "pause")]) == (0, 1)
    assert missing_and_surplus(acts, [(7, "pause"), (8, "pause"), (8, "pause")]) == (1, 1)

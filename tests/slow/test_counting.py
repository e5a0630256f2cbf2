"""The counts of the crash test notice what they are there for."""

from collections.abc import Callable, Sequence

import pytest

from tests.slow.counting import Seen, compare_screen, missing_and_surplus
from tests.slow.day_bot import compare_managers
from tests.slow.day_script import ALERT, CLIENTS, steps_of_case

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


# --- the day

CASES = {CLIENTS[0]: 1001, CLIENTS[2]: 1003}  # both are Maria's


def screen_of_maria() -> list[str]:
    """Both alerts, then both cases, one step of each after the other."""
    of_each = [
        [text for part in steps_of_case(client, number) for step in part
         for text in (*step.after, step.answer)]
        for client, number in CASES.items()
    ]  # fmt: skip
    named = [
        text if client.first_name in text else f"{text} (C-{number})"
        for pair in zip(*of_each, strict=True)
        for text, (client, number) in zip(pair, CASES.items(), strict=True)
    ]
    return [f"{ALERT} First look by Monday.", f"{ALERT} First look by Tuesday.", *named]


@pytest.mark.parametrize(
    ("change", "seen"),
    [
        (lambda screen: screen, Seen()),
        (lambda screen: screen[1:], Seen(lost=1)),
        (lambda screen: [screen[0], *screen], Seen(repeated=1)),
        (lambda screen: [*screen[:4], screen[3], *screen[4:]], Seen(repeated=1)),
        (lambda screen: [*screen[:4], *screen[5:]], Seen(lost=1)),
        (lambda screen: [*screen, "Nothing waits for you."], Seen(wrong=1)),
        (lambda screen: screen[:2], Seen(lost=16)),
    ],
)
def test_a_manager_with_two_cases_must_see_each_of_them_whole_and_once(
    change: Callable[[list[str]], list[str]], seen: Seen
) -> None:
    assert compare_managers(change(screen_of_maria()), CASES) == seen

"""Why a check-in's answers are noticed: each sentence is true of these very answers."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.alliance import Answers, Earlier, Level, judge
from bot.rules.questionnaire import OUR_OWN
from bot.texts import TimeWords
from conversations.check_in_why import why
from tests.clock import MELBOURNE
from tests.conversations.checking_in import answers, begin
from tests.practice import Cast

TUESDAYS = ("2026-12-01", "2026-12-08", "2026-12-15")
Given = Sequence[int | None]


def said(now: Given, *before: Given, is_of_today: bool = True) -> str:
    """Why these answers, after these earlier ones (the newest first), are noticed."""
    earlier: list[Earlier] = []
    for each in reversed(before):
        earlier.insert(0, Earlier(named(each)))
    judgement = judge(named(now), earlier)
    words = TimeWords("en", "AU", MELBOURNE)
    return why(words, OUR_OWN, named(now), judgement, is_of_today=is_of_today)


def named(values: Given) -> Answers:
    return dict(zip(OUR_OWN.names, values, strict=True))


NINES, EIGHTS = (9, 9, 9, 9), (8, 8, 8, 8)
DROPPED = "Your answers are lower today than they were before."
DROPPED_LAST_TIME = "Your answers about last time are lower than they were before."
LASTING = "Your answers have been lower lately than they used to be."


@pytest.mark.parametrize(
    ("now", "before", "today", "last_time"),
    [
        ((9, 9, 9, 4), [], "Being open was low today.", "Being open was low last time."),
        ((9, 9, 9, 4), [(9, 9, 9, 8)],
         "Being open was 8 and is 4.", "Being open was 8 before and 4 last time."),
        ((9, 9, 9, 4), [(9, 9, 9, None), (9, 9, 9, 8)],
         "Being open was 8 and is 4.", "Being open was 8 before and 4 last time."),
        ((9, 9, 9, 4), [(9, 9, 9, 5)], "Being open was low today.", "Being open was low last time."),
        ((9, 9, 9, 1), [(9, 9, 9, 4)],
         "Being open was low today.", "Being open was low last time."),
        ((3, 9, 9, 4), [(9, 9, 9, 8)],
         "Being heard was 9 and is 3. Being open was 8 and is 4.",
         "Being heard was 9 before and 3 last time. Being open was 8 before and 4 last time."),
        ((3, 9, 9, 4), [(9, 9, 9, None)],
         "Being heard was 9 and is 3. Being open was low today.",
         "Being heard was 9 before and 3 last time. Being open was low last time."),
        ((3, 3, 9, 4), [NINES],
         f"Being heard, working on what matters to you and being open were low today. {DROPPED}",
         "Being heard, working on what matters to you and being open were low last time. "
         f"{DROPPED_LAST_TIME}"),
        ((3, 3, 3, 4), [NINES], f"All four were low today. {DROPPED}",
         f"All four were low last time. {DROPPED_LAST_TIME}"),
        ((3, 3, 3, 4), [], "All four were low today.", "All four were low last time."),
        ((6, 6, 6, 6), [NINES], DROPPED, DROPPED_LAST_TIME),
        ((6, 7, 7, 6), [(7, 8, 7, 7), (7, 8, 7, 7), NINES], LASTING, LASTING),
        ((3, 3, 3, 4), [NINES] * 3,
         "All four were low today. Your answers are usually about 9; today they are about 3.",
         "All four were low last time. "
         "Your answers are usually about 9; for last time they are about 3."),
        ((7, 7, 7, 7), [NINES] * 3,
         "Your answers are usually about 9; today they are about 7.",
         "Your answers are usually about 9; for last time they are about 7."),
        ((5, 5, 5, 5), [], "Your answers are rather low today.",
         "Your answers about last time are rather low."),
        ((5, 5, 5, 5), [EIGHTS] * 3,
         "Your answers are usually about 8; today they are about 5.",
         "Your answers are usually about 8; for last time they are about 5."),
        # A half goes up: 8.5 is said as 9, 6.5 as 7.
        ((6, 7, 6, 7), [(8, 9, 8, 9)] * 3,
         "Your answers are usually about 9; today they are about 7.",
         "Your answers are usually about 9; for last time they are about 7."),
        ((6, 7, 7, 7), [(9, 9, 8, 8)] * 3 ,
         "Your answers are usually about 9; today they are about 7.",
         "Your answers are usually about 9; for last time they are about 7."),
        # What was low before as well is only low; the fall of the whole is said beside it.
        ((5, 6, 5, 4), [(9, 9, 9, 4)] * 3,
         "Being open was low today. Your answers are usually about 8; today they are about 5.",
         "Being open was low last time. "
         "Your answers are usually about 8; for last time they are about 5."),
        ((None, None, None, 4), [NINES], "Being open was 9 and is 4.",
         "Being open was 9 before and 4 last time."),
    ],
)  # fmt: skip
def test_why(now: Given, before: list[Given], today: str, last_time: str) -> None:
    assert said(now, *before) == today
    assert said(now, *before, is_of_today=False) == last_time


ANSWERS = st.lists(st.none() | st.integers(0, 10), min_size=4, max_size=4).filter(
    lambda values: any(value is not None for value in values)
)


@given(ANSWERS, st.lists(ANSWERS, max_size=7), st.booleans())
def test_whatever_is_not_fine_has_its_reason(
    now: Given, before: list[Given], is_of_today: bool
) -> None:
    earlier = [Earlier(named(each)) for each in before]
    judgement = judge(named(now), earlier)
    words = TimeWords("en", "AU", MELBOURNE)
    reason = why(words, OUR_OWN, named(now), judgement, is_of_today=is_of_today)
    if judgement.level is not Level.FINE:
        assert reason.endswith(".") and reason[0].isupper()
    for item in OUR_OWN.items:
        is_named = item.topic in reason.lower()
        assert not is_named or item.name in judgement.low


def test_three_weeks_of_anna_s(questioned: Cast) -> None:
    for day, given_answers, expected in zip(
        TUESDAYS,
        [(9, 8, 9, 8), (9, 8, 9, 4), (9, 8, 9, 4)],
        [
            "Thank you.",
            "Thank you. Being open was 8 and is 4. That happens, and you've done nothing wrong by "
            "saying it.\n\nWould you like to do something about it?",
            "Thank you. Being open was low today. That happens",
        ],
        strict=True,
    ):
        begin(questioned, day)
        answers(questioned.anna, *given_answers)
        assert expected in questioned.anna.last

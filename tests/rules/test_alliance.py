"""What a check-in's answers say: every rule at its edge, and what must hold for any answers."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.alliance import (
    Answers,
    Earlier,
    Level,
    Reason,
    judge,
    mean_of,
    own_median,
)
from bot.rules.questionnaire import OUR_OWN

FINE, WATCH, CONCERN = Level.FINE, Level.WATCH, Level.CONCERN
SEVERITY = {FINE: 0, WATCH: 1, CONCERN: 2}


def answers(*values: int | None) -> Answers:
    return dict(zip(OUR_OWN.names, values, strict=True))


def before(*means: float | None, level: Level = FINE) -> list[Earlier]:
    """Earlier check-ins with these means, the newest first."""
    return [Earlier(None if mean is None else Fraction(mean), level) for mean in means]


def level_of(given_answers: Answers, earlier: Sequence[Earlier] = ()) -> Level:
    return judge(given_answers, earlier).level


# --- one check-in by itself


@pytest.mark.parametrize(
    ("values", "level", "low"),
    [
        ((10, 10, 10, 10), FINE, []),
        ((5, 5, 6, 5), FINE, []),  # a mean of 5.25, and no item at 4
        ((5, 5, 5, 5), CONCERN, []),
        ((4, 10, 10, 10), WATCH, ["heard"]),
        ((4, 7, 6, 3), CONCERN, ["heard", "open"]),  # its mean is 5
        ((4, 7, 7, 3), WATCH, ["heard", "open"]),
        ((0, 0, 0, 0), CONCERN, list(OUR_OWN.names)),
        ((10, 10, 10, 0), WATCH, ["open"]),
    ],
)
def test_without_a_history(values: tuple[int, ...], level: Level, low: list[str]) -> None:
    judgement = judge(answers(*values), [])
    assert (judgement.level, list(judgement.low)) == (level, low)


@pytest.mark.parametrize(
    ("values", "level"),
    [
        ((None, None, None, None), FINE),
        ((None, None, 4, None), WATCH),
        ((5, 5, None, None), FINE),  # two are too few for a mean
        ((5, 5, 5, None), CONCERN),
        ((0, 0, None, None), WATCH),
    ],
)
def test_what_was_skipped_counts_for_nothing(values: tuple[int | None, ...], level: Level) -> None:
    assert level_of(answers(*values)) is level


# --- after others


@pytest.mark.parametrize(
    ("values", "means", "level"),
    [
        ((7, 7, 7, 7), (8.5, 8.5, 8.5), WATCH),  # exactly 1.5 below
        ((7, 7, 7, 8), (8.5, 8.5, 8.5), FINE),  # 1.25 below
        ((6, 6, 6, 6), (8.5, 8.5, 8.5), CONCERN),  # exactly 2.5 below
        ((6, 6, 6, 7), (8.5, 8.5, 8.5), WATCH),
        ((7, 7, 7, 7), (8.5, 8.5), FINE),  # two are too few for what is usual
        ((7, 7, 7, 7), (8.5, None, 8.5, 8.5), WATCH),  # one without a mean is passed over
        ((7, 7, 7, 7), (10, 10, 5.25, 5.25, 5.25), FINE),  # the median, not the mean
        ((6, 6, 6, 6), (6, 6, 6, 6, 6, 6, 10, 10, 10, 10, 10, 10, 10), FINE),  # the last six
        ((6, 6, 6, 6), (6, 6, 6, 9, 9, 9), WATCH),  # between the two in the middle: 7.5
        ((10, 10, 10, 10), (6, 6, 6), FINE),  # better than usual
        ((6, 6, None, None), (9, 9, 9), FINE),  # two answers have no mean to compare
    ],
)
def test_below_what_is_usual(
    values: tuple[int | None, ...], means: tuple[float | None, ...], level: Level
) -> None:
    assert level_of(answers(*values), before(*means)) is level


def test_thirds_are_exact() -> None:
    """Three answers make thirds, which no float holds."""
    usual = [Earlier(Fraction(25, 3), FINE)] * 3
    assert level_of(answers(7, 7, 6, None), usual) is WATCH  # 20/3 is below 41/6
    assert level_of(answers(7, 7, 7, None), usual) is FINE


@pytest.mark.parametrize(
    ("levels", "level"),
    [
        ([], WATCH),
        ([FINE], WATCH),
        ([WATCH], CONCERN),
        ([CONCERN], CONCERN),
        ([FINE, WATCH], WATCH),  # not running: a fine one lies between
    ],
)
def test_watch_twice_running(levels: list[Level], level: Level) -> None:
    low_item = answers(4, 10, 10, 10)
    assert level_of(low_item, [Earlier(Fraction(9), each) for each in levels]) is level


def test_a_fine_one_after_a_watch_is_fine() -> None:
    assert judge(answers(9, 9, 9, 9), before(9, level=WATCH)).level is FINE


@pytest.mark.parametrize(
    ("values", "earlier", "reasons"),
    [
        ((9, 9, 9, 9), before(9, 9, 9), set()),
        ((4, 9, 9, 9), [], {Reason.LOW_ITEM}),
        ((5, 5, 5, 5), [], {Reason.LOW_MEAN}),
        ((7, 7, 7, 7), before(9, 9, 9), {Reason.FALLEN}),
        ((7, 7, 7, 7), before(9, 9, 9, level=WATCH), {Reason.FALLEN, Reason.AGAIN}),
        ((1, 1, 1, 1), before(9, 9, 9, level=WATCH), set(Reason)),
    ],
)
def test_why(values: tuple[int, ...], earlier: list[Earlier], reasons: set[Reason]) -> None:
    assert judge(answers(*values), earlier).reasons == reasons


# --- whatever is answered

some_answers = st.dictionaries(st.sampled_from(OUR_OWN.names), st.none() | st.integers(0, 10))
some_earlier = st.lists(
    st.builds(
        Earlier,
        st.none() | st.fractions(0, 10, max_denominator=4),
        st.sampled_from(Level),
    ),
    max_size=9,
)


@given(some_answers, some_earlier)
def test_a_level_other_than_fine_has_a_reason_of_its_own(
    given_answers: Answers, earlier: list[Earlier]
) -> None:
    judgement = judge(given_answers, earlier)
    assert (judgement.level is FINE) == (judgement.reasons == frozenset())
    assert judgement.reasons != {Reason.AGAIN}
    assert set(judgement.low) == {
        item for item, value in given_answers.items() if value is not None and value <= 4
    }


@given(some_answers, some_earlier, st.data())
def test_a_lower_answer_never_makes_it_milder(
    given_answers: Answers, earlier: list[Earlier], data: st.DataObject
) -> None:
    answered = [item for item, value in given_answers.items() if value]
    if not answered:
        return
    item = data.draw(st.sampled_from(answered))
    value = given_answers[item]
    assert value is not None
    lower = {**given_answers, item: data.draw(st.integers(0, value - 1))}
    assert SEVERITY[level_of(lower, earlier)] >= SEVERITY[level_of(given_answers, earlier)]


@given(some_answers, some_earlier, some_earlier)
def test_what_lies_further_back_than_six_means_changes_nothing(
    given_answers: Answers, recent: list[Earlier], old: list[Earlier]
) -> None:
    six = [each for each in recent if each.mean is not None][:6]
    if len(six) == 6:
        assert judge(given_answers, [*recent, *old]) == judge(given_answers, recent)


@given(some_answers, some_earlier)
def test_better_days_before_never_make_it_milder(
    given_answers: Answers, earlier: list[Earlier]
) -> None:
    better = [Earlier(None if each.mean is None else each.mean + 1, each.level) for each in earlier]
    was, is_now = level_of(given_answers, earlier), level_of(given_answers, better)
    assert SEVERITY[is_now] >= SEVERITY[was]


@given(some_answers)
def test_a_mean_lies_within_the_answers(given_answers: Answers) -> None:
    mean = mean_of(given_answers)
    values = [value for value in given_answers.values() if value is not None]
    assert (mean is None) == (not values or len(values) < len(given_answers) * 3 / 4)
    assert mean is None or min(values) <= mean <= max(values)


def test_what_is_usual_needs_three() -> None:
    assert own_median(before(9, 8)) is None
    assert own_median(before(9, 8, 3)) == 8

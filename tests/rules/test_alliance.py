"""What a check-in's answers say: every rule at its edge, and what must hold for any answers."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.rules.alliance import Answers, Earlier, Judgement, Level, Reason, judge, mean_of
from bot.rules.questionnaire import OUR_OWN

FINE, WATCH, CONCERN = Level.FINE, Level.WATCH, Level.CONCERN
SEVERITY = {FINE: 0, WATCH: 1, CONCERN: 2}
LOW_ITEM, LOW_MEAN, FALLEN = Reason.LOW_ITEM, Reason.LOW_MEAN, Reason.FALLEN
DROPPED, LASTING = Reason.DROPPED, Reason.LASTING


def answers(*values: int | None) -> Answers:
    return dict(zip(OUR_OWN.names, values, strict=True))


def around(mean: float, items: int = 4) -> Answers:
    """Answers that have this mean and lie close together."""
    lower, more = divmod(round(mean * items), items)
    values = [lower + 1] * more + [lower] * (items - more)
    return {f"item_{number}": value for number, value in enumerate(values)}


def said_of(*means: float, items: int = 4) -> Judgement:
    """What is said of the first of these, which is the newest."""
    now, *earlier = (around(mean, items) for mean in means)
    return judge(now, [Earlier(each) for each in earlier])


def level_of(given_answers: Answers, earlier: Sequence[Earlier] = ()) -> Level:
    return judge(given_answers, earlier).level


# --- one check-in by itself


@pytest.mark.parametrize(
    ("values", "level", "low", "reasons"),
    [
        ((10, 10, 10, 10), FINE, [], set()),
        ((5, 5, 6, 5), FINE, [], set()),  # a mean of 5.25, and no item at 4
        ((5, 5, 5, 5), WATCH, [], {LOW_MEAN}),
        ((4, 10, 10, 10), WATCH, ["heard"], {LOW_ITEM}),
        ((4, 7, 6, 3), WATCH, ["heard", "open"], {LOW_ITEM, LOW_MEAN}),  # its mean is 5
        ((4, 7, 7, 3), WATCH, ["heard", "open"], {LOW_ITEM}),
        ((0, 0, 0, 0), WATCH, list(OUR_OWN.names), {LOW_ITEM, LOW_MEAN}),
        ((10, 10, 10, 0), WATCH, ["open"], {LOW_ITEM}),
    ],
)
def test_without_a_history(
    values: tuple[int, ...], level: Level, low: list[str], reasons: set[Reason]
) -> None:
    judgement = judge(answers(*values), [])
    assert (judgement.level, list(judgement.low)) == (level, low)
    assert judgement.reasons == reasons


@pytest.mark.parametrize(
    ("values", "level"),
    [
        ((None, None, None, None), FINE),
        ((None, None, 4, None), WATCH),
        ((5, 5, None, None), FINE),  # two are too few for a mean
        ((5, 5, 5, None), WATCH),
        ((0, 0, None, None), WATCH),
    ],
)
def test_what_was_skipped_counts_for_nothing(values: tuple[int | None, ...], level: Level) -> None:
    assert level_of(answers(*values)) is level


# --- below what is usual


@pytest.mark.parametrize(
    ("means", "level"),
    [
        ((7, 8.5, 8.5, 8.5), WATCH),  # exactly 1.5 below
        ((7.25, 8.5, 8.5, 8.5), FINE),
        ((6, 8.5, 8.5, 8.5), CONCERN),  # exactly 2.5 below
        ((6.25, 8.5, 8.5, 8.5), WATCH),
        ((7, 10, 10, 8, 8, 8), FINE),  # the median; the mean is 8.8
        ((7, *[7] * 10, *[10] * 20), FINE),  # the last ten
        ((6, *[9] * 5, *[6] * 5), WATCH),  # between the two in the middle: 7.5
        ((10, 6, 6, 6), FINE),  # better than usual
    ],
)
def test_a_fall_below_what_is_usual(means: tuple[float, ...], level: Level) -> None:
    judgement = said_of(*means)
    assert judgement.level is level
    assert judgement.reasons == (set() if level is FINE else {FALLEN})


@pytest.mark.parametrize(
    ("means", "level"),
    [
        ((7, 9), WATCH),  # 2 below
        ((7.25, 9), FINE),
        ((6, 9), CONCERN),  # 3 below
        ((6.25, 9), WATCH),
        ((6, 9.5, 8.5), CONCERN),  # below the middle of two
        ((6, 8.75, 8.75), WATCH),
    ],
)
def test_half_a_point_more_while_little_is_known(means: tuple[float, ...], level: Level) -> None:
    judgement = said_of(*means)
    assert judgement.level is level
    assert judgement.reasons == (set() if level is FINE else {DROPPED})
    assert judgement.usual is None, "nobody is told what is usual after two"


def test_half_a_point_more_with_two_questions() -> None:
    levels = [said_of(now, 9, 9, 9, items=2).level for now in (7.5, 7, 6.5, 6)]
    assert levels == [FINE, WATCH, WATCH, CONCERN]
    assert [said_of(now, 9, 9, 9, items=5).level for now in (7.6, 7.4, 6.6, 6.4)] == [
        FINE, WATCH, WATCH, CONCERN,
    ]  # fmt: skip


def test_thirds_are_exact() -> None:
    """Three answers make thirds, which no float holds."""
    usual = [Earlier(answers(8, 8, 9, None))] * 3
    assert level_of(answers(7, 7, 6, None), usual) is WATCH  # 20/3 is below 41/6
    assert level_of(answers(7, 7, 7, None), usual) is FINE


# --- lower for a while


@pytest.mark.parametrize(
    ("means", "is_lasting"),
    [
        ((7.5, 7.5, 7.5, 9, 9, 9), True),  # together exactly 1.5 below
        ((7.5, 7.5, 7.75, 9, 9, 9), False),
        ((8, 7.25, 7.25, 9, 9, 9), True),  # this one exactly 1 below
        ((8.25, 7, 7, 9, 9, 9), False),  # nearly back
        ((9, 5.25, 5.25, 9, 9, 9), False),  # repaired
        ((7.5, 7.5, 9, 9, 9, 9), False),  # two of three
        ((7.5, 7.5, 7.5, 9, 9), False),  # little is known of before: half a point more
        ((7, 7, 7, 9, 9), True),
        ((7, 7, 7, 9), True),
        ((7, 7, 7), False),  # nothing is known of before
        ((7.5, 7.5, 7.5, *[9] * 5, *[7.5] * 5), False),  # of those ten the middle is 8.25
        ((7.5, 7.5, 7.5, *[9] * 10, *[1] * 20), True),  # the ten before the three
    ],
)
def test_three_that_are_lower_together(means: tuple[float, ...], *, is_lasting: bool) -> None:
    judgement = said_of(*means)
    assert (LASTING in judgement.reasons) == is_lasting
    assert (judgement.level is CONCERN) == is_lasting


def test_with_two_questions_three_together_need_half_a_point_more() -> None:
    assert LASTING not in said_of(7.5, 7.5, 7.5, 9, 9, 9, items=2).reasons
    assert LASTING in said_of(7, 7, 7, 9, 9, 9, items=2).reasons


def test_a_low_item_again_and_again_is_an_offer_each_time_and_no_concern() -> None:
    same = answers(3, 9, 9, 9)
    assert [level_of(same, [Earlier(same)] * times) for times in range(15)] == [WATCH] * 15


# --- what is compared


def test_one_without_a_mean_is_passed_over() -> None:
    nothing, usual = answers(9, 9, None, None), answers(9, 9, 8, 8)
    earlier = [Earlier(each) for each in (usual, nothing, usual, usual)]
    assert judge(answers(7, 7, 7, 7), earlier).reasons == {FALLEN}
    assert judge(answers(7, 7, 7, 7), earlier[:3]).reasons == set(), "two means are known"
    assert level_of(answers(6, 6, None, None), earlier) is FINE, "it has no mean to compare"


def test_only_check_ins_with_the_same_items_are_compared() -> None:
    before = [Earlier({"heard": 10, "matters": 10, "fits": 10, "pace": 10})] * 5
    judgement = judge(answers(6, 6, 6, 6), before)
    assert (judgement.level, judgement.usual) == (FINE, None)
    assert judgement.before == {"heard": 10, "matters": 10, "fits": 10}
    again = [Earlier(answers(9, 9, 9, 9))] * 3
    assert level_of(answers(6, 6, 6, 6), [*again[:1], *before, *again]) is CONCERN


def test_what_came_before_is_each_item_s_last_answer() -> None:
    earlier = [Earlier(answers(None, 7, 6, None)), Earlier(answers(3, 2, 1, None))]
    judgement = judge(answers(9, 9, None, 9), earlier)
    assert judgement.before == {"heard": 3, "matters": 7, "fits": 6}


def test_what_is_usual_needs_three() -> None:
    assert said_of(9, 9, 8).usual is None
    assert said_of(9, 9, 8, 3).usual == 8


# --- whatever is answered

NAMES = ("one", "two", "three", "four", "five")
some_names = st.sampled_from([NAMES[:count] for count in (2, 3, 4, 5)] + [NAMES[1:]])
value_or_none = st.none() | st.integers(0, 10)
some_answers = some_names.flatmap(
    lambda names: st.fixed_dictionaries(dict.fromkeys(names, value_or_none))
)
same_items = some_names.flatmap(
    lambda names: st.lists(
        st.fixed_dictionaries(dict.fromkeys(names, value_or_none)), min_size=1, max_size=16
    )
)
mixed = st.lists(some_answers, min_size=1, max_size=16)
check_ins = same_items | mixed  # the newest first


def judged(newest_first: Sequence[Answers]) -> Judgement:
    return judge(newest_first[0], [Earlier(each) for each in newest_first[1:]])


@given(check_ins)
def test_a_level_other_than_fine_has_reasons_that_are_true(given_check_ins: list[Answers]) -> None:
    judgement = judged(given_check_ins)
    now, reasons = given_check_ins[0], judgement.reasons
    assert (judgement.level is FINE) == (reasons == frozenset())
    low = {item for item, value in now.items() if value is not None and value <= 4}
    assert set(judgement.low) == low and (LOW_ITEM in reasons) == bool(low)
    assert (LOW_MEAN in reasons) == (judgement.mean is not None and judgement.mean <= 5)
    assert not {FALLEN, DROPPED} <= reasons
    if FALLEN in reasons:
        assert judgement.usual is not None and judgement.mean is not None
        assert judgement.mean <= judgement.usual - Fraction(3, 2)
    if judgement.level is CONCERN:
        assert reasons & {FALLEN, DROPPED, LASTING}, "low alone is no concern"


@given(check_ins, st.data())
def test_a_lower_answer_never_makes_it_milder(
    given_check_ins: list[Answers], data: st.DataObject
) -> None:
    now, *earlier = given_check_ins
    answered = [item for item, value in now.items() if value]
    assume(answered)
    item = data.draw(st.sampled_from(answered))
    lower = {**now, item: data.draw(st.integers(0, (now[item] or 0) - 1))}
    was, is_now = judged(given_check_ins), judged([lower, *earlier])
    assert SEVERITY[is_now.level] >= SEVERITY[was.level]
    assert is_now.reasons >= was.reasons


@given(check_ins)
def test_the_best_answers_are_fine_whatever_was_before(given_check_ins: list[Answers]) -> None:
    best = dict.fromkeys(given_check_ins[0], 10)
    assert judged([best, *given_check_ins[1:]]).level is FINE


@given(same_items)
def test_better_days_before_never_make_it_milder(given_check_ins: list[Answers]) -> None:
    """All of them by a point: a better one alone can end a while that was lower."""
    now, *earlier = given_check_ins
    assume(all((value or 0) < 10 for each in earlier for value in each.values()))
    better = [
        {item: None if value is None else value + 1 for item, value in each.items()}
        for each in earlier
    ]
    assert SEVERITY[judged([now, *better]).level] >= SEVERITY[judged(given_check_ins).level]


@given(check_ins, mixed)
def test_what_lies_further_back_than_twelve_means_changes_no_level(
    recent: list[Answers], old: list[Answers]
) -> None:
    now = recent[0]
    alike = [each for each in recent[1:] if each.keys() == now.keys() and mean_of(each) is not None]
    twelve = [*recent[1:], *alike * 12] if alike else []
    was, is_now = judged([now, *twelve]), judged([now, *twelve, *old])
    if twelve:
        assert (was.level, was.reasons, was.usual) == (is_now.level, is_now.reasons, is_now.usual)


@given(st.floats(0, 10), st.integers(0, 15), st.sampled_from((2, 3, 4, 5)))
def test_who_always_answers_alike_is_never_a_concern(mean: float, times: int, items: int) -> None:
    assert said_of(*[mean] * (times + 1), items=items).level is not CONCERN


@given(some_answers)
def test_a_mean_lies_within_the_answers(given_answers: Answers) -> None:
    mean = mean_of(given_answers)
    values = [value for value in given_answers.values() if value is not None]
    assert (mean is None) == (not values or len(values) < len(given_answers) * 3 / 4)
    assert mean is None or min(values) <= mean <= max(values)

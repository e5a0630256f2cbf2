"""The rule about check-ins as it is, with other thresholds, and other rules to hold beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from hashlib import sha256
from itertools import pairwise
from math import sqrt
from random import Random
from statistics import median

from bot.rules.alliance import THRESHOLDS, Answers, Earlier, Level, Thresholds, judge

FINE, WATCH, CONCERN = Level.FINE, Level.WATCH, Level.CONCERN


@dataclass(frozen=True)
class Rule:
    """`level` takes the answers, those before (the newest first) and the level of the last."""

    level: Callable[[Answers, Sequence[Earlier], Level], Level]
    looks_at_levels: bool = True


def _ours(thresholds: Thresholds) -> Rule:
    return Rule(lambda new, old, _last: judge(new, old, thresholds).level, looks_at_levels=False)


def _mean(answers: Answers) -> float:
    values = [value for value in answers.values() if value is not None]
    return sum(values) / len(values)


def _means(earlier: Sequence[Earlier]) -> list[float]:
    return [float(each.mean) for each in earlier if each.mean is not None]


def _own_spread(means: Sequence[float]) -> float:
    """As `statistics.stdev`, which is too slow here."""
    middle = sum(means) / len(means)
    return sqrt(sum((each - middle) ** 2 for each in means) / (len(means) - 1))


def _lowest(answers: Answers) -> int:
    return min(value for value in answers.values() if value is not None)


def _as_it_stood(answers: Answers, earlier: Sequence[Earlier], last: Level) -> Level:
    """DESIGN §5: own median of the last six, at least three; watch twice running is a concern."""
    mean, means = _mean(answers), _means(earlier[:6])
    fallen = median(means) - mean if len(means) >= 3 else 0.0
    if mean <= 5 or fallen >= 2.5:
        return CONCERN
    if _lowest(answers) <= 4 or fallen >= 1.5:
        return WATCH if last is FINE else CONCERN
    return FINE


def _of_the_field(answers: Answers, earlier: Sequence[Earlier], last: Level) -> Level:
    """FIELD §2.5, without the check-ins that were missed; drops are from the last one."""
    means = [_mean(answers), *_means(earlier)]
    drop = means[1] - means[0] if earlier else 0.0
    own = _own_spread(means[1:]) if len(means) > 4 else None
    declining = len(means) > 3 and means[0] < means[1] < means[2] < means[3]
    if means[0] <= 5 or drop >= 2 or (own and drop >= 2 * own) or declining:
        return CONCERN
    if drop >= 1 or (own and drop >= own) or _lowest(answers) <= 5:
        return WATCH if last is FINE else CONCERN
    return FINE


def _cut_off(answers: Answers, earlier: Sequence[Earlier], _last: Level) -> Level:
    """FIELD §2.2, OpenFIT and PCOMS: under 36 of 40, or 1 of 40 below the last."""
    mean = _mean(answers)
    dropped = bool(earlier) and _mean(earlier[0].answers) - mean >= 0.25
    return CONCERN if mean < 9 or dropped else FINE


def _control_chart(answers: Answers, earlier: Sequence[Earlier], _last: Level) -> Level:
    """FIELD §2.2: below own mean by 2.66 times the mean moving range, from the fifth on."""
    means = _means(earlier)
    if len(means) < 4:
        return FINE
    moves = [abs(one - other) for one, other in pairwise(means)]
    limit = sum(means) / len(means) - 2.66 * sum(moves) / len(moves)
    return CONCERN if _mean(answers) < limit else FINE


OURS = "this rule"
AS_IT_STOOD, FIELD = "as it stood", "drops from the last time"
CUT_OFF, CONTROL_CHART = "cut-off of 36", "control chart"
_HALF = Fraction(1, 2)
_NEVER = Fraction(99)
RULES = {
    OURS: _ours(THRESHOLDS),
    AS_IT_STOOD: Rule(_as_it_stood),
    FIELD: Rule(_of_the_field),
    CUT_OFF: Rule(_cut_off),
    CONTROL_CHART: Rule(_control_chart),
}
VARIANTS = {
    "concern from 2.0 below": _ours(replace(THRESHOLDS, concern=THRESHOLDS.concern - _HALF)),
    "concern from 3.0 below": _ours(replace(THRESHOLDS, concern=THRESHOLDS.concern + _HALF)),
    "three together from 1.25": _ours(replace(THRESHOLDS, lasting=Fraction(5, 4))),
    "three together from 1.75": _ours(replace(THRESHOLDS, lasting=Fraction(7, 4))),
    "two together from 1.75": _ours(replace(THRESHOLDS, together=2, lasting=Fraction(7, 4))),
    "none together": _ours(replace(THRESHOLDS, lasting=_NEVER)),
    "median of six": _ours(replace(THRESHOLDS, remembered=6)),
    "no half point more at first": _ours(replace(THRESHOLDS, unsure=Fraction(0))),
    "nothing before three are known": _ours(replace(THRESHOLDS, unsure=_NEVER)),
}
ALL_RULES = RULES | VARIANTS


def fingerprint() -> str:
    """Names what the rule does: what it says to a thousand histories made up by chance."""
    chance, said = Random(1), []
    for _each in range(1000):
        items = chance.choice((2, 3, 4, 5))
        around = chance.uniform(2, 10)
        made = [
            Earlier({f"item_{n}": _made(chance, around) for n in range(items)})
            for _check_in in range(chance.randint(1, 15))
        ]
        judgement = judge(made[0].answers, made[1:])
        reasons = sorted(reason.value for reason in judgement.reasons)
        said.append(f"{judgement.level.value} {reasons} {judgement.low} {judgement.usual}")
    return sha256("\n".join(said).encode()).hexdigest()[:12]


def _made(chance: Random, around: float) -> int | None:
    if chance.random() < 0.05:
        return None
    return min(10, max(0, round(chance.gauss(around, 1.5))))

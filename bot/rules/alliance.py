"""What a check-in's answers say about the working relationship, and why.

The numbers are those of DESIGN §5 «Check-in». FIELD §2 says how far they can be leaned on: nobody
has published a smallest change that matters for such answers (2.4), and counts of ruptures change
with the rule (2.2). So each rule is plain, and what it leads to is an offer, never a verdict.
"""

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from statistics import median


class Level(enum.Enum):
    FINE = "fine"
    WATCH = "watch"
    CONCERN = "concern"


class Reason(enum.Enum):
    """Why a level isn't «fine»."""

    LOW_ITEM = "low item"
    LOW_MEAN = "low mean"
    FALLEN = "fallen"
    AGAIN = "again"


# By the item's name, in the order of asking: 0 to 10, None was skipped.
Answers = Mapping[str, int | None]
LOWEST, HIGHEST = 0, 10
# One low answer is worth a question whatever the others say: clients are polite, and hide trouble
# behind a good mean (FIELD §0.6). FIELD §2.5 proposes 5; 4 is clearly below the middle.
LOW_ITEM = 4
LOW_MEAN = 5  # FIELD §2.5
# FIELD §2.4: on 0-40 a change under 3.8 to 4.8 may be noise, that is 1.0 to 1.2 of a mean on 0-10;
# answers of single sessions are noisier (retest .64: 2.1), hence one step above and one beyond.
FALL_TO_WATCH = Fraction(3, 2)
FALL_TO_CONCERN = Fraction(5, 2)
SHARE_FOR_A_MEAN = Fraction(3, 4)  # of the items answered; FIELD §2.5: three of four
MEANS_REMEMBERED, MEANS_FOR_A_MEDIAN = 6, 3  # a median so that one bad day doesn't move it


@dataclass(frozen=True)
class Earlier:
    """What is remembered of an earlier check-in."""

    mean: Fraction | None
    level: Level
    answers: Answers = field(default_factory=dict)


@dataclass(frozen=True)
class Judgement:
    """The level, and what the words for why are made of."""

    level: Level
    low: tuple[str, ...] = ()  # the names of items that were low, in the order of asking
    reasons: frozenset[Reason] = frozenset()
    mean: Fraction | None = None
    usual: Fraction | None = None  # own median
    # What each item was when it was last answered before this.
    before: Mapping[str, int] = field(default_factory=dict)


def mean_of(answers: Answers) -> Fraction | None:
    """The mean of what was answered; None if that is too little for one."""
    given = [value for value in answers.values() if value is not None]
    enough = given and len(given) >= len(answers) * SHARE_FOR_A_MEAN
    return Fraction(sum(given), len(given)) if enough else None


def own_median(earlier: Sequence[Earlier]) -> Fraction | None:
    """What is usual for this client; None as long as too little is known. The newest comes first."""
    means = [each.mean for each in earlier if each.mean is not None][:MEANS_REMEMBERED]
    return Fraction(median(means)) if len(means) >= MEANS_FOR_A_MEDIAN else None


def judge(answers: Answers, earlier: Sequence[Earlier]) -> Judgement:
    """The level of these answers after the earlier ones of the same two people, the newest first.

    With too few items answered for a mean only the rule about single items looks at them. «Watch
    twice running» means that this one and the one before it were at least that.
    """
    low = tuple(name for name, value in answers.items() if _is_low(value))
    level, reasons = Level.FINE, set()
    if low:
        level = Level.WATCH
        reasons.add(Reason.LOW_ITEM)
    mean, usual = mean_of(answers), own_median(earlier)
    if mean is not None and usual is not None and mean <= usual - FALL_TO_WATCH:
        level = Level.CONCERN if mean <= usual - FALL_TO_CONCERN else Level.WATCH
        reasons.add(Reason.FALLEN)
    if mean is not None and mean <= LOW_MEAN:
        level = Level.CONCERN
        reasons.add(Reason.LOW_MEAN)
    if level is not Level.FINE and earlier and earlier[0].level is not Level.FINE:
        level = Level.CONCERN
        reasons.add(Reason.AGAIN)
    return Judgement(level, low, frozenset(reasons), mean, usual, _before(answers, earlier))


def _before(answers: Answers, earlier: Sequence[Earlier]) -> dict[str, int]:
    last = {
        name: next(
            (value for each in earlier if (value := each.answers.get(name)) is not None), None
        )
        for name in answers
    }
    return {name: value for name, value in last.items() if value is not None}


def _is_low(answer: int | None) -> bool:
    return answer is not None and answer <= LOW_ITEM

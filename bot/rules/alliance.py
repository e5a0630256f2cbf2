"""What a check-in's answers say about the working relationship, and why.

The numbers are those of DESIGN §5 «Check-in». FIELD §2 says how far they can be leaned on: nobody
has published a smallest change that matters for such answers (2.4), and counts of ruptures change
with the rule (2.2). So each rule is plain, and what it leads to is an offer, never a verdict.
"""

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median


class Item(enum.Enum):
    """Our own four (SRS, WAI and their kin are licensed: FIELD §2.1), in the order of asking."""

    HEARD = "heard"  # felt heard and respected
    MATTERS = "matters"  # worked on what matters to me
    FITS = "fits"  # the way we work suits me
    OPEN = "open"  # could be open about what's on my mind


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


Answers = Mapping[Item, int | None]  # 0 to 10; None, or not there, was skipped
LOWEST, HIGHEST = 0, 10
# One low answer is worth a question whatever the others say: clients are polite, and hide trouble
# behind a good mean (FIELD §0.6). FIELD §2.5 proposes 5; 4 is clearly below the middle.
LOW_ITEM = 4
LOW_MEAN = 5  # FIELD §2.5
# FIELD §2.4: on 0-40 a change under 3.8 to 4.8 may be noise, that is 1.0 to 1.2 of a mean on 0-10;
# answers of single sessions are noisier (retest .64: 2.1), hence one step above and one beyond.
FALL_TO_WATCH = Fraction(3, 2)
FALL_TO_CONCERN = Fraction(5, 2)
ITEMS_FOR_A_MEAN = 3  # FIELD §2.5: three of four
MEANS_REMEMBERED, MEANS_FOR_A_MEDIAN = 6, 3  # a median so that one bad day doesn't move it


@dataclass(frozen=True)
class Earlier:
    """What is remembered of an earlier check-in."""

    mean: Fraction | None
    level: Level


@dataclass(frozen=True)
class Judgement:
    level: Level
    low: tuple[Item, ...] = ()  # the items that were low, in the order of asking
    reasons: frozenset[Reason] = frozenset()


def mean_of(answers: Answers) -> Fraction | None:
    """The mean of what was answered; None if that is too little for one."""
    given = [value for value in answers.values() if value is not None]
    return Fraction(sum(given), len(given)) if len(given) >= ITEMS_FOR_A_MEAN else None


def own_median(earlier: Sequence[Earlier]) -> Fraction | None:
    """What is usual for this client; None as long as too little is known. The newest comes first."""
    means = [each.mean for each in earlier if each.mean is not None][:MEANS_REMEMBERED]
    return Fraction(median(means)) if len(means) >= MEANS_FOR_A_MEDIAN else None


def judge(answers: Answers, earlier: Sequence[Earlier]) -> Judgement:
    """The level of these answers after the earlier ones of the same two people, the newest first.

    With fewer than three items answered only the rule about single items looks at them. «Watch
    twice running» means that this one and the one before it were at least that.
    """
    low = tuple(item for item in Item if _is_low(answers.get(item)))
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
    return Judgement(level, low, frozenset(reasons))


def _is_low(answer: int | None) -> bool:
    return answer is not None and answer <= LOW_ITEM

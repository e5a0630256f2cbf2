"""What a check-in's answers say about the working relationship, and why.

«Watch» is what deserves an offer: something is low, or lower than usual. «Concern» is a change
that noise doesn't explain, so that nobody gets there by being sparing with high numbers. FIELD §2
says how far such answers can be leaned on: nobody has published a smallest change that matters
(2.4), and counts of ruptures change with the rule (2.2). The numbers were chosen by a simulation,
docs/alliance.md, which shows others beside them; docs/decisions/0021 says why these.
"""

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from itertools import islice
from statistics import median


class Level(enum.Enum):
    FINE = "fine"
    WATCH = "watch"
    CONCERN = "concern"


class Reason(enum.Enum):
    """Why a level isn't «fine», each in a sentence that is true for whoever it is said to.

    - LOW_ITEM: at least one answer is low.
    - LOW_MEAN: the answers are low on the whole.
    - FALLEN: they are lower than they usually are.
    - DROPPED: they are lower than before, though there were too few to say what is usual.
    - LASTING: those of the last three times are lower than those before them.
    """

    LOW_ITEM = "low item"
    LOW_MEAN = "low mean"
    FALLEN = "fallen"
    DROPPED = "dropped"
    LASTING = "lasting"


# By the item's name, in the order of asking: 0 to 10, None was skipped.
Answers = Mapping[str, int | None]
LOWEST, HIGHEST = 0, 10
SHARE_FOR_A_MEAN = Fraction(3, 4)  # of the items answered; FIELD §2.5: three of four
# One low answer is worth a question whatever the others say: clients are polite, and hide trouble
# behind a good mean (FIELD §0.6). FIELD §2.5 proposes 5; 4 is clearly below the middle.
LOW_ITEM = 4
LOW_MEAN = 5  # FIELD §2.5


@dataclass(frozen=True)
class Thresholds:
    """How far below what was usual a mean must lie; in points from 0 to 10."""

    # FIELD §2.4: on 0-40 a change under 3.8 to 4.8 may be noise, that is 1.0 to 1.2 of a mean.
    # Answers of single sessions are noisier, so one step above: it leads to an offer, no more.
    watch: Fraction = Fraction(3, 2)
    # At the widest published spread (SD 5 of 40, retest .64) 2.1 of a mean is within the noise of
    # two occasions (FIELD §2.4); the next half point that keeps steady clients out.
    concern: Fraction = Fraction(5, 2)
    # One check-in alone shows half the falls of 2.5 or lets noise in. Three together have little
    # more than half its noise, and so find a fall that a single one must let pass.
    lasting: Fraction = Fraction(3, 2)
    together: int = 3
    # Who is nearly back where they were isn't told of a fall: two low ones and a good one would.
    still: Fraction = Fraction(1)
    # Half a point more while what is usual isn't known well: fewer than three means, of which one
    # bad day moves the median, or two items, whose mean is as much noisier.
    unsure: Fraction = Fraction(1, 2)
    few_means: int = 3
    few_items: int = 2
    # A median, so that one bad day doesn't move it; of ten, which errs less often than one of six
    # (docs/alliance.md) and no more often than one of all.
    remembered: int = 10


THRESHOLDS = Thresholds()


@dataclass(frozen=True)
class Earlier:
    """What is remembered of an earlier check-in."""

    answers: Answers

    @cached_property
    def mean(self) -> Fraction | None:
        return mean_of(self.answers)


@dataclass(frozen=True)
class Judgement:
    """The level, and what the words for why are made of."""

    level: Level
    low: tuple[str, ...] = ()  # the names of items that were low, in the order of asking
    reasons: frozenset[Reason] = frozenset()
    mean: Fraction | None = None
    usual: Fraction | None = None  # own median; None while too little is known
    # What each item was when it was last answered before this.
    before: Mapping[str, int] = field(default_factory=dict)


def mean_of(answers: Answers) -> Fraction | None:
    """The mean of what was answered; None if that is too little for one."""
    given = [value for value in answers.values() if value is not None]
    enough = given and len(given) >= len(answers) * SHARE_FOR_A_MEAN
    return Fraction(sum(given), len(given)) if enough else None


def judge(
    answers: Answers, earlier: Sequence[Earlier], thresholds: Thresholds = THRESHOLDS
) -> Judgement:
    """The level of these answers after the earlier ones of the same two people, the newest first.

    With too few items answered for a mean only the rule about single items looks at them. Compared
    are check-ins that asked the same items: a mean of others says something else.
    """
    low = tuple(name for name, value in answers.items() if value is not None and value <= LOW_ITEM)
    mean = mean_of(answers)
    means = _comparable(answers, earlier, thresholds)
    found = dict.fromkeys([Reason.LOW_ITEM], Level.WATCH) if low else {}
    if mean is not None and mean <= LOW_MEAN:
        found[Reason.LOW_MEAN] = Level.WATCH
    is_known = len(means) >= thresholds.few_means
    if mean is not None:
        compared = _Compared(mean, means, thresholds, is_short=len(answers) <= thresholds.few_items)
        if (fall := compared.fall()) is not None:
            found[Reason.FALLEN if is_known else Reason.DROPPED] = fall
        if compared.is_lasting():
            found[Reason.LASTING] = Level.CONCERN
    return Judgement(
        max(found.values(), key=list(Level).index, default=Level.FINE),
        low,
        frozenset(found),
        mean,
        _usual(means, thresholds) if is_known else None,
        _before(answers, earlier),
    )


@dataclass(frozen=True)
class _Compared:
    """A mean beside those before it, the newest first."""

    mean: Fraction
    means: Sequence[Fraction]
    thresholds: Thresholds
    is_short: bool  # few items were asked

    def fall(self) -> Level | None:
        """What it means that this one lies below what was usual; None if it means nothing."""
        if not self.means:
            return None
        fallen_by = _usual(self.means, self.thresholds) - self.mean
        more = self._more(self.means)
        if fallen_by >= self.thresholds.concern + more:
            return Level.CONCERN
        return Level.WATCH if fallen_by >= self.thresholds.watch + more else None

    def is_lasting(self) -> bool:
        """Whether this one and the newest before it lie together below what was usual before them."""
        others = self.thresholds.together - 1
        together, before = [self.mean, *self.means[:others]], self.means[others:]
        if not before:
            return False
        usual = _usual(before, self.thresholds)
        fallen_by = usual - sum(together) / len(together)
        is_still = usual - self.mean >= self.thresholds.still
        return is_still and fallen_by >= self.thresholds.lasting + self._more(before)

    def _more(self, means: Sequence[Fraction]) -> Fraction:
        is_unsure = self.is_short or len(means) < self.thresholds.few_means
        return self.thresholds.unsure if is_unsure else Fraction(0)


def _comparable(
    answers: Answers, earlier: Sequence[Earlier], thresholds: Thresholds
) -> list[Fraction]:
    """The newest means of the same items, as many as any rule looks at."""
    means = (each.mean for each in earlier if each.answers.keys() == answers.keys())
    looked_at = thresholds.remembered + thresholds.together - 1
    return list(islice((mean for mean in means if mean is not None), looked_at))


def _usual(means: Sequence[Fraction], thresholds: Thresholds) -> Fraction:
    return Fraction(median(means[: thresholds.remembered]))


def _before(answers: Answers, earlier: Sequence[Earlier]) -> dict[str, int]:
    last = {
        name: next(
            (value for each in earlier if (value := each.answers.get(name)) is not None), None
        )
        for name in answers
    }
    return {name: value for name, value in last.items() if value is not None}

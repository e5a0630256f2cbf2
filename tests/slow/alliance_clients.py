"""Made-up clients who answer check-ins, with noise taken from published reliabilities."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, sqrt
from random import Random

from bot.rules.alliance import HIGHEST, LOWEST, Answers

ALPHA = 0.88  # Duncan 2003 (FIELD §2.1)
PUBLISHED_ITEMS = 4  # of the SRS, whose figures these are
PERSON_TO_PERSON = 0.4  # nobody has published it: assumed
CHECK_INS = 20
ITEM_LOWER_BY = 3.0


@dataclass(frozen=True)
class Spread:
    """How far answers lie from what is true.

    `total` is the published SD of a total from 0 to 40 over people, `retest` the correlation of two
    occasions, and the noise what they leave over. With V = (total / 4)², the variance of a mean from
    0 to 10: (1 - retest) V differs between two occasions though nothing has changed. (1 - alpha) V
    of it is each item's own, 4 (1 - alpha) V for one item; the rest, (alpha - retest) V, moves all
    items of one occasion together.
    """

    retest: float = 0.64
    total: float = 5.0
    differs: bool = False  # from client to client, the variance being this one on average

    @property
    def _variance(self) -> float:
        return (self.total / 4) ** 2

    @property
    def common(self) -> float:
        return sqrt(max(0.0, ALPHA - self.retest) * self._variance)

    @property
    def item(self) -> float:
        return sqrt(PUBLISHED_ITEMS * (1 - ALPHA) * self._variance)

    def of_a_mean(self, items: int = PUBLISHED_ITEMS) -> float:
        return sqrt(self.common**2 + self.item**2 / items)

    def factor(self, chance: Random) -> float:
        """By how much one client's noise is greater: log-normal, its square 1 on average."""
        if not self.differs:
            return 1.0
        return exp(chance.gauss(0, PERSON_TO_PERSON) - PERSON_TO_PERSON**2)


CENTRAL = Spread()


@dataclass(frozen=True)
class Course:
    """What is true at each check-in, and from which one on somebody should notice."""

    truth: tuple[float, ...]
    first: int = 0
    uneven: bool = False  # one item lies lower than the others, always; the mean is the same
    items: int = PUBLISHED_ITEMS


def steady(mean: float, *, uneven: bool = False, items: int = PUBLISHED_ITEMS) -> Course:
    return Course((mean,) * CHECK_INS, uneven=uneven, items=items)


def falls(mean: float, size: float, after: int, *, items: int = PUBLISHED_ITEMS) -> Course:
    """Sudden, and it stays; three check-ins to notice it."""
    lower = max(float(LOWEST), mean - size)
    return Course((mean,) * after + (lower,) * 3, after, items=items)


def ruptures(mean: float, size: float, after: int, back: int = 0) -> Course:
    """Lower at two check-ins, then as before for `back` more; looked at are those, if there are any."""
    first = after + 2 if back else after
    return Course((mean,) * after + (mean - size,) * 2 + (mean,) * back, first)


def drifts(mean: float, each: float, steps: int, after: int) -> Course:
    """Lower by `each` at every check-in, then steady until there were twenty."""
    truth = [mean - each * min(steps, max(0, at - after + 1)) for at in range(CHECK_INS)]
    return Course(tuple(truth), after)


def answered(course: Course, spread: Spread, chance: Random) -> Iterator[Answers]:
    """One client's check-ins, the oldest first: whole numbers between floor and ceiling."""
    factor = spread.factor(chance)
    lower = ITEM_LOWER_BY if course.uneven else 0.0
    others = lower / course.items
    for mean in course.truth:
        shared = mean + chance.gauss(0, spread.common) * factor
        values = [
            shared + others - (lower if number == 0 else 0.0)
            + chance.gauss(0, spread.item) * factor
            for number in range(course.items)
        ]  # fmt: skip
        yield {
            f"item_{number}": min(HIGHEST, max(LOWEST, round(value)))
            for number, value in enumerate(values)
        }

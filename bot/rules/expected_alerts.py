"""How many alerts a practice must expect, reckoned from its own counts: ranges, for counts are small."""

from dataclasses import dataclass
from math import sqrt

from bot.rules.triage.rates import Measured

CLIENTS = 100  # what is expected is said per 100 clients and week
_Z = 1.96  # 95 of 100 such intervals hold what is true


@dataclass(frozen=True)
class Range:
    low: float
    high: float

    def times(self, factor: float) -> "Range":
        return Range(self.low * factor, self.high * factor)


@dataclass(frozen=True)
class Counts:
    """What clients wrote in whole weeks: texts, and those of them that were taken for danger."""

    clients: int
    weeks: int
    texts: int
    high: int
    possible: int

    @property
    def per_100_clients_and_week(self) -> float:
        assert self.clients and self.weeks, "there is nothing to divide by"
        return CLIENTS / (self.clients * self.weeks)


def share(found: int, of: int) -> Range:
    """Wilson's interval: the share that is found, from 0 to 1."""
    middle = (found + _Z**2 / 2) / (of + _Z**2)
    half = _Z * sqrt(found * (of - found) / of + _Z**2 / 4) / (of + _Z**2)
    return Range(max(0.0, middle - half) if found else 0.0, min(1.0, middle + half))


def how_many(found: int) -> Range:
    """Byar's interval: what a count of rare things stands for."""
    return Range(_byar(found, -_Z) if found else 0.0, _byar(found + 1, _Z))


def _byar(count: int, z: float) -> float:
    return count * max(0.0, 1 - 1 / (9 * count) + z / (3 * sqrt(count))) ** 3


def expected(counts: Counts, found: int) -> Range:
    """So many of what was counted come in a week from 100 clients, if they go on as they did."""
    return how_many(found).times(counts.per_100_clients_and_week)


def mistaken(counts: Counts, measured: Measured) -> Range:
    """So many of those are no danger: ordinary texts, times how often one is taken for it."""
    texts = counts.texts * counts.per_100_clients_and_week
    return share(measured.mistaken, measured.texts).times(texts)

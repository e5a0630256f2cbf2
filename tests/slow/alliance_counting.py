"""How one kind of clients fares by one rule or several: played, and counted."""

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from math import sqrt
from multiprocessing import get_context
from random import Random

from bot.rules.alliance import Earlier, Level
from tests.slow.alliance_clients import CENTRAL, Course, Spread, answered
from tests.slow.alliance_rivals import ALL_RULES, OURS


@dataclass(frozen=True)
class Cell:
    """Clients of one kind, and by which rules their answers are looked at."""

    course: Course
    spread: Spread = CENTRAL
    rules: tuple[str, ...] = (OURS,)
    share: float = 1.0  # of the clients of a run


@dataclass(frozen=True)
class Shares:
    """Of the clients, and of their check-ins, those at a level."""

    clients: int
    concern: float
    noticed: float  # at least watch
    check_ins: float  # at least watch

    @staticmethod
    def error(share: float, clients: int) -> float:
        """The standard error of such a share."""
        return sqrt(max(share * (1 - share), 1 / clients) / clients)


Measured = Mapping[str, Shares]


def measure(cell: Cell, clients: int, seed: int) -> Measured:
    """All rules look at the same answers."""
    clients = max(1, round(clients * cell.share))
    levels: dict[str, list[list[Level]]] = {name: [] for name in cell.rules}
    for number in range(clients):
        chance = Random(f"{seed} {number}")
        answers = [Earlier(each) for each in answered(cell.course, cell.spread, chance)]
        for name in cell.rules:
            levels[name].append(_levels(name, answers, cell.course.first))
    return {name: _shares(each) for name, each in levels.items()}


def _levels(name: str, answers: Sequence[Earlier], first: int) -> list[Level]:
    """The level of each check-in from the first that counts."""
    rule = ALL_RULES[name]
    newest_first = answers[::-1]
    last, levels = Level.FINE, []
    for at in range(0 if rule.looks_at_levels else first, len(answers)):
        last = rule.level(answers[at].answers, newest_first[len(answers) - at :], last)
        if at >= first:
            levels.append(last)
    return levels


def _shares(levels: Sequence[Sequence[Level]]) -> Shares:
    clients = len(levels)
    check_ins = [level for each in levels for level in each]
    return Shares(
        clients,
        sum(Level.CONCERN in each for each in levels) / clients,
        sum(any(level is not Level.FINE for level in each) for each in levels) / clients,
        sum(level is not Level.FINE for level in check_ins) / len(check_ins),
    )


def measure_all(cells: Iterable[Cell], clients: int, seed: int) -> dict[Cell, Measured]:
    """As many at once as the machine has processors; the same numbers on any machine."""
    wanted = list(dict.fromkeys(cells))
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        each = pool.map(partial(measure, clients=clients, seed=seed), wanted)
        return dict(zip(wanted, each, strict=True))

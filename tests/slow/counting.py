"""Counts what became of a stream of updates: from what people see, and from what was kept."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from tests.slow.stream import CYCLE


@dataclass(frozen=True)
class Figures:
    """What one run came to. `in_flight` is None for a bot that doesn't know what it was sending."""

    who: str
    kills: int
    updates: int
    never_processed: int
    processed_twice: int
    replies_lost: int  # of the updates that were processed
    duplicates: int  # replies that somebody saw once more
    wrong_replies: int  # in the wrong order, or not what the act should have caused
    in_flight: int | None
    struck: str  # what the kills interrupted

    def __str__(self) -> str:
        flight = "" if self.in_flight is None else f" (in flight at the kills: {self.in_flight})"
        return (
            f"{self.who}: {self.kills} kills, {self.updates} updates, "
            f"never processed {self.never_processed}, processed twice {self.processed_twice}, "
            f"replies lost {self.replies_lost}, duplicates {self.duplicates}{flight}, "
            f"wrong {self.wrong_replies}; {self.struck}"
        )


@dataclass(frozen=True)
class Seen:
    """How the replies on one screen differ from those that should stand there."""

    lost: int = 0
    repeated: int = 0
    wrong: int = 0

    def __add__(self, other: "Seen") -> "Seen":
        return Seen(
            self.lost + other.lost, self.repeated + other.repeated, self.wrong + other.wrong
        )


def compare_screen(
    expected: Sequence[str], replies: Sequence[str], *, ahead: int = len(CYCLE) - 1
) -> Seen:
    """Go down a screen beside the answers that belong on it, in their order.

    A reply that fits the next answer is that one; else one that fits the last answer is a
    repetition; else one that fits a later answer, up to `ahead`, means that those between are lost.
    """
    place, lost, repeated, wrong = 0, 0, 0, 0
    for reply in replies:
        near = expected[place : place + ahead]
        fitting = next((at for at, answer in enumerate(near) if answer in reply), None)
        if fitting != 0 and place > 0 and expected[place - 1] in reply:
            repeated += 1
        elif fitting is None:
            wrong += 1
        else:
            lost += fitting
            place += fitting + 1
    return Seen(lost + len(expected) - place, repeated, wrong)


def missing_and_surplus(expected: Sequence[Hashable], found: Sequence[Hashable]) -> tuple[int, int]:
    """How many of the expected are not there, and how many are there that nothing explains."""
    wanted, there = Counter(expected), Counter(found)
    return (wanted - there).total(), (there - wanted).total()

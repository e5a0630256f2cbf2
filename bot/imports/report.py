"""What a file does, or would do: counts, the first bad rows, the first changes, who would be told."""

import enum
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

BAD_AT_MOST, CHANGES_AT_MOST = 5_000, 1_000  # kept; all are counted


class Outcome(enum.Enum):
    """What becomes of a row."""

    CREATED = "created"
    MOVED = "moved"  # a session to another start
    CHANGED = "changed"
    CANCELLED = "cancelled"
    UNCHANGED = "unchanged"
    PAST = "past"  # a session that is over: left as it is
    BAD = "bad"


@dataclass(frozen=True)
class Bad:
    """A row that can't be taken over, and why: a sentence without its full stop."""

    line: int
    reason: str


@dataclass(frozen=True)
class Change:
    """A row that is taken over. Of a session: its start until now, and from now on."""

    line: int  # 0: it is not in the file (a session that is missing there)
    outcome: Outcome
    name: str  # the client's, in full; a screen that others may see shows it shortened
    before: datetime | None = None
    after: datetime | None = None
    what: tuple[str, ...] = ()  # the columns that differ


@dataclass(frozen=True)
class Report:
    """What some rows do. Two of them add up; the lists keep their first entries."""

    counts: Mapping[Outcome, int] = field(default_factory=dict)
    bad: tuple[Bad, ...] = ()
    changes: tuple[Change, ...] = ()
    told: frozenset[int] = frozenset()  # ids of the clients who hear of it

    @classmethod
    def of(
        cls, outcomes: Iterable[Outcome], bad: Iterable[Bad], changes: Iterable[Change],
        told: Iterable[int] = (),
    ) -> "Report":  # fmt: skip
        wrong = tuple(bad)
        counts = Counter(outcomes)
        counts[Outcome.BAD] += len(wrong)
        return cls(+counts, wrong[:BAD_AT_MOST], tuple(changes)[:CHANGES_AT_MOST], frozenset(told))

    def __add__(self, other: "Report") -> "Report":
        return Report(
            Counter(self.counts) + Counter(other.counts),
            (self.bad + other.bad)[:BAD_AT_MOST],
            (self.changes + other.changes)[:CHANGES_AT_MOST],
            self.told | other.told,
        )

    def number(self, outcome: Outcome) -> int:
        return self.counts.get(outcome, 0)

    @property
    def will_change(self) -> bool:
        """Whether anything differs from what is here."""
        still = (Outcome.UNCHANGED, Outcome.PAST, Outcome.BAD)
        return any(number for outcome, number in self.counts.items() if outcome not in still)

    def in_words(self) -> str:
        """«3 created, 1 moved.» What there is none of isn't named."""
        said = [f"{self.number(each)} {each.value}" for each in Outcome if self.number(each)]
        return f"{', '.join(said) or '0 rows'}."

    def as_json(self) -> dict[str, Any]:
        return {
            "counts": {outcome.value: number for outcome, number in self.counts.items()},
            "bad": [[each.line, each.reason] for each in self.bad],
            "changes": [
                [each.line, each.outcome.value, each.name, _iso(each.before), _iso(each.after),
                 list(each.what)]
                for each in self.changes
            ],
            "told": sorted(self.told),
        }  # fmt: skip

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Report":
        return cls(
            {Outcome(name): number for name, number in kept["counts"].items()},
            tuple(Bad(line, reason) for line, reason in kept["bad"]),
            tuple(
                Change(line, Outcome(outcome), name, _instant(before), _instant(after), tuple(what))
                for line, outcome, name, before, after, what in kept["changes"]
            ),
            frozenset(kept["told"]),
        )


def _iso(instant: datetime | None) -> str | None:
    return None if instant is None else instant.isoformat()


def _instant(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)

"""The figures that the issue of recognising sets bars for, of what was said against what is true."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from training.material import CRISIS, LABELS, Message

CONCERNS = frozenset({"conduct", "change_request", "relationship_concern"})


@dataclass(frozen=True)
class Said:
    """What the recogniser said of one message, as `between-sessions triage` has it."""

    label: str
    labels: frozenset[str]
    tier: str = ""

    @property
    def is_danger(self) -> bool:
        return CRISIS in (self.label, *self.labels)

    @property
    def is_concern(self) -> bool:
        return bool(CONCERNS & {self.label, *self.labels})


Pair = tuple[Message, Said]


@dataclass(frozen=True)
class Figure:
    """A share: `hits` of `count`; the bar is a lower bound, or an upper one where `is_most`."""

    name: str
    hits: float
    count: int
    bar: float
    is_most: bool = False

    @property
    def share(self) -> float:
        return self.hits / self.count if self.count else 0.0

    def __str__(self) -> str:
        sign = "≤" if self.is_most else "≥"
        of = f"{self.hits:g} of {self.count}"
        return f"{self.name:48s}{100 * self.share:6.1f} %  ({of}; wanted {sign} {100 * self.bar:.0f} %)"


def figures(pairs: Sequence[Pair]) -> list[Figure]:
    """The ten. A trap is a hard negative; ordinary is what is neither danger nor trap."""
    danger = [each for each in pairs if each[0].label == CRISIS]
    traps = [each for each in pairs if each[0].is_trap]
    ordinary = [each for each in pairs if not each[0].is_danger and not each[0].is_trap]
    concerns = [each for each in pairs if each[0].label in CONCERNS]
    conduct = [each for each in pairs if each[0].label == "conduct"]
    raised = [each for each in pairs if each[1].is_concern]
    return [
        _share("crisis found, in any tier", danger, _is_danger, 0.90),
        _share("false alarms on ordinary text", ordinary, _is_danger, 0.05, is_most=True),
        _share("false alarms on hard negatives", traps, _is_danger, 0.40, is_most=True),
        _share("crisis found as high", danger, _is_high, 0.75),
        _share("high on ordinary text", ordinary, _is_high, 0.01, is_most=True),
        _share("high on hard negatives", traps, _is_high, 0.15, is_most=True),
        _share("concerns found", concerns, lambda pair: pair[1].is_concern, 0.78),
        _share("of what is raised as a concern, true", raised, _is_true_concern, 0.70),
        _share("conduct found as any concern", conduct, lambda pair: pair[1].is_concern, 0.85),
        Figure("macro F1", round(sum(f1_by_label(pairs).values()), 3), len(LABELS), 0.72),
    ]


def f1_by_label(pairs: Sequence[Pair]) -> dict[str, float]:
    return {label: _f1(pairs, label) for label in LABELS}


def _f1(pairs: Sequence[Pair], label: str) -> float:
    wanted = sum(message.label == label for message, _said in pairs)
    given = sum(said.label == label for _message, said in pairs)
    right = sum(message.label == said.label == label for message, said in pairs)
    return 2 * right / (wanted + given) if wanted + given else 0.0


def _share(
    name: str,
    among: Sequence[Pair],
    is_hit: Callable[[Pair], bool],
    bar: float,
    *,
    is_most: bool = False,
) -> Figure:
    return Figure(name, _count(map(is_hit, among)), len(among), bar, is_most)


def _count(hits: Iterable[bool]) -> int:
    return sum(hits)


def _is_danger(pair: Pair) -> bool:
    return pair[1].is_danger


def _is_high(pair: Pair) -> bool:
    return pair[1].is_danger and pair[1].tier == "high"


def _is_true_concern(pair: Pair) -> bool:
    return bool(CONCERNS & pair[0].labels)

"""What a text is about, danger first: word lists and, where there is one, the model, weighed together."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.rules.triage.danger import Danger, DangerKind, Tier, danger_in
from bot.rules.triage.topics import Label, Topic, topic_of

_AT_LEAST = 0.5


@dataclass(frozen=True)
class Scores:
    """What the model makes of one text; each is a probability from 0 to 1."""

    danger: float  # of whichever tier
    high: float  # danger of which people are told at once
    kinds: Mapping[DangerKind, float]
    labels: Mapping[Label, float]


@dataclass(frozen=True)
class Recognition:
    """What a text is about. Danger goes before its topic, which is known all the same."""

    danger: Danger | None
    topic: Topic

    @property
    def label(self) -> Label:
        return self.topic.label


def recognise(text: str, scores: Scores | None = None) -> Recognition:
    """Weigh what the words say and what the model scored; without scores the words alone decide."""
    danger = danger_in(text) or (_scored(scores) if scores is not None else None)
    return Recognition(danger, topic_of(text))


def _scored(scores: Scores) -> Danger | None:
    if scores.danger < _AT_LEAST:
        return None
    kind = max(DangerKind, key=lambda each: scores.kinds.get(each, 0.0))
    tier = Tier.HIGH if scores.high >= _AT_LEAST else Tier.POSSIBLE
    why = f"model: {scores.danger:.2f}"
    return Danger(kind, why, from_others=kind is DangerKind.FROM_OTHERS, tier=tier)

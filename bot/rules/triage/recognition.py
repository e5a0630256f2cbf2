"""What a text is about, danger first: word lists and, where there is one, the model, weighed together."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.rules.triage.danger import Danger, DangerKind, Tier, danger_in
from bot.rules.triage.topics import CONCERNS, Label, Topic, topic_of

# What words of danger add to the model's log-odds, and from which sum on there is danger, and danger
# of which people are told at once. Chosen on voices that the model had not learned from (./dev
# train prints what they give). Words that say it outright are never overruled: they are asked about.
_WORDS_ADD: Mapping[Tier | None, float] = {None: 0.0, Tier.POSSIBLE: 2.0, Tier.HIGH: 4.0}
_DANGER_FROM, _HIGH_FROM = -1.2, -0.6
_HIGH_COUNTS = 0.5  # of the log-odds that it is to be told at once, towards the second sum
_WORDS_COUNT = 0.25  # added to the share of a topic whose words stand in the text
_RAISED_FROM = 0.3  # the share from which a topic is named besides the first


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
    danger, topic = danger_in(text), topic_of(text)
    if scores is None:
        return Recognition(danger, topic)
    return Recognition(_danger(danger, scores), _topic(topic, scores))


def _danger(by_words: Danger | None, scores: Scores) -> Danger | None:
    said = by_words.tier if by_words is not None else None
    certainty = _log_odds(scores.danger) + _WORDS_ADD[said]
    if certainty < _DANGER_FROM and said is not Tier.HIGH:
        return None
    urgency = certainty + _HIGH_COUNTS * _log_odds(scores.high)
    tier = Tier.HIGH if urgency >= _HIGH_FROM else Tier.POSSIBLE
    why = f"model {scores.danger:.2f}, high {scores.high:.2f}"
    if by_words is None:
        kind = max(scores.kinds, key=lambda each: scores.kinds[each])
        return Danger(kind, why, kind is DangerKind.FROM_OTHERS, tier)
    return replace(by_words, words=f"{by_words.words}; {why}", tier=tier)


def _log_odds(probability: float) -> float:
    within = min(max(probability, 1e-6), 1 - 1e-6)
    return math.log(within / (1 - within))


def _topic(by_words: Topic, scores: Scores) -> Topic:
    words = dict(zip(by_words.labels, by_words.words, strict=False))
    shares = {
        label: scores.labels.get(label, 0.0) + (_WORDS_COUNT if label in words else 0.0)
        for label in Label
    }
    first = max(Label, key=lambda label: shares[label])
    further = [
        label
        for label in Label
        if label not in (first, Label.OTHER) and shares[label] >= _RAISED_FROM
    ]
    labels = (first, *further)
    why = tuple(
        "; ".join(
            filter(None, [words.get(label, ""), f"model {scores.labels.get(label, 0.0):.2f}"])
        )
        for label in labels
    )
    return Topic(first, labels, why)


def is_concern(topic: Topic) -> bool:
    """Whether any of its labels is something to carry to somebody."""
    return not CONCERNS.isdisjoint(topic.labels)

"""What a text is about, danger first: word lists and, where there is one, the model, weighed together."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.rules.triage.danger import Danger, DangerKind, Tier, danger_in
from bot.rules.triage.topics import CONCERNS, Label, Topic, topic_of

# From which score on the model is believed, by what the word lists say. Chosen on voices that it
# had not learned from (training/thresholds.py prints them): the more the words say, the less of
# the model it takes, and neither decides against the other alone.
_DANGER_FROM: Mapping[Tier | None, float] = {None: 0.5, Tier.POSSIBLE: 0.25, Tier.HIGH: 0.1}
_HIGH_FROM: Mapping[Tier | None, float] = {None: 0.6, Tier.POSSIBLE: 0.5, Tier.HIGH: 0.3}
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
    if scores.danger < _DANGER_FROM[said]:
        return None
    tier = Tier.HIGH if scores.high >= _HIGH_FROM[said] else Tier.POSSIBLE
    why = f"model {scores.danger:.2f}, high {scores.high:.2f}"
    if by_words is None:
        kind = max(scores.kinds, key=lambda each: scores.kinds[each])
        return Danger(kind, why, kind is DangerKind.FROM_OTHERS, tier)
    return replace(by_words, words=f"{by_words.words}; {why}", tier=tier)


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
    labels = tuple(label for label in Label if label in (first, *further))
    why = tuple(
        "; ".join(
            filter(None, [words.get(label, ""), f"model {scores.labels.get(label, 0.0):.2f}"])
        )
        for label in labels
    )
    return Topic(first, (first, *(each for each in labels if each is not first)), why)


def is_concern(topic: Topic) -> bool:
    """Whether any of its labels is something to carry to somebody."""
    return not CONCERNS.isdisjoint(topic.labels)

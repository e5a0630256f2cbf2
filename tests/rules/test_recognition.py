"""Words and model are weighed together: each can be heard, neither decides against the other alone."""

from collections.abc import Mapping

import pytest

from bot.rules.triage.danger import Danger, DangerKind, Tier
from bot.rules.triage.recognition import Recognition, Scores, recognise
from bot.rules.triage.topics import Label

DANGER, PLAIN = "I want to kill myself", "the bus was late again"


def scored(
    danger: float = 0.0,
    high: float = 0.0,
    kind: DangerKind = DangerKind.SELF,
    labels: Mapping[Label, float] | None = None,
) -> Scores:
    others = dict.fromkeys(DangerKind, 0.1)
    return Scores(danger, high, {**others, kind: 0.8}, labels or {Label.OTHER: 0.9})


def danger_of(text: str, scores: Scores | None) -> Danger:
    danger = recognise(text, scores).danger
    assert danger is not None
    return danger


def test_without_a_model_the_words_decide() -> None:
    assert danger_of(DANGER, None).tier is Tier.HIGH
    assert recognise(PLAIN).danger is None
    assert recognise("She never listens to me, my therapist").label is Label.RELATIONSHIP_CONCERN


def test_what_no_list_has_is_found_by_the_model_and_what_kind_it_is() -> None:
    danger = danger_of(PLAIN, scored(0.9, 0.9, DangerKind.FROM_OTHERS))
    assert danger.tier is Tier.HIGH
    assert danger.kind is DangerKind.FROM_OTHERS and danger.from_others
    assert danger.words == "model 0.90, high 0.90"
    assert danger_of(PLAIN, scored(0.5, 0.2)).tier is Tier.POSSIBLE


def test_words_of_danger_need_less_of_the_model_and_say_both_why() -> None:
    assert recognise(PLAIN, scored(0.1)).danger is None
    danger = danger_of(DANGER, scored(0.3, 0.3))
    assert danger.tier is Tier.HIGH
    assert "kill myself" in danger.words and "model 0.30" in danger.words


def test_a_model_that_is_sure_of_a_figure_of_speech_quiets_what_is_half_said() -> None:
    half_said = "I can't do this any more"
    assert danger_of(half_said, None).tier is Tier.POSSIBLE
    assert recognise(half_said, scored(0.001)).danger is None


def test_words_that_say_it_outright_are_asked_about_whatever_the_model_makes_of_them() -> None:
    assert danger_of(DANGER, scored(0.0001)).tier is Tier.POSSIBLE


def topic_of(text: str, labels: Mapping[Label, float]) -> Recognition:
    return recognise(text, scored(labels=labels))


def test_the_first_topic_is_the_likeliest_and_what_is_clear_besides_is_named_too() -> None:
    found = topic_of(PLAIN, {Label.LOGISTICS: 0.6, Label.RELATIONSHIP_CONCERN: 0.35})
    assert found.topic.labels == (Label.LOGISTICS, Label.RELATIONSHIP_CONCERN)
    assert topic_of(PLAIN, {Label.LOGISTICS: 0.9, Label.HOMEWORK: 0.05}).topic.labels == (
        Label.LOGISTICS,
    )


def test_words_of_a_topic_add_to_what_the_model_makes_of_it() -> None:
    text = "I don't feel heard by my therapist"
    found = topic_of(text, {Label.OTHER: 0.5, Label.RELATIONSHIP_CONCERN: 0.4})
    assert found.label is Label.RELATIONSHIP_CONCERN
    assert "feel heard" in found.topic.words[0] and "model 0.40" in found.topic.words[0]


@pytest.mark.parametrize("text", ["", "…", "\ud800"])
def test_nothing_said_is_nothing_found(text: str) -> None:
    assert recognise(text, scored()).danger is None
    assert recognise(text).label is Label.OTHER

"""How sure danger is: said outright or half said, in each language; and what only sounds so."""

import time

import pytest

from bot.rules.triage.danger import DangerKind, Tier, danger_in
from tests.rules import danger_examples as examples


@pytest.mark.parametrize("text", [*examples.HIGH, *examples.HIGH_ELSEWHERE])
def test_what_is_said_outright_is_high(text: str) -> None:
    found = danger_in(text)
    assert found is not None and found.tier is Tier.HIGH, found


@pytest.mark.parametrize("text", [*examples.POSSIBLE, *examples.POSSIBLE_ELSEWHERE])
def test_what_is_half_said_is_possible(text: str) -> None:
    found = danger_in(text)
    assert found is not None and found.tier is Tier.POSSIBLE, found


@pytest.mark.parametrize("text", [*examples.TRAPS, *examples.TRAPS_ELSEWHERE])
def test_what_only_sounds_so_is_none(text: str) -> None:
    assert danger_in(text) is None


@pytest.mark.parametrize("text", examples.OTHER_LANGUAGES)
def test_the_commonest_words_are_known_in_more_languages(text: str) -> None:
    assert danger_in(text) is not None


@pytest.mark.parametrize(
    ("one", "together"),
    [
        ("I can't go on", "I can't go on. They'd be better off without me"),
        ("I cut myself", "I cut myself and it's deep"),
        ("I hope I don't wake up", "I hope I don't wake up tonight"),
        ("I might kms lol", "I might kms lol no joke"),
    ],
)
def test_what_makes_it_surer(one: str, together: str) -> None:
    alone, both = danger_in(one), danger_in(together)
    assert alone is not None and alone.tier is Tier.POSSIBLE
    assert both is not None and both.tier is Tier.HIGH


@pytest.mark.parametrize(
    ("text", "layer"),
    [
        ("I want to die", "intent: "),
        ("I've got the pills here", "means: "),
        ("easier for everyone if I wasn't around", "a burden: "),
        ("Ich will mich umbringen", "German: intent: "),
        ("I keep a knife under the pillow now. Nobody knows", "hints that add up: "),
    ],
)
def test_the_layer_that_decided_is_told(text: str, layer: str) -> None:
    found = danger_in(text)
    assert found is not None and found.words.startswith(layer), found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ich will mich umbringen", DangerKind.SELF),
        ("mein Mann schlägt mich", DangerKind.FROM_OTHERS),
        ("Mein Bruder will sich umbringen", DangerKind.TO_OTHERS),
        ("quiero matarme", DangerKind.SELF),
        ("mi marido me pega", DangerKind.FROM_OTHERS),
        ("mi hermano se quiere matar", DangerKind.TO_OTHERS),
        ("he hit me again, I can't take it anymore", DangerKind.FROM_OTHERS),
        ("he hit me again, I want to die", DangerKind.SELF),
    ],
)
def test_whose_danger_it_is_in_each_language(text: str, kind: DangerKind) -> None:
    found = danger_in(text)
    assert found is not None and found.kind is kind, found


@pytest.mark.parametrize(
    "word", ["not ", "I want to ", "he said she will ", "knife. ", "s u i c ", "a1*b ", "k!ll "]
)
def test_the_longest_message_is_judged_in_a_moment(word: str) -> None:
    danger_in(word)
    began = time.process_time()  # what others do on this machine doesn't count
    danger_in((word * 4096)[:4096])
    assert time.process_time() - began < 0.5

"""What the recogniser is worth on the test voices: the bars that were set for it, and what `check` tells."""

from functools import cache

import pytest

from bot.recogniser import Recogniser
from bot.rules.triage.danger import Tier
from bot.rules.triage.rates import rates_of
from bot.triage_model import load_model
from training import material
from training.figures import Figure, Pair, figures
from training.saying import saying


@cache
def pairs_of(*, uses_model: bool) -> list[Pair]:
    recogniser = Recogniser(load_model() if uses_model else None)
    messages = material.read(material.TEST_FOLDER)
    return [(each, saying(recogniser, each.text)) for each in messages]


def test_words_and_model_together_reach_every_bar() -> None:
    missed = [str(each) for each in figures(pairs_of(uses_model=True)) if not _reaches(each)]
    assert missed == []


def _reaches(figure: Figure) -> bool:
    share = round(figure.share, 3)  # as it is printed
    return share <= figure.bar if figure.is_most else share >= figure.bar


def test_words_alone_alarm_nobody_for_nothing() -> None:
    alarms = [each for each in figures(pairs_of(uses_model=False)) if each.is_most]
    assert [str(each) for each in alarms if not _reaches(each)] == []


@pytest.mark.parametrize("uses_model", [True, False])
@pytest.mark.parametrize("tier", list(Tier))
def test_what_check_reckons_with_is_what_was_measured(tier: Tier, uses_model: bool) -> None:
    """How many of the ordinary texts are taken for danger of this tier."""
    said = [
        said
        for message, said in pairs_of(uses_model=uses_model)
        if not message.is_danger and not message.is_trap
    ]
    measured = rates_of(uses_model=uses_model)[tier]
    assert measured.mistaken == sum(each.is_danger and each.tier == tier.value for each in said)
    assert measured.texts == len(said)

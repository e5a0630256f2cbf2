"""How often ordinary texts are taken for danger: what was measured, and on how many texts."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.rules.triage.danger import Tier


@dataclass(frozen=True)
class Measured:
    """`mistaken` of `texts` ordinary texts were taken for danger of this tier."""

    mistaken: int
    texts: int
    source: str


_SMOKE = "the examples of the labels, without those that were chosen to mislead"

# Measured on texts that nobody wrote the lists for. Few: so the intervals are wide.
WORDS_ALONE: Mapping[Tier, Measured] = {
    Tier.HIGH: Measured(0, 86, _SMOKE),
    Tier.POSSIBLE: Measured(0, 86, _SMOKE),
}
# The same of word lists and model together: see the model's card. None: not measured yet.
WORDS_AND_MODEL: Mapping[Tier, Measured] | None = None

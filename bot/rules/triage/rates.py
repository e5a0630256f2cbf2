"""How often ordinary texts are taken for danger: what was measured, and on how many texts."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.rules.triage.danger import Tier


@dataclass(frozen=True)
class Measured:
    """`mistaken` of `texts` ordinary texts were taken for danger of this tier by `of`.

    They are those of the test voices (docs/recognition.md), which nobody made the lists or the
    model for; `./dev train --score-only` prints both.
    """

    mistaken: int
    texts: int
    of: str


_WORDS_ALONE = {
    Tier.HIGH: Measured(2, 893, "word lists"),
    Tier.POSSIBLE: Measured(2, 893, "word lists"),
}
_WORDS_AND_MODEL = {
    Tier.HIGH: Measured(9, 893, "word lists and model"),
    Tier.POSSIBLE: Measured(26, 893, "word lists and model"),
}


def rates_of(*, uses_model: bool) -> Mapping[Tier, Measured]:
    return _WORDS_AND_MODEL if uses_model else _WORDS_ALONE

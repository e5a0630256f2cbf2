"""Messages with danger in them and messages that only sound so, all our own."""

from tests.rules.examples import Examples

_KINDS = Examples("danger_examples.txt")
SELF = _KINDS.under("SELF")
FROM_OTHERS = _KINDS.under("FROM_OTHERS")
TO_OTHERS = _KINDS.under("TO_OTHERS")
NOT_FOUND_YET = _KINDS.under("NOT_FOUND_YET")
HARMLESS = _KINDS.under("HARMLESS")

_TIERS = Examples("tier_examples.txt")
HIGH = _TIERS.under("HIGH")
POSSIBLE = _TIERS.under("POSSIBLE")
TRAPS = _TIERS.under("TRAPS")
HIGH_ELSEWHERE = (*_TIERS.under("GERMAN_HIGH"), *_TIERS.under("SPANISH_HIGH"))
POSSIBLE_ELSEWHERE = (*_TIERS.under("GERMAN_POSSIBLE"), *_TIERS.under("SPANISH_POSSIBLE"))
TRAPS_ELSEWHERE = (*_TIERS.under("GERMAN_HARMLESS"), *_TIERS.under("SPANISH_HARMLESS"))
OTHER_LANGUAGES = _TIERS.under("OTHER_LANGUAGES")

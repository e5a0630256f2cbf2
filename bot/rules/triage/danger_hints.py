"""Hints that add up: words that say nothing alone, and are worth a question side by side."""

import re
from itertools import combinations, pairwise

from bot.rules.triage import danger_context, words_of_hints
from bot.rules.triage.danger_kinds import DangerKind
from bot.rules.triage.phrases import whole_words
from bot.rules.triage.sentences import Passage

LAYER = "hints that add up"

_SORTS = {sort: whole_words(ways) for sort, ways in words_of_hints.SORTS.items()}
_OUT_OF_PLACE = whole_words(words_of_hints.OUT_OF_PLACE)
_ELSEWHERE = whole_words(words_of_hints.ELSEWHERE)
_WRITER = re.compile(r"\b(?:i|im|ive|ill|id|me|my|myself)\b")


def hinted_danger(passage: Passage) -> tuple[DangerKind, str] | None:
    """Whose danger two hints of different sorts in one sentence or the next speak of, and the hints."""
    sentences = passage.sentences
    for first, then in pairwise((*sentences, "")):
        words = _OUT_OF_PLACE.sub(" ", f"{first} {then}")
        hints = {sort: found[0] for sort, way in _SORTS.items() if (found := way.search(words))}
        for pair in combinations(hints, 2):
            if _is_worth_a_question(hints, pair) and not _is_harmless(words):
                return _whose(hints, words), " + ".join(hints[sort] for sort in pair)
    return None


def _is_worth_a_question(hints: dict[str, str], pair: tuple[str, str]) -> bool:
    one, other = (hints[sort] for sort in pair)
    is_one_word = one in other or other in one
    return not is_one_word and frozenset(pair) not in words_of_hints.HARMLESS_TOGETHER


def _is_harmless(words: str) -> bool:
    return danger_context.is_told_lightly(words) or _ELSEWHERE.search(words) is not None


def _whose(hints: dict[str, str], words: str) -> DangerKind:
    if "person" in hints:
        return DangerKind.FROM_OTHERS
    if "other" in hints and _WRITER.search(words.replace(hints["other"], "")) is None:
        return DangerKind.TO_OTHERS
    return DangerKind.SELF

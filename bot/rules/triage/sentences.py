"""A text as plain words that still knows where its sentences and clauses begin."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from bot.rules.triage.plain_words import plain_words

_SENTENCE_ENDS = re.compile(r"[.!?;…\n\r]+")
_CLAUSE_ENDS = re.compile(
    r"[,:()–—]+|\b(?:but|although|though|however|aber|obwohl|pero|aunque|mais)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Passage:
    """All words in a row, so that no comma hides a phrase, and where clauses and sentences begin."""

    plain: str
    clause_starts: tuple[int, ...]
    sentence_starts: tuple[int, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        starts = sorted(set(self.sentence_starts))
        pieces = (_piece(self.plain, tuple(starts), start) for start in starts)
        return tuple(filter(None, pieces))

    def clause_at(self, position: int) -> str:
        return _piece(self.plain, self.clause_starts, position)

    def sentence_at(self, position: int) -> str:
        return _piece(self.plain, self.sentence_starts, position)

    def before(self, position: int) -> str:
        """The words of the clause that stand before this position."""
        start = self.clause_starts[bisect_right(self.clause_starts, position) - 1]
        return self.plain[start:position].strip()

    def after(self, position: int) -> str:
        """The words of the sentence that stand from this position on."""
        following = bisect_right(self.sentence_starts, position)
        end = self.sentence_starts[following] if following < len(self.sentence_starts) else None
        return self.plain[position:end].strip()


def _piece(plain: str, starts: tuple[int, ...], position: int) -> str:
    index = bisect_right(starts, position)
    end = starts[index] if index < len(starts) else None
    return plain[starts[index - 1] : end].strip()


def passage_of(text: str) -> Passage:
    plain: list[str] = []
    clauses, sentences = [0], [0]
    length = 0
    for sentence in _SENTENCE_ENDS.split(text):
        sentences.append(length)
        for clause in _CLAUSE_ENDS.split(sentence):
            words = plain_words(clause)
            clauses.append(length)
            if words:
                plain.append(words)
                length += len(words) + 1
    return Passage(" ".join(plain), tuple(clauses), tuple(sentences))

"""People's words within a sentence of ours: what is written from right to left doesn't turn it round."""

import re
import unicodedata

_FIRST_STRONG, _END = "\u2068", "\u2069"
_BEGINNINGS = "\u2066\u2067\u2068"
# Classes of characters that decide about the order of what stands around them (UAX 9).
_TURNING = frozenset(
    {"R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
)
_PARAGRAPH_END = re.compile("([\n\u2029])")  # no isolate goes on beyond it


def isolated(text: str) -> str:
    """The words as they were written, between marks that keep their direction to themselves.

    Words that turn nothing round are given back as they are.
    """
    if not any(unicodedata.bidirectional(char) in _TURNING for char in text):
        return text
    return "".join(
        line if not line or _PARAGRAPH_END.fullmatch(line) else _isolated_line(line)
        for line in _PARAGRAPH_END.split(text)
    )


def _isolated_line(line: str) -> str:
    """Its own marks are evened out, so that none of them ends ours."""
    begun = ended_only = 0
    for char in line:
        if char in _BEGINNINGS:
            begun += 1
        elif char == _END and begun:
            begun -= 1
        elif char == _END:
            ended_only += 1
    return _FIRST_STRONG * (1 + ended_only) + line + _END * (1 + begun)

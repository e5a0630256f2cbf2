"""A text as the model reads it, in training and afterwards: signs as words, in pieces of some length."""

import re
import unicodedata
from collections.abc import Iterator

# MiniLM was made for pieces of up to 128 tokens; most messages are one piece.
PIECE_WORDS = 60
_STEP = (
    40  # words after which the next piece begins: what is said across an edge stands whole in one
)
_MOST_PIECES = 32  # Telegram's longest message has fewer, but for one of single letters
_APOSTROPHES = re.compile(r"[’‘‛`´ʼʹ′＇]")
_REPEATED = re.compile(r"([^\W\d])\1{2,}")
_SPACES = re.compile(r"\s+")


def as_read(text: str) -> str:
    """One line: compatibility forms and signs like 😂 spelled out, letters at most twice in a row."""
    plain = unicodedata.normalize("NFKC", _APOSTROPHES.sub("'", text))
    spelled = "".join(_spelled(char) for char in plain)
    return _SPACES.sub(" ", _REPEATED.sub(r"\1\1", spelled)).strip()


def _spelled(char: str) -> str:
    match unicodedata.category(char):
        case "So":
            return f" {unicodedata.name(char, '').lower()} "
        case "Cf" | "Mn" | "Sk" | "Cc" | "Cs" if not char.isspace():
            return ""
        case _:
            return char


def pieces(text: str) -> list[str]:
    """The text in overlapping pieces of at most PIECE_WORDS words; at least one, be it empty."""
    return list(_pieces(as_read(text).split(" ")))[:_MOST_PIECES]


def _pieces(words: list[str]) -> Iterator[str]:
    for start in range(0, max(len(words), 1), _STEP):
        yield " ".join(words[start : start + PIECE_WORDS])
        if start + PIECE_WORDS >= len(words):
            return

"""Words within a picture: only what its typeface has, in lines that fit a width."""

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from bot.drawing import DOTS, TYPE

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

LINES = 3  # of a label, at the most
_UNITS = 64  # of FreeType, to the pixel
# Signs beside the words, such as emoji with their joiners and skins: what is meant stays without them.
_LEFT_OUT = frozenset({"So", "Sk", "Cf", "Cc", "Cn", "Co", "Cs", "Mn", "Me"})
_CHARACTER = regex.compile(r"\X")  # an extended grapheme cluster (UAX 29)


def drawable(words: str) -> str:
    """The words without the signs that the typeface lacks; empty where letters are missing too."""
    font = _font()
    kept = []
    for char in unicodedata.normalize("NFC", words):
        if char.isspace():
            kept.append(" ")
        elif font.get_char_index(ord(char)):
            kept.append(char)
        elif unicodedata.category(char) not in _LEFT_OUT:
            return ""
    text = " ".join("".join(kept).split())
    return text if any(char.isalnum() for char in text) else ""


def in_lines(words: str, pixels: float) -> list[str]:
    """The words in at most LINES lines of this width, with «…» where they go on."""
    lines, rest = [""], _parts(words, pixels)
    while rest:
        word = rest.pop(0)
        longer = f"{lines[-1]} {word}".lstrip()
        if width(longer) <= pixels:
            lines[-1] = longer
        elif len(lines) < LINES:
            lines.append(word)
        else:
            lines[-1] = _with_dots(lines[-1], pixels)
            break
    return lines


def _parts(words: str, pixels: float) -> list[str]:
    """The words, those that are wider than a line cut within."""
    parts = []
    for word in words.split():
        part = ""
        for char in _CHARACTER.findall(word) if width(word) > pixels else [word]:
            if part and width(part + char) > pixels:
                parts.append(part)
                part = ""
            part += char
        parts.append(part)
    return parts


def _with_dots(line: str, pixels: float) -> str:
    while line and width(line + "…") > pixels:
        line = line[:-1]
    return line.rstrip() + "…"


def width(text: str) -> float:
    """In pixels."""
    font = _font()
    font.set_text(text)
    return font.get_width_height()[0] / _UNITS


@lru_cache(1)
def _font() -> "FT2Font":
    """Used while a picture is drawn, by one thread at a time."""
    from matplotlib import get_data_path
    from matplotlib.ft2font import FT2Font

    font = FT2Font(f"{get_data_path()}/fonts/ttf/DejaVuSans.ttf")
    font.set_size(TYPE, DOTS)
    return font

"""A text as it was meant: alphabets, signs, letters and spelling undone, so that word lists can find it.

Each step is a function of its own and leaves the marks of sentences in place. Their order matters: alphabets
before letters, letters before spelling.
"""

import re
import unicodedata

from bot.rules.triage.coded_words import (
    AFTER_A_DISTANCE,
    BEFORE_A_DISTANCE,
    MASKABLE,
    SELF_HARM,
)
from bot.rules.triage.misspellings import DOUBLED, MEANT

LONGEST_GROWTH = 20
"""No text becomes longer than this many times: one Arabic sign stands for eighteen letters."""

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]"
)
_APOSTROPHES = re.compile("['’‘‛`´ʼʹ′＇]")
_OVERDOSED = re.compile(r"\bo\.?d['’](?:ed|d)\b|\bo[./]d\.?(?:ed|d)?\b|\boded\b", re.IGNORECASE)

_LOOK_ALIKES = {
    ord(foreign): latin
    for foreign, latin in zip(
        "авеіјкмнорԛѕтуԝхһԁгɡɑαβεικνορτυχωıłøđ",
        "abeijkmhopqstywxhdrgaabeikvoptuxwilod",
        strict=True,
    )
}
_BOXED = {start + step: chr(97 + step) for start in (0x1F150, 0x1F170) for step in range(26)}
_LETTERS = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[a-z]")

# Signs that say something. «haha» marks a way of speaking.
_SIGNS = {
    "🔪": "knife", "🗡": "knife", "🔫": "gun", "💊": "pills", "🩸": "blood", "⚰": "grave", "🪦": "grave",
    "😂": "haha", "🤣": "haha", "😹": "haha", "😆": "haha", "😅": "haha", "🤪": "haha", "😜": "haha",
    "😝": "haha", "💀": "haha", "☠": "haha",
}  # fmt: skip
_SIGN = re.compile("|".join(_SIGNS))

_LEAST_SPACED = 4
_SHORT_SPACED = frozenset({"die", "kms", "ctb", "cut", "end", "hit"})
_SPACED = re.compile(
    r"(?<![^\W_])[^\W\d_](?:[.\-_*·/|+~][^\W\d_]){2,}(?![^\W_])|(?<![^\W_])[^\W\d_](?: [^\W\d_]){2,}(?![^\W_])"
)
_REPEATED = re.compile(r"([^\W\d_])\1{2,}")

_LEET = str.maketrans({"1": "i", "!": "i", "|": "i", "¡": "i", "l": "i", "3": "e", "€": "e", "4": "a",
                       "@": "a", "$": "s", "5": "s", "0": "o", "7": "t", "+": "t", "8": "b", "£": "l",
                       ".": "", "-": "", "_": "", "#": "*", "%": "*"})  # fmt: skip
_MASKED = re.compile(
    r"(?<![\w*])[a-z$@](?=[a-z]*[0-9!|@$+*€£¡#%._-])[a-z0-9!|@$+*€£¡#%._-]*[a-z0-9](?![\w*])"
)
_BY_MASK = {word.translate(_LEET): word for word in MASKABLE}

_DISTANCE = re.compile(
    rf"(?P<far>\b{BEFORE_A_DISTANCE} ?kms\b|\b\d+kms\b|\bkms {AFTER_A_DISTANCE}\b)|\bkms\b"
)
_WORD = re.compile(r"\w+")
_SINGLE = {typed: meant for typed, meant in MEANT.items() if " " not in typed}
_SEVERAL = re.compile(rf"\b(?:{'|'.join(typed for typed in MEANT if ' ' in typed)})\b")


def normal(text: str) -> str:
    """The text as it was meant, in lower case; what is normal stays as it is."""
    return _spelling(_letters(_signs(_alphabets(_codes(text)))))


def _codes(text: str) -> str:
    """What has to be read before its dots and apostrophes go: «OD'd», «o/d»."""
    return _OVERDOSED.sub("overdosed", text)


def _alphabets(text: str) -> str:
    """Lower case, without accents and apostrophes, in one alphabet, without what nobody sees."""
    text = _APOSTROPHES.sub("", _UNSEEN.sub("", text)).translate(_BOXED)
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    text = "".join(char for char in text if not unicodedata.combining(char))
    return _LETTERS.sub(_in_latin, _APOSTROPHES.sub("", _UNSEEN.sub("", text)))


def _in_latin(word: re.Match[str]) -> str:
    """Look-alikes of another alphabet inside a Latin word; a Russian word stays Russian."""
    return word[0].translate(_LOOK_ALIKES) if _LATIN.search(word[0]) else word[0]


def _signs(text: str) -> str:
    return _SIGN.sub(lambda sign: f" {_SIGNS[sign[0]]} ", text)


def _letters(text: str) -> str:
    """«s u i c i d e», «k1ll», «s*icide», «diiie»."""
    text = _MASKED.sub(_unmasked, _SPACED.sub(_joined, text))
    return _LETTERS.sub(_not_repeated, text) if _REPEATED.search(text) else text


def _joined(found: re.Match[str]) -> str:
    joined = re.sub(r"[\W_]", "", found[0])
    return joined if len(joined) >= _LEAST_SPACED or joined in _SHORT_SPACED else found[0]


def _unmasked(found: re.Match[str]) -> str:
    """The word of danger that fits, else what was written."""
    said = found[0].translate(_LEET)
    if "*" not in said:
        return _BY_MASK.get(said, found[0])
    first, last = said.split("*")[0], said.split("*")[-1]
    for mask, word in _BY_MASK.items():
        is_as_long = len(first) + len(last) < len(mask) and abs(len(mask) - len(said)) <= 1
        if is_as_long and mask.startswith(first) and mask.endswith(last):
            return word
    return found[0]


def _not_repeated(word: re.Match[str]) -> str:
    if _REPEATED.search(word[0]) is None:
        return word[0]
    double = _REPEATED.sub(r"\1\1", word[0])
    return double if double in DOUBLED else _REPEATED.sub(r"\1", word[0])


def _spelling(text: str) -> str:
    text = _DISTANCE.sub(lambda found: found["far"] or "kill myself", text)
    text = SELF_HARM.sub("self harm", text)
    text = _WORD.sub(lambda word: _SINGLE.get(word[0], word[0]), text)
    return _SEVERAL.sub(lambda typed: MEANT[typed[0]], text)

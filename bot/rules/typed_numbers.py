"""Which number from 0 to 10 somebody means who types one: «7», «seven», «7 out of 10», «about 7».

Only what says a number and nothing else is taken. Where words are left over, where there are two
numbers, or one between two, whoever wrote it is asked again rather than guessed at.
"""

import re
import unicodedata
from collections.abc import Mapping

# What people put around a number without changing it.
_FILLERS = """
    a about almost an and answer around be definitely er feel feels felt for give guess hm hmm i i'd
    i'll id is ish it it's it'd its just like maybe mean meant mm my number ok okay only or perhaps
    please pls point points possibly probably rate rather rating roughly say score so sorry still
    thank thanks that that's the think today uh um was well would yes you
"""
_AROUND = frozenset(_FILLERS.split())
_OUT_OF_TEN = re.compile(r"(?<=[0-9])\s*(?:/|\bout of\b|\bof\b)\s*10\b(?![.,][0-9])")
_WHOLE = re.compile(r"(?<=[0-9])[.,]0(?![0-9])")
_NO_WHOLE_NUMBER = re.compile(r"^[-+−–—]\s*[0-9]|[-+−–—/][0-9]|[0-9][.,:/][0-9]|[0-9]/")
_NUMBER = re.compile(r"[0-9]+")
_LONGEST = 80  # characters; whoever writes more says more than a number


def number_typed(text: str, words: Mapping[str, int], highest: int = 10) -> int | None:
    """The one number from 0 to `highest` that this says; None where that isn't plain.

    `words` are the numbers' names in the reader's language, in small letters.
    """
    said = _plain(text)
    if len(said) > _LONGEST:
        return None
    for word, value in words.items():
        said = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", str(value), said)
    said = _WHOLE.sub("", _OUT_OF_TEN.sub("", said))
    numbers = _NUMBER.findall(said)
    if len(numbers) != 1 or len(numbers[0]) > 2 or _NO_WHOLE_NUMBER.search(said):
        return None
    around = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", _NUMBER.sub(" ", said))
    left = re.search(r"[^\w\s.,!?;:'\"()«»*~…-]", said)
    if left or not all(word in _AROUND for word in around):
        return None
    value = int(numbers[0])
    return value if value <= highest else None


def _plain(text: str) -> str:
    """Small letters, straight apostrophes, and every script's digits as 0 to 9."""
    folded = unicodedata.normalize("NFKC", text).casefold().strip().replace("’", "'")
    folded = folded.replace("\ufe0f", "").replace("\u20e3", "")  # «7» as a key of a telephone
    return "".join(
        str(unicodedata.decimal(char)) if char.isdecimal() else char
        for char in folded
        if unicodedata.category(char) not in ("So", "Sk", "Cf")  # pictures say no number
    )

"""How a name is said: to a client, to staff, in a list."""

import unicodedata

LONGEST_NAME = 60
_IN_NAMES = " '’-.\u200c\u200d"  # joiners are needed to write some names, as in Persian
_TITLES = {"dr", "prof", "professor", "mr", "ms", "mrs", "mx", "herr", "frau", "sr", "sra"}


def called(name: str) -> str:
    """How a client hears of somebody: «Maria» of Maria Santos, «Dr Okafor» of Dr Okafor."""
    words = name.split()
    if not words or words[0].rstrip(".").lower() in _TITLES:
        return name
    return words[0]


def listed(name: str) -> str:
    """How staff see a client on a screen that others may see: «Anna B.» of Anna Brown."""
    words = name.split()
    if len(words) < 2:
        return name
    return f"{words[0]} {words[-1][0]}."


def tidy_name(text: str) -> str | None:
    """A name to be called by, on one line; None for what is none: digits, marks, pictures."""
    name = " ".join(text.split())
    if not 0 < len(name) <= LONGEST_NAME or not any(char.isalpha() for char in name):
        return None
    return name if all(_is_of_a_name(char) for char in name) else None


def _is_of_a_name(char: str) -> bool:
    return char in _IN_NAMES or unicodedata.category(char)[0] in "LM"

"""How a name is said: to a client, to staff, in a list; how one that is typed is read."""

import unicodedata

LONGEST_NAME = 60
LONGEST_LINE = 100
_JOINERS = "\u200c\u200d"  # needed to write some names, as in Persian
_IN_NAMES = f" '’-.{_JOINERS}"
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


def tidy_line(text: str) -> str | None:
    """A name or a number as the office keeps it; None if it is empty, too long, or can't be printed.

    Marks that only say which way it is written are left out: nobody types them when searching.
    """
    marked = (char for char in text if unicodedata.category(char) != "Cf" or char in _JOINERS)
    tidy = " ".join("".join(marked).split())
    shown = "".join(char for char in tidy if char not in _JOINERS)
    return tidy if shown.isprintable() and shown.strip() and len(tidy) <= LONGEST_LINE else None


def words_of(name: str) -> list[str]:
    """The words of a name as they are compared: no case, accents or punctuation."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = (char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return "".join(letters).split()

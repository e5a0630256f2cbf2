"""How a name is said: to a client, to staff, in a list; how one that is typed is read."""

import unicodedata

LONGEST_NAME = 100

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
    """A name or a number as it is kept; None if it is empty, too long, or can't be printed.

    Marks that only say which way it is written are left out: nobody types them when searching.
    """
    kept = "".join(char for char in text if unicodedata.category(char) != "Cf")
    tidy = " ".join(kept.split())
    return tidy if 0 < len(tidy) <= LONGEST_NAME and tidy.isprintable() else None


def words_of(name: str) -> list[str]:
    """The words of a name as they are compared: no case, accents or punctuation."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = (char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return "".join(letters).split()

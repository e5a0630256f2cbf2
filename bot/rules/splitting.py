"""Cuts a text into pieces that Telegram takes, or short, at the best place to cut."""

import regex

LONGEST = 4096  # characters of a message's text (Bot API, sendMessage)
_PLACES = ("\n\n", "\n", ". ", " ")
_CHARACTER = regex.compile(r"\X")  # an extended grapheme cluster (UAX 29)


def split_text(text: str, longest: int = LONGEST) -> list[str]:
    """Pieces of at most `longest` characters, in order, with nothing but white space left out."""
    rest, pieces = text.strip(), []
    while len(rest) > longest:
        found = (_last(rest, place, longest) for place in _PLACES)
        at = next((at for at in found if at), 0) or _between_characters(rest, longest)
        piece, rest = rest[:at].rstrip(), rest[at:].lstrip()
        pieces.append(piece)
    return [*pieces, rest]


def _last(text: str, place: str, longest: int) -> int:
    """Where to cut after the last such place in the second half of what fits; 0 for nowhere."""
    found = text.rfind(place, longest // 2, longest)
    return 0 if found < 0 else found + len(place.rstrip())


def _between_characters(text: str, latest: int) -> int:
    """The last place up to `latest` that is within nothing that is read as one character: an emoji
    of several, a letter with its marks. `latest` where one such is longer than that."""
    at = 0
    for found in _CHARACTER.finditer(text):
        if found.end() > latest:
            break
        at = found.end()
    return at or latest


def beginning(text: str, longest: int, lines: int = 1) -> str:
    """As it was written, up to the end of a word, with «…» where it goes on.

    At most `longest` characters, «…» among them, and so many lines.
    """
    head = "\n".join(text.split("\n")[:lines])
    if len(head) > longest:
        word_end = max(head.rfind(space, longest // 2, longest) for space in " \n")
        head = head[: word_end if word_end > 0 else _between_characters(head, longest - 1)]
    return text if head == text else head.rstrip() + "…"


def shortened(text: str, longest: int) -> str:
    """One line of at most `longest` characters, with «…» where something is left out."""
    return beginning(" ".join(text.split()), longest)

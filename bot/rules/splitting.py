"""Cuts a text into pieces that Telegram takes, at the best place to cut."""

LONGEST = 4096  # characters of a message's text (Bot API, sendMessage)
_PLACES = ("\n\n", "\n", ". ", " ")


def split_text(text: str, longest: int = LONGEST) -> list[str]:
    """Pieces of at most `longest` characters, in order, with nothing but white space left out."""
    rest, pieces = text.strip(), []
    while len(rest) > longest:
        at = next((at for at in (_last(rest, place, longest) for place in _PLACES) if at), longest)
        piece, rest = rest[:at].rstrip(), rest[at:].lstrip()
        pieces.append(piece)
    return [*pieces, rest]


def _last(text: str, place: str, longest: int) -> int:
    """Where to cut after the last such place in the second half of what fits; 0 for nowhere."""
    found = text.rfind(place, longest // 2, longest)
    return 0 if found < 0 else found + len(place.rstrip())


def shortened(text: str, longest: int) -> str:
    """One line of at most `longest` characters, with «…» where something is left out."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"

"""Long words that come in several messages: whether more may follow, and how they belong together."""

# Telegram's programs cut what is pasted at a good place in the second half of what a message holds,
# and count in units of UTF-16.
FILLS_MESSAGE = 4096
_ENDS_SENTENCE = ".!?…:;)]»”\"'。！？؟۔।"


def may_go_on(text: str) -> bool:
    """Whether this may be the beginning of something longer that a program cut."""
    return length(text) >= FILLS_MESSAGE // 2


def joined(before: str, more: str, *, filled: bool) -> str:
    """What was sent in two messages, as one text; `filled`: the first of them was full.

    The white space at the cut is lost on the way: after a sentence it was the end of a line most
    likely, within one a space. A full message was cut within a word.
    """
    if filled:
        return before + more
    return f"{before}\n{more}" if before[-1:] in _ENDS_SENTENCE else f"{before} {more}"


def length(text: str) -> int:
    """As Telegram's programs count it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2

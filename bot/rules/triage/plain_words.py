"""A text as it is compared with word lists: no case, accents, apostrophes or punctuation."""

import re
import unicodedata

# Apostrophes as keyboards and word processors make them, and signs that are not seen at all.
_LEFT_OUT = re.compile(r"['’‘‛`´ʼʹ′＇\u00ad\u200b-\u200f\u2060\ufeff]")
_NOT_WORDS = re.compile(r"[\W_]+")


def plain_words(text: str) -> str:
    """Lower-case words with one space between them; «don't» becomes «dont», «any more» «anymore»."""
    plain = _LEFT_OUT.sub("", text)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(char for char in plain.casefold() if not unicodedata.combining(char))
    plain = plain.lower()
    return _NOT_WORDS.sub(" ", plain).strip().replace(" any more", " anymore")

"""What a person may say of how they are reached: a number, when it is safe, what they are called."""

import re
import unicodedata

from bot.rules.homework import tidy

LONGEST_SAFE_CONTACT = 200
_LONGEST_PHONE, _FEWEST_DIGITS, _MOST_DIGITS = 40, 5, 15  # E.164 has 15 at most
_PHONE = re.compile(r"\+?[0-9()./\- ]+")
_LONGEST_NAME = 60
_IN_NAMES = " '’-.\u200c\u200d"  # joiners are needed to write some names, as in Persian


def tidy_phone(text: str) -> str | None:
    """A telephone number as it was written, in plain digits; None for anything else."""
    if len(text) > _LONGEST_PHONE:
        return None
    plain = " ".join("".join(_as_digit(char) for char in text).split())
    digits = sum(char.isdecimal() for char in plain)
    is_number = _PHONE.fullmatch(plain) and _FEWEST_DIGITS <= digits <= _MOST_DIGITS
    return plain if is_number else None


def _as_digit(char: str) -> str:
    """«٣» is a three too, and dashes are one dash."""
    if char in "–—‐‑−":
        return "-"
    return str(unicodedata.decimal(char)) if char.isdecimal() else char


def tidy_safe_contact(text: str) -> str | None:
    """Whether and when a call is safe, in their own words; None if they can't be kept."""
    return tidy(text, LONGEST_SAFE_CONTACT)


def tidy_called_name(text: str) -> str | None:
    """A name to be called by, on one line; None for what is none: digits, marks, pictures."""
    name = " ".join(text.split())
    if not 0 < len(name) <= _LONGEST_NAME or not any(char.isalpha() for char in name):
        return None
    return name if all(_is_of_a_name(char) for char in name) else None


def _is_of_a_name(char: str) -> bool:
    return char in _IN_NAMES or unicodedata.category(char)[0] in "LM"

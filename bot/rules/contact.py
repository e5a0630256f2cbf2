"""What can stand for a person's zone, language, telephone, mail and words for how to reach them.

Each gives the value tidied, or raises ValueError with a sentence.
"""

import re
from collections.abc import Sequence
from email.errors import MessageError
from email.headerregistry import Address
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_NUMBER = re.compile(r"\+?[0-9 ()./-]+(?: ?(?:x|ext\.?) ?[0-9]{1,6})?", re.IGNORECASE)
_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_FEWEST_DIGITS = 3  # 112 is a number too
_MOST_DIGITS = 21  # 15 of E.164 and an extension
_LONGEST_NUMBER = 40  # with all that stands between digits
_LONGEST_WORDS = 200
_LONGEST_MAIL_ADDRESS = 254  # RFC 5321: a path of 256 with its angle brackets
_LONGEST_MAILBOX = 64  # the part before the @


def time_zone(text: str) -> str:
    name = text.strip()
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(
            f"«{name}» is not a time zone. Write a name such as Australia/Melbourne."
        ) from None


def language(text: str, offered: Sequence[str]) -> str:
    """One of those that the bot speaks."""
    code = text.strip().lower()
    if code not in offered:
        raise ValueError(f"«{text.strip()}» is no language of the bot's: {', '.join(offered)}.")
    return code


def phone(text: str) -> str:
    """A number that somebody could dial; it isn't known whether anybody answers there."""
    number = " ".join(text.split())
    digits = sum(each.isdecimal() for each in number)
    is_number = len(number) <= _LONGEST_NUMBER and _NUMBER.fullmatch(number)
    if not is_number or not _FEWEST_DIGITS <= digits <= _MOST_DIGITS:
        raise ValueError(f"«{number}» is not a telephone number. Write for example 0400 000 000.")
    return number


def safe_contact(text: str) -> str:
    """Whether somebody may call or leave a message, and when: in the client's own words."""
    words = " ".join(text.split())
    if not words or len(words) > _LONGEST_WORDS or not words.isprintable():
        raise ValueError(f"How to reach them safely has 1 to {_LONGEST_WORDS} characters.")
    return words


def mail_address(text: str) -> str:
    """An address that a mail server could take; it isn't known whether anybody reads it."""
    tidy = text.strip()
    try:
        if not tidy.isascii() or not tidy.isprintable() or len(tidy) > _LONGEST_MAIL_ADDRESS:
            raise ValueError
        address = Address(addr_spec=tidy)
    except (ValueError, MessageError, IndexError):  # IndexError: how the library meets «a@»
        raise _no_mail_address(tidy) from None
    mailbox, domain = address.username, address.domain
    is_plain = tidy == f"{mailbox}@{domain}"  # no «"Maria Santos"@example.org»
    if not (is_plain and 0 < len(mailbox) <= _LONGEST_MAILBOX and _DOMAIN.fullmatch(domain)):
        raise _no_mail_address(tidy)
    return tidy


def _no_mail_address(text: str) -> ValueError:
    return ValueError(f"«{text}» is not a mail address. Write for example maria@example.org.")

"""Codes for a locked screen: which may be chosen, how they are hashed, how often one may be wrong."""

import hashlib
from datetime import timedelta

DIGITS = 4
TRIES = 5  # wrong ones, before the pad is closed for a while
SALT_BYTES = 16
# scrypt (RFC 7914) as OWASP's Password Storage Cheat Sheet has it for 32 MiB.
_COST, _BLOCK, _PARALLEL = 2**15, 8, 3
_MEMORY = 64 * 2**20
_CLOSED_FOR = (timedelta(minutes=15), timedelta(hours=1), timedelta(days=1))
_ROWS = ("01234567890", "09876543210")


def hashed(code: bytes, salt: bytes) -> bytes:
    """The salt, then 32 bytes of scrypt. Takes about a fifth of a second: never in a transaction."""
    key = hashlib.scrypt(code, salt=salt, n=_COST, r=_BLOCK, p=_PARALLEL, maxmem=_MEMORY, dklen=32)
    return salt + key


def is_too_simple(digits: str) -> bool:
    """Whether it is among the first that somebody tries: 1111, 1212, 1234, 4321."""
    is_row = any(digits in row for row in _ROWS)
    return is_row or digits == digits[:2] * (DIGITS // 2)


def closed_for(wrong_tries: int) -> timedelta | None:
    """How long the pad stays closed after so many wrong codes running; None if it doesn't close."""
    if wrong_tries == 0 or wrong_tries % TRIES:
        return None
    return _CLOSED_FOR[min(wrong_tries // TRIES, len(_CLOSED_FOR)) - 1]


def tries_left(wrong_tries: int) -> int:
    """How many are left before the pad closes."""
    return TRIES - wrong_tries % TRIES

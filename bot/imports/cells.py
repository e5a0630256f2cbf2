"""What may stand in a cell. Nothing is ever evaluated: a cell is words, or it is refused."""

import re
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.rules import contact
from bot.texts import LANGUAGES, _

LONGEST_NAME = 100
LONGEST_PLACE = 500
LONGEST_UID = 300
LONGEST_NOTE = 200  # as contact.safe_contact takes it
LONGEST_SESSION = 24 * 60
_LONGEST_CELL_SHOWN = 40
_FORMULA = ("=", "@")
_FORMULA_IN_NAME = ("=", "@", "+", "-")
_MINUTES = re.compile(r"([+-]?\d{1,6})(?:\.0+)?(?:\s*(?:min|mins|minutes))?", re.IGNORECASE)


class BadCell(ValueError):
    """Why a row can't be taken over, as a sentence without its full stop."""


def shown(text: str) -> str:
    """A cell as it is quoted in a sentence."""
    tidy = "".join(each if each.isprintable() else "�" for each in " ".join(text.split()))
    return tidy if len(tidy) <= _LONGEST_CELL_SHOWN else f"{tidy[:_LONGEST_CELL_SHOWN]}…"


def words(header: str, text: str, longest: int) -> str | None:
    """A cell of words with single spaces; None if it is empty."""
    tidy = " ".join(text.split())
    if tidy.startswith(_FORMULA):
        raise BadCell(_("{header} begins like a formula: «{cell}»").format(
            header=header, cell=shown(tidy)
        ))  # fmt: skip
    if len(tidy) > longest:
        raise BadCell(_("{header} is longer than {longest} characters").format(
            header=header, longest=longest
        ))  # fmt: skip
    if not tidy.isprintable() or "�" in tidy:
        raise BadCell(_("{header} has characters that can't be printed: «{cell}»").format(
            header=header, cell=shown(tidy)
        ))  # fmt: skip
    return tidy or None


def name(header: str, text: str) -> str | None:
    tidy = words(header, text, LONGEST_NAME)
    if tidy and tidy.startswith(_FORMULA_IN_NAME):
        raise BadCell(_("{header} begins like a formula: «{cell}»").format(
            header=header, cell=shown(tidy)
        ))  # fmt: skip
    return tidy


def phone(text: str) -> str | None:
    tidy = words("phone", text, LONGEST_NAME)
    if tidy is None:
        return None
    try:
        return contact.phone(tidy)
    except ValueError:
        raise BadCell(_("«{cell}» is no telephone number").format(cell=shown(tidy))) from None


def language(text: str) -> str | None:
    tidy = words("language", text, LONGEST_NAME)
    if tidy is None:
        return None
    code = re.split("[-_]", tidy.lower())[0]
    if code not in LANGUAGES:
        raise BadCell(_("the language «{cell}» isn't offered; there is: {languages}").format(
            cell=shown(tidy), languages=", ".join(LANGUAGES)
        ))  # fmt: skip
    return code


def time_zone(text: str) -> str | None:
    tidy = words("time_zone", text, LONGEST_NAME)
    if tidy is not None and not _is_zone(tidy):
        raise BadCell(
            _("«{cell}» is no time zone; it is a name such as Australia/Melbourne").format(
                cell=shown(tidy)
            )
        )
    return tidy


@cache
def _is_zone(key: str) -> bool:
    try:
        ZoneInfo(key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def minutes(text: str) -> int | None:
    if not text.strip():
        return None
    found = _MINUTES.fullmatch(text.strip())
    if not found:
        raise BadCell(_("«{cell}» is no number of minutes").format(cell=shown(text)))
    return plausible(int(found[1]))


def plausible(number: int) -> int:
    """The length of a session, if it can be one."""
    if not 1 <= number <= LONGEST_SESSION:
        raise BadCell(_("a session of {minutes} minutes can't be").format(minutes=number))
    return number

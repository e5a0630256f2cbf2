"""Quiet hours as they are written: in the setting, and by a client in a chat."""

import re
from datetime import time

from bot.rules.due import QuietHours
from bot.rules.working_hours import parse_time

NONE = "none"
LONGEST = 18 * 60  # minutes: whoever wants more of the day to be quiet wants a pause
_LONGEST_TEXT = 40
_HOUR = r"(\d{1,2})(?:[:.h]?(\d{2}))?\s*(a\.?m\.?|p\.?m\.?|a|p)?"
_TYPED = re.compile(rf"(?:between|from)?\s*{_HOUR}\s*(?:-|to|until|till|and|bis)\s*{_HOUR}\s*\.?")
_WORDS_FOR_NONE = frozenset({"none", "no", "off", "never", "no quiet hours"})


def parse_quiet_hours(text: str) -> QuietHours | None:
    """«21:00-8:00» as a setting has it; None for «none». ValueError for anything else."""
    if text.strip().lower() in ("", NONE, "off"):
        return None
    begins, dash, ends = text.replace("–", "-").partition("-")
    if not dash:
        raise ValueError(f"«{text}» is not a span; write for example 21:00-8:00, or none")
    quiet = QuietHours(parse_time(begins), parse_time(ends))
    return quiet if quiet.begins != quiet.ends else None


def as_setting(quiet: QuietHours | None) -> str:
    """What `parse_quiet_hours` reads back."""
    return f"{quiet.begins:%H:%M}-{quiet.ends:%H:%M}" if quiet else NONE


def says_none(text: str) -> bool:
    """Whether somebody typed that they want no quiet hours."""
    return " ".join(text.lower().split()).rstrip(".") in _WORDS_FOR_NONE


def typed_quiet_hours(text: str) -> QuietHours | None:
    """«22-7», «from 10pm to 7:30 am»; None for anything else, and for a span of no length."""
    if len(text) > _LONGEST_TEXT:
        return None
    plain = " ".join(re.sub("[–—−‐]", "-", text.lower()).split())
    found = _TYPED.fullmatch(plain)
    if found is None or not plain.isascii():
        return None
    begins, ends = (_clock(*found.groups()[first : first + 3]) for first in (0, 3))
    return QuietHours(begins, ends) if begins and ends and begins != ends else None


def _clock(hour: str, minute: str | None, half: str | None) -> time | None:
    number, minutes = int(hour), int(minute or 0)
    if half is not None:
        if not 1 <= number <= 12:
            return None
        number = number % 12 + 12 * half.startswith("p")
    return time(number, minutes) if number < 24 and minutes < 60 else None


def minutes_long(quiet: QuietHours) -> int:
    begins, ends = (each.hour * 60 + each.minute for each in (quiet.begins, quiet.ends))
    return (ends - begins) % (24 * 60)

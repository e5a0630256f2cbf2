"""How long before a session its reminders come: as clients choose and type it, and words for each."""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.rules.durations import parse_duration

# What a client can tap; the practice's own are offered besides.
OFFERED = (
    timedelta(weeks=1),
    timedelta(days=3),
    timedelta(days=2),
    timedelta(days=1),
    timedelta(hours=2),
)
MOST = 6
SHORTEST, LONGEST = timedelta(minutes=15), timedelta(weeks=4)
LONGEST_WORDS = 200

_UNITS = (("d", timedelta(days=1)), ("h", timedelta(hours=1)), ("m", timedelta(minutes=1)))
_ENTRY = re.compile(r";\s*(?=[\d\sdhms]*\d\s*[dhms]\s*:)")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TYPED = re.compile(r"(\d{1,3}) ?(w|d|h|m)")
_NAMES = {
    r"weeks?|wks?": "w",
    r"days?": "d",
    r"hours?|hrs?": "h",
    r"minutes?|mins?": "m",
    r"half an? h\b": "30 m",
    r"\ban?\b": "1",
    r"\b(?:and|before|earlier|ahead|please|too|also|the|my|of|session|appointment|time)\b|,": " ",
}


def as_setting(lead_times: Sequence[timedelta]) -> str:
    """«3d, 2h», as REMINDER_LEAD_TIMES is written; each in the largest unit that fits."""
    return ", ".join(
        next(f"{lead // unit}{letter}" for letter, unit in _UNITS if lead % unit == timedelta())
        if lead % timedelta(minutes=1) == timedelta()
        else f"{int(lead.total_seconds())}s"
        for lead in lead_times
    )


def typed_lead_time(text: str) -> timedelta | None:
    """The one lead time that was typed («2 days and 3 hours before»); None for anything else."""
    plain = text.casefold()
    for number, name in enumerate(_NUMBERS, start=1):
        plain = re.sub(rf"\b{name}\b", str(number), plain)
    for name, short in _NAMES.items():
        plain = re.sub(rf"(?<![^\W\d]){name}" if short in "wdhm" else name, short, plain)
    plain = " ".join(plain.strip(" .").split())
    units = [unit for _number, unit in _TYPED.findall(plain)]
    # Larger before smaller, each once: «3 days, 2 days» would be two lead times.
    if not units or units != sorted(set(units), key="wdhm".index) or _TYPED.sub("", plain).strip():
        return None
    weeks = sum(int(number) for number, unit in _TYPED.findall(plain) if unit == "w")
    rest = "".join(number + unit for number, unit in _TYPED.findall(plain) if unit != "w")
    return timedelta(weeks=weeks) + (parse_duration(rest) if rest else timedelta())


def parse_reminder_words(text: str, lead_times: Sequence[timedelta]) -> Mapping[timedelta, str]:
    """Read «3d: Please tell us in time; 1d: The door code is 1234». ValueError says what is wrong."""
    found: dict[timedelta, str] = {}
    for entry in _ENTRY.split(text) if text.strip() else ():
        duration, colon, typed = entry.partition(":")
        words = " ".join(typed.split()).removesuffix(";").strip()
        if not colon or not words:
            raise ValueError("write a lead time, a colon and your words: 1d: The door code is 1234")
        lead = parse_duration(duration)
        if lead not in (*lead_times, *OFFERED):
            raise ValueError(
                f"no reminder comes {duration.strip()} before; "
                "name one of REMINDER_LEAD_TIMES, or one that clients can choose"
            )
        if lead in found:
            raise ValueError(f"there are two texts for {duration.strip()}")
        if len(words) > LONGEST_WORDS:
            raise ValueError(f"the words for {duration.strip()} are longer than {LONGEST_WORDS}")
        found[lead] = words
    return found

"""Durations as people write them: 3d, 90m, 30s, 1d 12h."""

import re
from datetime import timedelta

_UNITS = {"d": "days", "h": "hours", "m": "minutes", "s": "seconds"}
_PART = re.compile(r"(\d{1,6})\s*([dhms])")
_LONGEST = timedelta(days=3660)


def parse_duration(text: str) -> timedelta:
    """Read a duration of clock time. ValueError with a sentence if it isn't one."""
    compact = text.strip().lower()
    parts = _PART.findall(compact)
    if not parts or _PART.sub("", compact).strip():
        raise ValueError(f"«{text}» is not a duration; write for example 3d, 12h, 90m or 30s")
    spans = (timedelta(**{_UNITS[unit]: int(number)}) for number, unit in parts)
    duration = sum(spans, timedelta())
    if duration > _LONGEST:
        raise ValueError(f"«{text}» is longer than ten years")
    return duration


def parse_durations(text: str) -> tuple[timedelta, ...]:
    """Read several, separated by commas, longest first."""
    return tuple(sorted({parse_duration(part) for part in text.split(",")}, reverse=True))

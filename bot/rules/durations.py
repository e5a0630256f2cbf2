"""Durations as people write them: 3d, 90m, 30s, 1d 12h; 1wd and 4wh in the practice's hours."""

import re
from dataclasses import dataclass
from datetime import timedelta

_UNITS = {"d": "days", "h": "hours", "m": "minutes", "s": "seconds"}
_PART = re.compile(r"(\d{1,6})\s*([dhms])")
_LONGEST = timedelta(days=3660)
_WORKING = re.compile(r"([1-9]\d{0,2})\s*w([dh])")


@dataclass(frozen=True)
class Span:
    """How long something may take: so much clock time, or working days or hours. One is set."""

    clock: timedelta = timedelta()
    working_days: int = 0
    working_hours: int = 0


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


def parse_span(text: str) -> Span:
    """Read 1wd, 4wh or a duration of clock time. ValueError with a sentence if it is none."""
    working = _WORKING.fullmatch(text.strip().lower())
    if working is None:
        clock = parse_duration(text)
        if clock <= timedelta():
            raise ValueError(f"«{text}» is no time at all; write for example 1wd, 4wh or 90m")
        return Span(clock=clock)
    number = int(working[1])
    return Span(working_days=number) if working[2] == "d" else Span(working_hours=number)

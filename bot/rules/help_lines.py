"""Numbers that help at once, by country, from one data file with a source for each."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True)
class HelpLine:
    """One line to call or text. Each number stands whole, so that telephones make it tappable."""

    name: str
    number: str
    how: str  # "call", "text", or "visit" for a web address
    source: str
    verified: str  # ISO date


@dataclass(frozen=True)
class HelpLines:
    """What a country offers. `emergency` is a number, or words where the country isn't known."""

    emergency: str
    lines: tuple[HelpLine, ...]  # for whoever may harm themselves
    violence: tuple[HelpLine, ...]  # for whoever is hurt by another person
    emergency_verified: str

    def verified(self) -> Iterator[tuple[str, str]]:
        """Every number's name and the ISO date on which it was read."""
        yield self.emergency, self.emergency_verified
        for line in (*self.lines, *self.violence):
            yield line.name, line.verified


def first(lines: Sequence[HelpLine], how: str) -> HelpLine | None:
    """The first line that is reached in this way."""
    return next((line for line in lines if line.how == how), None)


@cache
def help_lines(country: str) -> HelpLines:
    """The lines of a country (ISO 3166 alpha-2); without one, words that hold everywhere."""
    entry = _entries().get(country) or _entries()[""]
    return HelpLines(
        entry["emergency"]["number"],
        tuple(HelpLine(**line) for line in entry["lines"]),
        tuple(HelpLine(**line) for line in entry["violence"]),
        entry["emergency"]["verified"],
    )


def countries() -> tuple[str, ...]:
    """The countries of the file, as they stand in it."""
    return tuple(country for country in _entries() if country)


@cache
def _entries() -> dict[str, dict[str, Any]]:
    text = resources.files("bot.rules").joinpath("help_lines.json").read_text("utf-8")
    entries: dict[str, dict[str, Any]] = json.loads(text)["countries"]
    return entries

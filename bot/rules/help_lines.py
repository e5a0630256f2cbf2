"""Numbers that help at once, by country, from one data file with a source for each."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True)
class HelpLine:
    """One line to call or text. Each number stands whole, so that telephones make it tappable."""

    name: str
    number: str
    how: str  # "call" or "text"
    source: str
    verified: str  # ISO date


@dataclass(frozen=True)
class HelpLines:
    """What a country offers. `emergency` is a number, or words where the country isn't known."""

    emergency: str
    lines: tuple[HelpLine, ...]


@cache
def help_lines(country: str) -> HelpLines:
    """The lines of a country (ISO 3166 alpha-2); without one, words that hold everywhere."""
    text = resources.files("bot.rules").joinpath("help_lines.json").read_text("utf-8")
    countries = json.loads(text)["countries"]
    entry = countries.get(country) or countries[""]
    lines = tuple(HelpLine(**line) for line in entry["lines"])
    return HelpLines(entry["emergency"]["number"], lines)

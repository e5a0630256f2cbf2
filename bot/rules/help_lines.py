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
    hours: str = ""  # of a line to call: "day and night" or "not always"
    unverified: Sequence[str] = ()  # what the source doesn't say: "number", "hours", "text"

    @property
    def is_always_there(self) -> bool:
        """Whether it may be said that it answers day and night."""
        return self.hours == "day and night" and "hours" not in self.unverified

    @property
    def is_sure(self) -> bool:
        """Whether a source says that this is reached by this number in this way."""
        return not {"number", self.how} & {*self.unverified}


@dataclass(frozen=True)
class HelpLines:
    """What a country offers. `emergency` is a number, or words where the country isn't known."""

    emergency: str
    lines: tuple[HelpLine, ...]  # for whoever may harm themselves
    violence: tuple[HelpLine, ...]  # for whoever is hurt by another person
    emergency_verified: str
    emergency_unverified: Sequence[str] = ()
    police: str = ""  # where `emergency` brings an ambulance only
    police_verified: str = ""

    @property
    def emergency_of_hurt(self) -> str:
        """The number for whoever is hurt or threatened by another person."""
        return self.police or self.emergency

    def verified(self) -> Iterator[tuple[str, str]]:
        """Every number's name and the ISO date on which it was read."""
        yield self.emergency, self.emergency_verified
        if self.police:
            yield self.police, self.police_verified
        for line in (*self.lines, *self.violence):
            yield line.name, line.verified

    def unverified(self) -> Iterator[tuple[str, str]]:
        """What no source was found for: a number's name, and what of it."""
        for what in self.emergency_unverified:
            yield self.emergency, what
        for line in (*self.lines, *self.violence):
            for what in line.unverified:
                yield line.name, what


def first(lines: Sequence[HelpLine], how: str) -> HelpLine | None:
    """The first line that is surely reached in this way; before the others one that always is."""
    sure = [line for line in lines if line.how == how and line.is_sure]
    return next((line for line in sure if line.is_always_there), sure[0] if sure else None)


def shown(lines: Sequence[HelpLine]) -> list[HelpLine]:
    """Those to show: nobody in danger shall try a number for which there is no source."""
    return [line for line in lines if line.is_sure]


@cache
def help_lines(country: str) -> HelpLines:
    """The lines of a country (ISO 3166 alpha-2); without one, words that hold everywhere."""
    entry = _entries().get(country) or _entries()[""]
    return HelpLines(
        entry["emergency"]["number"],
        tuple(HelpLine(**line) for line in entry["lines"]),
        tuple(HelpLine(**line) for line in entry["violence"]),
        entry["emergency"]["verified"],
        entry["emergency"]["unverified"],
        *(entry["police"][each] for each in ("number", "verified") if "police" in entry),
    )


def countries() -> tuple[str, ...]:
    """The countries of the file, as they stand in it."""
    return tuple(country for country in _entries() if country)


@cache
def _entries() -> dict[str, dict[str, Any]]:
    text = resources.files("bot.rules").joinpath("help_lines.json").read_text("utf-8")
    entries: dict[str, dict[str, Any]] = json.loads(text)["countries"]
    return entries

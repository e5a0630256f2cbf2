"""Who hears a complaint outside the practice, by country and region, from one data file."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True)
class OutsideBody:
    """One body. Its contact stands whole, so that telephones make it tappable."""

    name: str
    hears: str  # what for, in a few plain words
    contact: str  # a number to call, or a web address without https://
    source: str
    verified: str  # ISO date
    checked: str  # "own page", or "third party" where the body's own could not be read
    regions: tuple[str, ...] = ()  # it is there for these alone; empty: for the whole country
    not_in: tuple[str, ...] = ()  # where another body does its work

    def is_there_for(self, region: str) -> bool:
        return region not in self.not_in and (not self.regions or region in self.regions)


@cache
def outside_bodies(country: str, region: str = "") -> tuple[OutsideBody, ...]:
    """The bodies for a country (ISO 3166 alpha-2) and region (ISO 3166-2 without the country).

    In the order to show them. None for a country that isn't in the file: an office that might not
    exist helps nobody. A region that isn't in it has the bodies of the whole country.
    """
    return tuple(body for body in _entries().get(country, ()) if body.is_there_for(region))


def countries() -> tuple[str, ...]:
    """The countries of the file, as they stand in it."""
    return tuple(_entries())


@cache
def _entries() -> dict[str, tuple[OutsideBody, ...]]:
    text = resources.files("bot.rules").joinpath("outside_bodies.json").read_text("utf-8")
    entries: dict[str, list[dict[str, Any]]] = json.loads(text)["countries"]
    return {country: tuple(_body(row) for row in rows) for country, rows in entries.items()}


def _body(row: dict[str, Any]) -> OutsideBody:
    lists = {name: tuple(row.get(name, ())) for name in ("regions", "not_in")}
    return OutsideBody(**{**row, **lists})

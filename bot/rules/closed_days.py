"""Days on which a practice is closed: public holidays by country and region, and its own."""

import re
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

import holidays

LONGEST_CLOSURE = timedelta(days=366)
_TO = re.compile(r"(?<=\d{4}-\d{2}-\d{2})\s*(?:-|to)\s*")
_EXAMPLE = "2026-12-24; 2026-12-28 - 2027-01-08"


@dataclass(frozen=True)
class Closure:
    """From the first day to the last, both closed."""

    first: date
    last: date


@dataclass(frozen=True)
class ClosedDays:
    """Whether a day is one on which nobody is there, whatever hours its weekday has.

    Public holidays are those of the country, and of the region where one is named, with the days
    on which they are observed; none where the country is empty or isn't known.
    """

    country: str = ""
    region: str = ""
    own: Sequence[Closure] = ()

    def __contains__(self, day: date) -> bool:
        return self._is_own(day) or day in _public_holidays(self.country, self.region, day.year)

    def next_holiday(self, day: date) -> tuple[date, str] | None:
        """The public holiday on this day or next after it, and its name in English."""
        years = (day.year, day.year + 1)
        found = {
            each: name
            for year in years
            for each, name in _public_holidays(self.country, self.region, year).items()
            if each >= day
        }
        return min(found.items(), default=None)

    def _is_own(self, day: date) -> bool:
        return any(each.first <= day <= each.last for each in self.own)


def parse_closures(text: str) -> tuple[Closure, ...]:
    """Read «2026-12-24; 2026-12-28 - 2027-01-08». ValueError with a sentence if it can't be read."""
    parts = re.split(r"[;,]", text.replace("–", "-"))
    return tuple(_closure(part.strip()) for part in parts if part.strip())


def _closure(text: str) -> Closure:
    try:
        days = [date.fromisoformat(each) for each in _TO.split(text)]
    except ValueError:
        raise ValueError(f"«{text}» is no day; write for example {_EXAMPLE}") from None
    if len(days) > 2:
        raise ValueError(f"«{text}» has more than a first and a last day")
    first, last = days[0], days[-1]
    if last < first:
        raise ValueError(f"«{text}» ends before it begins")
    if last - first > LONGEST_CLOSURE:
        raise ValueError(f"«{text}» is longer than a year")
    return Closure(first, last)


def keeps_holidays(text: str) -> bool:
    """Read «public» or «none». ValueError with a sentence if it is neither."""
    word = text.strip().lower()
    if word not in ("public", "none"):
        raise ValueError("it is public, or none where you work on public holidays")
    return word == "public"


def has_holidays(country: str) -> bool:
    """Whether the public holidays of this country are known."""
    return country in _regions()


def regions_of(country: str) -> Sequence[str]:
    """The regions of a country that have holidays of their own: VIC, NSW …; often none."""
    return _regions().get(country, [])


def parse_region(text: str, country: str) -> str:
    """VIC for «vic» and «AU-VIC». ValueError with a sentence that lists those that there are."""
    wished = text.strip().upper().removeprefix(f"{country}-")
    if not wished:
        return ""
    if not country:
        raise ValueError("PRACTICE_COUNTRY must say of which country it is a region")
    known = regions_of(country)
    found = next((each for each in known if each.upper() == wished), None)
    if found is None and known:
        raise ValueError(f"the regions of {country} are {', '.join(known)}")
    if found is None:
        raise ValueError(f"no region of {country} has holidays of its own; leave it empty")
    return found


@cache
def _regions() -> Mapping[str, Sequence[str]]:
    return holidays.list_supported_countries(include_aliases=False)


@lru_cache(maxsize=100)  # asked at each turn, and a year takes half a millisecond
def _public_holidays(country: str, region: str, year: int) -> Mapping[date, str]:
    if not has_holidays(country):
        return {}
    with warnings.catch_warnings():  # of years far off, for which some countries have no dates yet
        warnings.simplefilter("ignore")
        found = holidays.country_holidays(
            country,
            subdiv=region or None,
            years=year,
            expand=False,
            language="en_US",
            categories=holidays.PUBLIC,
        )
    return dict(found.items())

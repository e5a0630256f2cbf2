"""Time zones as people know them: by the city that names them."""

import unicodedata
from collections.abc import Sequence
from functools import cache
from zoneinfo import available_timezones

from bot.rules.zones import zones_of

_FEW = 12  # buttons that can still be looked through
_LONGEST = 60
# Names by which no city goes.
_NO_CITIES = ("Etc/", "US/", "Canada/", "Brazil/", "Chile/", "Mexico/", "posix/", "right/")


def is_named_by_city(zone: str) -> bool:
    """Whether this is a zone that has a city's name: «Australia/Perth»."""
    return zone in _zones()


def zones_to_offer(country: str) -> Sequence[str]:
    """The zones of a country by their cities, if they are several and few; else none."""
    found = sorted(filter(is_named_by_city, zones_of(country)), key=_city)
    return found if 1 < len(found) <= _FEW else []


def zone_of_city(text: str, country: str) -> str | None:
    """The zone that a city gives its name to, the country's own first; None if there is none."""
    if len(text) > _LONGEST:
        return None
    for part in (text, text.partition(",")[0]):
        found = _by_city().get(_plain(part), ())
        own = [zone for zone in zones_of(country) if zone in found]
        if found:
            return (*own, *found)[0]
    return None


@cache
def _zones() -> frozenset[str]:
    return frozenset(
        zone for zone in available_timezones() if "/" in zone and not zone.startswith(_NO_CITIES)
    )


@cache
def _by_city() -> dict[str, tuple[str, ...]]:
    """Zones by their city's name, and by their whole name."""
    found: dict[str, tuple[str, ...]] = {}
    for zone in sorted(_zones(), key=lambda zone: (zone.count("/"), zone)):
        for name in {_plain(_city(zone)), _plain(zone)}:
            found[name] = (*found.get(name, ()), zone)
    return found


def _city(zone: str) -> str:
    return zone.rpartition("/")[2]


def _plain(text: str) -> str:
    """Without case, accents and marks: «São Paulo» is Sao_Paulo."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    words = "".join(char if char.isalnum() else " " for char in plain if not _is_accent(char))
    return " ".join(words.split())


def _is_accent(char: str) -> bool:
    return unicodedata.combining(char) > 0

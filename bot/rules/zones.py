"""Which countries there are, and the time zones of each (Unicode CLDR)."""

from zoneinfo import available_timezones

from babel.core import get_global


def is_country(code: str) -> bool:
    """Whether these two capitals are a country's (ISO 3166)."""
    return code in get_global("territory_zones")


def zones_of(country: str) -> list[str]:
    """The zones of a country, by name; none where it isn't known."""
    return sorted(
        available_timezones().intersection(get_global("territory_zones").get(country, ()))
    )

"""Zones found by a city's name."""

from zoneinfo import ZoneInfo

import pytest

from bot.rules.cities import is_named_by_city, zone_of_city, zones_to_offer


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Perth", "Australia/Perth"),
        ("perth, WA", "Australia/Perth"),
        ("Australia/Perth", "Australia/Perth"),
        ("NEW YORK", "America/New_York"),
        ("são paulo", "America/Sao_Paulo"),
        ("Canberra", "Australia/Canberra"),
    ],
)
def test_a_city_that_names_a_zone(text: str, zone: str) -> None:
    assert zone_of_city(text, "AU") == zone
    assert ZoneInfo(zone)


@pytest.mark.parametrize(
    "text",
    ["", ",", "Atlantis", "UTC", "GMT+5", "Eastern", "../etc", "🌏", "x" * 10_000, "<b>Perth</b>"],
)
def test_what_names_none(text: str) -> None:
    assert zone_of_city(text, "AU") is None


def test_buttons_where_a_countrys_zones_are_several_and_few() -> None:
    assert "Australia/Perth" in zones_to_offer("AU")
    assert zones_to_offer("NZ") == ["Pacific/Auckland", "Pacific/Chatham"]
    assert [zones_to_offer(country) for country in ("GB", "US", "", "XX")] == [[], [], [], []]


def test_only_zones_are_zones() -> None:
    assert is_named_by_city("Europe/Dublin")
    assert [
        is_named_by_city(name) for name in ("Etc/UTC", "UTC", "../secret", "Mars/Base", "")
    ] == [False] * 5

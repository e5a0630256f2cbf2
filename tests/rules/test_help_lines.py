"""Numbers that help: each from somewhere, read on some day."""

import json
from datetime import date
from importlib import resources

import pytest

from bot.rules.help_lines import countries, help_lines

DATA = json.loads(resources.files("bot.rules").joinpath("help_lines.json").read_text("utf-8"))
COUNTRIES = DATA["countries"]
ENTRIES = [
    pytest.param(entry, id=f"{country}-{entry.get('name', 'emergency')}-{entry.get('how', '')}")
    for country, offer in COUNTRIES.items()
    if country
    for entry in (offer["emergency"], *offer["lines"], *offer["violence"])
]


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_number_has_a_source_and_the_day_on_which_it_was_read(entry: dict[str, str]) -> None:
    assert entry["source"].startswith("https://")
    assert date(2026, 1, 1) <= date.fromisoformat(entry["verified"])
    assert len(entry["verified"]) == 10
    is_number = entry["number"].replace(" ", "").replace("-", "").isdecimal()
    assert is_number == (entry.get("how") != "visit")


@pytest.mark.parametrize("country", [country for country in COUNTRIES if country])
def test_every_country_has_an_emergency_number_and_a_line_to_call(country: str) -> None:
    assert len(country) == 2 and country.isupper()
    offer = help_lines(country)
    assert offer.emergency.isdecimal()
    assert any(line.how == "call" for line in offer.lines)
    assert all(line.how in ("call", "text") and line.name for line in offer.lines)


@pytest.mark.parametrize("country", [country for country in COUNTRIES if country])
def test_every_country_has_a_line_for_those_who_are_hurt_by_others(country: str) -> None:
    offer = help_lines(country)
    assert offer.violence
    assert all(line.how in ("call", "text", "visit") and line.name for line in offer.violence)
    days = dict(offer.verified())
    assert {line.name for line in (*offer.lines, *offer.violence)} | {offer.emergency} == set(days)


def test_the_countries_of_the_file_can_be_chosen_among() -> None:
    assert countries() == tuple(country for country in COUNTRIES if country)
    assert {"AU", "NZ", "GB", "IE", "US", "CA", "DE", "FR", "ES", "NL", "IN"} == set(countries())


def test_what_an_australian_is_shown() -> None:
    offer = help_lines("AU")
    assert offer.emergency == "000"
    assert [(line.name, line.number, line.how) for line in offer.lines] == [
        ("Lifeline", "13 11 14", "call"),
        ("Lifeline", "0477 13 11 14", "text"),
        ("Suicide Call Back Service", "1300 659 467", "call"),
    ]
    assert [(line.number, line.how) for line in offer.violence] == [
        ("1800 737 732", "call"),
        ("0458 737 732", "text"),
    ]


@pytest.mark.parametrize("country", ["", "ZZ", "au"])
def test_without_a_known_country_the_words_hold_everywhere(country: str) -> None:
    offer = help_lines(country)
    assert offer.emergency == "your local emergency number"
    assert offer.lines == offer.violence == ()

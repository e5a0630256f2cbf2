"""Numbers that help: each from somewhere, read on some day."""

import json
import re
from datetime import date
from importlib import resources
from typing import Any

import pytest

from bot.rules.help_lines import HelpLine, countries, first, help_lines, shown

DATA = json.loads(resources.files("bot.rules").joinpath("help_lines.json").read_text("utf-8"))
COUNTRIES = DATA["countries"]
ENTRIES = [
    pytest.param(entry, id=f"{country}-{entry.get('name', 'emergency')}-{entry.get('how', '')}")
    for country, offer in COUNTRIES.items()
    if country
    for entry in (
        offer["emergency"],
        *([offer["police"]] if "police" in offer else []),
        *offer["lines"],
        *offer["violence"],
    )
]


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_number_has_a_source_and_the_day_on_which_it_was_read(entry: dict[str, str]) -> None:
    assert entry["source"].startswith("https://")
    assert date(2026, 1, 1) <= date.fromisoformat(entry["verified"])
    assert len(entry["verified"]) == 10
    is_number = re.sub(r"[ ()-]", "", entry["number"]).isdecimal()
    assert is_number == (entry.get("how") != "visit")


@pytest.mark.parametrize("entry", ENTRIES)
def test_what_is_said_of_it_is_marked_where_no_source_says_so(entry: dict[str, Any]) -> None:
    assert set(entry["unverified"]) <= {"number", "hours", "text"}
    if entry.get("how") == "call":
        assert entry["hours"] in ("day and night", "not always")
    else:
        assert "hours" not in entry


@pytest.mark.parametrize("country", [country for country in COUNTRIES if country])
def test_every_country_has_an_emergency_number_and_most_a_line_to_call(country: str) -> None:
    assert len(country) == 2 and country.isupper()
    offer = help_lines(country)
    assert offer.emergency.isdecimal() and offer.emergency_of_hurt.isdecimal()
    assert any(line.how == "call" for line in offer.lines) or country in {"IT", "DK"}
    assert all(line.how in ("call", "text") and line.name for line in offer.lines)


@pytest.mark.parametrize("country", [country for country in COUNTRIES if country])
def test_most_countries_have_a_line_for_those_who_are_hurt_by_others(country: str) -> None:
    offer = help_lines(country)
    assert offer.violence or country in {"SG", "CH", "PT", "NO", "DK"}
    assert all(line.how in ("call", "text", "visit") and line.name for line in offer.violence)
    days = dict(offer.verified())
    names = {line.name for line in (*offer.lines, *offer.violence)}
    assert names | {offer.emergency, offer.emergency_of_hurt} == set(days)


def test_the_countries_of_the_file_can_be_chosen_among() -> None:
    assert countries() == tuple(country for country in COUNTRIES if country)
    of_english = {"AU", "NZ", "GB", "IE", "US", "CA", "ZA", "IN", "SG"}
    others = {
        "DE",
        "AT",
        "CH",
        "ES",
        "MX",
        "AR",
        "FR",
        "NL",
        "BE",
        "IT",
        "PT",
        "PL",
        "SE",
        "NO",
        "DK",
    }
    assert of_english | others == set(countries())


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


def line(name: str, how: str = "call", hours: str = "day and night", *marks: str) -> HelpLine:
    return HelpLine(name, "1", how, "https://…", "2026-11-30", hours, marks)


SURE, DAYS, UNSURE_HOURS = (
    line("sure"),
    line("days", "call", "not always"),
    line("hours", "call", "day and night", "hours"),
)
NUMBER = line("number", "call", "day and night", "number")
TEXT, UNSURE_TEXT = line("text", "text", ""), line("no text", "text", "", "text")


def test_a_line_that_surely_is_always_there_goes_before_the_others() -> None:
    assert first([UNSURE_HOURS, DAYS, SURE], "call") is SURE
    assert first([UNSURE_HOURS, DAYS], "call") is UNSURE_HOURS
    assert not UNSURE_HOURS.is_always_there and not DAYS.is_always_there


def test_what_no_source_says_is_shown_nowhere() -> None:
    assert first([NUMBER], "call") is None
    assert first([UNSURE_TEXT], "text") is None
    assert shown([NUMBER, UNSURE_TEXT, SURE, UNSURE_HOURS, TEXT]) == [SURE, UNSURE_HOURS, TEXT]

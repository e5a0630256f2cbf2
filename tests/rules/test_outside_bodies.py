"""Who hears a complaint outside: each read somewhere on some day, and shown where it is theirs."""

import re
from datetime import date

import pytest

from bot.rules import help_lines
from bot.rules.outside_bodies import OutsideBody, countries, outside_bodies

STATES = ("NSW", "VIC", "QLD", "SA", "WA", "TAS", "ACT", "NT")
REGIONS = {"AU": STATES, "US": ("CA", "AZ", "WV"), "CA": ("ON", "AB", "QC"),
           "DE": ("BY", "NW", "RP"), "ES": ("CT", "CM")}  # fmt: skip
ALL = [
    pytest.param(body, id=f"{country}-{region}-{body.name}")
    for country in countries()
    for region in ("", *REGIONS.get(country, ()))
    for body in outside_bodies(country, region)
]
NUMBER = re.compile(r"[0-9][0-9 -]*[0-9]")
ADDRESS = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/[a-z0-9./-]*[a-z0-9])?")


@pytest.mark.parametrize("body", ALL)
def test_each_has_a_source_a_day_and_something_to_tap(body: OutsideBody) -> None:
    assert body.source.startswith("https://")
    assert date(2026, 1, 1) <= date.fromisoformat(body.verified) and len(body.verified) == 10
    assert body.checked in ("own page", "third party")
    assert NUMBER.fullmatch(body.contact) or ADDRESS.fullmatch(body.contact)
    if body.checked == "own page" and ADDRESS.fullmatch(body.contact):
        host = body.contact.partition("/")[0]
        assert f"//{host}" in body.source or f".{host}" in body.source


@pytest.mark.parametrize("body", ALL)
def test_a_line_is_short_enough_for_somebody_who_is_upset(body: OutsideBody) -> None:
    assert body.name == body.name.strip() and 1 <= len(body.name) <= 70
    assert 1 <= len(body.hears) <= 110
    assert body.hears[0].islower() and body.hears[-1] not in ".!"


def test_every_country_with_bodies_has_help_lines_and_a_body_for_each_region() -> None:
    """The other way round it need not be: `check` warns where no body is known."""
    assert set(countries()) <= set(help_lines.countries())
    for country in countries():
        for region in ("", "XX", *REGIONS.get(country, ())):
            assert outside_bodies(country, region), (country, region)


@pytest.mark.parametrize(
    ("region", "first", "has_ahpra"),
    [
        ("NSW", "1800 043 159", False), ("VIC", "1300 582 113", True),
        ("QLD", "133 646", False), ("SA", "1800 232 007", True),
        ("WA", "1800 813 583", True), ("TAS", "1800 001 170", True),
        ("ACT", "02 6205 2222", True), ("NT", "1800 004 474", True),
        ("", "1800 043 159", True), ("XX", "1300 419 495", True),
    ],
)  # fmt: skip
def test_in_australia_the_state_s_office_goes_first_and_ahpra_where_it_hears(
    region: str, first: str, has_ahpra: bool
) -> None:
    numbers = [body.contact for body in outside_bodies("AU", region)]
    assert numbers[0] == first
    assert numbers.count("1300 419 495") == int(has_ahpra)


def test_without_a_region_all_of_australia_has_somebody() -> None:
    assert [body.contact for body in outside_bodies("AU")] == [
        "1800 043 159",
        "133 646",
        "1300 419 495",
    ]


@pytest.mark.parametrize(
    ("country", "region", "first"),
    [
        ("NZ", "", "Health and Disability Commissioner"),
        ("GB", "ENG", "HCPC"),
        ("IE", "", "Psychological Society of Ireland"),
        ("US", "CA", "California Board of Psychology"),
        ("US", "NY", "Psychology boards of all states"),
        ("CA", "QC", "Ordre des psychologues du Québec"),
        ("DE", "BY", "Psychotherapeutenkammer Bayern"),
        ("DE", "BE", "Psychotherapeutenkammer of your Land"),
        ("ES", "CT", "Col·legi Oficial de Psicologia de Catalunya"),
        ("NL", "", "Landelijk Meldpunt Zorg"),
    ],
)
def test_who_stands_first(country: str, region: str, first: str) -> None:
    assert outside_bodies(country, region)[0].name == first


@pytest.mark.parametrize("country", ["", "ZZ", "au"])
def test_for_a_country_that_is_not_known_none_is_made_up(country: str) -> None:
    assert outside_bodies(country, "VIC") == ()

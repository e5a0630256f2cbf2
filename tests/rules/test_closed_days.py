"""Closed days: public holidays by country and region, and the practice's own."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.closed_days import (
    ClosedDays,
    Closure,
    has_holidays,
    keeps_holidays,
    parse_closures,
    parse_region,
    regions_of,
)
from tests.practice import settings_for

CHRISTMAS_EVE, BOXING_DAY = date(2026, 12, 24), date(2026, 12, 26)


@pytest.mark.parametrize(
    ("country", "region", "day", "is_closed"),
    [
        ("AU", "VIC", "2026-12-25", True),
        ("AU", "VIC", "2026-12-26", True),  # a Saturday,
        ("AU", "VIC", "2026-12-28", True),  # kept on Monday
        ("AU", "VIC", "2026-12-29", False),
        ("AU", "VIC", "2026-11-03", True),  # Melbourne Cup Day
        ("AU", "NSW", "2026-11-03", False),
        ("AU", "", "2026-11-03", False),
        ("GB", "ENG", "2026-04-06", True),  # Easter Monday
        ("GB", "SCT", "2026-04-06", False),
        ("GB", "SCT", "2026-01-02", True),
        ("US", "", "2027-12-31", True),  # New Year's Day 2028 is a Saturday
        ("NZ", "", "2026-07-10", True),  # Matariki
        ("", "", "2026-12-25", False),
        ("ZZ", "", "2026-12-25", False),
    ],
)
def test_public_holidays(country: str, region: str, day: str, is_closed: bool) -> None:
    assert (date.fromisoformat(day) in ClosedDays(country, region)) is is_closed


@pytest.mark.parametrize(
    ("text", "closures"),
    [
        ("", ()),
        (" ; ", ()),
        ("2026-12-24", (Closure(CHRISTMAS_EVE, CHRISTMAS_EVE),)),
        ("2026-12-24 - 2026-12-26", (Closure(CHRISTMAS_EVE, BOXING_DAY),)),
        ("2026-12-24–2026-12-26;", (Closure(CHRISTMAS_EVE, BOXING_DAY),)),
        (
            "2026-12-24 to 2026-12-24, 2026-12-26",
            (Closure(CHRISTMAS_EVE, CHRISTMAS_EVE), Closure(BOXING_DAY, BOXING_DAY)),
        ),
    ],
)
def test_a_practice_s_own_closed_days(text: str, closures: tuple[Closure, ...]) -> None:
    assert parse_closures(text) == closures


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("24 Dec 2026", "«24 Dec 2026» is no day; write for example 2026-12-24; "),
        ("2026-12-24; 2027-13-01", "«2027-13-01» is no day"),
        ("2026-12-24 2026-12-26", "is no day"),
        ("2026-12-24 - ", "is no day"),
        ("2026-12-26 - 2026-12-24", "ends before it begins"),
        ("2026-12-24 - 2027-12-26", "is longer than a year"),
        ("2026-12-24 - 2026-12-25 - 2026-12-26", "more than a first and a last day"),
    ],
)
def test_what_can_t_be_read_is_said(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        parse_closures(text)


@pytest.mark.parametrize(
    ("text", "country", "region"),
    [
        ("vic", "AU", "VIC"),
        (" AU-vic ", "AU", "VIC"),
        ("nsw western", "AU", "NSW Western"),
        ("ca", "US", "CA"),
        (" ", "AU", ""),
        ("", "", ""),
    ],
)
def test_a_region(text: str, country: str, region: str) -> None:
    assert parse_region(text, country) == region


@pytest.mark.parametrize(
    ("text", "country", "sentence"),
    [
        ("VIC", "GB", "the regions of GB are ENG, NIR, SCT, WLS"),
        ("VIC", "SG", "no region of SG has holidays of its own; leave it empty"),
        ("VIC", "ZZ", "no region of ZZ has holidays of its own; leave it empty"),
        ("VIC", "", "PRACTICE_COUNTRY must say of which country it is a region"),
    ],
)
def test_a_region_that_there_isn_t(text: str, country: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{sentence}$"):
        parse_region(text, country)


def test_a_practice_that_works_on_holidays() -> None:
    assert keeps_holidays(" Public ") and not keeps_holidays("none")
    with pytest.raises(ValueError, match="it is public, or none where you work on public holidays"):
        keeps_holidays("some")


@given(
    st.dates(date(2000, 1, 1), date(2060, 12, 31)),
    st.sampled_from(["AU VIC", "AU WA", "GB NIR", "US CA", "NZ", "IN KA", "CH ZH", "DE BY", "JP"]),
)
def test_the_next_holiday_is_the_first_closed_day(day: date, place: str) -> None:
    country, _, region = place.partition(" ")
    closed = ClosedDays(country, region)
    found = closed.next_holiday(day)
    assert found is not None and found[1]
    days = (day + timedelta(days=offset) for offset in range(366))
    assert found[0] == next(each for each in days if each in closed)


def test_every_country_and_region_of_the_list_can_be_asked_for() -> None:
    for country in ("AU", "BR", "CA", "CH", "DE", "ES", "FR", "GB", "IT", "NZ", "SG", "US"):
        for region in ("", *regions_of(country)):
            assert ClosedDays(country, region).next_holiday(CHRISTMAS_EVE), (country, region)


def test_of_no_country_no_holiday_is_next() -> None:
    assert ClosedDays().next_holiday(CHRISTMAS_EVE) is None
    assert not has_holidays("") and not has_holidays("ZZ") and has_holidays("AU")


# --- in the settings


def test_holidays_are_those_of_the_country_and_the_region() -> None:
    settings = {"practice_region": " au-vic ", "practice_closed": "2026-12-24"}
    practice = settings_for("sqlite:///none", **settings).practice()
    assert (practice.country, practice.region) == ("AU", "VIC")
    cup_day = date(2026, 11, 3)
    assert practice.hours.spans_of(cup_day) == practice.hours.spans_of(CHRISTMAS_EVE) == []
    settings["practice_holidays"] = " None "
    practice = settings_for("sqlite:///none", **settings).practice()
    assert practice.hours.spans_of(cup_day) and not practice.hours.spans_of(CHRISTMAS_EVE)


def test_hours_on_duty_count_on_holidays_too() -> None:
    (duty,) = settings_for("sqlite:///none", on_duty="Maria: Mon-Sun 9-17").practice().on_duty
    assert duty.hours.spans_of(date(2026, 12, 25))

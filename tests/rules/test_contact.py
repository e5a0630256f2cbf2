"""Zones, languages, telephone numbers and words for safe contact: what passes, tidied, and what not."""

import pytest

from bot.rules import contact
from bot.rules.zones import is_country, zones_of


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0400 000 000", "0400 000 000"),
        (" +61  (3) 9000-0000 ", "+61 (3) 9000-0000"),
        ("01.42.00.00.00", "01.42.00.00.00"),
        ("030/123456 ext 12", "030/123456 ext 12"),
        ("112", "112"),
    ],
)
def test_numbers_that_somebody_could_dial(typed: str, kept: str) -> None:
    assert contact.phone(typed) == kept


@pytest.mark.parametrize(
    "typed", ["", " ", "12", "call me", "0400 000 000 (mum)", "++61", "1" * 22, "=1+1", "123" + "-" * 9_999, "04\x000", "٠٤٠٠"]
)  # fmt: skip
def test_what_is_no_number(typed: str) -> None:
    with pytest.raises(ValueError, match="not a telephone number"):
        contact.phone(typed)


def test_zones() -> None:
    assert contact.time_zone(" Australia/Perth ") == "Australia/Perth"


@pytest.mark.parametrize("typed", ["", "Perth", "../etc/passwd", "Australia", "\udcff", "A\x00B"])
def test_what_is_no_zone(typed: str) -> None:
    with pytest.raises(ValueError, match="is not a time zone"):
        contact.time_zone(typed)


def test_languages() -> None:
    assert contact.language(" EN ", ("en", "de")) == "en"
    with pytest.raises(ValueError, match="no language of the bot's: en, de"):
        contact.language("fr", ("en", "de"))


def test_words_for_safe_contact() -> None:
    assert contact.safe_contact(" after 5,\n no message ") == "after 5, no message"
    for wrong in ("", "x" * 201, "bell\x07"):
        with pytest.raises(ValueError, match="1 to 200"):
            contact.safe_contact(wrong)


def test_countries_and_their_zones() -> None:
    assert zones_of("GB") == ["Europe/London"]
    assert {"Australia/Melbourne", "Australia/Perth"} <= set(zones_of("AU"))
    assert zones_of("XX") == []
    assert is_country("NZ")
    assert not is_country("XX")

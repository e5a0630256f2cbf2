"""What stands on the sheet that a client takes home, and what can't get into it."""

from dataclasses import replace

import pytest

from bot.hand_out import page_for
from bot.rules.help_lines import countries, help_lines
from bot.rules.practice import Practice
from tests.practice import settings_for
from tests.script.grades import HIGHEST, grade
from tests.script.marks import IN_NO_CHAT, sentences

PRACTICE = settings_for("sqlite://").practice()


def test_it_says_what_a_client_must_know_before_starting() -> None:
    page = page_for(PRACTICE, "Anna Brown")
    for said in (
        "For Anna B.",
        "not a person",
        "Nobody watches the chat day and night",
        help_lines(PRACTICE.country).emergency,
        "Write STOP in the chat",
        "within 14 days",
        PRACTICE.phone,
    ):
        assert said in page, said
    assert "Brown" not in page


@pytest.mark.parametrize("country", ["", *countries()])
def test_every_country_has_its_number(country: str) -> None:
    offer = help_lines(country)
    page = page_for(replace(PRACTICE, country=country), "Anna Brown")
    assert f'<span class="number">{offer.emergency}</span>' in page
    assert not any(line.name in page for line in offer.lines)


def test_names_are_no_markup_and_no_place_for_the_link() -> None:
    practice: Practice = replace(PRACTICE, name="A & <b>{link}</b>", phone='"{qr}"')
    page = page_for(practice, "<i>{link}</i>")
    assert page.count("{link}") == 2
    assert page.count("{qr}") == 1
    assert "<b>" not in page and "<i>" not in page and "A &amp; &lt;b&gt;" in page


def test_without_a_telephone_number_the_practice_is_named() -> None:
    assert "Ask at Riverside" in page_for(replace(PRACTICE, name="Riverside", phone=""), "Anna")


def test_nothing_is_fetched_from_elsewhere() -> None:
    page = page_for(PRACTICE, "Anna Brown")
    assert "http" not in page and "src=" not in page and "url(" not in page


def test_it_asks_for_no_more_than_seven_years_at_school() -> None:
    found = [each for each in sentences() if each.place.partition(":")[0] in IN_NO_CHAT]
    assert {each.place.partition(":")[0] for each in found} == set(IN_NO_CHAT)
    texts = [each.text for each in found if len(each.text.split()) > 5]
    assert [text for text in texts if grade(text) > HIGHEST] == []
    assert not any("!" in text for text in texts)

"""`setup` asks: what no option said, again where the answer won't do, with what stands as a proposal."""

from pathlib import Path

import pytest
from click.testing import Result

from tests.commands.conftest import Operator
from tests.commands.newcomer import Newcomer, roles, sits_at, written
from tests.practice import TOKEN


@pytest.fixture
def bare(operator: Operator, telegram_url: str) -> Newcomer:
    return Newcomer(Path.cwd(), telegram_url)


TYPED = (
    TOKEN, "Riverside", "AU", "wa", "Australia/Perth", "", "08 9000 0000", "counsellor", "501",
    "Maria Santos", "", "Dr Okafor", "Dr Diaz", "", "n",
)  # fmt: skip


def at_a_terminal(bare: Newcomer, *lines: str) -> Result:
    return sits_at(bare, *lines, options=("--api-url", bare.api_url))


def test_it_asks_what_no_option_said(bare: Newcomer) -> None:
    result = at_a_terminal(bare, *TYPED)
    assert result.exit_code == 0, result.output
    assert TOKEN not in result.output
    assert "Australia/Melbourne" in result.output, "a list where there are several"
    now = written()
    assert {
        "PRACTICE_REGION": "WA",
        "PRACTICE_TIME_ZONE": "Australia/Perth",
        "PRACTICE_HOURS": "Mon-Fri 9:00-17:00",
        "CLINICIAN_TITLE": "counsellor",
        "OPERATOR_CHAT": "501",
    }.items() <= now.items()
    assert roles(bare) == {
        "Maria Santos": {"manager"}, "Dr Okafor": {"psychologist"}, "Dr Diaz": {"psychologist"},
    }  # fmt: skip
    assert "In BotFather /setname" in result.output


def test_a_wrong_answer_is_asked_again(bare: Newcomer) -> None:
    lines = list(TYPED)
    lines[4:5] = ["99", "nowhere", "9"]
    lines[3:4] = ["Perth", "AU-WA"]
    lines[2:3] = ["Australia", "AU"]
    lines[0:1] = ["nonsense", "1000000:wrong", TOKEN]
    result = at_a_terminal(bare, *lines)
    assert result.exit_code == 0, result.output
    for sentence in (
        "It looks like 123456:letters",
        "Telegram doesn't know TELEGRAM_BOT_TOKEN.",
        "It is a country's two letters",
        "The regions of AU are ACT, NSW, NT, QLD, SA, TAS, VIC, WA, NSW Western.",
        "«99» is not a time zone.",
        "«nowhere» is not a time zone.",
    ):
        assert sentence in result.output
    assert written()["PRACTICE_TIME_ZONE"].startswith("Australia/")


def test_enter_keeps_what_stands_and_a_dash_empties(bare: Newcomer) -> None:
    at_a_terminal(bare, *TYPED)
    result = sits_at(bare, "", "", "", "", "", "", "-", "", "", "", "", "", "n")
    assert result.exit_code == 0, result.output
    assert "now has: PRACTICE_PHONE." in result.output
    assert "here so far: Dr Okafor, Dr Diaz; Enter adds nobody" in result.output
    assert "Staff: 0 changes." in result.output


def test_whoever_goes_away_in_the_middle_has_changed_nothing(bare: Newcomer) -> None:
    for answered in range(len(TYPED) - 1):
        assert at_a_terminal(bare, *TYPED[:answered]).exit_code == 1
        assert list(Path.cwd().iterdir()) == []


def test_a_solo_practice_is_asked_whom_clients_can_turn_to(bare: Newcomer) -> None:
    lines = [*TYPED[:9], "Dr Solo", "Dr Solo", "dr solo", "", "Dr Far, 08 9000 0001", "n"]
    result = at_a_terminal(bare, *lines)
    assert "Whom outside can a client turn to" in result.output
    assert written()["OUTSIDE_CONTACT"] == "Dr Far, 08 9000 0001"


def test_a_region_is_asked_for_where_there_are_any_and_goes_with_its_country(
    bare: Newcomer,
) -> None:
    at_a_terminal(bare, *TYPED)
    moved = ["", "", "NZ", "AUK", "Pacific/Auckland"]
    result = sits_at(bare, *moved, *[""] * 8, "n")
    assert result.exit_code == 0, result.output
    assert "Its region, whose public holidays count too: AUK, BOP, CAN" in result.output
    assert written()["PRACTICE_REGION"] == "AUK"
    result = sits_at(bare, "", "", "SG", "", *[""] * 8, "n")
    assert result.exit_code == 0, result.output
    assert "Its region" not in result.output
    assert "PRACTICE_COUNTRY, PRACTICE_REGION" in result.output
    assert written()["PRACTICE_REGION"] == ""

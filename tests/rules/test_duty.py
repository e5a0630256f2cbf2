"""ON_DUTY: whom it names, and in which hours."""

import pytest

from bot.rules.duty import parse_duties
from tests.clock import MELBOURNE, melbourne


def test_each_name_has_its_own_hours() -> None:
    lindqvist, maria = parse_duties(
        "Dr Lindqvist: Mon-Fri 17:00-22:00, Sat-Sun 9:00-21:00; Maria Santos: Mon 22-6;", MELBOURNE
    )
    assert (lindqvist.name, maria.name) == ("Dr Lindqvist", "Maria Santos")
    for at, on in (
        ("2026-11-30 18:00", True),
        ("2026-12-05 12:00", True),
        ("2026-11-30 10:00", False),
    ):
        assert lindqvist.hours.is_open(melbourne(at)) is on
    assert maria.hours.is_open(melbourne("2026-12-01 05:00"))


def test_nobody_is_named() -> None:
    assert parse_duties("", MELBOURNE) == parse_duties(" ; ", MELBOURNE) == ()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Maria Santos", "«Maria Santos» has no name and hours"),
        (": Mon-Fri 9-17", "has no name and hours"),
        ("9:00-17:00", "has no name and hours"),
        ("Maria Santos:", "«Maria Santos» has no hours"),
        ("Maria Santos: always", "«always» is not opening hours"),
        ("Mon-Fri 9:00-17:00", "is not opening hours"),
    ],
)
def test_what_can_t_be_read_is_said(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        parse_duties(text, MELBOURNE)

"""ON_DUTY: whom it names, and in which hours; who is told of danger while somebody is away."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.duty import (
    Watcher,
    WhoIsTold,
    parse_answer_time,
    parse_duties,
    who_is_told,
)
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


@pytest.mark.parametrize(("text", "minutes"), [("10m", 10), ("2m", 2), ("1h", 60), ("90s 1m", 2.5)])
def test_an_answer_is_waited_for_as_long_as_it_says(text: str, minutes: float) -> None:
    assert parse_answer_time(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["1m", "0s", "61m", "1d", "off", "10"])
def test_neither_too_short_to_be_read_nor_too_long_to_be_of_use(text: str) -> None:
    with pytest.raises(ValueError, match=r"2m to 60m|not a duration"):
        parse_answer_time(text)


MARIA, LINDQVIST, OKAFOR = 1, 2, 3


def watcher(person_id: int, *, on: bool = True, away: bool = False) -> Watcher:
    return Watcher(person_id, is_on=on, is_away=away)


@pytest.mark.parametrize(
    ("named", "by_role", "expected"),
    [
        # nobody is away
        ([], [watcher(MARIA), watcher(LINDQVIST)], WhoIsTold((MARIA, LINDQVIST))),
        ([watcher(OKAFOR, on=False)], [watcher(MARIA)], WhoIsTold((OKAFOR,))),
        ([], [], WhoIsTold(())),
        # somebody is, and somebody else is on duty
        ([], [watcher(MARIA, away=True), watcher(LINDQVIST)], WhoIsTold((LINDQVIST,))),
        ([watcher(OKAFOR), watcher(MARIA, away=True)], [watcher(LINDQVIST)], WhoIsTold((OKAFOR,))),
        # nobody named is there, somebody is by role
        ([watcher(OKAFOR, away=True)], [watcher(MARIA)], WhoIsTold((MARIA,))),
        (
            [watcher(OKAFOR, away=True), watcher(LINDQVIST, on=False)],
            [watcher(MARIA)],
            WhoIsTold((LINDQVIST, MARIA)),
        ),
        # nobody is there at this hour: who is away is rung in their own hours
        (
            [watcher(OKAFOR, away=True)],
            [watcher(MARIA, on=False)],
            WhoIsTold((MARIA, OKAFOR), rung_away=(OKAFOR,)),
        ),
        (
            [watcher(OKAFOR, on=False, away=True)],
            [watcher(MARIA, on=False)],
            WhoIsTold((MARIA,)),
        ),
        # all are away: all are rung, whatever the hour
        (
            [watcher(OKAFOR, on=False, away=True)],
            [watcher(MARIA, away=True)],
            WhoIsTold((OKAFOR,), rung_away=(OKAFOR,)),
        ),
        (
            [],
            [watcher(MARIA, on=False, away=True), watcher(LINDQVIST, away=True)],
            WhoIsTold((MARIA, LINDQVIST), rung_away=(MARIA, LINDQVIST)),
        ),
    ],
)
def test_who_is_told_while_somebody_is_away(
    named: list[Watcher], by_role: list[Watcher], expected: WhoIsTold
) -> None:
    assert who_is_told(named, by_role) == expected


watchers = st.lists(
    st.builds(Watcher, st.integers(1, 5), st.booleans(), st.booleans()),
    unique_by=lambda each: each.id,
)


@given(watchers, watchers)
def test_somebody_is_told_wherever_there_is_anybody_and_nobody_away_in_vain(
    named: list[Watcher], by_role: list[Watcher]
) -> None:
    away = {each.id for each in [*named, *by_role] if each.is_away}
    named = [Watcher(each.id, each.is_on, each.id in away) for each in named]
    by_role = [Watcher(each.id, each.is_on, each.id in away) for each in by_role]
    found = who_is_told(named, by_role)
    known = {each.id: each for each in (*by_role, *named)}
    assert bool(found.told) == bool(known)
    assert len(set(found.told)) == len(found.told)
    assert set(found.rung_away) == {each for each in found.told if known[each].is_away}
    if any(known[each].is_on and not known[each].is_away for each in found.told):
        assert found.rung_away == ()

"""Check-ins in numbers: never of fewer than ten, never one psychologist's, never one that changes."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.check_in_figures import (
    FEWEST_CLIENTS,
    HIGHEST_SAID,
    LOWEST_SAID,
    CountedCheckIn,
    Figures,
    ItemMean,
    Withheld,
    figures,
    quarter_ends,
    quarter_start,
)
from tests.clock import MELBOURNE, melbourne

HANDBOOK = Path(__file__).parents[2] / "docs" / "handbook.md"
OKAFOR, ADLER, WEISS = 101, 102, 103
ITEMS = ("heard", "matters")
VALUES = st.integers(0, 10)


def check_in(
    client: int, value: int | None = 8, psychologist: int | None = None, version: str = "a"
) -> CountedCheckIn:
    whose = psychologist or (OKAFOR, ADLER)[client % 2]
    return CountedCheckIn(client, whose, version, dict.fromkeys(ITEMS, value))


def declined(client: int) -> CountedCheckIn:
    return replace(check_in(client), answers={})


def means(*check_ins: CountedCheckIn) -> dict[str, float]:
    found = figures(check_ins)
    assert isinstance(found, Figures)
    return {each.name: each.mean for each in found.means}


def ten(value: int | None = 8) -> list[CountedCheckIn]:
    return [check_in(client, value) for client in range(10)]


# --- what is said


def test_how_often_it_was_asked_and_answered_and_the_mean_of_each_item() -> None:
    found = figures([*ten(), *map(declined, range(15)), *ten(7)])
    assert found == Figures(
        asked=30,
        answered_in_ten=6,
        means=(ItemMean("a", "heard", 7.5), ItemMean("a", "matters", 7.5)),
    )


def test_skipped_from_first_to_last_is_not_answered() -> None:
    found = figures([*ten(), *[check_in(client, None) for client in range(10)]])
    assert isinstance(found, Figures) and (found.asked, found.answered_in_ten) == (20, 5)


def test_each_client_weighs_the_same_however_often_they_answered() -> None:
    often = [check_in(0, 0) for _time in range(90)]
    assert means(*ten(10), *often)["heard"] == 9.0  # nine of ten, and one of nearly none


@pytest.mark.parametrize(("value", "said"), [(10, HIGHEST_SAID), (0, LOWEST_SAID), (7, 7.0)])
def test_what_all_answered_alike_is_not_told_at_the_ends(value: int, said: float) -> None:
    assert set(means(*ten(value)).values()) == {said}


def test_an_item_that_too_few_answered_is_left_out() -> None:
    skipped = replace(check_in(0), answers={"heard": 8, "matters": None})
    assert set(means(skipped, *ten()[1:])) == {"heard"}


def test_each_wording_is_counted_by_itself() -> None:
    newer = [check_in(client, 4, version="b") for client in range(10)]
    found = figures([*ten(), *newer, check_in(11, 1, version="c")])
    assert isinstance(found, Figures)
    assert {(each.version, each.mean) for each in found.means} == {("a", 8.0), ("b", 4.0)}


# --- what is withheld


def test_of_nine_nothing_is_said() -> None:
    assert figures(ten()[:9]) is Withheld.TOO_FEW
    assert figures([*ten()[:9], *map(declined, range(50)), *ten()[:9]]) is Withheld.TOO_FEW
    assert figures([]) is Withheld.TOO_FEW


def test_of_ten_who_share_no_wording_nothing_is_said() -> None:
    mixed = [check_in(client, version="ab"[client // 5]) for client in range(10)]
    assert figures(mixed) is Withheld.TOO_FEW


def test_where_one_psychologist_practises_nothing_is_said() -> None:
    alone = [check_in(client, psychologist=OKAFOR) for client in range(40)]
    assert figures(alone) is Withheld.ONE_PSYCHOLOGIST


@pytest.mark.parametrize(("others", "is_said"), [(3, False), (4, False), (5, True), (6, True)])
def test_a_third_see_somebody_else(others: int, is_said: bool) -> None:
    most = [check_in(client, psychologist=OKAFOR) for client in range(10)]
    rest = [check_in(100 + client, psychologist=ADLER) for client in range(others)]
    assert isinstance(figures([*most, *rest]), Figures) is is_said


def test_who_saw_two_in_the_period_is_nobody_s_other() -> None:
    most = [check_in(client, psychologist=OKAFOR) for client in range(10)]
    moved = [check_in(client, psychologist=ADLER) for client in range(5)]
    assert figures([*most, *moved]) is Withheld.ONE_PSYCHOLOGIST


# --- whatever was answered


@st.composite
def of_a_period(draw: st.DrawFn) -> list[CountedCheckIn]:
    """Check-ins of up to twenty clients of one to three psychologists; some skip, some don't answer,
    some have another wording, one saw two psychologists."""
    count, psychologists = draw(st.integers(8, 20)), draw(st.integers(1, 3))
    clients = st.integers(0, count - 1)
    unanswered, other_words = draw(st.sets(clients, max_size=3)), draw(st.sets(clients, max_size=3))
    skip, often = draw(st.sets(clients, max_size=4)), draw(st.sets(clients, max_size=4))
    values = draw(st.lists(st.tuples(VALUES, VALUES), min_size=count, max_size=count))
    found = []
    for client, (heard, matters) in enumerate(values):
        given: dict[str, int | None] = {
            "heard": heard,
            "matters": None if client in skip else matters,
        }
        version = "b" if client in other_words else "a"
        whose = (OKAFOR, ADLER, WEISS)[client % psychologists]
        answers = {} if client in unanswered else given
        row = CountedCheckIn(client, whose, version, answers)
        found += [row, row] if client in often else [row]
    moved = draw(st.none() | clients)
    return found if moved is None else [*found, check_in(moved, psychologist=WEISS)]


@given(of_a_period())
def test_each_number_is_of_ten_clients_and_a_third_of_them_with_others(
    check_ins: list[CountedCheckIn],
) -> None:
    found = figures(check_ins)
    if isinstance(found, Withheld):
        return
    assert found.asked >= 10 and found.asked % 10 == 0 and found.means
    for mean in found.means:
        theirs = [
            each
            for each in check_ins
            if each.version == mean.version and each.answers.get(mean.name) is not None
        ]
        clients = {each.client_id for each in theirs}
        assert len(clients) >= FEWEST_CLIENTS
        assert (mean.mean * 2).is_integer() and LOWEST_SAID <= mean.mean <= HIGHEST_SAID
        for psychologist in (OKAFOR, ADLER, WEISS):
            own = {each.client_id for each in theirs if each.psychologist_id == psychologist}
            assert len(clients - own) * 3 >= len(clients)


@given(of_a_period(), st.integers(0, 19))
def test_below_ten_one_client_more_or_less_changes_nothing(
    check_ins: list[CountedCheckIn], client: int
) -> None:
    without = [each for each in check_ins if each.client_id != client]
    if len({each.client_id for each in check_ins if each.is_answered}) < FEWEST_CLIENTS:
        assert figures(check_ins) is figures(without) is Withheld.TOO_FEW


@given(of_a_period(), st.permutations([OKAFOR, ADLER, WEISS]), st.randoms())
def test_whose_clients_they_are_shows_in_no_number(
    check_ins: list[CountedCheckIn], shuffled: list[int], randomly: object
) -> None:
    renamed = dict(zip([OKAFOR, ADLER, WEISS], shuffled, strict=True))
    others = [replace(each, psychologist_id=renamed[each.psychologist_id]) for each in check_ins]
    assert figures(others) == figures(check_ins)


@given(of_a_period(), st.lists(st.sampled_from([OKAFOR, ADLER, WEISS]), min_size=20, max_size=20))
def test_numbers_that_are_said_are_the_same_whoever_sees_whom(
    check_ins: list[CountedCheckIn], sees: list[int]
) -> None:
    found = figures(check_ins)
    moved = figures([replace(each, psychologist_id=sees[each.client_id]) for each in check_ins])
    if isinstance(found, Figures) and isinstance(moved, Figures):
        assert (found.asked, found.answered_in_ten) == (moved.asked, moved.answered_in_ten)
        both = {(each.version, each.name): each.mean for each in found.means}
        for each in moved.means:
            assert both.get((each.version, each.name), each.mean) == each.mean


@given(st.lists(VALUES, min_size=10, max_size=10), VALUES)
def test_one_of_ten_moves_a_mean_by_no_more_than_a_point(values: list[int], other: int) -> None:
    """And by nothing that would say what they answered: many answers give each of the few steps."""
    before = means(*[check_in(client, value) for client, value in enumerate(values)])
    changed = [other, *values[1:]]
    after = means(*[check_in(client, value) for client, value in enumerate(changed)])
    assert abs(before["heard"] - after["heard"]) <= 1.0


# --- periods


def test_a_quarter_counts_once_nothing_in_it_can_be_answered_any_more() -> None:
    begins = quarter_start(melbourne("2026-11-30 10:00"), MELBOURNE)
    assert begins == melbourne("2026-10-01 00:00")
    end = melbourne("2027-01-01 00:00")
    just_before = end + timedelta(hours=72) - timedelta(microseconds=1)
    assert list(quarter_ends(begins, just_before, MELBOURNE)) == []
    assert list(quarter_ends(begins, end + timedelta(hours=72), MELBOURNE)) == [end]
    assert list(quarter_ends(begins, melbourne("2027-07-10 00:00"), MELBOURNE)) == [
        end,
        melbourne("2027-04-01 00:00"),
        melbourne("2027-07-01 00:00"),
    ]


INSTANTS = st.integers(0, 5 * 365 * 24).map(
    lambda hours: melbourne("2026-01-01 00:00") + timedelta(hours=hours)
)


@given(INSTANTS, INSTANTS, INSTANTS)
def test_what_has_ended_stays_ended_and_nothing_overlaps(
    first: datetime, sooner: datetime, later: datetime
) -> None:
    begins = quarter_start(first, MELBOURNE)
    assert begins <= first
    sooner, later = sorted((sooner, later))
    before, after = (list(quarter_ends(begins, now, MELBOURNE)) for now in (sooner, later))
    assert after[: len(before)] == before
    assert all(one < other for one, other in pairwise([begins, *after]))


def test_the_handbook_says_that_numbers_are_not_for_appraisal() -> None:
    text = " ".join(HANDBOOK.read_text("utf-8").split())
    assert "The short questions in numbers" in text
    assert "never for appraisal" in text

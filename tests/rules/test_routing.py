"""Who hears a case, who never does, and who is asked next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.routing import (
    Colleague,
    Kind,
    Reader,
    next_reader,
    subject_may_hear,
    to_ring_again,
    who_may_hear,
)

OKAFOR, MARIA, LINDQVIST, YOUNG = 1, 2, 3, 4


def manager(
    person_id: int = MARIA, *, reached: bool = True, also_senior: bool = False
) -> Colleague:
    return Colleague(person_id, is_manager=True, is_senior=also_senior, can_be_reached=reached)


def senior(person_id: int = LINDQVIST, *, reached: bool = True) -> Colleague:
    return Colleague(person_id, is_manager=False, is_senior=True, can_be_reached=reached)


def reader(
    person_id: int, *, asked: bool = False, away: bool = False, reached: bool = True
) -> Reader:
    return Reader(person_id, was_asked=asked, is_away=away, can_be_reached=reached)


@pytest.mark.parametrize(
    ("colleagues", "subject", "kind", "offered"),
    [
        ([manager(), senior()], OKAFOR, Kind.RELATIONSHIP, [MARIA, LINDQVIST]),
        ([senior(), manager()], OKAFOR, Kind.OTHER, [MARIA, LINDQVIST]),
        ([manager(), senior()], OKAFOR, Kind.CONDUCT, [LINDQVIST, MARIA]),
        ([manager(), senior()], None, Kind.PRACTICAL, [MARIA, LINDQVIST]),
        ([manager(), senior()], MARIA, Kind.OTHER, [LINDQVIST]),  # about the manager
        ([manager(), senior()], LINDQVIST, Kind.CONDUCT, [MARIA]),
        ([manager(reached=False), senior()], OKAFOR, Kind.CHANGE, [LINDQVIST]),
        ([manager(reached=False), senior(reached=False)], OKAFOR, Kind.CHANGE, []),
        # who is both is offered once, as a manager
        ([manager(YOUNG, also_senior=True), senior()], OKAFOR, Kind.OTHER, [YOUNG, LINDQVIST]),
        ([manager(YOUNG, also_senior=True), senior()], OKAFOR, Kind.CONDUCT, [LINDQVIST, YOUNG]),
        ([manager(OKAFOR, also_senior=True)], OKAFOR, Kind.OTHER, []),  # a solo practice
        ([], OKAFOR, Kind.OTHER, []),
    ],
)
def test_who_is_offered_and_in_which_order(
    colleagues: list[Colleague], subject: int | None, kind: Kind, offered: list[int]
) -> None:
    assert [each.id for each in who_may_hear(colleagues, subject, kind)] == offered


@pytest.mark.parametrize("kind", Kind)
def test_only_conduct_can_never_be_sent_to_whom_it_is_about(kind: Kind) -> None:
    assert subject_may_hear(kind) == (kind is not Kind.CONDUCT)


@pytest.mark.parametrize(
    ("readers", "asked_next", "rung_again"),
    [
        ([reader(MARIA), reader(LINDQVIST)], MARIA, []),
        ([reader(MARIA, asked=True), reader(LINDQVIST)], LINDQVIST, [MARIA]),
        ([reader(MARIA, asked=True, away=True), reader(LINDQVIST)], LINDQVIST, []),
        ([reader(MARIA, asked=True)], None, [MARIA]),
        ([reader(MARIA, asked=True, away=True)], None, []),
        ([reader(MARIA, asked=True, reached=False), reader(LINDQVIST)], LINDQVIST, []),
        ([reader(MARIA, asked=True), reader(LINDQVIST, reached=False)], None, [MARIA]),
        ([reader(MARIA, asked=True), reader(LINDQVIST, away=True), reader(YOUNG)], YOUNG, [MARIA]),
        ([reader(MARIA, asked=True), reader(LINDQVIST, asked=True)], None, [MARIA, LINDQVIST]),
        ([], None, []),
    ],
)
def test_who_is_asked_next_and_who_is_rung_again(
    readers: list[Reader], asked_next: int | None, rung_again: list[int]
) -> None:
    assert next_reader(readers) == asked_next
    assert list(to_ring_again(readers)) == rung_again


ids = st.integers(1, 6)
many_colleagues = st.lists(
    st.builds(Colleague, ids, st.booleans(), st.booleans(), st.booleans()),
    unique_by=lambda each: each.id,
)
many_readers = st.lists(
    st.builds(Reader, ids, st.booleans(), st.booleans(), st.booleans()),
    unique_by=lambda each: each.id,
)


@given(many_colleagues, st.none() | ids, st.sampled_from(Kind))
def test_the_subject_and_who_can_t_be_reached_are_never_offered(
    colleagues: list[Colleague], subject: int | None, kind: Kind
) -> None:
    offered = who_may_hear(colleagues, subject, kind)
    assert subject not in {each.id for each in offered}
    assert all(each.can_be_reached for each in offered)
    assert all(each.is_manager or each.is_senior for each in offered)
    may = [each for each in colleagues if each.can_be_reached and each.id != subject]
    assert set(offered) == {each for each in may if each.is_manager or each.is_senior}
    assert len({each.id for each in offered}) == len(offered)


@given(many_colleagues, st.none() | ids, st.sampled_from(Kind))
def test_conduct_goes_to_a_senior_first_and_the_order_within_each_is_kept(
    colleagues: list[Colleague], subject: int | None, kind: Kind
) -> None:
    offered = who_may_hear(colleagues, subject, kind)
    senior_first = kind is Kind.CONDUCT
    groups = [each.is_manager == senior_first for each in offered]
    assert groups == sorted(groups)
    for is_manager in (True, False):
        group = [each for each in offered if each.is_manager is is_manager]
        assert group == [each for each in colleagues if each in group]


@given(many_readers)
def test_the_next_was_named_and_not_asked_and_is_there(readers: list[Reader]) -> None:
    next_id = next_reader(readers)
    free = [r.id for r in readers if not r.was_asked and not r.is_away and r.can_be_reached]
    assert next_id == (free[0] if free else None)
    rung = list(to_ring_again(readers))
    assert next_id not in rung
    assert rung == [r.id for r in readers if r.id in rung]
    assert all(r.was_asked and not r.is_away and r.can_be_reached for r in readers if r.id in rung)

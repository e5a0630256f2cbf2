"""What is left to know of changed times, whichever session has which."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.session_changes import Change, net

NOON = datetime(2026, 12, 8, 12, tzinfo=UTC)
HOURS = [NOON + timedelta(hours=hour) for hour in range(6)]
EIGHT, NINE, TEN = HOURS[:3]


def test_a_session_that_was_moved_and_one_that_was_not() -> None:
    assert net([Change(1, EIGHT, NINE), Change(2, TEN, TEN)]) == [Change(1, EIGHT, NINE)]


def test_two_sessions_that_change_places_change_nothing() -> None:
    assert net([Change(1, EIGHT, NINE), Change(2, NINE, EIGHT)]) == []


def test_a_session_that_is_made_anew_at_the_same_time_is_the_same() -> None:
    assert net([Change(1, EIGHT, None), Change(2, None, EIGHT)]) == []


def test_one_that_takes_the_place_of_another_that_moves_on() -> None:
    assert net([Change(1, EIGHT, NINE), Change(2, NINE, TEN)]) == [Change(2, EIGHT, TEN)]
    assert net([Change(1, EIGHT, NINE), Change(2, NINE, None)]) == [Change(2, EIGHT, None)]


def test_the_soonest_comes_first() -> None:
    later, sooner = Change(1, TEN, None), Change(2, None, EIGHT)
    assert net([later, sooner]) == [sooner, later]


def test_what_has_begun_does_not_matter() -> None:
    assert not Change(1, EIGHT, None).matters(EIGHT)
    assert Change(1, EIGHT, NINE).matters(EIGHT)
    assert not Change(1, None, NINE).matters(TEN)


@given(st.data())
def test_who_follows_it_ends_at_what_stands(data: st.DataObject) -> None:
    known, stands = (
        data.draw(st.permutations([*HOURS[: data.draw(st.integers(0, 6))], *[None] * 6]))[:6]
        for _side in range(2)
    )
    found = net(Change(*each) for each in zip(range(6), known, stands, strict=True))
    goes_by = {each for each in known if each}
    for change in found:
        assert change.known not in stands or change.known is None
        goes_by.discard(change.known)
        goes_by |= {change.stands} if change.stands else set()
    assert goes_by == {each for each in stands if each}

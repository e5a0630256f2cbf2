"""By when a case is looked at and answered: a quarter of the time for conduct, a reminder half way."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.rules import promises
from bot.rules.practice import Practice
from bot.rules.routing import Kind
from tests.clock import melbourne
from tests.practice import settings_for

PRACTICE: Practice = settings_for("sqlite://").practice()
HOURS = PRACTICE.hours
_START = melbourne("2026-01-01 00:00")
instants = st.integers(0, 2 * 365 * 24 * 60).map(
    lambda minutes: _START + timedelta(minutes=minutes)
)


@given(instants)
def test_conduct_is_looked_at_and_answered_sooner_and_never_later_than_the_rest(
    begins: datetime,
) -> None:
    for by in (promises.look_by, promises.answer_by):
        conduct, usual = by(PRACTICE, Kind.CONDUCT, begins), by(PRACTICE, Kind.OTHER, begins)
        assert begins < conduct < usual
    look = promises.look_by(PRACTICE, Kind.CONDUCT, begins)
    assert look <= promises.answer_by(PRACTICE, Kind.CONDUCT, begins)
    assert look > (HOURS.next_opening(begins) or begins)


@given(instants, st.sampled_from(Kind))
def test_half_way_lies_between_and_is_open_time(begins: datetime, kind: Kind) -> None:
    for by in (promises.look_by, promises.answer_by):
        until = by(PRACTICE, kind, begins)
        half = promises.half_way(PRACTICE, begins, until)
        assert begins < half < until
        assert HOURS.is_open(half)


def test_a_night_counts_for_nothing() -> None:
    night = melbourne("2026-12-02 02:00")
    assert promises.look_by(PRACTICE, Kind.CONDUCT, night) == melbourne("2026-12-02 11:00")
    assert promises.look_by(PRACTICE, Kind.OTHER, night) == melbourne("2026-12-03 09:00")


def test_on_quarters_of_an_hour() -> None:
    by = promises.look_by(PRACTICE, Kind.CONDUCT, melbourne("2026-12-01 15:06"))
    assert by == melbourne("2026-12-02 09:15")
    assert by.minute % 15 == 0 and by - timedelta(minutes=15) < melbourne("2026-12-02 09:05")

"""The pace: how fast Telegram is written to, in all, in one chat, and after it asked for patience."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest

from bot.loops.pace import CHAT_BURST, Pace, back_off
from tests.clock import HandClock

ANNA, BEN, MARIA, OKAFOR = 1, 2, 3, 4


@pytest.fixture
def hand() -> HandClock:
    return HandClock(datetime(2026, 12, 1, tzinfo=UTC))


@pytest.fixture
def pace(hand: HandClock) -> Pace:
    return Pace(30, hand.monotonic)


def sends_in(seconds: float, pace: Pace, hand: HandClock) -> list[float]:
    """The instants at which a program with much to say to many sends within this time."""
    instants: list[float] = []
    until = hand.monotonic() + seconds
    while hand.monotonic() < until:
        if (wait := pace.wait_seconds()) > 0:
            hand.let_seconds_pass(wait)
            continue
        pace.note_send(1000 + len(instants))
        instants.append(hand.monotonic())
    return instants


@pytest.mark.parametrize("per_second", [1, 30, 1000])
def test_no_second_holds_more_sends_than_telegram_takes(hand: HandClock, per_second: int) -> None:
    instants = sends_in(3, Pace(per_second, hand.monotonic), hand)
    assert len(instants) == pytest.approx(3 * per_second, abs=1)
    for first in range(len(instants) - per_second):
        assert instants[first + per_second] - instants[first] >= 1 - 1e-6


def test_sends_are_spread_over_the_second(hand: HandClock, pace: Pace) -> None:
    instants = sends_in(1, pace, hand)
    gaps = [later - earlier for earlier, later in pairwise(instants)]
    assert gaps == pytest.approx([1 / 30] * len(gaps))


def test_a_rest_does_not_allow_a_rush_afterwards(hand: HandClock, pace: Pace) -> None:
    pace.note_send(ANNA)
    hand.let_seconds_pass(3600)
    assert len(sends_in(1, pace, hand)) <= 31


def test_a_chat_takes_three_at_once_and_then_one_a_second(hand: HandClock, pace: Pace) -> None:
    for _message in range(CHAT_BURST):
        assert pace.busy_chats() == {}
        pace.note_send(ANNA)
    assert pace.busy_chats() == {ANNA: pytest.approx(1.0)}
    hand.let_seconds_pass(0.9)
    assert pace.busy_chats() == {ANNA: pytest.approx(0.1)}
    for _message in range(5):
        hand.let_seconds_pass(1)
        assert pace.busy_chats() == {}
        pace.note_send(ANNA)
    hand.let_seconds_pass(60)
    assert pace.busy_chats() == {}
    assert pace.wait_seconds() == 0


def test_a_chat_that_is_asked_for_patience_is_the_only_one_to_wait(
    hand: HandClock, pace: Pace
) -> None:
    pace.note_patience(ANNA, 7)
    assert pace.busy_chats() == {ANNA: pytest.approx(7)}
    assert pace.wait_seconds() == 0
    hand.let_seconds_pass(7)
    assert pace.busy_chats() == {}


def test_three_chats_that_are_asked_for_patience_stop_the_bot(hand: HandClock, pace: Pace) -> None:
    for chat_id in (ANNA, BEN, ANNA):
        pace.note_patience(chat_id, 7)
    assert pace.wait_seconds() == 0
    hand.let_seconds_pass(9.9)
    pace.note_patience(MARIA, 5)
    assert pace.wait_seconds() == pytest.approx(5)


def test_refusals_of_a_while_ago_do_not_count(hand: HandClock, pace: Pace) -> None:
    pace.note_patience(ANNA, 1)
    pace.note_patience(BEN, 1)
    hand.let_seconds_pass(10.1)
    pace.note_patience(MARIA, 5)
    pace.note_patience(OKAFOR, 5)
    assert pace.wait_seconds() == 0


def test_while_telegram_does_not_answer_the_pauses_grow(hand: HandClock, pace: Pace) -> None:
    pauses = []
    for _failure in range(7):
        pace.note_outcome(arrived=False)
        pauses.append(pace.wait_seconds())
        hand.let_seconds_pass(pace.wait_seconds())
    assert pauses == pytest.approx([0.5, 1, 2, 4, 8, 15, 15])
    was_failing = pace.is_failing
    pace.note_outcome(arrived=True)
    assert (was_failing, pace.is_failing) == (True, False)
    pace.note_outcome(arrived=False)
    assert pace.wait_seconds() == pytest.approx(0.5)


def test_after_days_without_telegram_the_pauses_are_as_long_as_after_a_minute(pace: Pace) -> None:
    for _failure in range(20_000):
        pace.note_outcome(arrived=False)
    assert pace.wait_seconds() == pytest.approx(15)
    assert back_off(0.5, 15, 20_000) == 15
    assert [back_off(1, 30, failures) for failures in (1, 2, 6, 10**9)] == [1, 2, 30, 30]

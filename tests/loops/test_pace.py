"""The pace: how fast Telegram is written to, in all, in one chat, and after it asked for patience."""

import heapq
import random
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        pace.note_end()
        instants.append(hand.monotonic())
    return instants


@dataclass
class Line:
    """A line to Telegram that takes its time, and a program that is sometimes late."""

    pace: Pace
    hand: HandClock
    chance: random.Random
    slowest: float  # seconds from a send's beginning to its answer
    latest: float  # seconds by which the program is late to look
    arrived: list[float] = field(default_factory=list)
    _answers: list[float] = field(default_factory=list)

    def send_for(self, seconds: float) -> None:
        until = self.hand.monotonic() + seconds
        while self.hand.monotonic() < until:
            if (wait := self.pace.wait_seconds()) > 0:
                self._let_pass(wait)
                continue
            self._send()
            self._let_pass(self.chance.choice([0.0, self.chance.uniform(0, self.latest)]))
        self.arrived.sort()

    def _send(self) -> None:
        """Telegram counts it somewhere between its beginning and its answer."""
        now = self.hand.monotonic()
        answered = now + self.chance.uniform(0, self.slowest)
        self.pace.note_send(1000 + len(self.arrived))
        self.arrived.append(self.chance.uniform(now, answered))
        heapq.heappush(self._answers, answered)

    def _let_pass(self, seconds: float) -> None:
        until = self.hand.monotonic() + seconds
        while self._answers and self._answers[0] <= until:
            answered = heapq.heappop(self._answers)
            self.hand.let_seconds_pass(max(answered - self.hand.monotonic(), 0.0))
            self.pace.note_end()
        self.hand.let_seconds_pass(max(until - self.hand.monotonic(), 0.0))

    def most_in_a_second(self) -> int:
        first, most = 0, 0
        for last, instant in enumerate(self.arrived):
            while self.arrived[first] <= instant - 1.0:
                first += 1
            most = max(most, last - first + 1)
        return most


@given(
    seed=st.integers(0, 2**32),
    per_second=st.sampled_from([1, 7, 30, 200]),
    slowest=st.sampled_from([0.0, 0.01, 0.1, 1.0, 5.0]),
    latest=st.sampled_from([0.0, 0.004, 0.03, 0.3, 2.0]),
)
def test_no_second_of_telegrams_holds_more_than_it_takes(
    seed: int, per_second: int, slowest: float, latest: float
) -> None:
    hand = HandClock(datetime(2026, 12, 1, tzinfo=UTC))
    pace = Pace(per_second, hand.monotonic)
    line = Line(pace, hand, random.Random(seed), slowest, latest)
    line.send_for(6)
    assert 0 < line.most_in_a_second() <= per_second


@pytest.mark.parametrize("per_second", [1, 30, 1000])
def test_no_second_holds_more_sends_than_telegram_takes(hand: HandClock, per_second: int) -> None:
    instants = sends_in(3, Pace(per_second, hand.monotonic), hand)
    assert 0.97 * 3 * per_second <= len(instants) <= 3 * per_second
    for first in range(len(instants) - per_second):
        assert instants[first + per_second] - instants[first] >= 1 - 1e-6


def test_what_waking_and_looking_cost_is_made_up_for(hand: HandClock, pace: Pace) -> None:
    """Each look takes 6 ms and an answer up to 15: nineteen in twenty of the limit are reached."""
    line = Line(pace, hand, random.Random(7), slowest=0.015, latest=0.012)
    line.send_for(60)
    assert 0.95 * 30 * 60 <= len(line.arrived) <= 30 * 60
    assert line.most_in_a_second() <= 30


def test_sends_are_spread_over_the_second(hand: HandClock, pace: Pace) -> None:
    """After a rest a few follow at once, so that it takes seconds until all are even."""
    gaps = [later - earlier for earlier, later in pairwise(sends_in(12, pace, hand))]
    assert sum(gap < 0.01 for gap in gaps[:30]) <= 3
    assert gaps[-60:] == pytest.approx([1 / 30] * 60, abs=0.004)


def test_a_rest_does_not_allow_a_rush_afterwards(hand: HandClock, pace: Pace) -> None:
    pace.note_send(ANNA)
    pace.note_end()
    hand.let_seconds_pass(3600)
    assert len(sends_in(1, pace, hand)) <= 30


def test_a_chat_takes_three_at_once_and_then_one_a_second(hand: HandClock, pace: Pace) -> None:
    for _message in range(CHAT_BURST):
        assert pace.busy_chats() == {}
        pace.note_send(ANNA)
        pace.note_end()
    assert pace.busy_chats() == {ANNA: pytest.approx(1.0)}
    hand.let_seconds_pass(0.9)
    assert pace.busy_chats() == {ANNA: pytest.approx(0.1)}
    for _message in range(5):
        hand.let_seconds_pass(1)
        assert pace.busy_chats() == {}
        pace.note_send(ANNA)
        pace.note_end()
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

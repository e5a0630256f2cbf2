"""A case in every order of events: whoever comes, goes, answers or doesn't, three things hold.

Nobody reads a case whom the client did not name; nobody learns of a case about themselves unless the
client sent it to them; every open case has a next step in time or an alarm (DESIGN, law 7).
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.rules import routing
from bot.rules.routing import Client, Colleague, Kind, Move, Overdue, Reader
from tests.clock import melbourne

STAFF = (1, 2, 3, 4)
STEP = timedelta(days=1)
members = st.sampled_from(STAFF)


@dataclass
class Standing:
    """A case as far as its routing goes, with what was done so far."""

    kind: Kind
    subject: int | None
    readers: list[Reader]
    due_at: datetime
    taker: int | None = None
    misses: int = 0
    is_alarmed: bool = False
    is_client_asked: bool = False


class CaseOfAnything(RuleBasedStateMachine):
    """Plays the part of the conversations: does what the rules say and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.now = melbourne("2026-12-01 15:05")
        self.staff: dict[int, Colleague] = {}
        self.case: Standing | None = None
        self.named: set[int] = set()
        self.were_told: set[int] = set()

    # --- the practice, and what the client sends

    @initialize(
        roles=st.fixed_dictionaries(
            {each: st.tuples(st.booleans(), st.booleans(), st.booleans()) for each in STAFF}
        ),
        subject=st.none() | members,
        kind=st.sampled_from(Kind),
        first=st.integers(0, 3),
        others_may=st.booleans(),
    )
    def send(
        self, roles: dict[int, tuple[bool, bool, bool]], subject: int | None, kind: Kind,
        first: int, *, others_may: bool,
    ) -> None:  # fmt: skip
        self.staff = {each: Colleague(each, *held) for each, held in roles.items()}
        may = [each.id for each in routing.who_may_hear(list(self.staff.values()), subject, kind)]
        offered = list(may)
        is_there = subject is not None and self.staff[subject].can_be_reached
        if subject is not None and is_there and routing.subject_may_hear(kind):
            offered.append(subject)  # the psychologist may be told, as the client likes
        if not offered:
            return  # an outside contact is shown; there is no case
        chosen = offered[first % len(offered)]
        allowed = may if others_may and chosen != subject else []
        named = [chosen, *(each for each in allowed if each != chosen)]
        self.named = set(named)
        readers = [self._reader(each) for each in named]
        self.case = Standing(kind, subject, readers, self.now + STEP)
        self._carry_out(Move(chosen, (), self.now))

    def _reader(self, person_id: int) -> Reader:
        reached = self.staff[person_id].can_be_reached
        return Reader(person_id, was_asked=False, is_away=False, can_be_reached=reached)

    # --- what people do

    @precondition(lambda self: self.case is not None)
    @rule(person=members, away=st.booleans(), days=st.none() | st.integers(1, 9))
    def goes_or_comes(self, person: int, *, away: bool, days: int | None) -> None:
        back_at = self.now + timedelta(days=days) if days and away else None
        self._change(person, is_away=away, back_at=back_at)
        if away:
            self._steps_aside(person)

    @precondition(lambda self: self.case is not None)
    @rule(person=members, reached=st.booleans())
    def blocks_or_opens_the_chat(self, person: int, *, reached: bool) -> None:
        self.staff[person] = replace(self.staff[person], can_be_reached=reached)
        self._change(person, can_be_reached=reached)
        if not reached:
            self._steps_aside(person)

    def _steps_aside(self, person: int) -> None:
        """Who looks after it, or was asked, is gone: the case moves on at once."""
        case = self.case
        assert case is not None
        if case.taker not in (None, person):
            return
        if any(each.id == person and each.was_asked for each in case.readers):
            case.taker = None
            self._carry_out(routing.move_on(case.readers, self.now))

    @rule(person=members)
    def becomes_manager(self, person: int) -> None:
        if person in self.staff:
            self.staff[person] = replace(self.staff[person], is_manager=True)

    @precondition(lambda self: self.case is not None and self.case.taker is None)
    @rule(person=members)
    def takes_it(self, person: int) -> None:
        assert self.case is not None
        if any(each.id == person and each.was_asked for each in self.case.readers):
            self.case.taker, self.case.misses = person, 0
            self.case.due_at = self.now + STEP

    @precondition(lambda self: self.case is not None and self.case.is_client_asked)
    @rule(which=st.integers(0, 3))
    def client_lets_somebody_else_read_it(self, which: int) -> None:
        case = self.case
        assert case is not None
        may = routing.who_may_hear(list(self.staff.values()), case.subject, case.kind)
        left = [each.id for each in may if each.id not in self.named]
        if left:
            chosen = left[which % len(left)]
            self.named.add(chosen)
            case.readers.append(self._reader(chosen))
            case.taker = None
            case.misses = min(case.misses, routing.ASKED_AT_MOST - 1)
            self._carry_out(Move(chosen, (), self.now))

    @precondition(lambda self: self.case is not None)
    @rule()
    def time_passes(self) -> None:
        case = self.case
        assert case is not None
        self.now = max(self.now, case.due_at)
        case.misses += 1
        if case.taker is None:
            follows = routing.nobody_looked(case.readers, case.misses, self.now)
        else:
            follows = routing.nobody_answered(case.readers, case.taker, case.misses, self.now)
        self._follow(follows)

    def _follow(self, follows: Overdue) -> None:
        case = self.case
        assert case is not None
        case.is_client_asked = follows.client is Client.ASKED
        case.is_alarmed = case.is_alarmed or follows.alarm
        if follows.steps_aside or follows.move is not None:
            case.taker = None
        if follows.move is not None:
            self._carry_out(follows.move)
        else:
            case.due_at = self.now + STEP

    def _carry_out(self, move: Move) -> None:
        case = self.case
        assert case is not None
        case.due_at = move.counts_from + STEP
        case.is_alarmed = case.is_alarmed or _is_lost(move)
        self.were_told |= set(move.ring_again)
        if move.ask is not None:
            self.were_told.add(move.ask)
            self._change(move.ask, was_asked=True)

    def _change(self, person: int, **fields: object) -> None:
        assert self.case is not None
        self.case.readers = [
            replace(each, **fields) if each.id == person else each  # type: ignore[arg-type]
            for each in self.case.readers
        ]

    # --- what holds at every moment

    @invariant()
    def nobody_reads_it_whom_the_client_did_not_name(self) -> None:
        assert self.were_told <= self.named
        if self.case is not None:
            assert {each.id for each in self.case.readers if each.was_asked} <= self.named

    @invariant()
    def the_subject_learns_nothing_unless_it_was_sent_to_them(self) -> None:
        if self.case is not None and self.case.subject in self.were_told:
            assert self.case.readers[0].id == self.case.subject  # named first, after a preview
            assert routing.subject_may_hear(self.case.kind)

    @invariant()
    def who_may_hear_never_offers_the_subject(self) -> None:
        if self.case is not None:
            may = routing.who_may_hear(list(self.staff.values()), self.case.subject, self.case.kind)
            assert self.case.subject not in {each.id for each in may}

    @invariant()
    def it_has_a_next_step_in_time_and_somebody_who_knows(self) -> None:
        case = self.case
        if case is None:
            return
        assert case.due_at >= self.now
        looked_after = case.taker is not None
        somebody_rings = bool(routing.to_ring_again(case.readers))
        assert looked_after or somebody_rings or case.is_alarmed


CaseOfAnything.TestCase.settings = settings(max_examples=100, stateful_step_count=30, deadline=None)
TestCaseOfAnything = CaseOfAnything.TestCase


def test_every_miss_has_a_sequel_however_the_readers_stand() -> None:
    """All combinations of up to three readers: asked, away, back on a day, reached."""
    now = melbourne("2026-12-01 15:05")
    one = [
        (asked, away, reached, back)
        for asked in (False, True)
        for away in (False, True)
        for reached in (False, True)
        for back in ((None, now + STEP) if away else (None,))
    ]
    count = 0
    for states in _combinations(one):
        readers = [
            Reader(number, asked, away, reached, back)
            for number, (asked, away, reached, back) in enumerate(states)
        ]
        for misses in (1, 2, 3):
            _has_a_sequel(readers, routing.nobody_looked(readers, misses, now), misses, now)
            for taker in readers:
                follows = routing.nobody_answered(readers, taker.id, misses, now)
                assert follows.steps_aside == (taker.is_away or not taker.can_be_reached)
                _has_a_sequel(readers, follows, misses, now)
            count += 1
    assert count == 3 * (12 + 12**2 + 12**3)


def _is_lost(move: Move) -> bool:
    """Whether nobody at all hears of it now: the operator does, by an alarm."""
    return move.ask is None and not move.ring_again


def _combinations(one: list[tuple[bool, bool, bool, datetime | None]]) -> list[
    tuple[tuple[bool, bool, bool, datetime | None], ...]
]:  # fmt: skip
    alone = [(first,) for first in one]
    two = [(first, second) for first in one for second in one]
    three = [(*pair, third) for pair in two for third in one]
    return [*alone, *two, *three]


def _has_a_sequel(readers: list[Reader], follows: Overdue, misses: int, now: datetime) -> None:
    by_id = {each.id: each for each in readers}
    heard = follows.client is not Client.NOTHING
    assert heard or follows.alarm  # the client is told or asked, or the operator hears
    assert follows.alarm == (misses > routing.ASKED_AT_MOST and not heard)
    move = follows.move
    if move is None:
        return
    assert move.counts_from >= now
    assert (move.ask is None) or not move.ring_again
    for person_id in (*([] if move.ask is None else [move.ask]), *move.ring_again):
        assert by_id[person_id].can_be_reached and not by_id[person_id].is_away
    if move.ask is not None:
        assert not by_id[move.ask].was_asked
        assert follows.client is Client.TOLD
    for person_id in move.ring_again:
        assert by_id[person_id].was_asked
    if move.counts_from > now:  # nobody is there: their time counts from the first's return
        assert _is_lost(move)
        assert move.counts_from in {each.back_at for each in readers if each.was_asked}

"""What should have come that nobody asked for, within the measure: homework, check-ins and the one offer.

At most one a day and three in a week; what finds no room waits for the same hour of a later day, and lapses where that is
no longer of use. `SOURCES` lists what wishes to come; another kind is added there.
"""

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta

from tests.slow.year_clock import DAY
from tests.slow.year_oracle import SAYS_LATE, UNDO, Expected, Life
from tests.slow.year_people import HomeworkStory
from tests.slow.year_wishes import (
    CHECK_IN,
    HOMEWORK,
    OFFER,
    WEEK,
    Wish,
    check_in,
    check_ins,
    due_at,
    offers,
)

A_DAY, A_WEEK = 1, 3
_LOOKS_AHEAD = timedelta(days=9)


Source = Callable[[Life], Iterator[Wish]]


@dataclass
class Plan:
    """What a client's plans were at each instant: what was sent, and which check-ins wait till when."""

    life: Life
    sent: list[datetime] = field(default_factory=list)
    put_off: dict[int, datetime] = field(default_factory=dict)  # check-ins, by session
    over: set[int] = field(default_factory=set)  # check-ins that came or lapsed
    wishes: list[Wish] = field(default_factory=list)  # what is still to come, as it was put off

    def room(self, wish: Wish, wished: datetime, now: datetime) -> datetime | None:
        """The same wall time on the first day that is neither full nor taken by what goes before."""
        until = wish.until(now)
        if wish.kind == CHECK_IN:
            return self._first(wished, until, [])
        if wish.kind == OFFER:
            return self._first(wished, until, self._all_planned(now, wished, until))
        others = self._check_ins(now, max(wished, self.life.paused_until(now)), until)
        taken = [(each, at) for each in others if (at := self._comes_at(each, now)) is not None]
        room = self._first(wished, until, [at for _each, at in taken])
        if room is not None:
            return room
        can_not_wait = [at for each, at in taken if not self._can_wait(each, at, now)]
        return self._first(wished, until, can_not_wait)

    def _first(
        self, wished: datetime, until: datetime | None, taken: Sequence[datetime]
    ) -> datetime | None:
        clock, days = self.life.clock, 0
        wall, at = clock.wall(wished), clock.quiet_ends(wished)
        while until is None or at < until:
            is_taken = any(clock.day(each) == clock.day(at) for each in taken)
            if not is_taken and _fits(self.life, self.sent, at):
                return at
            days += 1
            at = clock.quiet_ends(clock.shows(wall.date() + timedelta(days=days), wall.time()))
        return None

    def _check_ins(self, now: datetime, wished: datetime, until: datetime | None) -> list[Wish]:
        """Those that are planned at this instant, as far as anybody looks ahead."""
        last = min(wished + _LOOKS_AHEAD, until) if until else wished + _LOOKS_AHEAD
        if not self.life.client.wants_check_ins:
            return []
        stories = self.life.client.sessions.values()
        found = [
            check_in(self.life, each, self.put_off.get(each.id, due_at(each, now)), now)
            for each in stories
            if each.stands(now) and each.id not in self.over
        ]
        return [each for each in found if each.at <= last and each.is_wanted(now)]

    def _all_planned(
        self, now: datetime, wished: datetime, until: datetime | None
    ) -> list[datetime]:
        """When the check-ins and the homework come that are planned at this instant."""
        last = min(wished + _LOOKS_AHEAD, until) if until else wished + _LOOKS_AHEAD
        homework = [
            each
            for each in self.wishes
            if each.kind == HOMEWORK
            and not each.is_answer
            and each.at <= last
            and self.life.client.homework[each.about].set_at <= now
            and each.is_wanted(now)
        ]
        check_ins = self._check_ins(now, wished, until)
        found = [
            *(self._comes_at(each, now) for each in check_ins),
            *(self.room(each, max(each.at, self.life.paused_until(now)), now) for each in homework),
        ]
        return [at for at in found if at is not None]

    def _comes_at(self, wish: Wish, now: datetime) -> datetime | None:
        return self._first(max(wish.at, self.life.paused_until(now)), wish.until(now), [])

    def _can_wait(self, wish: Wish, at: datetime, now: datetime) -> bool:
        wall, until = self.life.clock.wall(at), wish.until(now)
        later = self.life.clock.shows(wall.date() + DAY, wall.time())
        return until is None or self.life.clock.quiet_ends(later) < until

    def note(self, wish: Wish, room: datetime | None) -> None:
        if wish.kind != CHECK_IN:
            return
        if room is None:
            self.over.add(wish.about)
        else:
            self.put_off[wish.about] = room


def unasked(life: Life) -> Iterator[Expected]:
    """All wishes of a client in the order in which they fall due, each getting what room is left."""
    plan = Plan(life)
    wishes = plan.wishes
    wishes += [wish for source in SOURCES for wish in source(life)]
    heapq.heapify(wishes)
    while wishes:
        wish = heapq.heappop(wishes)
        at = life.outages.worked_at(wish.at)
        if wish.is_answer:
            again = _asked_again(plan, wish)
            if again is not None:
                heapq.heappush(wishes, again)
            continue
        if at > wish.at:
            is_late = at - wish.at > SAYS_LATE
            late = replace(wish, at=at, why="after an outage", is_late=is_late)
            heapq.heappush(wishes, late)
            continue
        until = wish.until(at)
        good_until = until or at + 365 * DAY
        expected = Expected(wish.kind, wish.about, at, good_until, wish.why, is_late=wish.is_late)
        if not wish.is_wanted(at) or life.is_away(at):
            plan.note(wish, None)
            continue
        is_over = until is not None and at >= until
        room = None if is_over else plan.room(wish, max(at, life.paused_until(at)), at)
        if room is None:
            if wish.why == "after an outage":
                yield replace(expected, lapsed=True)
            plan.note(wish, None)
        elif room > at:
            why = wish.why if wish.why == "after an outage" else "shifted"
            heapq.heappush(wishes, replace(wish, at=room, why=why, is_late=False))
            plan.note(wish, room)
        else:
            plan.sent.append(at)
            plan.note(wish, None)
            yield expected


def _fits(life: Life, sent: Sequence[datetime], at: datetime) -> bool:
    wall = life.clock.wall(at)
    week_ago = life.clock.shows(wall.date() - WEEK, wall.time())
    of_day = sum(life.clock.day(each) == life.clock.day(at) for each in sent)
    of_week = sum(week_ago < each <= at for each in sent)
    return of_day < A_DAY and of_week < A_WEEK


def _note_hour(life: Life, instant: datetime, days: int) -> datetime:
    """The client's hour for notes, so many days from this one on; if it is quiet then, once it isn't
    on that day, which may be in the morning before."""
    day = life.clock.day(instant) + timedelta(days=days)
    at = life.clock.quiet_ends(life.clock.shows(day, time(life.client.note_hour)))
    return at if life.clock.day(at) == day else life.clock.quiet_ends(life.clock.shows(day, time()))


# --- homework


def homework(life: Life) -> Iterator[Wish]:
    """Two days before its session at the client's hour, or the latest hour that still serves."""
    for story in life.client.homework.values():
        starts_at = story.session.starts_at_of(story.set_at)
        wished = (_note_hour(life, starts_at, -days) for days in (2, 1, 0))
        at = next((each for each in wished if story.set_at + UNDO <= each < starts_at), None)
        assert at is not None, "else it wouldn't have been set"
        wish = Wish(
            at=at,
            place=2,
            number=story.id,
            kind=HOMEWORK,
            about=story.id,
            is_wanted=_is_unanswered(story),
            until=_until_session(life, story),
        )
        yield wish
        put_off = [when for when, label in story.answers if label == "Not yet"]
        if put_off:
            yield replace(wish, at=put_off[0], is_answer=True)


def _is_unanswered(story: HomeworkStory) -> Callable[[datetime], bool]:
    return lambda at: not any(when <= at and word != "Not yet" for when, word in story.answers)


def _until_session(life: Life, story: HomeworkStory) -> Callable[[datetime], datetime | None]:
    """Its session, or the next one if that was cancelled."""

    def until(at: datetime) -> datetime | None:
        if story.session.stands(at):
            return story.session.starts_at_of(at)
        upcoming = life.client.upcoming(at)
        return upcoming[0].starts_at_of(at) if upcoming else None

    return until


def _asked_again(plan: Plan, wish: Wish) -> Wish | None:
    """After «Not yet»: at the client's hour from tomorrow on, where that is before the session."""
    if plan.life.is_away(wish.at):
        return None
    tomorrow = _note_hour(plan.life, wish.at, 1)
    at = plan.room(wish, max(tomorrow, plan.life.paused_until(wish.at)), wish.at)
    return None if at is None else replace(wish, at=at, is_answer=False)


SOURCES: Sequence[Source] = (check_ins, homework, offers)

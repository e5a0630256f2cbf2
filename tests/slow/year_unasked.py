"""What should have come that nobody asked for, within the measure: homework and check-ins, by brute force.

At most one a day and three in a week; what finds no room waits for the same hour of a later day, and lapses where that is
no longer of use. `SOURCES` lists what wishes to come; another kind is added there.
"""

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta

from tests.slow.year_clock import DAY
from tests.slow.year_oracle import UNDO, Expected, Life
from tests.slow.year_people import HomeworkStory, SessionStory

CHECK_IN, HOMEWORK = "check-in", "homework"
WEEK = timedelta(days=7)
A_DAY, A_WEEK = 1, 3
_AFTER_A_SESSION, _OPEN_FOR = timedelta(hours=3), timedelta(hours=72)
_FIRST, _EVERY = 3, 3


@dataclass(order=True)
class Wish:
    """Something that would like to come. Of two at one instant the first of the table goes first."""

    at: datetime
    place: int  # in the table of what yields to what
    number: int
    kind: str = field(compare=False)
    about: int = field(compare=False)
    is_wanted: Callable[[datetime], bool] = field(compare=False)
    until: Callable[[datetime], datetime | None] = field(compare=False)
    is_answer: bool = field(compare=False, default=False)  # «Not yet»: asked again if there is room
    why: str = field(compare=False, default="on time")


Source = Callable[[Life], Iterator[Wish]]


def unasked(life: Life) -> Iterator[Expected]:
    """All wishes of a client in the order in which they fall due, each getting what room is left."""
    sent: list[datetime] = []
    wishes = [wish for source in SOURCES for wish in source(life)]
    heapq.heapify(wishes)
    while wishes:
        wish = heapq.heappop(wishes)
        at = life.outages.worked_at(wish.at)
        if wish.is_answer:
            again = _asked_again(life, sent, wish)
            if again is not None:
                heapq.heappush(wishes, again)
            continue
        if at > wish.at:
            heapq.heappush(wishes, replace(wish, at=at, why="after an outage"))
            continue
        until = wish.until(at)
        if not wish.is_wanted(at) or life.is_away(at):
            continue
        expected = Expected(wish.kind, wish.about, at, until or at + 365 * DAY, wish.why)
        room = _room(life, sent, max(at, life.paused_until(at)))
        if until is not None and (at >= until or room >= until):
            if wish.why == "after an outage":
                yield replace(expected, lapsed=True)
            continue
        if room > at:
            why = wish.why if wish.why == "after an outage" else "shifted"
            heapq.heappush(wishes, replace(wish, at=room, why=why))
            continue
        sent.append(at)
        yield expected


def _room(life: Life, sent: Sequence[datetime], wished: datetime) -> datetime:
    """The same wall time on the first day that has room, or when the quiet hours are over."""
    wall = life.clock.wall(wished)
    at, days = wished, 0
    while not _fits(life, sent, at):
        days += 1
        at = life.clock.shows(wall.date() + timedelta(days=days), wall.time())
    return life.clock.quiet_ends(at)


def _fits(life: Life, sent: Sequence[datetime], at: datetime) -> bool:
    of_day = sum(life.clock.day(each) == life.clock.day(at) for each in sent)
    of_week = sum(at - WEEK < each <= at for each in sent)
    return of_day < A_DAY and of_week < A_WEEK


def _note_hour(life: Life, instant: datetime, days: int) -> datetime:
    """The client's hour for notes, so many days from this one on, once it isn't quiet."""
    day = life.clock.day(instant) + timedelta(days=days)
    return life.clock.quiet_ends(life.clock.shows(day, time(life.client.note_hour)))


# --- check-ins


def check_ins(life: Life) -> Iterator[Wish]:
    """Three hours after the first three sessions, and after every third."""
    if not life.client.wants_check_ins:
        return
    for story in life.client.sessions.values():
        starts_at = story.starts_at_of(datetime.max.replace(tzinfo=story.starts_at.tzinfo))
        ends_at = starts_at + timedelta(minutes=story.minutes)
        if story.stands(ends_at):
            due_at = ends_at + _AFTER_A_SESSION
            yield Wish(
                at=due_at,
                place=1,
                number=story.id,
                kind=CHECK_IN,
                about=story.id,
                is_wanted=_is_asked_after(life, story),
                until=_open_until(life, story, due_at),
            )


def _is_asked_after(life: Life, story: SessionStory) -> Callable[[datetime], bool]:
    def is_wanted(at: datetime) -> bool:
        theirs = [each for each in life.client.sessions.values() if each.stands(at)]
        number = sum(each.starts_at_of(at) <= story.starts_at_of(at) for each in theirs)
        return number <= _FIRST or number % _EVERY == 0

    return is_wanted


def _open_until(
    life: Life, story: SessionStory, due_at: datetime
) -> Callable[[datetime], datetime | None]:
    """For three days, or until the next session."""

    def until(at: datetime) -> datetime:
        starts_at = story.starts_at_of(at)
        theirs = [each for each in life.client.sessions.values() if each.stands(at)]
        later = [each.starts_at_of(at) for each in theirs if each.starts_at_of(at) > starts_at]
        return min([due_at + _OPEN_FOR, *later])

    return until


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


def _asked_again(life: Life, sent: Sequence[datetime], wish: Wish) -> Wish | None:
    """After «Not yet»: at the client's hour from tomorrow on, where that is before the session."""
    tomorrow = _note_hour(life, wish.at, 1)
    if life.is_away(wish.at):
        return None
    at = _room(life, sent, max(tomorrow, life.paused_until(wish.at)))
    until = wish.until(wish.at)
    if until is not None and at >= until:
        return None
    return replace(wish, at=at, is_answer=False)


SOURCES: Sequence[Source] = (check_ins, homework)

"""What wishes to come after a session that nobody asked for: the four short questions, and the one offer."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.slow.year_clock import DAY
from tests.slow.year_oracle import Life
from tests.slow.year_people import SessionStory

CHECK_IN, HOMEWORK, OFFER = "check-in", "homework", "offer"
WEEK = timedelta(days=7)
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
    is_late: bool = field(compare=False, default=False)  # what was put off has its new instant


# --- check-ins


def check_ins(life: Life) -> Iterator[Wish]:
    """Three hours after the first three sessions, and after every third."""
    if not life.client.wants_check_ins:
        return
    for story in life.client.sessions.values():
        last = story.changes[-1].at if story.changes else story.booked_at
        if story.stands(last):
            yield check_in(life, story, due_at(story, last), last)


def due_at(story: SessionStory, now: datetime) -> datetime:
    return story.starts_at_of(now) + timedelta(minutes=story.minutes) + _AFTER_A_SESSION


def check_in(life: Life, story: SessionStory, at: datetime, now: datetime) -> Wish:
    return Wish(
        at=at,
        place=1,
        number=story.id,
        kind=CHECK_IN,
        about=story.id,
        is_wanted=_is_asked_after(life, story),
        until=_open_until(life, story, due_at(story, now)),
    )


def _is_asked_after(life: Life, story: SessionStory) -> Callable[[datetime], bool]:
    def is_wanted(at: datetime) -> bool:
        theirs = [each for each in life.client.sessions.values() if each.stands(at)]
        number = sum(each.starts_at_of(at) <= story.starts_at_of(at) for each in theirs)
        return number <= _FIRST or number % _EVERY == 0

    return is_wanted


def _open_until(
    life: Life, story: SessionStory, asked_at: datetime
) -> Callable[[datetime], datetime | None]:
    """For three days, or until the next session."""

    def until(at: datetime) -> datetime:
        starts_at = story.starts_at_of(at)
        theirs = [each for each in life.client.sessions.values() if each.stands(at)]
        later = [each.starts_at_of(at) for each in theirs if each.starts_at_of(at) > starts_at]
        return min([asked_at + _OPEN_FOR, *later])

    return until


# --- what helps, offered once


def offers(life: Life) -> Iterator[Wish]:
    """On the day after the short questions that follow the third session, at their time of day."""
    if not life.client.wants_check_ins:
        return
    for story in life.client.sessions.values():
        last = story.changes[-1].at if story.changes else story.booked_at
        asked_at = life.outages.worked_at(due_at(story, last))
        if not story.stands(last) or not _is_third(life, story, asked_at):
            continue
        wall = life.clock.wall(asked_at)
        at = life.clock.shows(wall.date() + DAY, wall.time())
        yield Wish(
            at=at,
            place=3,
            number=story.id,
            kind=OFFER,
            about=life.client.chat,
            is_wanted=lambda _at: True,
            until=_in_a_week(at),
        )
        return


def _is_third(life: Life, story: SessionStory, at: datetime) -> bool:
    theirs = [each for each in life.client.sessions.values() if each.stands(at)]
    return sum(each.starts_at_of(at) <= story.starts_at_of(at) for each in theirs) == _FIRST


def _in_a_week(at: datetime) -> Callable[[datetime], datetime | None]:
    return lambda _at: at + WEEK

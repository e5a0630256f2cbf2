"""What should have come to a client about their hours, and when: from the stories, by brute force.

It is written from what the practice is promised, with nothing of the program's. Each kind of message is a
function that gives what should exist; `KINDS` of tests/slow/year_counts.py lists them, and is where one is added.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from tests.slow.year_clock import LocalClock, Outages
from tests.slow.year_people import Change, ClientStory, SessionStory

UNDO = timedelta(minutes=3)
SAYS_LATE = timedelta(minutes=15)
STILL_SERVES = timedelta(hours=1)
REMINDER, NOTICE = "reminder", "notice"


@dataclass(frozen=True)
class Expected:
    """A message that should exist. `why`: at its instant, shifted, or after an outage.

    `lapsed`: it should not come, because an outage lasted until it was of no use any more.
    """

    kind: str
    about: int  # the session's id, or the homework's
    at: datetime
    until: datetime  # of no use from then on
    why: str = "on time"
    is_silent: bool = False
    lapsed: bool = False
    is_late: bool = False  # an outage brought it more than a quarter of an hour after its instant


@dataclass(frozen=True)
class Life:
    """A client with their clock, through the year's outages."""

    client: ClientStory
    clock: LocalClock
    outages: Outages

    def is_away(self, instant: datetime) -> bool:
        """Stopped, or not to be reached."""
        return any(begin <= instant < end for begin, end in self.client.away)

    def paused_until(self, instant: datetime) -> datetime:
        ends = [end for begin, end in self.client.pauses if begin <= instant < end]
        return max(ends, default=instant)

    def hears(self, instant: datetime) -> bool:
        return not self.is_away(instant) and self.paused_until(instant) == instant

    @property
    def lead_times(self) -> list[timedelta]:
        units = {"d": timedelta(days=1), "h": timedelta(hours=1)}
        written = [each.strip() for each in self.client.lead_times.split(",")]
        return [int(each[:-1]) * units[each[-1]] for each in written]


@dataclass(frozen=True)
class _Stand:
    """A session while it stood at one time."""

    starts_at: datetime
    since: datetime
    until: datetime


def _stands(story: SessionStory) -> Iterator[_Stand]:
    since, starts_at = story.booked_at, story.starts_at
    for each in story.changes:
        yield _Stand(starts_at, since, each.at)
        if each.change is not Change.MOVED:
            return
        since, starts_at = each.at, each.starts_at
    yield _Stand(starts_at, since, starts_at)


# --- reminders


def reminders(life: Life) -> Iterator[Expected]:
    """One per lead time that hadn't passed when the time was agreed; confirmed hours get none."""
    for story in life.client.sessions.values():
        for stand in _stands(story):
            wished = sorted({*_reminders_of(life, stand)})
            chosen: dict[datetime, Expected] = {}
            for at, why in wished:
                expected = _as_worked(life, story, stand, at, why)
                if expected is not None:
                    chosen.setdefault(expected.at, expected)
            yield from chosen.values()


def _reminders_of(life: Life, stand: _Stand) -> list[tuple[datetime, str]]:
    """When they are wished for, with the shift for quiet hours: later where that leaves an hour."""
    found: list[tuple[datetime, str]] = []
    for lead in life.lead_times:
        at, why = _before(life, stand.starts_at, lead), "on time"
        if life.clock.is_quiet(at):
            why, end = "shifted", life.clock.quiet_ends(at)
            at = end if end + STILL_SERVES <= stand.starts_at else life.clock.before_quiet(at)
        if at > stand.since:
            found.append((at, why))
    return found


def _before(life: Life, starts_at: datetime, lead: timedelta) -> datetime:
    """So long before: whole days at the same wall time, the rest by the hour."""
    wall = life.clock.wall(starts_at)
    same_wall = life.clock.shows(wall.date() - timedelta(days=lead.days), wall.time())
    return same_wall - timedelta(seconds=lead.seconds) if lead.days else starts_at - lead


def _as_worked(
    life: Life, story: SessionStory, stand: _Stand, wished: datetime, why: str
) -> Expected | None:
    """As it is after outages and what was said meanwhile; None: it isn't wanted any more."""
    at, until = life.outages.worked_at(wished), stand.starts_at
    expected = Expected(REMINDER, story.id, at, until, why if at == wished else "after an outage")
    if at >= stand.until:
        passed_meanwhile = at != wished and stand.until == until and life.hears(wished)
        return replace(expected, lapsed=True) if passed_meanwhile else None
    if not life.hears(at) or story.is_confirmed(at):
        return None
    expected = replace(expected, is_late=at - wished > SAYS_LATE)
    if at != wished and life.clock.is_quiet(at):
        at = life.clock.quiet_ends(at)
        if at >= until:
            return replace(expected, lapsed=True)
        if at >= stand.until or not life.hears(at) or story.is_confirmed(at):
            return None
    return replace(expected, at=at)

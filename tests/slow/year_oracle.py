"""What should have come to a client about their hours, and when: from the stories, by brute force.

It is written from what the practice is promised, with nothing of the program's. Each kind of message is a
function that gives what should exist; `KINDS` lists them, and is where one is added.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from tests.slow.year_clock import LocalClock, Outages
from tests.slow.year_people import Change, ClientStory, SessionStory

UNDO = timedelta(minutes=3)
SETS_OUT = timedelta(hours=2)
STILL_SERVES = timedelta(hours=1)
REMINDER, MOVED, CANCELLED = "reminder", "moved", "cancelled"


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
    is_first: bool


def _stands(story: SessionStory) -> Iterator[_Stand]:
    since, starts_at, is_first = story.booked_at, story.starts_at, True
    for each in story.changes:
        if since is not None:
            yield _Stand(starts_at, since, each.at, is_first)
        if each.change is not Change.MOVED:
            return
        since, starts_at, is_first = each.at, each.starts_at, False
    yield _Stand(starts_at, since, starts_at, is_first)


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
        at, why = stand.starts_at - lead, "on time"
        if life.clock.is_quiet(at):
            why, end = "shifted", life.clock.quiet_ends(at)
            at = end if end + STILL_SERVES <= stand.starts_at else life.clock.before_quiet(at)
        if at > stand.since:
            found.append((at, why))
    if found or not stand.is_first:
        return found
    return _short_notice(life, stand)


def _short_notice(life: Life, stand: _Stand) -> list[tuple[datetime, str]]:
    """Booked after every lead time: told once, after the undo delay."""
    notice = stand.since + UNDO
    if notice >= stand.starts_at:
        return []
    if not life.clock.is_quiet(notice):
        return [(notice, "on time")]
    end = life.clock.quiet_ends(notice)
    if end < stand.starts_at:
        return [(end, "shifted")]
    before = life.clock.before_quiet(notice)
    return [(before, "shifted")] if before > stand.since else []


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
    if at != wished and life.clock.is_quiet(at):
        at = life.clock.quiet_ends(at)
        if at >= until:
            return replace(expected, lapsed=True)
        if at >= stand.until or not life.hears(at) or story.is_confirmed(at):
            return None
    return replace(expected, at=at)


# --- what the practice changed


def changes(life: Life) -> Iterator[Expected]:
    """One notice after the undo delay, for all that was changed by then."""
    for story in life.client.sessions.values():
        yield from _notices_of(life, story)


def _notices_of(life: Life, story: SessionStory) -> Iterator[Expected]:
    due: datetime | None = None
    known = was_at = story.starts_at
    why = "on time"
    for change in [*story.changes, None]:
        while due is not None and (change is None or life.outages.worked_at(due) < change.at):
            at = life.outages.worked_at(due)
            why = why if at == due else "after an outage"
            waits = _waits_until(life, story, known, at)
            if waits is not None and waits > at:
                due, why = waits, "shifted"
                continue
            if waits is not None and life.hears(at):
                yield _notice(story, known, at, why, is_silent=life.clock.is_quiet(at))
            due = None
        if change is None:
            return
        if change.change is Change.CALLED_OFF:
            due = None
        else:
            known = was_at if due is None else known
            due, why = change.at + UNDO, "on time"
        was_at = change.starts_at


def _waits_until(life: Life, story: SessionStory, known: datetime, at: datetime) -> datetime | None:
    """None if there is nothing to know any more; else when it may be said."""
    now_at = story.starts_at_of(at)
    times = [known, now_at] if story.stands(at) else [known]
    if (story.stands(at) and now_at == known) or max(times) <= at:
        return None
    if not life.clock.is_quiet(at) or not life.hears(at):
        return at
    end = life.clock.quiet_ends(at)
    return end if end < min(each for each in times if each > at) - SETS_OUT else at


def _notice(
    story: SessionStory, known: datetime, at: datetime, why: str, *, is_silent: bool
) -> Expected:
    stands = story.stands(at)
    until = max(known, story.starts_at_of(at)) if stands else known
    return Expected(MOVED if stands else CANCELLED, story.id, at, until, why, is_silent)


Kind = Callable[[Life], Iterator[Expected]]
KINDS: Sequence[Kind] = (reminders, changes)

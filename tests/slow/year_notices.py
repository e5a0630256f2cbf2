"""What should have come to a client about times that were booked, moved or cancelled: by brute force.

One message for all that changed, three minutes after the last of some quick changes; what was changed back isn't said.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tests.slow.year_oracle import NOTICE, SAYS_LATE, UNDO, Expected, Life, reminders
from tests.slow.year_people import Change, SessionStory

SETS_OUT = timedelta(hours=2)
Times = tuple[datetime | None, datetime | None]  # the one they go by, the one that stands


@dataclass
class _Known:
    """What the client goes by of a session, and when they are to be told how it stands."""

    story: SessionStory
    known: datetime | None = None
    due: datetime | None = None

    def stands(self, at: datetime) -> datetime | None:
        return self.story.starts_at_of(at) if self.story.stands(at) else None


def notices(life: Life) -> Iterator[Expected]:
    """All that happened to a client's times, in order, and what they were told in between."""
    known = {story.id: _Known(story) for story in life.client.sessions.values()}
    events = [(each.story.booked_at, 0, each.story.id, "booked") for each in known.values()]
    for each in known.values():
        events += [(c.at, 0, each.story.id, c.change.value) for c in each.story.changes]
    events += [(each.at, 1, each.about, "shown") for each in reminders(life) if not each.lapsed]
    for each in known.values():
        events += [
            (at, 1, each.story.id, "taken back") for at, yes in each.story.confirmed if not yes
        ]
    end = datetime.max.replace(tzinfo=UTC)
    for at, _order, session_id, what in [*sorted(events), (end, 2, 0, "end")]:
        yield from _told_before(life, list(known.values()), at)
        if what != "end":
            _happens(known[session_id], at, what)


def _happens(each: _Known, at: datetime, what: str) -> None:
    if what == Change.CALLED_OFF.value:
        each.known, each.due = None, None
    elif what not in ("shown", "taken back"):
        each.due = at + UNDO
    elif each.known is None or what == "taken back":
        each.known, each.due = each.stands(at), None


def _told_before(life: Life, known: list[_Known], until: datetime) -> Iterator[Expected]:
    why: dict[int, str] = {}
    while True:
        waiting = [each for each in known if each.due is not None]
        due = sorted((each.due, each.story.id) for each in waiting if each.due is not None)
        if not due or life.outages.worked_at(due[0][0]) >= until:
            return
        first = next(each for each in waiting if each.story.id == due[0][1])
        assert first.due is not None, "it was looked for"
        at = life.outages.worked_at(first.due)
        if at > first.due:
            why[first.story.id] = "after an outage"
        expected = _tell(life, first, [each for each in waiting if each is not first], at, why)
        if expected is not None:
            yield expected


def _tell(
    life: Life, first: _Known, others: list[_Known], at: datetime, why: dict[int, str]
) -> Expected | None:
    rows = [first, *others]
    changes = [each for each in _net(rows, at) if any(t and t > at for t in each)]
    times = [t for each in changes for t in each if t is not None and t > at]
    if times and min(times) - SETS_OUT > at:
        quick = [each.due for each in others if each.due and at < each.due <= at + UNDO]
        if quick:
            first.due = max(quick)
            return None
    expected = None
    if times and life.hears(at):
        end = life.clock.quiet_ends(at)
        if at < end < min(times) - SETS_OUT:
            for each in rows:
                each.due, why[each.story.id] = end, "shifted"
            return None
        because = why.get(first.story.id, "on time")
        is_late = first.due is not None and at - first.due > SAYS_LATE
        expected = Expected(
            NOTICE, life.client.chat, at, max(times), because, at < end, is_late=is_late
        )
    for each in rows:
        each.known, each.due = each.stands(at), None
    return expected


def _net(rows: list[_Known], at: datetime) -> list[Times]:
    """What is left to know: a time that one gives up and another takes is no change."""
    left = [(each.known, each.stands(at)) for each in rows]
    left = [each for each in left if each[0] != each[1]]
    while True:
        pairs = [
            (a, b) for a in left for b in left if a is not b and a[1] is not None and a[1] == b[0]
        ]
        if not pairs:
            return left
        a, b = pairs[0]
        left = [each for each in left if each is not a and each is not b]
        left += [(a[0], b[1])] if a[0] != b[1] else []

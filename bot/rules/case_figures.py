"""Cases in numbers: how many, how soon somebody looked and answered, never whose they are."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.rules.due import day_of, local_instant, start_of_day
from bot.rules.routing import Kind
from bot.rules.working_hours import WorkingHours

# Fewer of a kind, or fewer of all the other kinds together, would speak of single people.
FEWEST_OF_A_KIND = 10
WEEKS_DRAWN = 12
# A picture of fewer shows single cases come and go, and nothing else.
_FEWEST_DRAWN = 5
_FEWEST_WEEKS_DRAWN = 4
_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class CountedCase:
    """What of a case is counted. What was first promised and first done stays as it was."""

    kind: Kind
    sent_at: datetime
    look_by: datetime | None = None
    answer_by: datetime | None = None
    looked_at: datetime | None = None
    answered_at: datetime | None = None
    closed_at: datetime | None = None
    is_open: bool = False
    owed_by: datetime | None = None  # the promised time of what the client waits for now


@dataclass(frozen=True)
class Waits:
    """How long clients waited, in the practice's hours, and how often a promise was kept."""

    middle: timedelta
    longest: timedelta
    kept: int
    promised: int


@dataclass(frozen=True)
class Week:
    starts_at: datetime
    sent: int
    closed: int
    open_at_end: int


@dataclass(frozen=True)
class Figures:
    """What a digest says. `kinds` are counted in tens; `weeks` are empty where too few were sent."""

    sent: int
    closed: int
    open_now: int
    overdue: int
    look: Waits | None
    answer: Waits | None
    kinds: tuple[tuple[Kind, int], ...]
    weeks: tuple[Week, ...]

    @property
    def is_quiet(self) -> bool:
        return not (self.sent or self.closed or self.open_now)


def figures(
    cases: Sequence[CountedCase],
    *,
    hours: WorkingHours,
    since: datetime,
    until: datetime,
    now: datetime,
) -> Figures:
    """Sent and closed within `since` to `until`, both beginnings of weeks; open and overdue now."""
    starts = [weeks_before(until, count, hours.zone) for count in range(WEEKS_DRAWN, -1, -1)]
    lately = [case for case in cases if starts[0] <= case.sent_at < until]
    year = year_before(until, hours.zone)
    return Figures(
        sent=sum(since <= case.sent_at < until for case in cases),
        closed=sum(_is_within(case.closed_at, since, until) for case in cases),
        open_now=sum(case.is_open for case in cases),
        overdue=sum(case.is_open and _has_passed(case.owed_by, now) for case in cases),
        look=_waits([(case, case.looked_at, case.look_by) for case in lately], hours, now),
        answer=_waits([(case, case.answered_at, case.answer_by) for case in lately], hours, now),
        kinds=kinds_shown([case.kind for case in cases if year[0] <= case.sent_at < year[1]]),
        weeks=_weeks(cases, starts) if _may_be_drawn(lately, until) else (),
    )


def kinds_shown(kinds: Collection[Kind]) -> tuple[tuple[Kind, int], ...]:
    """The kinds of which there are ten or more, each with its number rounded down to tens.

    Where few are left over, the smallest of the kinds joins them: what is shown taken from all
    would leave those few alone.
    """
    counts = Counter(kinds).most_common()
    shown = [(kind, count) for kind, count in counts if count >= FEWEST_OF_A_KIND]
    rest = sum(count for _kind, count in counts if count < FEWEST_OF_A_KIND)
    while shown and 0 < rest < FEWEST_OF_A_KIND:
        rest += shown.pop()[1]
    return tuple((kind, count // FEWEST_OF_A_KIND * FEWEST_OF_A_KIND) for kind, count in shown)


# --- weeks and years


def week_start(instant: datetime, zone: ZoneInfo) -> datetime:
    """The Monday midnight at which the week of this instant began."""
    day = day_of(instant, zone)
    return start_of_day(day - timedelta(days=day.weekday()), zone)


def weeks_before(start: datetime, count: int, zone: ZoneInfo) -> datetime:
    """The beginning of the week so many weeks before (or after) one that begins at `start`."""
    return start_of_day(day_of(start, zone) - count * _WEEK, zone)


def year_before(instant: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The last four whole quarters.

    Kinds are counted over them: a number that went up from one week to the next would say of what
    kind this week's one case was.
    """
    day = day_of(instant, zone)
    ends = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return start_of_day(ends.replace(year=ends.year - 1), zone), start_of_day(ends, zone)


def first_opening(start: datetime, hours: WorkingHours) -> datetime:
    """When a digest of a week that begins at `start` comes: as somebody is there again."""
    opening = hours.next_opening(start)
    return opening or local_instant(day_of(start, hours.zone), time(9), hours.zone)


def _weeks(cases: Sequence[CountedCase], starts: Sequence[datetime]) -> tuple[Week, ...]:
    return tuple(
        Week(
            starts_at=begins,
            sent=sum(begins <= case.sent_at < ends for case in cases),
            closed=sum(_is_within(case.closed_at, begins, ends) for case in cases),
            open_at_end=sum(
                case.sent_at < ends and (case.closed_at is None or case.closed_at >= ends)
                for case in cases
            ),
        )
        for begins, ends in pairwise(starts)
    )


def _may_be_drawn(lately: Sequence[CountedCase], until: datetime) -> bool:
    first = min((case.sent_at for case in lately), default=until)
    return len(lately) >= _FEWEST_DRAWN and until - first > (_FEWEST_WEEKS_DRAWN - 1) * _WEEK


# --- how long it took


def _waits(
    steps: Sequence[tuple[CountedCase, datetime | None, datetime | None]],
    hours: WorkingHours,
    now: datetime,
) -> Waits | None:
    """Of (case, when it was done, by when it was promised); None where nothing was done yet.

    A promise counts once it was kept or its time has passed.
    """
    took = sorted(
        working_time(hours, case.sent_at, done) for case, done, _by in steps if done is not None
    )
    if not took:
        return None
    ripe = [(done, by) for _case, done, by in steps if by is not None and (done or by < now)]
    return Waits(
        middle=took[(len(took) - 1) // 2],
        longest=took[-1],
        kept=sum(done is not None and done <= by for done, by in ripe),
        promised=len(ripe),
    )


def working_time(hours: WorkingHours, begins: datetime, ends: datetime) -> timedelta:
    """How much of this time the practice was open; all of it where it has no hours."""
    if not hours.spans:
        return max(ends - begins, timedelta())
    day = begins.astimezone(hours.zone).date() - timedelta(days=1)  # a span may pass midnight
    last = ends.astimezone(hours.zone).date()
    worked = timedelta()
    while day <= last:
        for opens, closes in hours.spans_of(day):
            worked += max(min(closes, ends) - max(opens, begins), timedelta())
        day += timedelta(days=1)
    return worked


def working_day(hours: WorkingHours) -> timedelta:
    """How long the practice's longest day is."""
    days = [sum(map(_length, spans), timedelta()) for spans in hours.spans.values()]
    return max(days, default=timedelta(days=1))


def _length(span: tuple[time, time]) -> timedelta:
    opens, closes = (timedelta(hours=each.hour, minutes=each.minute) for each in span)
    return closes - opens if opens < closes else closes - opens + timedelta(days=1)


def _is_within(instant: datetime | None, since: datetime, until: datetime) -> bool:
    return instant is not None and since <= instant < until


def _has_passed(instant: datetime | None, now: datetime) -> bool:
    return instant is not None and instant < now

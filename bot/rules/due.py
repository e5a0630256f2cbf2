"""When things fall due: local wall time, lead times and quiet hours, all to instants in UTC.

The one place that reckons with what clocks show. A wall time that clocks skip (a gap) means the
instant at which the gap ends; one that comes twice (a fold) means the first, except that quiet
hours end at the second. Days are added to the wall time, hours to the instant.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

# A change is told of after the time in which whoever made it may still correct it (the undo delay of
# comparable appointment books is 3 minutes: FIELD §1.1, Jane).
UNDO_DELAY = timedelta(minutes=3)
# What comes by itself so much after its instant says so; less than that nobody notices.
LATE_AFTER = timedelta(minutes=15)
_DAY = timedelta(days=1)
# Where clocks skip the hours between them, or a whole day, so many quiet spans at most are one.
_SPANS_IN_ONE = 4


@dataclass(frozen=True)
class QuietHours:
    """The daily span in which nobody is written to unasked. It may pass midnight."""

    begins: time
    ends: time

    def holds(self, wall: time) -> bool:
        """Whether it is quiet when clocks show this."""
        if self.begins < self.ends:
            return self.begins <= wall < self.ends
        return wall >= self.begins or wall < self.ends

    def span_around(self, instant: datetime, zone: ZoneInfo) -> tuple[datetime, datetime] | None:
        """The quiet span [begin, end) that holds this instant, or None.

        Spans that touch are one: just before it and at its end it is not quiet.
        """
        span = self._one_around(instant, zone)
        if span is None:
            return None
        begin, end = span
        for _touching in range(_SPANS_IN_ONE):
            before = self._one_around(begin - timedelta.resolution, zone)
            after = self._one_around(end, zone)
            if before is None and after is None:
                break
            begin, end = before[0] if before else begin, after[1] if after else end
        return begin, end

    def _one_around(self, instant: datetime, zone: ZoneInfo) -> tuple[datetime, datetime] | None:
        today = day_of(instant, zone)
        for day in (today - _DAY, today):
            last_day = day if self.begins < self.ends else day + _DAY
            begin = local_instant(day, self.begins, zone)
            if begin <= instant < (end := local_instant(last_day, self.ends, zone, second=True)):
                return begin, end
        return None


@dataclass(frozen=True)
class Clocks:
    """How somebody's days go: the zone whose time they keep, and their own quiet hours.

    Whatever is sent unasked goes by the clocks of whoever gets it (`Person.clocks`).
    """

    zone: ZoneInfo
    quiet_hours: QuietHours | None

    def quiet_span(self, instant: datetime) -> tuple[datetime, datetime] | None:
        """The quiet span [begin, end) that holds this instant, or None."""
        return self.quiet_hours.span_around(instant, self.zone) if self.quiet_hours else None

    def once_not_quiet(self, instant: datetime) -> datetime:
        """`instant`, or the end of the quiet span that holds it."""
        span = self.quiet_span(instant)
        return instant if span is None else span[1]

    # --- the clocks

    def day_of(self, instant: datetime) -> date:
        return day_of(instant, self.zone)

    def days_later(self, instant: datetime, days: int) -> datetime:
        """The same wall time, so many days after (or before); quiet hours are not looked at."""
        return days_later(instant, days, self.zone)

    def before(self, instant: datetime, lead: timedelta) -> datetime:
        """So long before: whole days at the same wall time, the rest by the hour."""
        return self.days_later(instant, -lead.days) - (lead - timedelta(days=lead.days))

    # --- outside quiet hours

    def outside_quiet_hours(self, wished: datetime, useful_until: datetime) -> datetime | None:
        """The instant nearest to `wished` at which it is not quiet, before `useful_until`.

        Later where that still serves, that is at least an hour before `useful_until`; otherwise
        just before the quiet span begins; None if `useful_until` itself passed.
        """
        if wished >= useful_until:
            return None
        span = self.quiet_span(wished)
        if span is None:
            return wished
        begin, end = span
        if end + timedelta(hours=1) <= useful_until:
            return end
        return begin - timedelta(minutes=1)

    def after_quiet_hours(
        self, instant: datetime, useful_until: datetime | None
    ) -> datetime | None:
        """`instant` if it is not quiet then, else the end of the quiet span.

        None where that is no longer before `useful_until`. For what is late already: going back to
        before the quiet hours is no longer possible.
        """
        chosen = self.once_not_quiet(instant)
        return chosen if useful_until is None or chosen < useful_until else None

    def on(self, day: date, wall: time) -> datetime:
        """The wall time on this day; where it is quiet then, once it isn't, on the same day still.

        Where the quiet hours go on to the next day: as this day's first ones end.
        """
        instant = self.once_not_quiet(local_instant(day, wall, self.zone))
        if self.day_of(instant) == day:
            return instant
        return self.once_not_quiet(start_of_day(day, self.zone))

    def day_after_day(self, wished: datetime) -> Iterator[datetime]:
        """What was wished, then the same wall time on each later day; each once it isn't quiet."""
        return (self.once_not_quiet(self.days_later(wished, days)) for days in count())

    def same_wall_time(self, instant: datetime, before: "Clocks") -> datetime:
        """The instant at which these clocks show what the others showed, or once it isn't quiet."""
        if before.zone == self.zone:
            return self.once_not_quiet(instant)  # the second of two stays the second
        wall = instant.astimezone(before.zone)
        return self.once_not_quiet(local_instant(wall.date(), wall.time(), self.zone))


# --- wall time to instants


def local_instant(day: date, wall: time, zone: ZoneInfo, *, second: bool = False) -> datetime:
    """The UTC instant at which the clocks of `zone` show this wall time on this day.

    A wall time that is skipped when clocks go forward (a gap) means the instant at which the gap
    ends. One that comes twice when clocks go back (a fold) means the first of the two, or, if asked
    for, the second.
    """
    # A wall time that was read from the second of two remembers it (PEP 495): what counts is ours.
    local = datetime.combine(day, wall.replace(fold=second), tzinfo=zone)
    instant = local.astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None):
        return instant
    # In a gap, fold=0 reads the wall time with the offset before the change and lands after it,
    # fold=1 with the offset after it and lands before it: the change lies between the two.
    early, late = sorted(local.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    return _change_between(early, late, zone)


def _change_between(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The instant in (before, after] at which the zone's offset changes, to the second."""
    old_offset = before.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) / 2
        if middle.astimezone(zone).utcoffset() == old_offset:
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)


def shown_at(local: datetime, zone: ZoneInfo) -> list[datetime]:
    """Every instant at which the clocks show this day and wall time: none in a gap, two in a fold."""
    both = {local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return sorted(each for each in both if each.astimezone(zone).replace(tzinfo=None) == local)


def day_of(instant: datetime, zone: ZoneInfo) -> date:
    """The day that the clocks of `zone` show."""
    return instant.astimezone(zone).date()


def start_of_day(day: date, zone: ZoneInfo) -> datetime:
    return local_instant(day, time(0), zone)


def days_later(instant: datetime, days: int, zone: ZoneInfo) -> datetime:
    """The instant at which the clocks show the same wall time, so many days after (or before)."""
    if days == 0:
        return instant  # the second of two stays the second
    local = instant.astimezone(zone)
    return local_instant(local.date() + timedelta(days=days), local.time(), zone)


def next_full_hour(instant: datetime, zone: ZoneInfo) -> datetime:
    """The next hour after this instant that the clocks strike: they may be half an hour off UTC."""
    local = instant.astimezone(zone)
    past = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
    return instant.astimezone(UTC) - past + timedelta(hours=1)


# --- a session's reminders


@dataclass(frozen=True)
class ReminderRules:
    """What decides when a session's reminders come."""

    lead_times: tuple[timedelta, ...]
    clocks: Clocks


@dataclass(frozen=True, order=True)
class Reminder:
    """When a reminder comes, and of which lead time it is: its words follow from the latter."""

    at: datetime
    lead: timedelta


def next_reminder_at(starts_at: datetime, rules: ReminderRules, after: datetime) -> datetime | None:
    """The first reminder's instant later than `after`, or None if none is left."""
    later = (each.at for each in _reminders(starts_at, rules) if each.at > after)
    return min(later, default=None)


def reminder_of_today(starts_at: datetime, rules: ReminderRules, now: datetime) -> Reminder | None:
    """The newest reminder whose instant has come, if it came on this day of the reader's.

    One that is a day late is none any more: its words («by tomorrow») were written for its day.
    """
    today = now.astimezone(rules.clocks.zone).date()
    newest = newest_reminder(starts_at, rules, now)
    if newest is None or newest.at.astimezone(rules.clocks.zone).date() != today:
        return None
    return newest


def newest_reminder(starts_at: datetime, rules: ReminderRules, now: datetime) -> Reminder | None:
    """The one whose instant came last; of several at one instant that of the shortest lead time."""
    come = [each for each in _reminders(starts_at, rules) if each.at <= now]
    return max(come, key=lambda each: (each.at, -each.lead), default=None)


def moved_reminder_at(
    starts_at: datetime,
    due_at: datetime,
    before: ReminderRules,
    after: ReminderRules,
    now: datetime,
) -> datetime | None:
    """The next reminder once the rules have changed, where by the old ones it was due at `due_at`.

    No reminder that came by the old rules comes again by the new ones, and none is lost because
    its new instant has just passed: that one comes now. None if there is no other than `due_at`.
    """
    came = {each.lead for each in _reminders(starts_at, before) if each.at < due_at}
    at_once = after.clocks.after_quiet_hours(now, starts_at)
    instants: list[datetime] = []
    for each in _reminders(starts_at, after):
        if each.at > now and each.lead not in came:
            instants.append(each.at)
        elif each.lead in set(before.lead_times) - came and at_once is not None:
            instants.append(at_once)
    return min(instants, default=None)


def _reminders(starts_at: datetime, rules: ReminderRules) -> Iterable[Reminder]:
    for lead in rules.lead_times:
        wished = rules.clocks.before(starts_at, lead)
        instant = rules.clocks.outside_quiet_hours(wished, starts_at)
        if instant is not None:
            yield Reminder(instant, lead)

"""When things fall due: local wall time, lead times and quiet hours, all to instants in UTC."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

# A booking on short notice is told of after the time in which the office may still correct it
# (the undo delay of comparable appointment books is 3 minutes: FIELD §1.1, Jane).
UNDO_DELAY = timedelta(minutes=3)
# What comes by itself so much after its instant says so; less than that nobody notices.
LATE_AFTER = timedelta(minutes=15)


@dataclass(frozen=True)
class QuietHours:
    """The daily span in which nobody is written to unasked. It may pass midnight."""

    begins: time
    ends: time

    def span_around(self, instant: datetime, zone: ZoneInfo) -> tuple[datetime, datetime] | None:
        """The quiet span [begin, end) that holds this instant, or None."""
        today = instant.astimezone(zone).date()
        for day in (today - timedelta(days=1), today):
            last_day = day if self.begins < self.ends else day + timedelta(days=1)
            begin = local_instant(day, self.begins, zone)
            end = local_instant(last_day, self.ends, zone)
            if begin <= instant < end:
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

    def after_quiet_hours(self, instant: datetime, useful_until: datetime) -> datetime | None:
        """`instant` if it is not quiet then, else the end of the quiet span.

        None where that is no longer before `useful_until`. For what is late already: going back to
        before the quiet hours is no longer possible.
        """
        chosen = self.once_not_quiet(instant)
        return chosen if chosen < useful_until else None

    def same_wall_time(self, instant: datetime, before: "Clocks") -> datetime:
        """The instant at which these clocks show what the others showed, or once it isn't quiet."""
        wall = instant.astimezone(before.zone)
        return self.once_not_quiet(local_instant(wall.date(), wall.time(), self.zone))


def local_instant(day: date, wall: time, zone: ZoneInfo) -> datetime:
    """The UTC instant at which the clocks of `zone` show this wall time on this day.

    A wall time that is skipped when clocks go forward (a gap) means the instant at which the gap
    ends. One that comes twice when clocks go back (a fold) means the first of the two.
    """
    local = datetime.combine(day, wall, tzinfo=zone)  # fold=0
    instant = local.astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None):
        return instant
    # In a gap, fold=0 reads the wall time with the offset before the change and lands after it,
    # fold=1 with the offset after it and lands before it: the change lies between the two.
    return _change_between(local.replace(fold=1).astimezone(UTC), instant, zone)


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

    One that is a day late is none any more: its words («by tomorrow») were written for its day. Of
    several at one instant (the end of quiet hours) it is that of the shortest lead time.
    """
    today = now.astimezone(rules.clocks.zone).date()
    come = [each for each in _reminders(starts_at, rules) if each.at <= now]
    newest = max(come, key=lambda each: (each.at, -each.lead), default=None)
    if newest is None or newest.at.astimezone(rules.clocks.zone).date() != today:
        return None
    return newest


def first_reminder_at(
    starts_at: datetime, rules: ReminderRules, booked_at: datetime
) -> datetime | None:
    """The first reminder of a new booking.

    A booking so late that every lead time has passed gets one notice instead, after the undo
    delay: after quiet hours where that is still before the session, else before them where that is
    still to come, else none.
    """
    planned = next_reminder_at(starts_at, rules, booked_at)
    if planned is not None:
        return planned
    notice = booked_at + UNDO_DELAY
    after = rules.clocks.after_quiet_hours(notice, starts_at)
    if after is not None:
        return after
    before = rules.clocks.outside_quiet_hours(notice, starts_at)
    return before if before is not None and before > booked_at else None


def _reminders(starts_at: datetime, rules: ReminderRules) -> Iterable[Reminder]:
    for lead in rules.lead_times:
        instant = rules.clocks.outside_quiet_hours(starts_at - lead, starts_at)
        if instant is not None:
            yield Reminder(instant, lead)

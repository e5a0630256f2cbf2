"""A time that a client is given: still ahead, nobody busy then, and booked in one step."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from bot.records import bookings, consents, people, therapy_sessions
from bot.records.bookings import Booking
from bot.records.consents import Purpose
from bot.records.people import Person, Telephone
from bot.records.therapy_sessions import SessionState, TherapySession
from bot.rules.due import ReminderRules, next_reminder_at
from bot.rules.free_times import Span
from bot.texts import TimeWords, _
from bot.turn import Turn


def stands(row: TherapySession, now: datetime) -> bool:
    """Whether the session is still to come, so that another time means moving it."""
    return row.state is SessionState.BOOKED and row.starts_at > now


def psychologist_of(turn: Turn, row: TherapySession, client: Person) -> int:
    """Whom the client will see: a session that is booked anew is with who is theirs now."""
    if stands(row, turn.now) or client.psychologist_id is None:
        return row.psychologist_id
    return client.psychologist_id


def busy_around(
    turn: Turn, row: TherapySession, client: Person, first: datetime, last: datetime
) -> list[Span]:
    """When the client or the psychologist has another session."""
    both = [client.id, psychologist_of(turn, row, client)]
    found = therapy_sessions.busy_between(turn.db, both, first, last)
    return [(each.starts_at, each.ends_at) for each in found if each.id != row.id]


def is_free(turn: Turn, row: TherapySession, client: Person, starts_at: datetime) -> bool:
    """Whether the session could be then: ahead, and neither of the two has another one."""
    ends_at = starts_at + timedelta(minutes=row.minutes)
    return starts_at > turn.now and not busy_around(turn, row, client, starts_at, ends_at)


def still_free(
    turn: Turn, row: TherapySession, client: Person, instants: Sequence[datetime]
) -> list[datetime]:
    """Those of these times that could be booked now, and stay so until this turn ends.

    Whoever is given a time holds the psychologist's row: two clients never get the same one.
    """
    people.lock(turn.db, psychologist_of(turn, row, client))
    return [each for each in instants if is_free(turn, row, client, each)]


def give(turn: Turn, row: TherapySession, client: Person, starts_at: datetime) -> TherapySession:
    """Move the session there, or book one anew with the same place; the client hears it now."""
    booking = Booking(starts_at, row.minutes, row.place, row.link, is_known=True)
    if stands(row, turn.now):
        bookings.move(turn.db, row, booking, turn.practice, turn.now)
        return row
    return bookings.book(turn.db, client, booking, turn.practice, turn.now)


def booked_line(turn: Turn, row: TherapySession, client: Person, words: TimeWords) -> str:
    """«Booked: … I'll remind you the day before.», where a reminder is to come and wanted."""
    booked = _("Booked: {when}.").format(when=words.day_and_time(row.starts_at))
    hears = client.hears_unasked(turn.now) and client.telephone is not Telephone.NOT_ASKED
    if row.remind_at is None or not hears:
        return booked
    if not consents.has(turn.db, client, Purpose.REMINDERS):
        return booked
    rules = client.reminder_rules(turn.practice)
    days = {words.days_until(row.starts_at, each) for each in _reminders(row, rules)}
    if 1 in days:
        reminder = _("I'll remind you the day before.")
    elif 0 in days:
        reminder = _("I'll remind you on the day.")
    else:
        reminder = _("I'll remind you {count} days before.").format(count=min(days))
    return f"{booked} {reminder}"


def _reminders(row: TherapySession, rules: ReminderRules) -> Iterator[datetime]:
    """The instants of all reminders that are still to come."""
    instant = row.remind_at
    while instant is not None:
        yield instant
        instant = next_reminder_at(row.starts_at, rules, instant)

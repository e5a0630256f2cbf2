"""Booking, moving and cancelling sessions: the one place where what falls due of one is set."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.records import dialogue, notes, outbox, people, therapy_sessions
from bot.records.encryption import keyring
from bot.records.people import Person
from bot.records.therapy_sessions import Answer, Attendance, SessionState, TherapySession
from bot.rules import briefs
from bot.rules.due import UNDO_DELAY, ReminderRules, moved_reminder_at, next_reminder_at
from bot.rules.practice import Practice
from bot.rules.reaching import first_look

# So long before a session its link comes again, where the client asked for that.
LINK_BEFORE = timedelta(minutes=10)


@dataclass(frozen=True)
class Booking:
    """What is agreed when a session is booked."""

    starts_at: datetime
    minutes: int = 50
    place: str | None = None
    link: str | None = None
    uid: str | None = None  # its name in the practice's own records
    is_known: bool = False  # the client hears of it in the same moment, and gets no notice


def book(
    db: Session, client: Person, booking: Booking, practice: Practice, now: datetime
) -> TherapySession:
    """Book a session with the client's psychologist."""
    return add(db, planned(client, booking, practice, now))


def planned(client: Person, booking: Booking, practice: Practice, now: datetime) -> TherapySession:
    """A session that is about to be booked: the one place where its instants are set."""
    assert client.psychologist_id is not None, "a client is added with their psychologist"
    row = TherapySession(
        client_id=client.id,
        psychologist_id=client.psychologist_id,
        starts_at=booking.starts_at,
        minutes=booking.minutes,
        created_at=now,
    )
    rules = client.reminder_rules(practice)
    row.remind_at = next_reminder_at(booking.starts_at, rules, now)
    plan_what_follows(row, practice)
    _let_know(row, booking, now)
    row.place, row.link = booking.place, booking.link
    row.uid_hash = keyring().hash(booking.uid) if booking.uid else None
    return row


def _let_know(row: TherapySession, booking: Booking, now: datetime) -> None:
    row.notice_at = now + UNDO_DELAY
    if booking.is_known:
        is_known(row)


def is_known(row: TherapySession) -> None:
    """The client has just learned how it stands, and isn't told of it."""
    row.known_starts_at, row.notice_at = row.stands_at, None


def was_shown(rows: Iterable[TherapySession]) -> None:
    """The client sees these times: one that is new isn't told once more. Of one that was moved they
    have yet to read that the old time is none."""
    for row in rows:
        if row.known_starts_at is None:
            is_known(row)


def plan_what_follows(row: TherapySession, practice: Practice) -> None:
    """What falls due before it begins, if nothing of it arrives, and after its end."""
    row.reach_at = first_look(row.starts_at, practice.hours)
    row.brief_at = briefs.pushed_at(row.starts_at)
    row.check_in_at = row.ends_at + practice.check_in_delay
    row.ask_attendance_at, row.attendance = row.ends_at, Attendance.UNTOLD


def move(db: Session, row: TherapySession, to: Booking, practice: Practice, now: datetime) -> None:
    """A session is moved, or has another length: told once, after the undo delay.

    Reminders of the old time are withdrawn; an answer to it counts no more.
    """
    row.starts_at, row.minutes = to.starts_at, to.minutes
    _let_know(row, to, now)
    plan_again(db, row, practice, now)
    withdraw(db, row, now)


def plan_again(db: Session, row: TherapySession, practice: Practice, now: datetime) -> None:
    """Whatever falls due of a session that stands at another time than before, or stands again.

    What was said about it and isn't sent yet stays: answers to what a client did are among it.
    """
    client = people.get(db, row.client_id)
    rules = client.reminder_rules(practice)
    row.remind_at = next_reminder_at(row.starts_at, rules, now)
    row.answer, row.answered_at = Answer.NONE, None
    row.link_at = None if row.link_at is None else row.starts_at - LINK_BEFORE
    plan_what_follows(row, practice)
    db.flush()
    notes.look_again(db, [row.client_id], now)


def move_reminders(
    db: Session, client: Person, practice: Practice, now: datetime, *, before: ReminderRules
) -> None:
    """The client's clocks changed, and the reminders that are still to come go along.

    One for which the new clocks leave no time stays where it was: when it is sent, quiet hours hold.
    So does one that is due this very moment.
    """
    rules = client.reminder_rules(practice)
    for row in therapy_sessions.upcoming(db, client, now):
        if row.remind_at is not None and row.remind_at > now:
            moved = moved_reminder_at(row.starts_at, row.remind_at, before, rules, now)
            row.remind_at = moved or row.remind_at
    notes.look_again(db, [client.id], now)


def remind_at_lead_times(
    db: Session, client: Person, lead_times: str | None, practice: Practice, now: datetime
) -> None:
    """The client chose other lead times: every reminder still to come is planned anew.

    One that is due this very moment stays: it plans the next when it is sent.
    """
    client.lead_times = lead_times
    rules = client.reminder_rules(practice)
    for row in therapy_sessions.upcoming(db, client, now):
        if row.remind_at is None or row.remind_at > now:
            row.remind_at = next_reminder_at(row.starts_at, rules, now)
    db.flush()


def cancel(db: Session, row: TherapySession, now: datetime) -> None:
    """The practice cancels a session; the client is told once, after the undo delay."""
    row.state, row.cancelled_at, row.notice_at = SessionState.CANCELLED, now, now + UNDO_DELAY
    row.remind_at = row.brief_at = row.check_in_at = row.ask_attendance_at = None
    withdraw(db, row, now)


def withdraw(db: Session, row: TherapySession, now: datetime) -> None:
    """What was asked about it and what waits to be said is about a time that no longer holds."""
    db.flush()
    for topic in (row.topic, row.missed_topic, people.get(db, row.client_id).calendar_topic):
        outbox.withdraw(db, topic, now)
    for topic in (row.topic, row.missed_topic, row.notice_topic):
        dialogue.close_prompts(db, topic, now)
    notes.look_again(db, [row.client_id], now)


def add(db: Session, therapy_session: TherapySession) -> TherapySession:
    db.add(therapy_session)
    db.flush()
    notes.look_again(db, [therapy_session.client_id], therapy_session.created_at)
    return therapy_session

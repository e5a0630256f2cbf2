"""Commands about sessions: book one, move it, cancel it."""

from datetime import datetime, timedelta

import click
from sqlmodel import Session

from bot.clock import Clock
from bot.commands.practice import checked, local_words, person_named, read_instant
from bot.opening import Refusal, open_database, open_settings
from bot.records import audit, bookings, people, therapy_sessions
from bot.records.bookings import Booking
from bot.records.people import Person, Role
from bot.records.therapy_sessions import SessionState, TherapySession

_LONGEST_PLACE = 500
_LONGEST_SESSION = 24 * 60
_FURTHEST = timedelta(days=3 * 366)
_TOLD = "The client is told in 3 minutes, or the managers are asked to phone."
_TOLD_IF_HEARD = "The client is told in 3 minutes, if messages reach them."


@click.group()
def session() -> None:
    """The hours that are booked."""


@session.command("add")
@click.option("--client", "client_name", required=True, help="Full name or external id.")
@click.option(
    "--starts-at", required=True, help="2026-12-08T11:00, the practice's time, or +11:00."
)
@click.option(
    "--minutes",
    default=50,
    show_default=True,
    type=click.IntRange(1, _LONGEST_SESSION),
    help="How long it takes.",
)
@click.option("--place", help="Said in the reminder: Room 2.")
@click.option("--link", help="For a session on line; said in the reminder.")
def session_add(
    client_name: str, starts_at: str, minutes: int, place: str | None, link: str | None
) -> None:
    """Book a session. The client is told after 3 minutes, and reminded by the lead times that are
    still to come."""
    settings = open_settings()
    practice = settings.practice()
    begins = read_instant(starts_at, practice)
    now = Clock().now()
    if begins <= now:
        raise Refusal(f"{starts_at} is over already. Nothing was booked.")
    if begins > now + _FURTHEST:
        raise Refusal(f"{starts_at} is years away. Nothing was booked.")
    place = place and checked("A place", place, _LONGEST_PLACE)
    link = link and checked("A link", link, _LONGEST_PLACE)
    with open_database(settings) as database, database.transaction() as db:
        person = person_named(db, client_name, [Role.CLIENT])
        if therapy_sessions.overlapping(db, person, begins, minutes):
            raise Refusal("This client has a session at that time already. Nothing was booked.")
        booking = Booking(begins, minutes, place or None, link or None)
        row = bookings.book(db, person, booking, practice, now)
        audit.note(db, now, None, "book", row)
        reminded_at = row.remind_at
    click.echo(f"1 session booked: {local_words(begins, practice)}.")
    said = (
        f"First reminder {local_words(reminded_at, practice)}." if reminded_at else "No reminder."
    )
    click.echo(f"{_TOLD_IF_HEARD} {said}")


@session.command("move")
@click.option("--client", "client_name", required=True, help="Full name or external id.")
@click.option("--from", "was", required=True, help="When it begins now: 2026-12-08T11:00.")
@click.option("--to", "to", required=True, help="When it is to begin: 2026-12-09T14:00.")
def session_move(client_name: str, was: str, to: str) -> None:
    """Move a session. The client is told after 3 minutes; moved back until then, nothing."""
    settings = open_settings()
    practice, now = settings.practice(), Clock().now()
    begins = _ahead(to, read_instant(to, practice), now)
    with open_database(settings) as database, database.transaction() as db:
        row = _booked(db, client_name, read_instant(was, practice), now)
        ends = begins + timedelta(minutes=row.minutes)
        both = [row.client_id, row.psychologist_id]
        others = therapy_sessions.busy_between(db, both, begins, ends)
        if any(each.id != row.id for each in others):
            raise Refusal("The client or the psychologist has a session then. Nothing was moved.")
        bookings.move(db, row, Booking(begins, row.minutes), practice, now)
        audit.note(db, now, None, "move session", row)
    click.echo(f"1 session moved: {local_words(begins, practice)}. {_TOLD}")


@session.command("cancel")
@click.option("--client", "client_name", required=True, help="Full name or external id.")
@click.option("--starts-at", required=True, help="When it begins: 2026-12-08T11:00.")
def session_cancel(client_name: str, starts_at: str) -> None:
    """Cancel a session for the practice. The client is told after 3 minutes."""
    settings = open_settings()
    practice, now = settings.practice(), Clock().now()
    begins = read_instant(starts_at, practice)
    with open_database(settings) as database, database.transaction() as db:
        row = _booked(db, client_name, begins, now)
        bookings.cancel(db, row, now)
        audit.note(db, now, None, "cancel session", row)
    click.echo(f"1 session cancelled: {local_words(begins, practice)}. {_TOLD}")


def _ahead(said: str, begins: datetime, now: datetime) -> datetime:
    if begins <= now:
        raise Refusal(f"{said} is over already. Nothing was changed.")
    if begins > now + _FURTHEST:
        raise Refusal(f"{said} is years away. Nothing was changed.")
    return begins


def _booked(db: Session, client_name: str, begins: datetime, now: datetime) -> TherapySession:
    """The client's session that begins then, with their row locked."""
    client: Person = person_named(db, client_name, [Role.CLIENT])
    people.lock(db, client.id)
    found = [
        each
        for each in therapy_sessions.between(db, begins, begins + timedelta(minutes=1), None)
        if each.client_id == client.id and each.state is SessionState.BOOKED
    ]
    if not found:
        raise Refusal("This client has no session that begins then. Nothing was changed.")
    if begins <= now:
        raise Refusal("That session has begun or is over. Nothing was changed.")
    return found[0]

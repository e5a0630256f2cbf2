"""Commands about sessions: book one, move it, cancel it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import uuid4

import click
from sqlmodel import Session

from bot.clock import Clock
from bot.commands.practice import checked, local_words, person_named, read_instant
from bot.commands.wall_clocks import said_back
from bot.opening import Refusal, open_database, open_settings
from bot.records import audit, bookings, people, settled_requests, therapy_sessions
from bot.records.bookings import Booking
from bot.records.people import Person, Role
from bot.records.therapy_sessions import SessionState, TherapySession
from bot.rules.names import listed
from bot.rules.practice import Practice
from bot.texts import _
from bot.turn import Turn

_LONGEST_PLACE = 500
_LONGEST_SESSION = 24 * 60
_FURTHEST = timedelta(days=3 * 366)
_TOLD = "The client is told in 3 minutes, or the managers are asked to phone."
_TOLD_IF_HEARD = "The client is told in 3 minutes, if messages reach them."
_together = click.option(
    "--together",
    is_flag=True,
    help="Also while the psychologist sees somebody else: a couple, a family, a group.",
)


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
@_together
def session_add(
    client_name: str,
    starts_at: str,
    minutes: int,
    place: str | None,
    link: str | None,
    together: bool,
) -> None:
    """Book a session. The client is told after 3 minutes, and reminded by the lead times that are
    still to come."""
    settings = open_settings()
    practice = settings.practice()
    now = Clock().now()
    begins = _ahead(starts_at, read_instant(starts_at, practice), now, "booked")
    place = place and checked("A place", place, _LONGEST_PLACE)
    link = link and checked("A link", link, _LONGEST_PLACE)
    booking = Booking(begins, minutes, place or None, link or None)
    with open_database(settings) as database, database.transaction() as db:
        person = people.lock(db, person_named(db, client_name, [Role.CLIENT]).id)
        assert person.psychologist_id is not None, "a client is added with their psychologist"
        _refuse_taken(db, person.id, person.psychologist_id, booking, together=together)
        row = bookings.book(db, person, booking, practice, now)
        audit.note(db, now, None, "book", row)
        reminded_at = row.remind_at
    click.echo(f"1 session booked: {local_words(begins, practice)}.")
    _echo_clocks(starts_at, practice)
    said = (
        f"First reminder {local_words(reminded_at, practice)}." if reminded_at else "No reminder."
    )
    click.echo(f"{_TOLD_IF_HEARD} {said}")


@session.command("move")
@click.option("--client", "client_name", required=True, help="Full name or external id.")
@click.option("--from", "was", required=True, help="When it begins now: 2026-12-08T11:00.")
@click.option("--to", "to", required=True, help="When it is to begin: 2026-12-09T14:00.")
@_together
def session_move(client_name: str, was: str, to: str, together: bool) -> None:
    """Move a session. The client is told after 3 minutes; moved back until then, nothing."""
    settings = open_settings()
    practice, now = settings.practice(), Clock().now()
    begins = _ahead(to, read_instant(to, practice), now, "changed")
    with open_database(settings) as database, database.transaction() as db:
        row = _booked(db, client_name, read_instant(was, practice), now)
        booking = Booking(begins, row.minutes)
        _refuse_taken(
            db, row.client_id, row.psychologist_id, booking, own=row.id, together=together
        )
        bookings.move(db, row, booking, practice, now)
        settled_requests.settle(db, row, None, now)
        audit.note(db, now, None, "move session", row)
        _tell_psychologist(db, row, practice, now, lambda: _("{client} has a new time: {when}."))
    click.echo(f"1 session moved: {local_words(begins, practice)}. {_TOLD}")
    _echo_clocks(to, practice)


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
        _tell_psychologist(
            db, row, practice, now, lambda: _("{client}: the office cancelled {when}.")
        )
    click.echo(f"1 session cancelled: {local_words(begins, practice)}. {_TOLD}")


def _ahead(said: str, begins: datetime, now: datetime, done: str) -> datetime:
    if begins <= now:
        raise Refusal(f"{said} is over already. Nothing was {done}.")
    if begins > now + _FURTHEST:
        raise Refusal(f"{said} is years away. Nothing was {done}.")
    return begins


def _refuse_taken(
    db: Session,
    client_id: int,
    psychologist_id: int,
    booking: Booking,
    *,
    own: int | None = None,
    together: bool,
) -> None:
    """Nobody is in two places at once; with `together` the psychologist sees several in one.

    Holds the psychologist's row: two commands, or a command and a chat, give no hour away twice.
    """
    people.lock(db, psychologist_id)
    ends = booking.starts_at + timedelta(minutes=booking.minutes)
    both = [client_id, psychologist_id]
    taken = therapy_sessions.busy_between(db, both, booking.starts_at, ends)
    others = [each for each in taken if each.id != own]
    done = "booked" if own is None else "moved"
    if any(each.client_id == client_id for each in others):
        raise Refusal(f"This client has a session at that time already. Nothing was {done}.")
    if others and not together:
        raise Refusal(
            "The psychologist has a session at that time already. Nothing was "
            f"{done}. For a couple, a family or a group add --together."
        )


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


def _tell_psychologist(
    db: Session,
    row: TherapySession,
    practice: Practice,
    now: datetime,
    sentence: Callable[[], str],
) -> None:
    """As when a manager does it in a chat; it rings in practice hours."""
    turn = Turn(db=db, now=now, practice=practice, chat_id=0, origin=f"session:{uuid4().hex}")
    psychologist, client = people.get(db, row.psychologist_id), people.get(db, row.client_id)
    with turn.speaking_to(psychologist) as words:
        text = sentence().format(client=listed(client.name), when=words.day_and_time(row.starts_at))
        draft = turn.alert(silent=not practice.hours.is_open(now))
        turn.tell(psychologist, text, draft=draft)


def _echo_clocks(said: str, practice: Practice) -> None:
    note = said_back(said, practice)
    if note:
        click.echo(note)

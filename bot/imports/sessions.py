"""What becomes of the rows of a file of sessions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from sqlmodel import Session, col, select

from bot.imports.cells import BadCell
from bot.imports.decided import Clients, Decided, Psychologists
from bot.imports.known_sessions import KnownSessions, who_hear
from bot.imports.plans import Asked, Plan
from bot.imports.report import Outcome
from bot.imports.rows import USUAL_MINUTES, SessionRow
from bot.records import bookings
from bot.records.bookings import Booking
from bot.records.encryption import keyring
from bot.records.people import Person
from bot.records.therapy_sessions import SessionState, TherapySession
from bot.rules.due import UNDO_DELAY
from bot.texts import _


@dataclass
class _Here:
    """What a batch of rows is compared with."""

    db: Session
    asked: Asked
    clients: Clients
    psychologists: Psychologists
    sessions: KnownSessions
    hearing: frozenset[int]


def decide(db: Session, plan: Plan, rows: Sequence[SessionRow], *, locked: bool) -> list[Decided]:
    clients = Clients(db, (each for row in rows for each in row.who), locked=locked)
    everybody = [one for some in clients.by_name.values() for one in some]
    here = _Here(
        db,
        plan.asked,
        clients,
        Psychologists(db),
        KnownSessions(db, plan, rows, {each.id for each in everybody}),
        who_hear(db, everybody, plan.asked.now),
    )
    found = []
    for row in rows:
        try:
            found.append(_judge(row, here))
        except BadCell as error:
            found.append(Decided(row.line, Outcome.BAD, reason=str(error)))
    return found


def _judge(row: SessionRow, here: _Here) -> Decided:
    now, known = here.asked.now, here.sessions.with_uid(row)
    if row.starts_at <= now and (known is None or not _is_ahead(known, here)):
        return Decided(row.line, Outcome.PAST)
    client = here.clients.one(row.who)
    if known is not None and known.client_id != client.id:
        raise BadCell(_("its uid belongs to a session of another client"))
    psychologist = here.psychologists.named(row.psychologist) if row.psychologist else None
    known = known or here.sessions.beginning(client, row)
    if row.is_cancelled:
        return _cancelled(row, client, known, here)
    if known is None or known.state is SessionState.CANCELLED:
        return _booked_anew(row, client, psychologist, known, here)
    if not _is_ahead(known, here):
        raise BadCell(_("this session has begun already; give the new one another uid"))
    if row.starts_at <= now:
        raise BadCell(_("it is moved to a time that is over; cancel it instead"))
    return _compared(row, client, psychologist, known, here)


def _is_ahead(session: TherapySession, here: _Here) -> bool:
    return session.state is SessionState.BOOKED and session.starts_at > here.asked.now


def _told(client: Person, here: _Here) -> int | None:
    return client.id if client.id in here.hearing else None


def _cancelled(
    row: SessionRow, client: Person, known: TherapySession | None, here: _Here
) -> Decided:
    if known is None or not _is_ahead(known, here):
        return Decided(row.line, Outcome.UNCHANGED)
    return cancelled(here.db, known, client, here.asked, line=row.line, told=_told(client, here))


def cancelled(
    db: Session, known: TherapySession, client: Person, asked: Asked, *, line: int = 0,
    told: int | None,
) -> Decided:  # fmt: skip
    """A session that the practice cancels."""
    return Decided(
        line,
        Outcome.CANCELLED,
        client.name,
        change=partial(bookings.cancel, db, known, asked.now),
        about=known,
        action="cancel session",
        told=told,
        before=known.starts_at,
    )


def _booked_anew(
    row: SessionRow,
    client: Person,
    psychologist: Person | None,
    cancelled_one: TherapySession | None,
    here: _Here,
) -> Decided:
    """A new session. One that the client has cancelled stays so until it has another time."""
    if cancelled_one is not None and cancelled_one.starts_at == row.starts_at:
        by_practice = here.sessions.was_cancelled_by_practice(cancelled_one)
        if not by_practice:
            return Decided(row.line, Outcome.UNCHANGED)
    here.sessions.place(client, row, (row.starts_at, row.ends_at), None)
    return Decided(
        row.line,
        Outcome.CREATED,
        client.name,
        make=partial(_new, row, client, psychologist, here.asked),
        action="book",
        told=_told(client, here) if row.starts_at > here.asked.now + UNDO_DELAY else None,
        after=row.starts_at,
    )


def _new(
    row: SessionRow, client: Person, psychologist: Person | None, asked: Asked
) -> TherapySession:
    minutes = row.minutes or USUAL_MINUTES
    booking = Booking(row.starts_at, minutes, row.place, row.link, row.uid)
    new = bookings.planned(client, booking, asked.practice, asked.now)
    if psychologist is not None:
        new.psychologist_id = psychologist.id
    return new


def _compared(
    row: SessionRow, client: Person, psychologist: Person | None, known: TherapySession, here: _Here
) -> Decided:
    differs = _differences(row, psychologist, known)
    minutes = row.minutes or known.minutes
    moves = known.starts_at != row.starts_at
    if not moves and not differs:
        return Decided(row.line, Outcome.UNCHANGED)
    if moves or minutes != known.minutes:
        ends = row.starts_at + timedelta(minutes=minutes)
        here.sessions.place(client, row, (row.starts_at, ends), known.id)
    found = Decided(
        row.line,
        Outcome.MOVED if moves else Outcome.CHANGED,
        client.name,
        change=partial(_change, row, known, differs, here),
        about=known,
        action="move session" if moves else "change session",
        before=known.starts_at,
        after=row.starts_at,
        what=[each.removesuffix("_id").removesuffix("_hash") for each in differs],
    )
    if moves:
        found.told = _told(client, here)
    return found


def _differences(
    row: SessionRow, psychologist: Person | None, known: TherapySession
) -> dict[str, object]:
    """What differs besides the start; an empty cell says nothing."""
    said: dict[str, object] = {
        "minutes": row.minutes,
        "place": row.place,
        "link": row.link,
        "psychologist_id": psychologist.id if psychologist else None,
    }
    differs = {
        column: value
        for column, value in said.items()
        if value is not None and value != getattr(known, column)
    }
    if row.uid and known.uid_hash not in row.uid_hashes:
        differs["uid_hash"] = keyring().hash(row.uid)
    return differs


def _change(
    row: SessionRow, known: TherapySession, differs: Mapping[str, object], here: _Here
) -> None:
    """Who is told only that it moves; a new length, place or link is in the next reminder."""
    for column, value in differs.items():
        setattr(known, column, value)
    practice = here.asked.practice
    if known.starts_at != row.starts_at:
        to = Booking(row.starts_at, known.minutes)
        bookings.move(here.db, known, to, practice, here.asked.now)
    elif "minutes" in differs:
        bookings.plan_what_follows(known, practice)


def cancelled_missing(db: Session, plan: Plan, rows: Sequence[TherapySession]) -> list[Decided]:
    """The sessions that the file has no more, cancelled."""
    ids = {each.client_id for each in rows}
    clients = {each.id: each for each in db.exec(select(Person).where(col(Person.id).in_(ids)))}
    hearing = who_hear(db, clients.values(), plan.asked.now)
    return [
        cancelled(
            db,
            each,
            clients[each.client_id],
            plan.asked,
            told=each.client_id if each.client_id in hearing else None,
        )
        for each in rows
    ]

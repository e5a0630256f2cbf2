"""The command that sets homework from the practice's own computer."""

from datetime import datetime

import click
from sqlmodel import Session

from bot.clock import Clock
from bot.commands.homework_rhythm import Proposed, checked_end, proposed_words
from bot.commands.practice import local_words, person_named, read_instant
from bot.opening import Refusal, open_database, open_settings
from bot.records import audit, consents, therapy_sessions
from bot.records import homework as homework_rows
from bot.records.consents import Purpose
from bot.records.homework import Homework
from bot.records.people import Person, Role, Telephone
from bot.rules.homework import (
    FURTHEST,
    LONGEST_TASK,
    LONGEST_WHY,
    NoteRules,
    Rhythm,
    reminder_as_sent,
    tidy,
    usual_reminder,
)
from bot.rules.practice import Practice


@click.group()
def homework() -> None:
    """What clients agreed to do between sessions."""


@homework.command("add")
@click.option("--client", "client_name", required=True, help="Full name or external id.")
@click.option("--task", required=True, help="In the words that the client reads.")
@click.option("--why", help="What it is good for; the client reads this too.")
@click.option(
    "--at", help="When to remind; without it two days before the next session, at their hour."
)
@click.option(
    "--every",
    default=Rhythm.ONCE.value,
    show_default=True,
    type=click.Choice([each.value for each in Rhythm]),
    help="How often: proposed with the first reminder, and the client decides.",
)
@click.option(
    "--until", help="The last day, 2026-12-18, or an instant; without it the next session."
)
def homework_add(
    client_name: str, task: str, why: str | None, at: str | None, every: str, until: str | None
) -> None:
    """Set homework for a client. They are reminded of it once, or as often as they choose from
    what is proposed, and nobody sees their answer unless they show it."""
    settings = open_settings()
    practice = settings.practice()
    task = _checked("A task", task, LONGEST_TASK)
    why = _checked("A reason", why, LONGEST_WHY) if why else None
    now = Clock().now()
    wished = read_instant(at, practice) if at is not None else None
    if wished is not None and not now < wished <= now + FURTHEST:
        raise Refusal(f"{at} is over, or more than a year away. Nothing was set.")
    with open_database(settings) as database, database.transaction() as db:
        client = person_named(db, client_name, [Role.CLIENT])
        remind_at = wished or _before_next_session(db, client, practice, now)
        session = next(iter(therapy_sessions.upcoming(db, client, remind_at)), None)
        starts_at = session.starts_at if session else None
        proposal = Proposed(Rhythm(every), until, remind_at, starts_at)
        until_at = checked_end(proposal, client, practice, now)
        row = _add(db, client, task, why, now)
        if proposal.rhythm is not Rhythm.ONCE:
            row.proposed_rhythm, row.until_at = proposal.rhythm, until_at
        homework_rows.set_it(db, row, remind_at, session.id if session else None, now)
        audit.note(db, now, None, "set homework", row)
        said = _said(db, client, _comes_at(db, row, client, practice), practice)
    click.echo("1 homework set.")
    click.echo(said)
    if proposal.rhythm is not Rhythm.ONCE:
        click.echo(proposed_words(proposal.rhythm, until_at, practice))


def _checked(what: str, text: str, longest: int) -> str:
    kept = tidy(text, longest)
    if kept is None:
        raise Refusal(f"{what} has 1 to {longest} characters of plain words. Nothing was set.")
    return kept


def _before_next_session(
    db: Session, client: Person, practice: Practice, now: datetime
) -> datetime:
    upcoming = therapy_sessions.upcoming(db, client, now)
    if not upcoming:
        raise Refusal(
            "This client has no session to go by. Say when to remind with --at "
            "2026-12-06T19:00, or book one with `session add`. Nothing was set."
        )
    rules = NoteRules.of(client.clocks(practice), client.note_hour)
    found = usual_reminder(upcoming[0].starts_at, rules, now)
    if found is None:
        raise Refusal(
            "The next session is so soon that no reminder fits before it. Say when to remind "
            "with --at. Nothing was set."
        )
    return found


def _add(db: Session, client: Person, task: str, why: str | None, now: datetime) -> Homework:
    assert client.psychologist_id is not None, "a client is added with their psychologist"
    row = homework_rows.draft(
        db, client=client, psychologist_id=client.psychologist_id, task=task, now=now
    )
    row.why = why
    db.flush()
    return row


def _comes_at(db: Session, row: Homework, client: Person, practice: Practice) -> datetime | None:
    assert row.remind_at is not None, "it was set with one"
    rules = NoteRules.of(client.clocks(practice), client.note_hour)
    until = homework_rows.useful_until(db, row, row.remind_at)
    return reminder_as_sent(row.remind_at, until, rules)


def _said(db: Session, client: Person, comes_at: datetime | None, practice: Practice) -> str:
    """When the reminder comes, or why none does."""
    if client.stopped_at is not None or client.unreachable_at is not None:
        return "No reminder: messages to this client are stopped."
    if client.telephone is Telephone.SHARED:
        return "No reminder: others can see this client's telephone."
    if comes_at is None:
        return "No reminder: it would come in quiet hours that last until the session."
    when = local_words(comes_at, practice)
    if client.telephone is Telephone.NOT_ASKED:
        return f"Reminder {when}, if the client has joined by then."
    if not consents.has(db, client, Purpose.HOMEWORK):
        return "No reminder: this client hasn't agreed to any."
    return f"Reminder {when}."

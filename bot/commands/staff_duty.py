"""The command that says who is on duty when, and asks somebody to be."""

from datetime import datetime

import click
from sqlmodel import Session

from bot.clock import Clock
from bot.commands.practice import local_words, person_named
from bot.opening import Refusal, open_database, open_settings
from bot.records import audit, duties, people
from bot.records.duties import DutyRow
from bot.records.people import STAFF, Person
from bot.rules.practice import Practice
from bot.rules.working_hours import parse_working_hours
from bot.settings import Settings

_LONGEST = 200
_BY_ROLE = "Nobody is on duty by name: managers and senior psychologists in practice hours."


@click.command("duty")
@click.argument("name", required=False)
@click.argument("hours", required=False)
@click.option("--end", "ends", is_flag=True, help="End all hours that NAME was asked for.")
def staff_duty(name: str | None, hours: str | None, ends: bool) -> None:
    """Who is on duty for urgent messages, and when.

    With HOURS, «Mon-Fri 17:00-22:00, Fri 22:00-6:00», NAME is asked in their chat. These hours
    count once they say yes. ON_DUTY in the settings names others, whom nobody asks.
    """
    settings = open_settings()
    if hours is not None and ends:
        raise Refusal("Give hours to ask for, or --end, not both. Nothing was changed.")
    if ends and name is None:
        raise Refusal("Say whose hours end: staff duty NAME --end. Nothing was changed.")
    now = Clock().now()
    with open_database(settings) as database, database.transaction() as db:
        person = None if name is None else person_named(db, name, tuple(STAFF))
        if person is not None and ends:
            lines = _end(db, person, settings, now)
        elif person is not None and hours is not None:
            lines = [_ask(db, person, hours, settings.practice(), now)]
        else:
            lines = _listed(db, person, settings, now)
    for line in lines:
        click.echo(line)


def _listed(db: Session, person: Person | None, settings: Settings, now: datetime) -> list[str]:
    practice = settings.practice()
    entries = (" ".join(each.split()) for each in settings.on_duty.split(";") if each.strip())
    of_settings = [
        f"{each} (ON_DUTY)"
        for each in entries
        if person is None or each.partition(":")[0].casefold() == person.name.casefold()
    ]
    rows = duties.not_ended(db, person.id if person else None)
    found = [*of_settings, *(_line(db, row, practice, now) for row in rows)]
    if person is not None:
        return found or [f"{person.name} is on duty at no time by name."]
    return found or [_BY_ROLE]


def _line(db: Session, row: DutyRow, practice: Practice, now: datetime) -> str:
    person = people.get(db, row.person_id)
    state = "accepted" if row.accepted_at is not None else "asked, no answer yet"
    if person.away_until is not None and person.is_away(now):
        state = f"{state}; away until {local_words(person.away_until, practice)}"
    return f"{person.name}: {row.hours} ({state})"


def _ask(db: Session, person: Person, hours: str, practice: Practice, now: datetime) -> str:
    tidy = " ".join(hours.split())
    try:
        read = parse_working_hours(tidy, practice.zone, overnight=True)
    except ValueError as error:
        raise Refusal(f"{error}. Nothing was changed.") from None
    if not read.spans or len(tidy) > _LONGEST:
        raise Refusal(f"Hours have 1 to {_LONGEST} characters: Mon-Fri 17:00-22:00.")
    if person.telegram_id is None or person.left_at is not None:
        raise Refusal(
            f"{person.name} has no chat with the bot, so nobody can ask. Nothing was changed."
        )
    row = duties.ask(db, person_id=person.id, hours=tidy, now=now)
    audit.note(db, now, None, "ask duty", row)
    return (
        f"1 asked: {person.name} gets the question in Telegram. "
        "These hours count once they say yes; `staff duty` shows it."
    )


def _end(db: Session, person: Person, settings: Settings, now: datetime) -> list[str]:
    ended = [row for row in duties.not_ended(db, person.id) if duties.end_by_operator(db, row, now)]
    if not ended:
        raise Refusal(
            f"{person.name} was asked for no hours that stand. Nothing was changed. "
            "What ON_DUTY names is changed in the settings."
        )
    for row in ended:
        audit.note(db, now, None, "end duty", row)
    lines = [f"{len(ended)} ended. {person.name} is told in Telegram."]
    if not settings.on_duty.strip() and not duties.standing(db):
        lines.append(_BY_ROLE)
    return lines

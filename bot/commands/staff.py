"""Commands about those who work here: who they are, their roles, and leaving."""

from collections.abc import Sequence

import click

from bot.clock import Clock
from bot.commands.practice import mail_address_or_none, person_named
from bot.opening import Refusal, open_database, open_settings
from bot.records import audit, mails, people
from bot.records import staff as staff_rows
from bot.records.people import STAFF, Person, Role
from bot.rules.practice import Practice
from bot.staff_changes import (
    Leaving,
    RoleChange,
    change_roles,
    leave,
    role_names,
    why_not_change,
    why_not_leave,
)

_NO_SERVER = " SMTP_URL is not set: nothing is mailed yet."
_STAFF_ROLES = click.Choice([role.value for role in staff_rows.ROLES])


@click.command("list")
def staff_list() -> None:
    """Show who works here: roles, whether connected, with a mail address, and how long away."""
    settings = open_settings()
    practice = settings.practice()
    with open_database(settings) as database, database.transaction() as db:
        everybody = staff_rows.everybody(db)
        for person, roles in everybody:
            click.echo("  ".join([person.name, ", ".join(role_names(practice, roles)),
                                  *_state(person, practice)]))  # fmt: skip
    click.echo(f"{len(everybody)} work here.")


def _state(person: Person, practice: Practice) -> list[str]:
    mail = ["mail"] if person.mail is not None else []
    if person.telegram_id is None:
        connection = "not connected"
    elif person.unreachable_at is not None:
        connection = "can't be reached"
    else:
        connection = "connected"
    if not person.is_away(Clock().now()) or person.away_until is None:
        return [connection, *mail]
    return [
        connection,
        *mail,
        f"away until {person.away_until.astimezone(practice.zone):%a %d %b %Y}",
    ]


@click.command("leave")
@click.argument("name")
@click.option("--clients-to", help="Who takes their clients and the sessions to come.")
def staff_leave(name: str, clients_to: str | None) -> None:
    """NAME no longer works here: the chat is disconnected at once.

    What waits for NAME is handed on by the program when it runs. Clients are told nothing.
    """
    settings = open_settings()
    practice = settings.practice()
    with open_database(settings) as database, database.transaction() as db:
        person = person_named(db, name, tuple(STAFF))
        taker = person_named(db, clients_to, tuple(STAFF)) if clients_to is not None else None
        leaving = Leaving(person, taker)
        _refuse(why_not_leave(db, leaving, practice))
        handed = leave(db, leaving, practice, Clock().now())
    click.echo("1 member of staff has left and is disconnected.")
    if taker is not None:
        click.echo(f"To {taker.name}: {handed.clients} clients, {handed.sessions} sessions.")
    if taker is not None and handed.clashes:
        click.echo(f"Sessions at a time when {taker.name} has another: {handed.clashes}.")
    click.echo("What waited for them is handed on when the bot runs.")


@click.command("roles")
@click.argument("name")
@click.option("--add", multiple=True, type=_STAFF_ROLES, help="A role more; may be repeated.")
@click.option("--remove", multiple=True, type=_STAFF_ROLES, help="A role less; may be repeated.")
def staff_roles(name: str, add: tuple[str, ...], remove: tuple[str, ...]) -> None:
    """Give NAME roles or take them away. The bot tells them."""
    settings = open_settings()
    practice = settings.practice()
    if set(add) & set(remove):
        raise Refusal("A role can't be added and removed at once. Nothing was changed.")
    with open_database(settings) as database, database.transaction() as db:
        person = person_named(db, name, tuple(STAFF))
        change = RoleChange(person, _roles(add), _roles(remove))
        _refuse(why_not_change(db, change, practice))
        change_roles(db, change, practice, Clock().now())
        held = role_names(practice, people.roles_of(db, person))
    click.echo(f"1 member of staff changed: {', '.join(held)}.")


@click.command("mail")
@click.argument("name")
@click.argument("address")
def staff_mail(name: str, address: str) -> None:
    """Mail NAME at ADDRESS (or none) what can't be told in Telegram: that something waits, no more."""
    settings = open_settings()
    with open_database(settings) as database, database.transaction() as db:
        person = person_named(db, name, tuple(STAFF))
        now = Clock().now()
        mails.set_address(db, person, mail_address_or_none(address), now)
        audit.note(db, now, None, "change mail", person)
    click.echo("1 member of staff changed." + ("" if settings.practice().has_mail else _NO_SERVER))


def _roles(values: Sequence[str]) -> frozenset[Role]:
    return frozenset(Role(value) for value in values)


def _refuse(sentence: str) -> None:
    if sentence:
        raise Refusal(sentence)


STAFF_COMMANDS = (staff_list, staff_leave, staff_roles, staff_mail)

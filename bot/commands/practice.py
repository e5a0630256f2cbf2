"""Commands about the practice: staff, clients, invitations."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, date, datetime

import click
from sqlmodel import Session

from bot.clock import Clock
from bot.opening import Refusal, open_database, open_settings
from bot.records import audit, invitations, people
from bot.records.people import STAFF, Person, Role
from bot.rules.due import local_instant
from bot.rules.practice import Practice
from bot.settings import Settings
from bot.telegram_gateway import PollFailed, TelegramGateway, TokenRefused

_STAFF_ROLES = click.Choice([role.value for role in Role if role in STAFF])
_LONGEST_NAME = 100


def person_named(db: Session, name: str, roles: Sequence[Role] = tuple(Role)) -> Person:
    """The one person of this name; a sentence if there is none or several."""
    found = people.named(db, name, roles)
    if not found:
        raise Refusal(f"Nobody here is called «{name}». Names must be written in full.")
    if len(found) > 1:
        raise Refusal(f"{len(found)} people are called «{name}». Use the external id instead.")
    return found[0]


def checked(what: str, text: str, longest: int) -> str:
    tidy = " ".join(text.split())
    if not tidy or len(tidy) > longest or not tidy.isprintable():
        raise Refusal(f"{what} has 1 to {longest} printable characters. Nothing was changed.")
    return tidy


def _refuse_namesake(db: Session, name: str) -> None:
    if people.named(db, name):
        raise Refusal(f"Somebody here is called «{name}» already. Nothing was changed.")


@click.group()
def staff() -> None:
    """The people who work here."""


@staff.command("add")
@click.option("--role", required=True, type=_STAFF_ROLES, help="What they are here.")
@click.option("--name", required=True, help="As clients know them: Dr Okafor, Maria Santos.")
@click.option("--also", multiple=True, type=_STAFF_ROLES, help="A further role; may be repeated.")
def staff_add(role: str, name: str, also: tuple[str, ...]) -> None:
    """Add a member of staff. `invite NAME` then makes their link."""
    settings = open_settings()
    roles = {Role(value) for value in (role, *also)}
    with open_database(settings) as database, database.transaction() as db:
        tidy = checked("A name", name, _LONGEST_NAME)
        _refuse_namesake(db, tidy)
        now = Clock().now()
        person = people.add(db, name=tidy, roles=roles, now=now)
        audit.note(db, now, None, "add staff", person)
    click.echo(f"1 member of staff added. Next: between-sessions invite '{tidy}'")


@click.group()
def client() -> None:
    """The people who come here."""


@client.command("add")
@click.option("--name", required=True, help="As the client wants to be called.")
@click.option("--psychologist", required=True, help="The psychologist's name in full.")
@click.option("--external-id", help="The client's number in the practice's own records.")
def client_add(name: str, psychologist: str, external_id: str | None) -> None:
    """Add a client. `invite NAME` then makes their link."""
    settings = open_settings()
    with open_database(settings) as database, database.transaction() as db:
        tidy = checked("A name", name, _LONGEST_NAME)
        if external_id is None:
            _refuse_namesake(db, tidy)
        else:
            external_id = checked("An external id", external_id, _LONGEST_NAME)
            if people.named(db, external_id):
                raise Refusal(f"«{external_id}» is somebody's already. Nothing was changed.")
        now = Clock().now()
        person = people.add_client(
            db,
            name=tidy,
            psychologist=person_named(db, psychologist, [Role.PSYCHOLOGIST]),
            external_id=external_id,
            now=now,
        )
        audit.note(db, now, None, "add client", person)
    click.echo(f"1 client added. Next: between-sessions invite '{external_id or tidy}'")


@click.command()
@click.argument("name")
def invite(name: str) -> None:
    """Print a link that connects NAME's Telegram to the bot: once, within 14 days.

    NAME is a full name or a client's external id. A link made earlier stops working.
    """
    settings = open_settings()
    with open_database(settings) as database:
        with database.transaction() as db:
            person_named(db, name)
        username = asyncio.run(_bot_username(settings))
        with database.transaction() as db:
            now = Clock().now()
            person = person_named(db, name)
            code = invitations.invite(db, person, now)
            audit.note(db, now, None, "invite", person)
    click.echo(f"https://t.me/{username}?start={code}")
    click.echo("Good once, for 14 days. Give it to nobody else.", err=True)


async def _bot_username(settings: Settings) -> str:
    gateway = TelegramGateway(
        settings.telegram_bot_token.get_secret_value(), settings.telegram_api_url
    )
    try:
        return await gateway.username()
    except TokenRefused:
        raise Refusal("Telegram doesn't know TELEGRAM_BOT_TOKEN. Nothing was changed.") from None
    except PollFailed:
        raise Refusal("Telegram can't be reached, so no link was made. Try again.") from None
    finally:
        await gateway.close()


def read_instant(text: str, practice: Practice) -> datetime:
    """ISO 8601 with an offset, or without one in the practice's zone; a date alone is no time."""
    try:
        parsed = datetime.fromisoformat(text.strip())
        if _is_date_alone(text.strip()):
            raise ValueError("a session doesn't begin at midnight because nobody said when")
        if parsed.tzinfo is None:
            return local_instant(parsed.date(), parsed.time(), practice.zone)
        return parsed.astimezone(UTC)
    except (ValueError, OverflowError):
        raise Refusal(
            f"«{text}» is not a time. Write 2026-12-08T11:00 or 2026-12-08T11:00+11:00."
        ) from None


def _is_date_alone(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def local_words(instant: datetime, practice: Practice) -> str:
    return f"{instant.astimezone(practice.zone):%a %d %b %Y %H:%M} ({practice.zone.key})"

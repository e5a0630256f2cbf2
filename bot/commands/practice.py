"""Commands about the practice: staff, clients."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime

import click
from sqlmodel import Session

from bot.clock import Clock
from bot.opening import Refusal, open_database, open_settings
from bot.records import audit, people
from bot.records.people import STAFF, Person, Role
from bot.rules import contact
from bot.rules.due import local_instant
from bot.rules.practice import Practice
from bot.texts import LANGUAGES

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


def mail_address_or_none(text: str) -> str | None:
    """A mail address, or the word «none» for no longer any."""
    if text.strip().lower() == "none":
        return None
    try:
        return contact.mail_address(text)
    except ValueError as error:
        raise Refusal(f"{error} Nothing was changed.") from None


@click.group()
def staff() -> None:
    """The people who work here."""


@staff.command("add")
@click.option("--role", required=True, type=_STAFF_ROLES, help="What they are here.")
@click.option("--name", required=True, help="As clients know them: Dr Okafor, Maria Santos.")
@click.option("--also", multiple=True, type=_STAFF_ROLES, help="A further role; may be repeated.")
@click.option("--mail", default="none", help="For what can't be told in Telegram.")
def staff_add(role: str, name: str, also: tuple[str, ...], mail: str) -> None:
    """Add a member of staff. `invite NAME` then makes their link."""
    settings = open_settings()
    roles = {Role(value) for value in (role, *also)}
    with open_database(settings) as database, database.transaction() as db:
        tidy = checked("A name", name, _LONGEST_NAME)
        _refuse_namesake(db, tidy)
        now = Clock().now()
        person = people.add(db, name=tidy, roles=roles, now=now)
        person.mail = mail_address_or_none(mail)
        audit.note(db, now, None, "add staff", person)
    click.echo(f"1 member of staff added. Next: between-sessions invite '{tidy}'")


@click.group()
def client() -> None:
    """The people who come here."""


@client.command("add")
@click.option("--name", required=True, help="As the client wants to be called.")
@click.option("--psychologist", required=True, help="The psychologist's name in full.")
@click.option("--external-id", help="The client's number in the practice's own records.")
@click.option("--time-zone", help="Where the client's clocks are others than the practice's.")
@click.option("--language", help=f"What the bot speaks to them: {', '.join(LANGUAGES)}.")
@click.option("--phone", help="Shown in an opened case or alert, nowhere else.")
@click.option("--safe-contact", help="May they be called, left a message, and when; in words.")
def client_add(name: str, psychologist: str, external_id: str | None, **more: str | None) -> None:
    """Add a client. `invite NAME` then makes their link."""
    settings = open_settings()
    details = _details(more)
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
        for what, value in details.items():
            setattr(person, what, value)
        audit.note(db, now, None, "add client", person)
    click.echo(f"1 client added. Next: between-sessions invite '{external_id or tidy}'")


def _details(given: Mapping[str, str | None]) -> dict[str, str]:
    """What else is known of a client, tidied."""
    checks: dict[str, Callable[[str], str]] = {
        "time_zone": contact.time_zone,
        "language": lambda text: contact.language(text, LANGUAGES),
        "phone": contact.phone,
        "safe_contact": contact.safe_contact,
    }
    try:
        return {what: checks[what](text) for what, text in given.items() if text is not None}
    except ValueError as error:
        raise Refusal(f"{error} Nothing was changed.") from None


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

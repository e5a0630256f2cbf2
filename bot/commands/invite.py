"""The command `invite`: a link for one person, on the screen, as a square, as a sheet to hand out."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click
from sqlmodel import Session

from bot.clock import Clock
from bot.commands.practice import person_named
from bot.hand_out import page_for
from bot.opening import Refusal, open_database, open_settings
from bot.qr_codes import hand_out, qr_png
from bot.records import audit, invitations, people
from bot.records.invitations import GOOD_FOR
from bot.records.people import Person, Role
from bot.settings import Settings
from bot.telegram_gateway import PollFailed, TelegramGateway, TokenRefused
from bot.texts import speaking

_NEW_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("name")
@click.option("--qr", type=_NEW_FILE, help="Draw the link as a square into this new PNG file.")
@click.option("--hand-out", "sheet", type=_NEW_FILE, help="A sheet for a client: a new HTML file.")
@click.option("--revoke", is_flag=True, help="Make no link: the one that was made stops working.")
def invite(name: str, qr: Path | None, sheet: Path | None, *, revoke: bool) -> None:
    """Print a link that connects NAME's Telegram to the bot: once, within 14 days.

    NAME is a full name or a client's external id. A link made earlier stops working, so this
    is also how one is sent again. Files hold the link: only you can read them.
    """
    settings = open_settings()
    if revoke:
        if qr or sheet:
            raise Refusal("--revoke makes no link, so there is nothing to write into a file.")
        return _revoke(settings, name)
    with open_database(settings) as database, _new_files(qr, sheet):
        with database.transaction() as db:
            _invited(db, name, with_sheet=sheet is not None)
        username = asyncio.run(bot_username(settings))
        with database.transaction() as db:
            person = _invited(db, name, with_sheet=sheet is not None)
            had_one, code = renew(db, person, Clock().now())
        link = link_of(username, code)
        click.echo(link)
        click.echo(f"Good once, for {GOOD_FOR.days} days. Give it to nobody else.", err=True)
        if qr is not None:
            qr.write_bytes(qr_png(link))
        if sheet is not None:
            with speaking(person.language):
                page = page_for(settings.practice(), person.name)
            sheet.write_bytes(hand_out({"page": page}, link))
    if had_one:
        click.echo("The link that was made before no longer works.", err=True)
    if person.telegram_id is not None:
        click.echo(
            "They are connected already. Opening this link connects the new telephone instead; "
            "the old chat is told and shows nothing more.",
            err=True,
        )


def link_of(username: str, code: str) -> str:
    return f"https://t.me/{username}?start={code}"


def renew(db: Session, person: Person, now: datetime) -> tuple[bool, str]:
    """A new code for this person, and whether one that still worked was ended by it."""
    had_one = invitations.is_waiting(db, person, now)
    code = invitations.invite(db, person, now)
    audit.note(db, now, None, "invite", person)
    return had_one, code


def _invited(db: Session, name: str, *, with_sheet: bool) -> Person:
    person = person_named(db, name)
    if person.left_at is not None:
        raise Refusal(f"«{person.name}» has left the practice, so no link was made.")
    if with_sheet and Role.CLIENT not in people.roles_of(db, person):
        raise Refusal("The sheet is for clients. For staff the link or --qr is enough.")
    return person


def _revoke(settings: Settings, name: str) -> None:
    with open_database(settings) as database, database.transaction() as db:
        person, now = person_named(db, name), Clock().now()
        count = invitations.revoke(db, person, now)
        if count:
            audit.note(db, now, None, "revoke invitation", person)
    click.echo(f"{count} link revoked." if count else "No link was waiting. 0 changes.")


@contextmanager
def _new_files(*paths: Path | None) -> Iterator[None]:
    """Files that only this account can read. If no link comes of it they are gone again."""
    made: list[Path] = []
    try:
        for path in filter(None, paths):
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            made.append(path)
        yield
    except FileExistsError as error:
        _remove(made)
        raise Refusal(
            f"{error.filename} is there already: name another file. No link was made."
        ) from None
    except OSError as error:
        _remove(made)
        raise Refusal(f"{error.filename} can't be written: {error.strerror}.") from None
    except BaseException:
        _remove(made)
        raise


def _remove(files: list[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)


async def bot_username(settings: Settings) -> str:
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

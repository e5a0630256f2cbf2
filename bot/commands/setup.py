"""The command `setup`: from nothing to a bot that can be started, and a link for the manager."""

import asyncio
import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from bot import env_file
from bot.clock import Clock
from bot.commands.invite import bot_username, link_of, renew
from bot.commands.setup_people import (
    Wanted,
    check_people,
    enter,
    holders_in,
    wanted_people,
)
from bot.commands.setup_profile import checked_name, chosen_name, give_looks
from bot.commands.setup_questions import (
    OUTSIDE,
    QUESTIONS,
    TOKEN,
    UNASKED,
    Asker,
    Question,
    option_of,
)
from bot.opening import Refusal, make_tables, open_database
from bot.qr_codes import qr_lines
from bot.records import encryption, invitations, people, schema
from bot.records.database import Database
from bot.records.encryption import KeyringError
from bot.records.invitations import GOOD_FOR
from bot.records.people import Role
from bot.records.schema import SchemaState
from bot.settings import Settings, SettingsError, read_settings

_FILE = Path(".env")
_NEW_FILE = (
    "# Written by `between-sessions setup`. .env.example in the repository lists every setting.\n"
)
_STAFF = {"manager": Role.MANAGER, "senior": Role.SENIOR, "psychologist": Role.PSYCHOLOGIST}


def _options() -> list[click.Parameter]:
    questions = [TOKEN, *QUESTIONS, OUTSIDE, *UNASKED]
    roles = (f"A {role.value}'s name; may be repeated." for role in _STAFF.values())
    return [
        *(click.Option([option_of(each), each.option], help=f"{each.asks}.") for each in questions),
        *(
            click.Option([f"--{role}"], multiple=True, help=said)
            for role, said in zip(_STAFF, roles, strict=True)
        ),
        click.Option(["--bot-name"], callback=checked_name, help="Call the bot so and give it a plain picture."),
        click.Option(["--no-profile"], is_flag=True, help="Leave the bot's name and picture alone."),
    ]  # fmt: skip


@click.command(params=_options())
def setup(**given: Any) -> None:
    """Set a practice up: settings, keys, database, staff, and a link for the manager.

    Asks for what no option says. Where no terminal is there to ask, options must say it all.
    In a practice that is set up already, options change what they name and nothing is asked;
    without options everything is asked again, and Enter keeps what stands.
    """
    text = _read()
    environment = {name.upper(): value for name, value in os.environ.items()}
    standing = env_file.values_of(text) | environment
    is_set_up = all(standing.get(name) for name in ("TELEGRAM_BOT_TOKEN", "ENCRYPTION_KEYS"))
    asks = sys.stdin.isatty() and not (is_set_up and any(given.values()))
    asker = Asker(given, standing, frozenset(environment), asks=asks)
    answers = _practice_answers(asker, given, standing)
    answers = {name: value for name, value in answers.items() if value != standing.get(name, "")}
    has_new_keys = not standing.get("ENCRYPTION_KEYS")
    if has_new_keys:
        answers["ENCRYPTION_KEYS"] = encryption.new_key()
    settings = _settings(answers)
    username = asyncio.run(bot_username(settings))
    with open_database(settings, any_state=True) as database:
        is_empty = _is_empty(database)
        holders = {} if is_empty else _holders(database, has_new_keys=has_new_keys)
        wanted, missing = wanted_people(_names(given), holders, asks=asks)
        answers |= _outside(asker, wanted, settings, missing)
        _refuse_what_is_missing(missing)
        if not is_empty:
            with database.transaction() as db:
                check_people(db, wanted)
        wants_looks = asks and not given["no_profile"]
        bot_name = chosen_name(given["bot_name"], asks=wants_looks)
        click.echo(f"Telegram knows the bot as @{username}.")
        _write(text, answers)
        if is_empty:
            make_tables(database)
            click.echo("The database is made.")
        _enter(database, wanted)
        if bot_name or not is_set_up:
            give_looks(settings, bot_name)
        _say_links(database, username)


def _practice_answers(
    asker: Asker, given: Mapping[str, Any], standing: Mapping[str, str]
) -> dict[str, str]:
    unasked = {each.setting: asker.given(each) for each in UNASKED}
    answers = {setting: value for setting, value in unasked.items() if value is not None}
    answers |= asker.answers([_known_token(answers), *QUESTIONS])
    if asker.missing:
        _wanted, more = wanted_people(_names(given), {}, asks=False)
        _refuse_what_is_missing([*asker.missing, *more])
    return answers


def _known_token(answers: Mapping[str, str]) -> Question:
    """The question for the token: it is taken only if Telegram knows it."""

    def known(text: str) -> str:
        token = TOKEN.checked(text)
        keys = encryption.new_key()  # nothing is sealed with them
        settings = _settings({**answers, "TELEGRAM_BOT_TOKEN": token, "ENCRYPTION_KEYS": keys})
        try:
            asyncio.run(bot_username(settings))
        except Refusal as refusal:
            raise ValueError(refusal.message.removesuffix(" Nothing was changed.")) from None
        return token

    return replace(TOKEN, check=known)


def _read() -> str:
    try:
        return _FILE.read_bytes().decode()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal(
            f".env can't be read ({type(error).__name__}). Nothing was changed."
        ) from None


def _settings(answers: Mapping[str, str]) -> Settings:
    try:
        settings = read_settings(**{name.lower(): value for name, value in answers.items()})
    except SettingsError as error:
        raise Refusal(f"{error}\nNothing was changed.") from None
    encryption.use_keyring(settings.keyring())
    return settings


def _names(given: Mapping[str, Any]) -> dict[Role, tuple[str, ...]]:
    return {role: given[option] for option, role in _STAFF.items()}


def _refuse_what_is_missing(options: list[str]) -> None:
    if options:
        raise Refusal(
            f"No terminal is there to ask, so these must be said: {', '.join(options)}. "
            "Nothing was changed."
        )


def _is_empty(database: Database) -> bool:
    """Looks at no file that isn't there: looking would make it."""
    if database.file is not None and not database.file.exists():
        return True
    match schema.state(database):
        case SchemaState.OLDER | SchemaState.NEWER:
            raise Refusal(
                "The database is of another version of the program: see `between-sessions "
                "migrate`. Nothing was changed."
            )
        case state:
            return state is SchemaState.EMPTY


def _holders(database: Database, *, has_new_keys: bool) -> Mapping[Role, list[str]]:
    """Who has which role. Keys that don't open what is there would lock it up for good."""
    with database.transaction() as db:
        if has_new_keys and people.is_anybody_there(db):
            raise Refusal(
                "ENCRYPTION_KEYS is not set, but people stand in the database already: put the "
                "keys back that they were written with. Nothing was changed."
            )
        try:
            return holders_in(db)
        except KeyringError:
            raise Refusal(
                "ENCRYPTION_KEYS doesn't open what is in the database. Nothing was changed."
            ) from None


def _outside(
    asker: Asker, wanted: Wanted, settings: Settings, missing: list[str]
) -> dict[str, str]:
    """Whom a client turns to where one person holds everything."""
    given = asker.given(OUTSIDE)
    is_needed = wanted.hears_alone() and not settings.outside_contact
    if given is None and is_needed and asker.asks:
        given = asker.answer(OUTSIDE)
    elif given is None and is_needed:
        missing.append(f'{option_of(OUTSIDE)} (one person hears everything; "" for nobody)')
    return {} if given is None else {OUTSIDE.setting: given}


def _write(text: str, answers: Mapping[str, str]) -> None:
    if not answers:
        click.echo(".env: 0 changes.")
        return
    try:
        env_file.write(_FILE, env_file.changed(text or _NEW_FILE, answers))
    except OSError as error:
        raise Refusal(f".env can't be written: {error.strerror}. Nothing was changed.") from None
    click.echo(f".env, which only you can read, now has: {', '.join(answers)}.")
    if "ENCRYPTION_KEYS" in answers:
        click.echo(
            "Keep a copy of ENCRYPTION_KEYS where the database is not: on paper in a safe, or in a "
            "password store. Without them nothing that was written can ever be read."
        )


def _enter(database: Database, wanted: Wanted) -> None:
    with database.transaction() as db:
        entered = enter(db, wanted, Clock().now())
    for said, who in (("added", entered.new), ("with a role more", entered.more)):
        if who:
            click.echo(f"Staff {said}: {len(who)}. {'; '.join(who)}.")
    if not entered.new and not entered.more:
        click.echo("Staff: 0 changes.")


def _say_links(database: Database, username: str) -> None:
    """A link for each manager who has none; the others of the staff by name."""
    links, others = {}, []
    with database.transaction() as db:
        now = Clock().now()
        managers = people.holders(db, Role.MANAGER)
        for person in managers:
            if person.telegram_id is None and not invitations.is_waiting(db, person, now):
                links[person.name] = link_of(username, renew(db, person, now)[1])
        for role in (Role.SENIOR, Role.PSYCHOLOGIST):
            others += [each for each in people.holders(db, role) if each not in managers]
    for name, link in links.items():
        click.echo(f"\nThe link of {name}: good once, for {GOOD_FOR.days} days, for nobody else.\n")
        click.echo(link)
        _show_square(link)
    click.echo("\nNext: `between-sessions run`. When the link is opened, `between-sessions check`.")
    for name in dict.fromkeys(each.name for each in others if each.telegram_id is None):
        click.echo(f"A link for {name}: between-sessions invite '{name}'")


def _show_square(link: str) -> None:
    """Where somebody looks, and block characters can be shown."""
    square = qr_lines(link)
    if not sys.stdout.isatty():
        return
    try:
        square.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return
    click.echo(square)

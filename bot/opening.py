"""What commands begin with: the settings, the keys and the database, or a sentence why not."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from bot.records import encryption, schema
from bot.records.database import Database
from bot.records.schema import SchemaState
from bot.settings import Settings, SettingsError, read_settings


class Refusal(click.ClickException):
    """Wrong input or a state that can't be worked with: a sentence, and exit code 2."""

    exit_code = 2

    def show(self, file: object = None) -> None:
        click.echo(self.message, err=True)


def open_settings() -> Settings:
    try:
        settings = read_settings()
    except SettingsError as error:
        raise Refusal(str(error)) from None
    encryption.use_keyring(settings.keyring())
    return settings


@contextmanager
def open_database(settings: Settings, *, any_state: bool = False) -> Iterator[Database]:
    """The practice's database with the tables of this version; an empty one is simply made."""
    try:
        database = Database(settings.database_url.get_secret_value())
    except (ArgumentError, ImportError, ValueError):
        raise _unusable() from None
    if database.is_sqlite and database.url.database in (None, "", ":memory:"):
        database.close()
        raise _unusable()
    try:
        if not any_state:
            _require_current(database)
        yield database
    except OperationalError:
        raise Refusal("The database can't be reached, or another process has locked it.") from None
    except DBAPIError as error:
        reason = type(error.orig).__name__
        raise Refusal(
            f"The database refuses ({reason}); DATABASE_URL may name the wrong one."
        ) from None
    finally:
        database.close()


def _unusable() -> Refusal:
    return Refusal(
        "DATABASE_URL can't be used: write sqlite:///FILE or postgresql://USER@HOST/NAME."
    )


def make_tables(database: Database) -> None:
    """The tables in an empty database; a file that nobody else on this machine can read."""
    schema.upgrade(database)
    if database.file is not None:
        database.file.chmod(0o600)


def _require_current(database: Database) -> None:
    match schema.state(database):
        case SchemaState.EMPTY:
            make_tables(database)
        case SchemaState.OLDER:
            raise Refusal(
                "The database is of an older version: run `between-sessions migrate` first."
            )
        case SchemaState.NEWER:
            raise Refusal(
                "The database was made by a newer version of the program. Use that version."
            )

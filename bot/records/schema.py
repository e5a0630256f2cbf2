"""Brings a database to the tables that this version of the program needs, and says how far it is."""

import enum
import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import URL, Connection, inspect

from bot.records.database import Database

_MIGRATIONS = Path(__file__).parent / "migrations"


class SchemaState(enum.Enum):
    EMPTY = "empty"
    OLDER = "older"
    CURRENT = "current"
    NEWER = "newer"


class BackupError(Exception):
    """No backup could be made, so nothing was changed."""


def config(connection: Connection | None = None) -> Config:
    chosen = Config()
    chosen.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    chosen.attributes["connection"] = connection
    return chosen


def state(database: Database) -> SchemaState:
    scripts = ScriptDirectory.from_config(config())
    with database.engine.connect() as connection:
        revision = MigrationContext.configure(connection).get_current_revision()
        if revision is None:
            tables = inspect(connection).get_table_names()
            return SchemaState.NEWER if "person" in tables else SchemaState.EMPTY
    if revision == scripts.get_current_head():
        return SchemaState.CURRENT
    try:
        scripts.get_revision(revision)
    except CommandError:
        return SchemaState.NEWER
    return SchemaState.OLDER


def upgrade(database: Database, revision: str = "head") -> None:
    _alembic(database, command.upgrade, revision)


def downgrade(database: Database, revision: str = "base") -> None:
    _alembic(database, command.downgrade, revision)


def check(database: Database) -> None:
    """Raise if the tables in the database differ from those in bot/records."""
    _alembic(database, command.check)


def _alembic(database: Database, act: Callable[..., Any], *arguments: str) -> None:
    with database.engine.connect() as connection, _tables_made_anew(connection):
        act(config(connection), *arguments)


@contextmanager
def _tables_made_anew(connection: Connection) -> Iterator[None]:
    """One transaction in which SQLite lets a table be replaced by a copy with other columns.

    Dropping the original would break the references to its rows, so they are not enforced
    meanwhile; before anything is committed each must be right again. (Within a transaction SQLite
    ignores this switch: sqlite.org/lang_altertable.html, 7.)
    """
    if connection.dialect.name != "sqlite":
        with connection.begin():
            yield
        return
    raw = connection.connection.driver_connection
    assert raw is not None, "the connection is open"
    raw.execute("PRAGMA foreign_keys = OFF")
    try:
        with connection.begin():
            given = _ids_given(connection)
            yield
            _give_none_twice(connection, given)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            assert not broken, "a migration broke references between rows; nothing was changed"
    finally:
        raw.execute("PRAGMA foreign_keys = ON")


def _ids_given(connection: Connection) -> dict[str, int]:
    """The highest id that each table ever gave, also to a row that is gone."""
    if "sqlite_sequence" not in inspect(connection).get_table_names(sqlite_include_internal=True):
        return {}
    return dict(connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence").all())


def _give_none_twice(connection: Connection, given: dict[str, int]) -> None:
    """The copy of a table knows only of the rows that it got: buttons of others, wherever they
    stand, would mean the next ones."""
    there = set(inspect(connection).get_table_names())
    known = _ids_given(connection)
    for name, highest in given.items():
        if name in there and known.get(name, 0) < highest:
            connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
            connection.exec_driver_sql("INSERT INTO sqlite_sequence VALUES (?, ?)", (name, highest))


def back_up(database: Database, now: datetime) -> Path:
    """Copy the database beside itself (SQLite) or dump it with pg_dump into the working folder.

    BackupError if that can't be done; then no half of a backup is left lying about.
    """
    stamp = now.strftime("%Y%m%d-%H%M%S")
    if database.file is not None:
        target = database.file.with_name(f"{database.file.name}.{stamp}.backup")
    else:
        target = Path(f"between-sessions.{stamp}.dump")
    try:
        target.touch(mode=0o600, exist_ok=False)
    except OSError as error:
        raise BackupError(f"{target} can't be made") from error
    try:
        if database.file is not None:
            _copy_file(database.file, target)
        else:
            _dump(database.url, target)
    except (OSError, sqlite3.Error, subprocess.CalledProcessError) as error:
        target.unlink()
        what = "A copy of the file" if database.file is not None else "pg_dump"
        raise BackupError(f"{what} is needed for the backup and did not work") from error
    return target


def _copy_file(file: Path, target: Path) -> None:
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)


def _dump(url: URL, target: Path) -> None:
    """The password goes by the environment: other users of the machine can read arguments."""
    address = url.set(drivername="postgresql")._replace(password=None).render_as_string()
    secret = {"PGPASSWORD": str(url.password)} if url.password else {}
    subprocess.run(
        ["pg_dump", "--format=custom", f"--file={target}", f"--dbname={address}"],
        check=True,
        capture_output=True,
        env={**os.environ, **secret},
    )

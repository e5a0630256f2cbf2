"""One program per database: a second `run` is refused."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot.records.database import Database

_ADVISORY_KEY = 0x62657477  # «betw»: one lock of this program per PostgreSQL database


class AlreadyRunning(Exception):
    """Another `run` holds this database."""


@contextmanager
def run_lock(database: Database) -> Iterator[None]:
    """Hold the database for this process. The system lets go of it whatever way the process ends."""
    if database.file is not None:
        with database.file.with_name(f"{database.file.name}.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise AlreadyRunning from None
            yield
        return
    with database.engine.connect() as connection:
        question = text("SELECT pg_try_advisory_lock(:key)")
        if not connection.execute(question, {"key": _ADVISORY_KEY}).scalar_one():
            raise AlreadyRunning
        connection.commit()
        try:
            yield
        finally:
            # The server takes a moment to see that a connection is gone; the next run shall not wait.
            with suppress(OperationalError):
                connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _ADVISORY_KEY})
                connection.commit()

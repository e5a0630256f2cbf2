"""The engine that all practices of a process share: each statement is compiled once, not per test."""

from functools import cache
from typing import Any

from sqlalchemy import Engine, event

from bot.records.database import Database


@cache
def engine_of(database_url: str) -> Engine:
    engine = Database(database_url).engine
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _hurry)
    return engine


def _hurry(connection: Any, _record: Any) -> None:
    """Commits need not reach the disk: no test here pulls the plug of the machine."""
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA journal_mode = MEMORY")

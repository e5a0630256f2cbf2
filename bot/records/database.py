"""The database: one engine, one worker thread, and the transactions that everything runs in."""

import asyncio
import enum
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import (
    CursorResult,
    DateTime,
    Dialect,
    Engine,
    Enum,
    create_engine,
    event,
    literal,
    make_url,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import QueuePool
from sqlalchemy.sql.dml import Update
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, Session, SQLModel

LOCK_WAIT_SECONDS = 10
GOES_LAST_SECONDS = 0.01  # longer, and a busy machine would plan reminders slower than it sends
Unavailable = OperationalError  # locked for too long, or gone: nothing happened, try again

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

# SQLite gives the id of a deleted last row to the next one. Old buttons, dedupe keys and the audit
# name rows by their ids, so an id is never used again.
IDS_NEVER_REUSED = {"sqlite_autoincrement": True}

T = TypeVar("T")


class UtcDateTime(TypeDecorator[datetime]):
    """An instant. Kept in UTC, given back aware; a naive datetime raises."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        assert value.tzinfo is not None, "an instant needs its time zone"
        in_utc = value.astimezone(UTC)
        return in_utc.replace(tzinfo=None) if dialect.name == "sqlite" else in_utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def one_of(choices: type[enum.Enum], named: str = "") -> Enum:
    """The column type for a closed choice: text of length 32 with a CHECK in the database.

    The CHECK is named after the choices; a table's second column of the same ones names its own.
    """
    return Enum(
        choices,
        native_enum=False,
        create_constraint=True,
        length=32,
        name=named or choices.__name__.lower(),
        values_callable=lambda members: [str(member.value) for member in members],
    )


def choice(choices: type[enum.Enum], named: str = "", **field: Any) -> Any:
    """A model's field for a closed choice (see `one_of`)."""
    column_type: Any = one_of(
        choices, named
    )  # SQLModel's stub wants a class, SQLAlchemy the instance
    return Field(sa_type=column_type, **field)


class Database:
    """One practice's database.

    Transactions run one after the other in a single worker thread. On SQLite each takes the write
    lock at once (BEGIN IMMEDIATE), so that what it read cannot change before it writes; it waits up
    to 10 s for another process. Helpers in bot/records never commit: leaving `transaction` does.

    `engine` is one that an earlier Database of this url had: it knows its statements already.
    """

    def __init__(self, url: str, engine: Engine | None = None) -> None:
        self.url = make_url(url.replace("postgres://", "postgresql://", 1))
        if self.url.drivername == "postgresql":
            self.url = self.url.set(drivername="postgresql+psycopg")
        if engine is None:
            engine = _sqlite_engine(self) if self.is_sqlite else _postgresql_engine(self)
        self.engine = engine
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="database")
        self._asked_for = 0  # transactions that run or wait for their turn
        self._is_free = asyncio.Event()
        self._is_free.set()

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @property
    def file(self) -> Path | None:
        """The SQLite file; None on PostgreSQL."""
        return Path(self.url.database) if self.is_sqlite and self.url.database else None

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        with Session(self.engine, expire_on_commit=False) as db:
            yield db
            raw = db.connection().connection
            try:
                db.commit()
            except OperationalError:
                if self.is_sqlite:  # else the connection keeps its transaction and its locks
                    raw.rollback()
                raise

    async def run(self, act: Callable[[Session], T]) -> T:
        """Run `act` in a transaction of its own in the worker thread; raising undoes all of it."""
        self._asked_for += 1
        self._is_free.clear()
        try:
            return await asyncio.get_running_loop().run_in_executor(self._worker, self._act, act)
        finally:
            self._asked_for -= 1
            if self._asked_for == 0:
                self._is_free.set()

    @property
    def is_wanted(self) -> bool:
        """Whether somebody waits for the transaction that runs now."""
        return self._asked_for > 1

    async def let_others_go_first(self, *, seconds: float = GOES_LAST_SECONDS) -> None:
        """Wait until nobody else wants the database, but no longer than so many seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._is_free.wait()

    def _act(self, act: Callable[[Session], T]) -> T:
        with self.transaction() as db:
            return act(db)

    def close(self) -> None:
        self._worker.shutdown()
        self.engine.dispose()


def _sqlite_engine(database: Database) -> Engine:
    engine = create_engine(
        database.url,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=2,
        connect_args={"timeout": LOCK_WAIT_SECONDS, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # SQLAlchemy's BEGIN below is the only one
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA trusted_schema = OFF")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _postgresql_engine(database: Database) -> Engine:
    waits = f"-c lock_timeout={LOCK_WAIT_SECONDS}s -c timezone=UTC"
    return create_engine(
        database.url, pool_size=2, pool_pre_ping=True, connect_args={"options": waits}
    )


def changed_one(db: Session, statement: Update) -> bool:
    """Run a conditional UPDATE; True if exactly one row changed (only then go on)."""
    result = db.execute(statement)
    assert isinstance(result, CursorResult)
    return result.rowcount == 1


def insert_unless_there(db: Session, table: type[SQLModel], values: Mapping[str, Any]) -> bool:
    """Insert a row; False if a unique key says that it is there already."""
    insert = sqlite.insert if db.get_bind().dialect.name == "sqlite" else postgresql.insert
    statement = insert(table).values(**values).on_conflict_do_nothing()
    # Asked for by name, because PostgreSQL's driver gives no count for such an INSERT.
    return db.execute(statement.returning(literal(1))).first() is not None

"""Databases and practices for tests, on SQLite and, where there is a server, on PostgreSQL."""

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text

from bot.records import encryption, schema
from bot.records.database import Database
from bot.records.encryption import Keyring
from tests.loops.prepared import Town, opened
from tests.practice import KEY, WITH_QUESTIONS, Cast, Practice, World

POSTGRES_URL = os.environ.get("TEST_POSTGRES_URL", "")


def pytest_report_header() -> str:
    if POSTGRES_URL:
        return "PostgreSQL: tested at TEST_POSTGRES_URL"
    return "PostgreSQL: NOT tested, because TEST_POSTGRES_URL is not set"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says what kept browser tests from running: once, not for each of them."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = Counter(
        report.longrepr[2] for report in skipped if report.nodeid.startswith("tests/browser/")
    )
    for reason, tests in reasons.items():
        terminalreporter.write_line(f"NOT tested ({tests}): {reason.removeprefix('Skipped: ')}")


@pytest.fixture(autouse=True)
def _keyring() -> None:
    encryption.use_keyring(Keyring.parse(KEY))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the tables in it, made once and copied for each test."""
    path = tmp_path_factory.mktemp("template") / "practice.sqlite"
    database = Database(f"sqlite:///{path}")
    schema.upgrade(database)
    database.close()
    return path


@pytest.fixture(scope="session")
def postgres_template() -> Iterator[str]:
    """The name of a PostgreSQL database with the tables in it, copied for each test."""
    name = f"template_{uuid4().hex}"
    _administer(f"CREATE DATABASE {name}")
    database = Database(_postgres(name))
    schema.upgrade(database)
    database.close()
    yield name
    _administer(f"DROP DATABASE {name}")


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    path = tmp_path / "practice.sqlite"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A fresh database with its tables: the test runs on both kinds."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
        return
    if not POSTGRES_URL:
        pytest.skip("TEST_POSTGRES_URL is not set")
    name = f"test_{uuid4().hex}"
    _administer(f"CREATE DATABASE {name} TEMPLATE {request.getfixturevalue('postgres_template')}")
    yield _postgres(name)
    _administer(f"DROP DATABASE {name} WITH (FORCE)")


Opener = Callable[..., Practice]


@pytest.fixture
def open_practice() -> Iterator[Opener]:
    """Opens practices and closes them after the test."""
    opened: list[Practice] = []

    def open_one(url: str, **options: Any) -> Practice:
        opened.append(Practice(url, **options))
        return opened[-1]

    yield open_one
    for practice in opened:
        practice.close()


@pytest.fixture
def practice(sqlite_url: str, open_practice: Opener) -> Practice:
    return open_practice(sqlite_url)


@dataclass(frozen=True)
class Snapshot:
    """A practice at rest, to be copied: its database file and its world."""

    file: Path
    world: World

    @classmethod
    def take(cls, practice: Practice, file: Path) -> "Snapshot":
        assert practice.database.file is not None, "only SQLite files are copied"
        shutil.copy(practice.database.file, file)
        return cls(file, deepcopy((practice.hand, practice.telegram)))

    def open(self, open_practice: Opener, folder: Path, **settings: Any) -> Cast:
        path = folder / "copy.sqlite"
        shutil.copy(self.file, path)
        return Cast.of(open_practice(f"sqlite:///{path}", world=deepcopy(self.world), **settings))


@pytest.fixture(scope="session")
def snapshots(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Snapshot, Snapshot]:
    """The cast just connected, and the cast with both clients welcomed; made once, by playing it."""
    folder = tmp_path_factory.mktemp("snapshots")
    encryption.use_keyring(Keyring.parse(KEY))
    shutil.copy(sqlite_template, folder / "played.sqlite")
    practice = Practice(f"sqlite:///{folder / 'played.sqlite'}")
    cast = Cast(practice)
    connected = Snapshot.take(practice, folder / "connected.sqlite")
    cast.welcome()
    welcomed = Snapshot.take(practice, folder / "welcomed.sqlite")
    practice.close()
    return connected, welcomed


@pytest.fixture
def cast(snapshots: tuple[Snapshot, Snapshot], open_practice: Opener, tmp_path: Path) -> Cast:
    """Everybody has just opened their invitation."""
    return snapshots[0].open(open_practice, tmp_path)


@pytest.fixture
def welcomed(snapshots: tuple[Snapshot, Snapshot], open_practice: Opener, tmp_path: Path) -> Cast:
    """Anna and Ben have been through the welcome with «Just reminders»."""
    return snapshots[1].open(open_practice, tmp_path)


@pytest.fixture(scope="session")
def with_questions(
    snapshots: tuple[Snapshot, Snapshot], tmp_path_factory: pytest.TempPathFactory
) -> Snapshot:
    """The cast with both clients welcomed who also want short questions."""
    folder = tmp_path_factory.mktemp("with questions")
    encryption.use_keyring(Keyring.parse(KEY))
    opened: list[Practice] = []

    def open_one(url: str, **options: Any) -> Practice:
        opened.append(Practice(url, **options))
        return opened[-1]

    cast = snapshots[0].open(open_one, folder)
    cast.welcome(wish=WITH_QUESTIONS)
    taken = Snapshot.take(cast.practice, folder / "with_questions.sqlite")
    cast.practice.close()
    return taken


@pytest.fixture
def questioned(with_questions: Snapshot, open_practice: Opener, tmp_path: Path) -> Cast:
    """Anna and Ben chose «Reminders, and now and then a short question about how it's going»."""
    return with_questions.open(open_practice, tmp_path)


@pytest.fixture
def welcomed_with(
    snapshots: tuple[Snapshot, Snapshot], open_practice: Opener, tmp_path: Path
) -> Callable[..., Cast]:
    """The same in a practice with other settings."""
    return lambda **settings: snapshots[1].open(open_practice, tmp_path, **settings)


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """The welcomed cast with the loops at hand, one by one; Telegram must have no complaint."""
    with opened(tmp_path) as town:
        yield town
        assert town.telegram.violations == []


def _postgres(name: str) -> str:
    return make_url(POSTGRES_URL).set(database=name).render_as_string(hide_password=False)


def _administer(statement: str) -> None:
    url = make_url(POSTGRES_URL).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()

"""Databases and practices for tests, on SQLite and, where there is a server, on PostgreSQL."""

import gc
import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from bot.records import encryption, schema
from bot.records.database import Database
from bot.records.encryption import Keyring
from tests.loops.prepared import Town, opened
from tests.practice import JUST_REMINDERS, KEY, WITH_QUESTIONS, Cast, Practice
from tests.snapshots import Snapshot, lay, url_of

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


class _Scheduler(LoadScopeScheduling):  # type: ignore[misc]  # xdist tells no types
    """Any test goes to any worker, but those of a module or folder in `together` to one.

    These come first, so that no worker is left alone with one at the end. (xdist_group does
    nothing with a pytest that is newer than xdist.)
    """

    together = (
        "tests/browser/test_demo_page.py",
        "tests/browser/",
        "tests/demo/test_demo.py",
        "tests/test_script.py",
        "tests/loops/test_run.py",
        "tests/test_house.py",
    )

    def _split_scope(self, nodeid: str) -> str:
        return next((each for each in self.together if nodeid.startswith(each)), nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> _Scheduler:
    return _Scheduler(config, log)


def pytest_collection_finish() -> None:
    """What is imported and collected by now stays: it isn't looked through for garbage any more."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _keyring() -> None:
    encryption.use_keyring(Keyring.parse(KEY))


@pytest.fixture(scope="session")
def practice_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where each test has its practice in turn: one place, so that one engine serves them all."""
    return tmp_path_factory.mktemp("practice") / "practice.sqlite"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the tables in it, made once and copied for each test."""
    path = tmp_path_factory.mktemp("template") / "practice.sqlite"
    database = Database(url_of(path))
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
def sqlite_url(sqlite_template: Path, practice_file: Path) -> str:
    """A fresh database with its tables."""
    lay(sqlite_template.read_bytes(), practice_file)
    return url_of(practice_file)


@pytest.fixture(scope="session")
def postgres_name() -> str:
    """The name of each test's PostgreSQL database in turn: one engine serves the practices in it."""
    return f"test_{uuid4().hex}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A fresh database with its tables: the test runs on both kinds."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
        return
    if not POSTGRES_URL:
        pytest.skip("TEST_POSTGRES_URL is not set")
    name = request.getfixturevalue("postgres_name")
    _administer(f"CREATE DATABASE {name} TEMPLATE {request.getfixturevalue('postgres_template')}")
    yield _postgres(name)
    _administer(f"DROP DATABASE {name} WITH (FORCE)")


Opener = Callable[..., Practice]


@pytest.fixture
def open_practice() -> Iterator[Opener]:
    """Opens practices and closes them after the test."""
    with ExitStack() as stack:
        yield lambda url, **options: stack.enter_context(closing(Practice(url, **options)))


@pytest.fixture
def practice(sqlite_url: str, open_practice: Opener) -> Practice:
    return open_practice(sqlite_url)


@pytest.fixture(scope="session")
def connected_snapshot(sqlite_template: Path, practice_file: Path) -> Snapshot:
    """The cast just connected."""
    lay(sqlite_template.read_bytes(), practice_file)
    encryption.use_keyring(Keyring.parse(KEY))
    with closing(Practice(url_of(practice_file))) as practice:
        Cast(practice)
        return Snapshot.of(practice)


@pytest.fixture(scope="session")
def welcomed_snapshot(connected_snapshot: Snapshot, practice_file: Path) -> Snapshot:
    """The cast with both clients welcomed."""
    return _after_welcome(connected_snapshot, practice_file, JUST_REMINDERS)


@pytest.fixture(scope="session")
def questioned_snapshot(connected_snapshot: Snapshot, practice_file: Path) -> Snapshot:
    """The cast with both clients welcomed who also want short questions."""
    return _after_welcome(connected_snapshot, practice_file, WITH_QUESTIONS)


def _after_welcome(start: Snapshot, file: Path, wish: str) -> Snapshot:
    encryption.use_keyring(Keyring.parse(KEY))
    with closing(start.begin(file)) as practice:
        Cast.of(practice).welcome(wish=wish)
        return Snapshot.of(practice)


@pytest.fixture
def cast(connected_snapshot: Snapshot, practice_file: Path) -> Iterator[Cast]:
    """Everybody has just opened their invitation."""
    with closing(connected_snapshot.begin(practice_file)) as practice:
        yield Cast.of(practice)


@pytest.fixture
def welcomed(welcomed_with: Callable[..., Cast]) -> Cast:
    """Anna and Ben have been through the welcome with «Just reminders»."""
    return welcomed_with()


@pytest.fixture
def questioned(questioned_snapshot: Snapshot, practice_file: Path) -> Iterator[Cast]:
    """Anna and Ben chose «Reminders, and now and then a short question about how it's going»."""
    with closing(questioned_snapshot.begin(practice_file)) as practice:
        yield Cast.of(practice)


@pytest.fixture
def welcomed_with(
    welcomed_snapshot: Snapshot, practice_file: Path
) -> Iterator[Callable[..., Cast]]:
    """The same in a practice with other settings."""
    with ExitStack() as stack:

        def begin(**settings: Any) -> Cast:
            practice = welcomed_snapshot.begin(practice_file, **settings)
            return Cast.of(stack.enter_context(closing(practice)))

        yield begin


@pytest.fixture
def town(practice_file: Path) -> Iterator[Town]:
    """The welcomed cast with the loops at hand, one by one; Telegram must have no complaint."""
    with opened(practice_file) as town:
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

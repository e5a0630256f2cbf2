"""An open database of each kind, and a handful of people in it."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import settings
from sqlmodel import Session

from bot.records.database import Database
from tests.conftest import POSTGRES_URL, _administer, _postgres
from tests.records.rows import People, make_cast
from tests.snapshots import url_of

settings.register_profile("between sessions", deadline=None)  # a busy machine is no failure
settings.load_profile("between sessions")


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A fresh database with its tables, in a folder of its own: copies are made beside it."""
    file = tmp_path / "practice.sqlite"
    shutil.copy(sqlite_template, file)
    return url_of(file)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A fresh database, for tests that commit."""
    database = Database(database_url)
    yield database
    database.close()


@pytest.fixture(scope="session")
def shared_sqlite(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    path = tmp_path_factory.mktemp("shared") / "practice.sqlite"
    shutil.copy(sqlite_template, path)
    database = Database(url_of(path))
    yield database
    database.close()


@pytest.fixture(scope="session")
def shared_postgresql(request: pytest.FixtureRequest) -> Iterator[Database]:
    if not POSTGRES_URL:
        pytest.skip("TEST_POSTGRES_URL is not set")
    name = f"shared_{uuid4().hex}"
    template = request.getfixturevalue("postgres_template")
    _administer(f"CREATE DATABASE {name} TEMPLATE {template}")
    database = Database(_postgres(name))
    yield database
    database.close()
    _administer(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def db(request: pytest.FixtureRequest) -> Iterator[Session]:
    """One transaction for the whole test, undone after it: quicker than a database for each."""
    database: Database = request.getfixturevalue(f"shared_{request.param}")
    with Session(database.engine, expire_on_commit=False) as db:
        yield db
        db.rollback()


@pytest.fixture
def cast(db: Session) -> People:
    return make_cast(db)

"""An operator at a terminal, a practice's file, and a simulated Telegram on a real port."""

import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
import uvicorn
from click.testing import CliRunner, Result
from sqlalchemy import update
from sqlmodel import Session

from bot.__main__ import main
from bot.clock import Clock
from bot.records.database import Database
from bot.records.people import Person
from bot.settings import Settings
from bot.simulator.server import create_app
from bot.simulator.telegram import Telegram
from tests.mail_server import MailServer, mail_server
from tests.practice import KEY, TOKEN

T = TypeVar("T")
NOBODY_ANSWERS = "http://127.0.0.1:9"


class Operator:
    """Types commands; looks into the database with the eyes of the program."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.environment = {
            **{name.upper(): None for name in Settings.model_fields},
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": NOBODY_ANSWERS,
            "DATABASE_URL": f"sqlite:///{file}",
            "ENCRYPTION_KEYS": KEY,
            "PRACTICE_TIME_ZONE": "Australia/Melbourne",
            "HTTP_PORT": "0",
        }

    def sets(self, **settings: str | None) -> None:
        self.environment.update(settings)

    def types(self, *words: str) -> Result:
        result = CliRunner(env=self.environment).invoke(main, words)
        assert "Traceback" not in result.output
        assert isinstance(result.exception, SystemExit | None), result.exc_info
        return result

    def gets(self, *words: str) -> str:
        """What a command prints that works."""
        result = self.types(*words)
        assert result.exit_code == 0, result.output
        return result.stdout

    def is_refused(self, *words: str) -> str:
        """The sentence of a command that does nothing, with exit code 2."""
        before = self.everything() if self.file.exists() else None
        result = self.types(*words)
        assert result.exit_code == 2, result.output
        assert result.stdout == ""
        assert result.stderr.strip()
        if before is not None:
            assert self.everything() == before
        return result.stderr.strip()

    def everything(self) -> str:
        """All that stands in the database."""
        with closing(sqlite3.connect(self.file)) as connection:
            return "\n".join(connection.iterdump())

    def looks(self, look: Callable[[Session], T]) -> T:
        database = Database(f"sqlite:///{self.file}")
        try:
            with database.transaction() as db:
                return look(db)
        finally:
            database.close()


@pytest.fixture
def operator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Operator:
    """In an empty folder: no .env is read, no file lies about."""
    monkeypatch.chdir(tmp_path)
    return Operator(tmp_path / "practice.sqlite")


@pytest.fixture(scope="session")
def practice_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice's file, made once by the commands and copied for each test."""
    operator = Operator(tmp_path_factory.mktemp("commands") / "practice.sqlite")
    operator.gets("staff", "add", "--role", "psychologist", "--name", "Dr Okafor")
    operator.gets("staff", "add", "--role", "manager", "--name", "Maria Santos")
    operator.gets("client", "add", "--name", "Anna Brown", "--psychologist", "Dr Okafor")
    return operator.file


@pytest.fixture
def practice(practice_template: Path, operator: Operator) -> Operator:
    """An operator whose practice has Dr Okafor, Maria and Anna."""
    shutil.copy(practice_template, operator.file)
    return operator


@pytest.fixture(scope="session")
def telegram_url() -> Iterator[str]:
    """A simulated Telegram on a free port of this machine, served from a thread."""
    clock = Clock()
    telegram = Telegram(token=TOKEN, now=clock.now, monotonic=clock.monotonic)
    config = uvicorn.Config(create_app(telegram), port=0, log_level="warning")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the simulator did not start"
        threading.Event().wait(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture
def connected(practice: Operator, telegram_url: str) -> Operator:
    """The practice with a Telegram that answers."""
    practice.sets(TELEGRAM_API_URL=telegram_url)
    return practice


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server


@pytest.fixture
def whole(connected: Operator, server: MailServer) -> Operator:
    """A practice in which nothing is left to be done."""
    connected.looks(lambda db: db.execute(update(Person).values(telegram_id=Person.id)))
    connected.gets("staff", "add", "--role", "senior", "--name", "Dr Lindqvist")
    connected.looks(lambda db: db.execute(update(Person).values(telegram_id=Person.id)))
    for name in ("Maria Santos", "Dr Lindqvist"):
        connected.gets("staff", "mail", name, "somebody@example.org")
    connected.sets(SMTP_URL=server.url, OPERATOR_MAIL="operator@example.org")
    connected.sets(PRACTICE_COUNTRY="AU", PRACTICE_REGION="VIC", PRACTICE_PHONE="03 9000 0000")
    connected.sets(OPERATOR_CHAT="501")
    return connected


def findings(operator: Operator, exit_code: int) -> dict[str, tuple[str, str]]:
    """What was looked at: its mark and what was found."""
    result = operator.types("check")
    assert result.exit_code == exit_code, result.output
    assert result.stderr == ""
    lines = result.stdout.splitlines()
    width = max(len(line[6:].partition("  ")[0]) for line in lines)
    return {
        line[6 : 6 + width].strip(): (line[:4].strip(), line[6 + width :].strip()) for line in lines
    }


def day_in(days: int) -> str:
    """A date so many days from now, as the program will see it."""
    return (Clock().now() + timedelta(days=days)).date().isoformat()

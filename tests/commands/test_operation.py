"""Keys, migrating, running, and what waits: what an operator does, and what is refused."""

import logging
import re
import socket
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path

import click
import pytest
import structlog

from bot.__main__ import main
from bot.records.database import Database
from bot.records.encryption import Keyring
from bot.records.run_lock import run_lock
from tests.commands.conftest import Operator, day_in
from tests.conftest import POSTGRES_URL
from tests.records import later_version

OLDER = "The database is of an older version: run `between-sessions migrate` first."
NEWER = "The database was made by a newer version of the program. Use that version."
UNUSABLE = "DATABASE_URL can't be used: write sqlite:///FILE or postgresql://USER@HOST/NAME."
AWAY = "The database can't be reached, or another process has locked it."
ON_ROWS = (
    ("staff", "add", "--role", "manager", "--name", "Bo"),
    ("client", "add", "--name", "Bo", "--psychologist", "Dr Okafor"),
    ("invite", "Anna Brown"),
    ("session", "add", "--client", "Anna Brown", "--starts-at", f"{day_in(30)}T11:00"),
    ("stuck",),
    ("run",),
)  # fmt: skip


@pytest.fixture(autouse=True)
def _logs_as_before() -> Iterator[None]:
    """`run` sets up logging for a process of its own; here it has to be taken back."""
    loggers = [logging.getLogger(name) for name in (None, "httpx", "telegram", "uvicorn")]
    levels, handlers = [each.level for each in loggers], list(logging.getLogger().handlers)
    before = structlog.get_config()
    yield
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)
    logging.getLogger().handlers[:] = handlers
    factory = structlog.get_config()["logger_factory"]
    structlog.configure(**before)
    if factory is not before["logger_factory"]:
        factory._file.close()


# --- every command


def commands(group: click.Group = main, *path: str) -> Iterator[tuple[str, ...]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, *path, name)
        yield (*path, name)


@pytest.mark.parametrize("words", [(), *commands()], ids=" ".join)
def test_every_command_explains_itself_and_each_of_its_options(
    operator: Operator, words: tuple[str, ...]
) -> None:
    operator.environment.clear()
    said = operator.gets(*words, "--help")
    assert operator.gets(*words, "-h") == said
    assert max(map(len, said.splitlines())) <= 100
    command: click.Command = main
    for word in words:
        assert isinstance(command, click.Group)
        command = command.commands[word]
    assert command.help and re.match(r"[A-Z].*[.:]", command.help)
    for option in command.params:
        assert not isinstance(option, click.Option) or option.help, option.name


@pytest.mark.parametrize("words", [*ON_ROWS, ("migrate",), ("check",)], ids=itemgetter(0))
def test_without_settings_a_command_says_which_are_missing(
    operator: Operator, words: tuple[str, ...]
) -> None:
    operator.sets(TELEGRAM_BOT_TOKEN=None, ENCRYPTION_KEYS=None, HTTP_PORT="planted")
    said = operator.is_refused(*words).splitlines()
    assert [line.split()[0] for line in said] == [
        "TELEGRAM_BOT_TOKEN", "ENCRYPTION_KEYS", "HTTP_PORT"
    ]  # fmt: skip
    assert not operator.file.exists()


def test_what_is_no_command_is_refused(operator: Operator) -> None:
    assert "No such command 'erase-all'." in operator.is_refused("erase-all")


def test_a_new_key_stands_alone_and_needs_no_settings(operator: Operator) -> None:
    operator.environment.clear()
    first, second = operator.gets("new-key"), operator.gets("new-key")
    assert first != second and len(first.split()) == 1
    Keyring.parse(first)


# --- databases that can't be worked with


@pytest.mark.parametrize("words", ON_ROWS, ids=itemgetter(0))
def test_on_an_older_database_nothing_is_done(
    practice: Operator, words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later_version.install(monkeypatch, tmp_path)
    assert practice.is_refused(*words) == OLDER


@pytest.mark.parametrize("words", [*ON_ROWS, ("migrate",)], ids=itemgetter(0))
def test_on_a_newer_database_nothing_is_done(practice: Operator, words: tuple[str, ...]) -> None:
    database = Database(f"sqlite:///{practice.file}")
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    said = practice.is_refused(*words)
    assert said and NEWER.startswith(said)


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("practice.sqlite", UNUSABLE),
        ("sqlite://", UNUSABLE),
        ("sqlite:///:memory:", UNUSABLE),
        ("mysql://bob:planted@host/practice", UNUSABLE),
        ("oracle+planted://host/practice", UNUSABLE),
        ("postgresql://bob:planted@host:port/practice", UNUSABLE),
        ("postgresql+asyncpg://bob:planted@host/practice", UNUSABLE),
        ("sqlite:////no/such/folder/practice.sqlite", AWAY),
        ("postgresql://bob:planted@127.0.0.1:9/practice", AWAY),
    ],
)
@pytest.mark.parametrize("words", [("run",), ("migrate",), ("stuck",)], ids=" ".join)
def test_an_address_that_leads_nowhere(
    operator: Operator, words: tuple[str, ...], url: str, sentence: str
) -> None:
    operator.sets(DATABASE_URL=url)
    assert operator.is_refused(*words) == sentence
    assert [path.name for path in Path.cwd().iterdir()] == []


def test_a_file_that_is_something_else_is_left_alone(operator: Operator) -> None:
    letter = Path("letter.txt")
    letter.write_text("Dear Anna, this is no database but a letter. " * 30)
    operator.sets(DATABASE_URL=f"sqlite:///{letter}")
    for words in ("run", "migrate", "stuck"):
        assert operator.is_refused(words).startswith("The database refuses (DatabaseError)")
    assert letter.read_text().startswith("Dear Anna")


def test_a_server_that_refuses_is_a_sentence(operator: Operator) -> None:
    if not POSTGRES_URL:
        pytest.skip("TEST_POSTGRES_URL is not set")
    operator.sets(DATABASE_URL=f"{POSTGRES_URL}_which_is_not_there")
    assert operator.is_refused("stuck") == AWAY


# --- migrate


def test_migrate_makes_a_database_and_then_has_nothing_to_do(operator: Operator) -> None:
    assert operator.gets("migrate") == "The database is made.\n"
    assert operator.file.stat().st_mode & 0o777 == 0o600
    assert operator.gets("migrate") == "The database is up to date. 0 changes.\n"
    assert [path.name for path in Path.cwd().iterdir()] == ["practice.sqlite"]


def test_migrate_takes_a_backup_before_it_changes_anything(
    practice: Operator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = practice.everything()
    later_version.install(monkeypatch, tmp_path)
    said = practice.gets("migrate")
    (backup,) = tmp_path.glob("practice.sqlite.*.backup")
    assert said == f"The database is brought up to date. Before it: {backup}\n"
    assert Operator(backup).everything() == before
    assert "shoe_size" in practice.everything()
    assert practice.gets("stuck") == "0 parked, 0 undeliverable.\n"


def test_without_a_backup_nothing_is_changed(
    practice: Operator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later_version.install(monkeypatch, tmp_path)
    full = "x" * 250
    long_name = practice.file.rename(practice.file.with_name(f"{full}.s"))
    practice.file = long_name
    practice.sets(DATABASE_URL=f"sqlite:///{long_name}")
    said = practice.is_refused("migrate")
    assert said.endswith("can't be made. Nothing was changed.")


# --- run


def test_a_second_run_is_refused(practice: Operator) -> None:
    running = Database(f"sqlite:///{practice.file}")
    with run_lock(running):
        assert practice.is_refused("run") == "The bot runs already on this database."
    running.close()


@pytest.fixture
def taken_port() -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        yield str(taken.getsockname()[1])


def test_a_port_in_use_is_said_before_anything_starts(practice: Operator, taken_port: str) -> None:
    practice.sets(HTTP_PORT=taken_port)
    sentence = f"Port {taken_port} is in use. Set HTTP_PORT to another one, or to 0 for none."
    assert practice.is_refused("run") == sentence
    sentence = f"Port {taken_port} is in use. Choose another one with --port."
    assert practice.is_refused("simulator", "--port", taken_port) == sentence


def test_so_is_the_webhook_s(practice: Operator, taken_port: str) -> None:
    practice.sets(WEBHOOK_URL="http://127.0.0.1/hook", WEBHOOK_SECRET="s3cret")
    practice.sets(WEBHOOK_PORT=taken_port)
    sentence = f"Port {taken_port} is in use. Set WEBHOOK_PORT to another one."
    assert practice.is_refused("run") == sentence


def test_health_and_the_webhook_can_t_share_a_port(practice: Operator) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    practice.sets(HTTP_PORT=str(port), WEBHOOK_PORT=str(port))
    practice.sets(WEBHOOK_URL="http://127.0.0.1/hook", WEBHOOK_SECRET="s3cret")
    assert practice.is_refused("run").endswith("in use. Set WEBHOOK_PORT to another one.")


@pytest.mark.parametrize("way", [{}, {"WEBHOOK_URL": "http://127.0.0.1/h", "WEBHOOK_SECRET": "s"}])
def test_a_token_that_telegram_doesn_t_know_ends_it(
    connected: Operator, way: dict[str, str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        connected.sets(WEBHOOK_PORT=str(free.getsockname()[1]))
    connected.sets(TELEGRAM_BOT_TOKEN="1000000:wrong", **way)
    result = connected.types("run")
    assert result.exit_code == 2
    assert "Telegram doesn't know TELEGRAM_BOT_TOKEN.\n" in result.stderr


@pytest.mark.parametrize("words", [("--token", "planted"), ("--port", "0"), ("--port", "70000")])
def test_a_simulator_that_can_t_be(operator: Operator, words: tuple[str, str]) -> None:
    assert "Traceback" not in operator.is_refused("simulator", *words)

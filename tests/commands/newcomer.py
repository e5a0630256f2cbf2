"""Somebody who sets a practice up: nothing is set and nothing is there before."""

import io
import re
from pathlib import Path

from click.testing import CliRunner, Result

from bot import env_file
from bot.__main__ import main
from bot.records import encryption, people
from bot.records.encryption import Keyring
from bot.records.people import Role
from tests.commands.conftest import Operator
from tests.practice import TOKEN

ANSWERS = {
    "--token": TOKEN,
    "--name": 'Riverside & «Sons» #1 "the" practice',
    "--country": "gb",
    "--hours": "Mon-Thu 9:00-17:00",
    "--phone": "020 7946 0000",
    "--manager": "Maria Santos",
    "--senior": "Dr Lindqvist",
    "--psychologist": "Dr Okafor",
}
LINK = re.compile(r"^https://t\.me/simulated_bot\?start=[2-9A-Z]{20}$", re.MULTILINE)


class Terminal(io.BytesIO):
    """Somebody sits there and types these lines."""

    def __init__(self, *lines: str) -> None:
        super().__init__("".join(f"{line}\n" for line in lines).encode())

    def isatty(self) -> bool:
        return True


class Newcomer(Operator):
    """In an empty folder with an empty environment; `api_url` is where Telegram answers."""

    def __init__(self, folder: Path, api_url: str) -> None:
        super().__init__(folder / "between-sessions.sqlite")
        self.sets(**dict.fromkeys(self.environment))
        self.api_url = api_url


def words(operator: Newcomer, **changes: str | None) -> list[str]:
    """The options that answer everything, with these changes (None: left out)."""
    named = {f"--{name.replace('_', '-')}": value for name, value in changes.items()}
    answers = {**ANSWERS, "--api-url": operator.api_url, **named}
    return [
        "setup",
        *(word for name, value in answers.items() if value is not None for word in (name, value)),
    ]


def sits_at(operator: Newcomer, *lines: str, options: tuple[str, ...] = ()) -> Result:
    """Type `setup` at a terminal and then these lines."""
    runner = CliRunner(env=operator.environment)
    result = runner.invoke(main, ["setup", *options], input=Terminal(*lines))
    assert isinstance(result.exception, SystemExit | None), result.exc_info
    return result


def written() -> dict[str, str]:
    return env_file.values_of(Path(".env").read_text("utf-8"))


def roles(operator: Newcomer) -> dict[str, set[str]]:
    use_keys_of_the_file()
    return operator.looks(
        lambda db: {
            person.name: {role.value for role in people.roles_of(db, person)}
            for role in Role
            for person in people.holders(db, role)
        }
    )


def use_keys_of_the_file() -> None:
    encryption.use_keyring(Keyring.parse(written()["ENCRYPTION_KEYS"]))

"""From nothing to a first reminder: what an operator types, and what two people see on their phones."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import pytest

from bot.clock import Clock
from bot.settings import Settings
from tests.commands.conftest import Operator
from tests.commands.newcomer import LINK, Newcomer, words

LONDON = ZoneInfo("Europe/London")
REPOSITORY = Path(__file__).parents[2]
# The program as `between-sessions run` starts it, on a clock so many seconds ahead.
DAYS_LATER = """
import sys
from datetime import timedelta
from bot.demo.pushed_clock import PushedClock
from bot.opening import open_settings
from bot.process import run_bot
run_bot(open_settings(), PushedClock(timedelta(seconds=float(sys.argv[1]))).clock())
"""


class Phone:
    """Somebody's telephone, over HTTP. Telegram is one for all tests, so each names its people."""

    def __init__(self, api_url: str, name: str) -> None:
        person = httpx.post(f"{api_url}/simulator/people", json={"name": name}).json()
        self._address = f"{api_url}/simulator/people/{person['id']}"

    def opens(self, link: str, sees: str) -> None:
        self._does("follow", sees, link=link)

    def taps(self, label: str, sees: str) -> None:
        self._does("tap", sees, label=label)

    def sees(self, text: str) -> None:
        until(lambda: any(text in each for each in self.texts))

    @property
    def texts(self) -> list[str]:
        return [bubble["text"] for bubble in httpx.get(f"{self._address}/screen").json()]

    def _does(self, what: str, sees: str, **body: str) -> None:
        answer = httpx.post(f"{self._address}/{what}", json=body)
        assert answer.status_code == 200, answer.text
        self.sees(sees)


def until(holds: Callable[[], bool], seconds: float = 30.0) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it did not come"
        time.sleep(0.05)


@contextmanager
def running(*command: str) -> Iterator[None]:
    """The program in this folder, with nothing in its environment; it must stop well."""
    names = {name.upper() for name in Settings.model_fields}
    environment = {name: each for name, each in os.environ.items() if name.upper() not in names}
    with subprocess.Popen(
        [sys.executable, *command],
        env={**environment, "PYTHONPATH": str(REPOSITORY)},
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield
            process.send_signal(signal.SIGTERM)
            _out, log = process.communicate(timeout=20)
            assert (process.returncode, "Traceback" in log) == (0, False), log
        finally:
            process.kill()


def link_in(said: str) -> str:
    found = LINK.search(said)
    assert found is not None, said
    return found[0]


@pytest.fixture
def operator_of_nothing(operator: Operator, telegram_url: str) -> Newcomer:
    return Newcomer(Path.cwd(), telegram_url)


def test_from_nothing_to_the_first_reminder(
    operator_of_nothing: Newcomer, database_url: str
) -> None:
    operator = operator_of_nothing
    kind = database_url.partition(":")[0]
    kept = {"database_url": database_url} if kind == "postgresql" else {}
    starts_at = _at_eleven(days=5)

    maria_s = link_in(operator.gets(*words(operator, name="Riverside", **kept)))
    with Path(".env").open("a") as file:
        file.write("HTTP_PORT=0\n")
    with running("-m", "bot", "run"):
        maria = Phone(operator.api_url, f"Maria, {kind}")
        maria.opens(maria_s, "Hello Maria. This is the reminder helper of Riverside.")
        said = operator.gets("client", "add", "--name", "Anna Brown", "--psychologist", "Dr Okafor")
        assert said == "1 client added. Next: between-sessions invite 'Anna Brown'\n"
        booked = operator.gets(
            "session", "add", "--client", "Anna Brown", "--starts-at",
            starts_at.strftime("%Y-%m-%dT%H:%M"), "--place", "Room 2.",
        )  # fmt: skip
        assert re.search(r"First reminder .* 11:00 \(Europe/London\)", booked)
        anna = Phone(operator.api_url, f"Anna, {kind}")
        anna.opens(link_in(operator.gets("invite", "Anna Brown")), "Hello Anna.")
        anna.taps("Yes, it's just me", sees="Who sees what:")
        anna.taps("Just reminders", sees="Good. Your next time is")
        anna.taps("That's fine", sees="One last thing")
        maria.opens(maria_s, "Hello Maria")  # once more, by the one whose it is

    reminder = f"{starts_at:%A} {starts_at.day} {starts_at:%B}, 11:00"
    before = [text for text in anna.texts if "Room 2." in text]
    assert before == []
    three_days_before = starts_at - timedelta(days=3) - Clock().now()
    with running("-c", DAYS_LATER, str(three_days_before.total_seconds() + 60)):
        until(lambda: any("Room 2." in text for text in anna.texts))
    (came,) = [text for text in anna.texts if "Room 2." in text]
    assert came.startswith(reminder)
    assert "Anna Brown" not in " ".join(maria.texts)


def _at_eleven(*, days: int) -> datetime:
    """Outside quiet hours, also three days before."""
    day = Clock().now().astimezone(LONDON) + timedelta(days=days)
    return day.replace(hour=11, minute=0, second=0, microsecond=0)

"""The program as the operator runs it: it starts, answers, refuses a second one, and stops well."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import httpx
import pytest
import uvicorn

from bot.app import App
from bot.clock import Clock
from bot.records.inbox import InboxState
from bot.records.outbox import OutboxState
from bot.simulator.server import create_app
from bot.simulator.telegram import Telegram
from bot.simulator.transport import InProcessTransport
from bot.telegram_gateway import TelegramGateway, TokenRefused
from tests.loops.prepared import Town, run_in
from tests.practice import KEY, TOKEN

NO_TIMES = "No times are booked for you here."


def app_of(town: Town, token: str = TOKEN) -> App:
    """The program with real waiting: its loops run by themselves."""
    transport = InProcessTransport(create_app(town.telegram))
    gateway = TelegramGateway(token, "http://simulator", transport if token != TOKEN else None)
    return App(
        town.settings,
        database=town.database,
        gateway=town.gateway if token == TOKEN else gateway,
        clock=Clock(now=town.hand.now),
    )


def test_a_stop_lets_a_message_that_is_under_way_arrive_and_comes_twice_without_harm(
    town: Town,
) -> None:
    town.telegram.faults.fail("slow", method="sendMessage")
    before = len(town.calls_to(town.anna))

    async def story() -> None:
        running = asyncio.create_task(app_of(town).run(None))
        town.anna.account.types("My times")
        await town.telegram.change.until(lambda: len(town.calls_to(town.anna)) > before)
        for _time in range(2):
            os.kill(os.getpid(), signal.SIGTERM)
            for _round in range(5):
                await asyncio.sleep(0)
        assert not running.done(), "it waits for the answer of Telegram"
        town.answers_go.set()
        async with asyncio.timeout(10):
            await running

    run_in(town, story())
    assert len(town.anna.hears()) == 1
    assert len(town.calls_to(town.anna)) == before + 1
    with town.look() as db:
        states = db.connection().exec_driver_sql("SELECT DISTINCT state FROM outbox").scalars()
        assert list(states) == [OutboxState.SENT.value]


def test_a_stop_while_nothing_happens_takes_no_time_and_later_words_are_kept(town: Town) -> None:
    async def story() -> None:
        running = asyncio.create_task(app_of(town).run(None))
        await town.telegram.change.until(lambda: town.telegram.poll is not None)
        os.kill(os.getpid(), signal.SIGINT)
        async with asyncio.timeout(5):
            await running

    run_in(town, story())
    town.anna.account.types("My times")
    town.start()
    town.settle()
    assert len(town.anna.hears()) == 1


def test_words_that_were_stored_but_not_worked_are_worked_on_the_way_out(town: Town) -> None:
    """The loops end wherever they are; what is in the inbox by then is answered before the end."""
    town.anna.account.types("My times")
    town.do("receive")

    async def story() -> None:
        app = app_of(town)
        app.stop.set()
        await app.run(None)

    run_in(town, story())
    assert {row.state for row in town.inbox_rows()} == {InboxState.DONE}
    assert len(town.anna.hears()) == 1


def test_a_token_that_telegram_does_not_know_ends_the_program_at_once(town: Town) -> None:
    async def story() -> None:
        async with asyncio.timeout(5):
            await app_of(town, "1000000:another").run(None)

    with pytest.raises(TokenRefused):
        run_in(town, story())


@pytest.mark.slow
def test_a_stop_does_not_wait_for_telegram_for_ever(town: Town) -> None:
    town.telegram.faults.fail("slow", method="sendMessage", times=10)
    row_id = town.queue(town.anna, "never acknowledged")
    before = len(town.calls_to(town.anna))

    async def story() -> None:
        running = asyncio.create_task(app_of(town).run(None))
        await town.telegram.change.until(lambda: len(town.calls_to(town.anna)) > before)
        os.kill(os.getpid(), signal.SIGTERM)
        async with asyncio.timeout(10):
            await running

    run_in(town, story())
    assert town.sent(row_id).state is OutboxState.QUEUED, "the next start sends it once more"


# --- in processes of their own


async def _a_moment(_seconds: float) -> None:
    """Telegram would wait longer and longer before it comes to the webhook again."""
    await asyncio.sleep(0.2)


@contextmanager
def simulator() -> Iterator[str]:
    """A simulated Telegram on a port of this machine; its address."""
    clock = Clock()
    telegram = Telegram(token=TOKEN, now=clock.now, monotonic=clock.monotonic)
    listening = socket.create_server(("127.0.0.1", 0))
    app = create_app(telegram, pause=_a_moment)
    server = uvicorn.Server(uvicorn.Config(app, log_config=None))
    thread = Thread(target=server.run, args=([listening],))
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        telegram.hang_up()
        thread.join()
        listening.close()


@contextmanager
def program(
    folder: Path, api_url: str, http_port: int, **settings: str
) -> Iterator[subprocess.Popen[str]]:
    """`between-sessions run` in this folder, killed at the end if it still runs."""
    environment = {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api_url,
        "DATABASE_URL": f"sqlite:///{folder}/practice.sqlite",
        "ENCRYPTION_KEYS": KEY,
        "PRACTICE_NAME": "Riverside",
        "HTTP_PORT": str(http_port),
        "PYTHONPATH": str(Path(__file__).parents[2]),
        **settings,
    }
    command = [sys.executable, "-m", "bot", "run"]
    with subprocess.Popen(
        command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as bound:
        return int(bound.getsockname()[1])


def until(condition: Callable[[], Any], seconds: float = 30.0) -> Any:
    """Wait for another process; what the condition gave."""
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline, "it takes too long"
        time.sleep(0.05)
    return found


def answers_with(url: str) -> int:
    try:
        return httpx.get(url).status_code
    except httpx.ConnectError:
        return 0


def test_the_program_runs_is_healthy_refuses_a_second_one_and_stops(tmp_path: Path) -> None:
    port = free_port()
    with simulator() as api_url, program(tmp_path, api_url, port) as first:
        until(lambda: answers_with(f"http://127.0.0.1:{port}/health") == 200)
        assert answers_with(f"http://127.0.0.2:{port}/health") == 0, "on loopback only"
        assert "loop_restarts_total" in httpx.get(f"http://127.0.0.1:{port}/metrics").text

        with program(tmp_path, api_url, free_port()) as second:
            _out, said = second.communicate(timeout=30)
            assert (second.returncode, said.splitlines()[-1]) == (
                2,
                "The bot runs already on this database.",
            )

        person = httpx.post(f"{api_url}/simulator/people", json={"name": "Anna"}).json()
        address = f"{api_url}/simulator/people/{person['id']}"
        httpx.post(f"{address}/type", json={"text": "/start"})
        answer = until(lambda: httpx.get(f"{address}/screen").json()[1:])
        assert answer[0]["text"].startswith("I'm a program that works for people who were invited")

        first.send_signal(signal.SIGTERM)
        first.send_signal(signal.SIGTERM)
        _out, log = first.communicate(timeout=10)
        assert first.returncode == 0
        assert "Traceback" not in log and "works for people" not in log


def test_the_program_with_a_webhook_is_brought_everything_and_shows_nothing_else(
    tmp_path: Path,
) -> None:
    port, hook_port = free_port(), free_port()
    hook = f"http://127.0.0.1:{hook_port}"
    webhook = {
        "WEBHOOK_URL": f"{hook}/telegram",
        "WEBHOOK_SECRET": "s3cret",
        "WEBHOOK_PORT": str(hook_port),
    }
    with simulator() as api_url:
        person = httpx.post(f"{api_url}/simulator/people", json={"name": "Anna"}).json()
        address = f"{api_url}/simulator/people/{person['id']}"

        def answers() -> list[str]:
            screen = httpx.get(f"{address}/screen").json()
            return [bubble["text"] for bubble in screen if bubble["by_bot"]]

        for number in (1, 2):  # what comes while nobody runs waits for the next start
            httpx.post(f"{address}/type", json={"text": "/start"})
            with program(tmp_path, api_url, port, **webhook) as running:
                until(lambda: len(answers()) == number)  # noqa: B023  # called at once
                state = httpx.get(f"{api_url}/bot{TOKEN}/getWebhookInfo").json()["result"]
                assert state["url"] == webhook["WEBHOOK_URL"], "it stays set in between"
                if number == 1:
                    assert "last_error_date" not in state, "it was set once somebody listened"
                assert answers_with(f"http://127.0.0.1:{port}/health") == 200
                assert answers_with(f"http://127.0.0.1:{port}/telegram") == 404
                for path in ("/health", "/metrics", "/telegram"):
                    said = httpx.get(f"{hook}{path}")
                    assert (said.status_code, said.content) == (404, b"")
                    assert "server" not in said.headers
                assert httpx.post(f"{hook}/telegram", json={"update_id": 1}).status_code == 403
                running.send_signal(signal.SIGTERM)
                _out, log = running.communicate(timeout=10)
                assert running.returncode == 0
                assert "Traceback" not in log and "works for people" not in log
            assert answers_with(f"{hook}/telegram") == 0, "nobody listens any more"
        assert len(answers()) == 2, "each once"

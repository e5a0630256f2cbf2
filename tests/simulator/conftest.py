"""A simulated Telegram, ways to call it, and two people."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.simulator.person import Person
from bot.simulator.phone_view import PhonesView
from bot.simulator.server import create_app
from bot.simulator.telegram import Telegram
from bot.simulator.transport import InProcessTransport

TUESDAY = datetime(2026, 3, 3, 18, 0, tzinfo=UTC)


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.time = TUESDAY

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        return (self.time - TUESDAY).total_seconds()


@pytest.fixture(autouse=True)
def _durations_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """python-telegram-bot warns about RetryAfter without this."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pass_time(clock: Clock) -> Callable[..., None]:
    def forward(**duration: float) -> None:
        clock.time += timedelta(**duration)

    return forward


@pytest.fixture
def telegram(clock: Clock) -> Telegram:
    return Telegram(now=clock.now, monotonic=clock.monotonic)


@pytest.fixture
def app(telegram: Telegram) -> Starlette:
    return create_app(telegram)


@pytest.fixture
def anna(telegram: Telegram) -> Person:
    """Has started the bot; the bot has taken note."""
    person = telegram.person("Anna")
    person.types("/start")
    telegram.exchange.updates.clear()
    return person


@pytest.fixture
def ben(telegram: Telegram) -> Person:
    """Has never written to the bot."""
    return telegram.person("Ben")


@pytest.fixture
def view(telegram: Telegram, anna: Person) -> PhonesView:
    """Has been looked at once."""
    view = PhonesView(telegram)
    view.changes()
    return view


@pytest.fixture
def http(app: Starlette) -> Callable[..., httpx.Response]:
    """One request over HTTP, as httpx takes it."""

    def request(method: str, path: str, **details: Any) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = InProcessTransport(app)
            async with httpx.AsyncClient(transport=transport, base_url="http://telegram") as client:
                return await client.request(method, path, **details)

        return asyncio.run(send())

    return request


@pytest.fixture
def call(telegram: Telegram, http: Callable[..., httpx.Response]) -> Callable[..., Any]:
    """One Bot API call with a JSON body; gives the whole answer."""

    def bot_api(method: str, **params: Any) -> Any:
        return http("POST", f"/bot{telegram.token}/{method}", json=params).json()

    return bot_api


@pytest.fixture
def play(telegram: Telegram, app: Starlette) -> Callable[[Callable[[Bot], Awaitable[Any]]], Any]:
    """Lets the real python-telegram-bot do something."""

    def run(story: Callable[[Bot], Awaitable[Any]]) -> Any:
        return asyncio.run(_with_bot(telegram, app, story))

    return run


async def _with_bot(
    telegram: Telegram, app: Starlette, story: Callable[[Bot], Awaitable[Any]]
) -> Any:
    options = {"transport": InProcessTransport(app)}
    bot = Bot(
        telegram.token,
        base_url="http://telegram/bot",
        base_file_url="http://telegram/file/bot",
        request=HTTPXRequest(httpx_kwargs=options),
        get_updates_request=HTTPXRequest(httpx_kwargs=options),
    )
    async with bot:
        return await story(bot)

"""The bot as a process: its log, its database under lock, its four loops."""

import asyncio
import errno
import gc
import logging
import os
import socket
import sys
from collections.abc import Awaitable, Callable
from contextlib import ExitStack

import click
import structlog

from bot.app import App
from bot.clock import Clock
from bot.opening import Refusal, open_database
from bot.records.database import Database
from bot.records.run_lock import AlreadyRunning, run_lock
from bot.settings import Settings
from bot.telegram_gateway import TelegramGateway, TokenRefused

_OTHER_PORT = "Set HTTP_PORT to another one, or to 0 for none."
_OTHER_WEBHOOK_PORT = "Set WEBHOOK_PORT to another one."


# An answer of Telegram's takes the loops' thread several turns beside the database's.
_TURN_SECONDS = 0.001


class PortInUse(Refusal):
    """Another program listens there."""


def run_bot(
    settings: Settings, clock: Clock, beside: Callable[[App], Awaitable[None]] | None = None
) -> None:
    """Run until SIGTERM or SIGINT. `beside` runs along: when either ends, so does the other.

    A database, a port or a token that can't be worked with is a Refusal.
    """
    _log_plainly()
    with open_database(settings) as database:
        try:
            with run_lock(database), ExitStack() as open_sockets:
                sockets = _sockets(settings, open_sockets)
                make_python_ready()
                click.echo("The bot runs. Ctrl-C or SIGTERM stops it.")
                asyncio.run(_run(settings, database, clock, sockets, beside))
        except AlreadyRunning:
            raise Refusal("The bot runs already on this database.") from None
        except TokenRefused:
            raise Refusal("Telegram doesn't know TELEGRAM_BOT_TOKEN.") from None


def make_python_ready() -> None:
    """Nothing that is loaded ever becomes garbage. Looking through all of it again and again would
    hold up every loop for a tenth of a second each time (docs/reminder-load.md)."""
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(_TURN_SECONDS)


async def _run(
    settings: Settings,
    database: Database,
    clock: Clock,
    sockets: tuple[socket.socket | None, socket.socket | None],
    beside: Callable[[App], Awaitable[None]] | None,
) -> None:
    gateway = TelegramGateway(
        settings.telegram_bot_token.get_secret_value(), settings.telegram_api_url
    )
    app = App(settings, database=database, gateway=gateway, clock=clock)
    accompanying = asyncio.ensure_future(beside(app) if beside else asyncio.Event().wait())
    accompanying.add_done_callback(lambda _ended: app.stop.set())
    try:
        await app.run(*sockets)
    finally:
        accompanying.cancel()
        await asyncio.wait({accompanying})
        await gateway.close()


def _sockets(
    settings: Settings, open_sockets: ExitStack
) -> tuple[socket.socket | None, socket.socket | None]:
    """Those of health and metrics and of the webhook, where they are wanted."""
    http = hook = None
    if settings.http_port:
        http = open_sockets.enter_context(bound_port(settings.http_port, _OTHER_PORT))
    if settings.webhook_url:
        hook = open_sockets.enter_context(bound_port(settings.webhook_port, _OTHER_WEBHOOK_PORT))
    return http, hook


def bound_port(port: int, advice: str) -> socket.socket:
    """A loopback port that listens before anything starts."""
    bound = socket.socket()
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind(("127.0.0.1", port))
        bound.listen()
    except OSError as error:
        bound.close()
        if error.errno == errno.EADDRINUSE:
            raise PortInUse(f"Port {port} is in use. {advice}") from None
        raise Refusal(f"Port {port} can't be used: {error.strerror}. {advice}") from None
    return bound


def _log_plainly() -> None:
    """Ids and states as JSON lines on standard error; the libraries only when something is wrong."""
    logging.basicConfig(level=logging.WARNING)
    for name in ("httpx", "httpcore", "telegram", "apscheduler", "uvicorn"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(os.fdopen(os.dup(2), "w", buffering=1)),
    )

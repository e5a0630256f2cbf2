"""Commands that run the program and look after it."""

import asyncio
import logging
import os
import socket
from contextlib import ExitStack

import click
import structlog

from bot.app import App
from bot.clock import Clock
from bot.commands.checks import all_checks
from bot.commands.opening import Refusal, make_tables, open_database, open_settings
from bot.records import encryption, inbox, outbox, schema
from bot.records.outbox import OutboxState
from bot.records.run_lock import AlreadyRunning, run_lock
from bot.records.schema import BackupError, SchemaState
from bot.settings import Settings
from bot.simulator.serve import serve
from bot.simulator.telegram import Telegram
from bot.telegram_gateway import TelegramGateway, TokenRefused

_LARGEST_ID = 2**63 - 1
_OTHER_PORT = "Set HTTP_PORT to another one, or to 0 for none."
_OTHER_WEBHOOK_PORT = "Set WEBHOOK_PORT to another one."


@click.command("new-key")
def new_key() -> None:
    """Print a fresh key for ENCRYPTION_KEYS. Keep a copy where the database is not."""
    click.echo(encryption.new_key())


@click.command()
def migrate() -> None:
    """Bring the database to this version of the program; a backup is taken first."""
    settings = open_settings()
    with open_database(settings, any_state=True) as database:
        match schema.state(database):
            case SchemaState.CURRENT:
                click.echo("The database is up to date. 0 changes.")
            case SchemaState.NEWER:
                raise Refusal("The database was made by a newer version of the program.")
            case SchemaState.EMPTY:
                make_tables(database)
                click.echo("The database is made.")
            case SchemaState.OLDER:
                try:
                    backup = schema.back_up(database, Clock().now())
                except BackupError as error:
                    raise Refusal(f"{error}. Nothing was changed.") from None
                schema.upgrade(database)
                click.echo(f"The database is brought up to date. Before it: {backup}")


@click.command()
def run() -> None:
    """Run the bot until it is stopped (Ctrl-C or SIGTERM)."""
    settings = open_settings()
    _log_plainly()
    with open_database(settings) as database:
        try:
            with run_lock(database), ExitStack() as open_sockets:
                http, hook = _sockets(settings, open_sockets)
                clock = Clock()
                gateway = TelegramGateway(
                    settings.telegram_bot_token.get_secret_value(), settings.telegram_api_url
                )
                click.echo("The bot runs. Ctrl-C or SIGTERM stops it.")
                app = App(settings, database=database, gateway=gateway, clock=clock)
                asyncio.run(_run(app, gateway, http, hook))
        except AlreadyRunning:
            raise Refusal("The bot runs already on this database.") from None
        except TokenRefused:
            raise Refusal("Telegram doesn't know TELEGRAM_BOT_TOKEN.") from None


async def _run(
    app: App, gateway: TelegramGateway, http: socket.socket | None, hook: socket.socket | None
) -> None:
    try:
        await app.run(http, hook)
    finally:
        await gateway.close()


def _sockets(
    settings: Settings, open_sockets: ExitStack
) -> tuple[socket.socket | None, socket.socket | None]:
    """Those of health and metrics and of the webhook, where they are wanted."""
    http = hook = None
    if settings.http_port:
        http = open_sockets.enter_context(_bound(settings.http_port, _OTHER_PORT))
    if settings.webhook_url:
        hook = open_sockets.enter_context(_bound(settings.webhook_port, _OTHER_WEBHOOK_PORT))
    return http, hook


def _bound(port: int, advice: str) -> socket.socket:
    """A loopback port that listens before anything starts."""
    bound = socket.socket()
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind(("127.0.0.1", port))
        bound.listen()
    except OSError:
        bound.close()
        raise Refusal(f"Port {port} is in use. {advice}") from None
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


@click.command()
def check() -> None:
    """Look for what would fail at night: token, database, keys, clock, zone, staff."""
    settings = open_settings()
    results = all_checks(settings)
    width = max(len(result.what) for result in results)
    for result in results:
        click.echo(f"{result.mark:<4}  {result.what:<{width}}  {result.finding}")
    if any(result.fails for result in results):
        raise SystemExit(1)


@click.command()
@click.option(
    "--retry",
    type=click.IntRange(1, _LARGEST_ID),
    help="The id of a parked update that gets three more tries.",
)
def stuck(retry: int | None) -> None:
    """Show what waits or was given up, by ids and states."""
    settings = open_settings()
    with open_database(settings) as database, database.transaction() as db:
        if retry is not None:
            if not inbox.reopen(db, retry):
                raise Refusal(f"No parked update has the id {retry}.")
            click.echo("1 update is tried again.")
            return
        parked = inbox.parked(db)
        failed = outbox.in_state(db, OutboxState.UNDELIVERABLE)
        for update in parked:
            click.echo(f"update  {update.id}  parked  received {update.received_at:%F %T} UTC")
        for row in failed:
            click.echo(f"message {row.id}  undeliverable  {row.reason}  person {row.person_id}")
        click.echo(f"{len(parked)} parked, {len(failed)} undeliverable.")


@click.command()
@click.option(
    "--port",
    default=8081,
    show_default=True,
    type=click.IntRange(1, 65535),
    help="Where it answers on this machine.",
)
@click.option(
    "--token", default="1000000:simulator", show_default=True, help="The only token it knows."
)
@click.option("--enforce-pace", is_flag=True, help="Refuse what Telegram's limits refuse.")
def simulator(port: int, token: str, *, enforce_pace: bool) -> None:
    """Run the embedded Telegram alone, for trying the bot without an account."""
    if not token.partition(":")[0].isdecimal():
        raise Refusal("A token looks like 1000000:simulator.")
    _bound(port, "Choose another one with --port.").close()
    clock = Clock()
    telegram = Telegram(
        token=token, now=clock.now, monotonic=clock.monotonic, enforce_pace=enforce_pace
    )
    serve(telegram, port=port, announce=click.echo)

"""Commands that run the program and look after it."""

import click

from bot.clock import Clock
from bot.commands.checks import all_checks
from bot.commands.mail_checks import mail_checks
from bot.opening import Refusal, make_tables, open_database, open_settings
from bot.process import bound_port, run_bot
from bot.records import encryption, inbox, mails, outbox, schema
from bot.records.outbox import OutboxState
from bot.records.schema import BackupError, SchemaState
from bot.simulator.serve import serve
from bot.simulator.telegram import Telegram

_LARGEST_ID = 2**63 - 1


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
    run_bot(open_settings(), Clock())


@click.command()
def check() -> None:
    """Look for what would fail at night: token, database, keys, clock, zone, staff, mail."""
    settings = open_settings()
    results = [*all_checks(settings), *mail_checks(settings)]
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
        for mail in (waiting := mails.waiting(db)):
            tried = f"  {mail.reason}" if mail.reason else ""
            click.echo(f"mail    {mail.id}  waits  tried {mail.tries} times{tried}")
        more = f", mails waiting: {len(waiting)}" if waiting else ""
        click.echo(f"{len(parked)} parked, {len(failed)} undeliverable{more}.")


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
    bound_port(port, "Choose another one with --port.").close()
    clock = Clock()
    telegram = Telegram(
        token=token, now=clock.now, monotonic=clock.monotonic, enforce_pace=enforce_pace
    )
    serve(telegram, port=port, announce=click.echo)

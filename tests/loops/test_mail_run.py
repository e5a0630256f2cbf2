"""A mail server that hangs, while the program runs by itself: it holds up nothing but mails."""

import asyncio
import os
import signal
import socket
from contextlib import ExitStack, closing
from pathlib import Path

from bot.app import App
from bot.clock import Clock
from bot.records import mails, people
from bot.records.mails import Matter
from bot.records.outbox import Body, Priority
from bot.simulator.server import create_app
from bot.simulator.transport import InProcessTransport
from bot.telegram_gateway import TelegramGateway
from tests.loops.prepared import Town, run_in
from tests.practice import TOKEN


def mail_maria(town: Town) -> None:
    now = town.hand.now()
    with town.database.transaction() as db:
        (maria,) = people.named(db, "Maria Santos")
        mails.set_address(db, maria, "maria@mail.example", now)
        matter = Matter("case:1", Priority.ALERT, now)
        mails.write(db, maria, matter, Body("Something", subject="Something"), now)


def test_telegram_goes_on_and_a_stop_takes_no_time(practice_file: Path) -> None:
    with ExitStack() as stack:
        silent = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        url = f"smtp://127.0.0.1:{silent.getsockname()[1]}?from=bot@example.org"
        town = stack.enter_context(closing(Town(practice_file, smtp_url=url)))
        mail_maria(town)

        async def story() -> None:
            gateway = TelegramGateway(
                TOKEN, "http://simulator", InProcessTransport(create_app(town.telegram))
            )
            clock = Clock(now=town.hand.now)
            app = App(town.settings, database=town.database, gateway=gateway, clock=clock)
            running = asyncio.create_task(app.run(None))
            hanging = await asyncio.to_thread(silent.accept)
            town.anna.account.types("My times")
            await town.telegram.change.until(lambda: "No times are booked" in town.anna.last)
            os.kill(os.getpid(), signal.SIGTERM)
            async with asyncio.timeout(5):
                await running
            hanging[0].close()

        run_in(town, story())
        with town.look() as db:
            (row,) = mails.waiting(db)
        assert row.tries == 0, "the next start hands it in"

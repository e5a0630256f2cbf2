"""The demo command: a practice to play with in the browser, gone without a trace when it ends."""

import asyncio
import logging
import os
import signal
import socket
import sys
import tempfile
import webbrowser
from pathlib import Path
from threading import Thread

import click

from bot.demo.keeper import BotState
from bot.demo.server import Demo
from bot.demo.stage import TourLost
from bot.listening import serving
from bot.opening import Refusal
from bot.process import PortInUse, bound_port

_PORTS_TRIED = 20
_ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@click.command()
@click.option(
    "--port",
    default=8400,
    show_default=True,
    type=click.IntRange(1, 65535),
    help="Where the page is on this machine; the next free one if it is in use.",
)
@click.option("--no-browser", is_flag=True, help="Don't open a browser.")
def demo(port: int, *, no_browser: bool) -> None:
    """Play with a practice in the browser: nobody's Telegram account, no real token."""
    logging.basicConfig(level=logging.ERROR)
    with (
        tempfile.TemporaryDirectory(
            prefix="between-sessions-demo-", ignore_cleanup_errors=True
        ) as folder,
        _free_port(port) as bound,
    ):
        asyncio.run(_play(Path(folder), bound, opens_browser=not no_browser))
    click.echo("\nThe demo has ended. Nothing of it is kept.")


async def _play(folder: Path, bound: socket.socket, *, opens_browser: bool) -> None:
    address = f"http://127.0.0.1:{bound.getsockname()[1]}"
    is_over = asyncio.Event()
    for number in _ENDINGS:
        asyncio.get_running_loop().add_signal_handler(number, is_over.set)
    demo = Demo(folder, address)
    async with serving(demo.app(), bound):
        opening = asyncio.ensure_future(demo.open())
        ending = asyncio.ensure_future(is_over.wait())
        click.echo(_what_it_is(address))
        try:
            await asyncio.wait({opening, ending}, return_when=asyncio.FIRST_COMPLETED)
            if opening.done():
                click.echo(_how_it_opened(opening, demo))
                if opens_browser and _has_browser():
                    # Some browsers keep their caller waiting until they are closed.
                    Thread(target=webbrowser.open, args=[address], daemon=True).start()
            await ending
        finally:
            opening.cancel()
            await asyncio.wait({opening})
            await demo.close()


def _how_it_opened(opening: asyncio.Future[None], demo: Demo) -> str:
    try:
        opening.result()
    except TourLost:
        keeper = demo.showing.keeper
        if keeper.state is BotState.GONE:
            words = keeper.last_words
            raise Refusal(f"The bot of the demo can't be started. It says:\n{words}") from None
        return "Not everybody could be welcomed. «Back to now» on the page starts a fresh practice."
    return "Ready."


def _what_it_is(address: str) -> str:
    return f"""A practice to play with: the real program, a simulated Telegram, nobody's account.

    {address}

Try the six steps of the tour. Or write to the bot as Anna, push the clock on, and kill the bot
while you write: nothing is lost.
Ctrl-C ends the demo and removes all of it.
"""


def _free_port(first: int) -> socket.socket:
    for port in range(first, min(first + _PORTS_TRIED, 65536)):
        try:
            bound = bound_port(port, "")
        except PortInUse:
            click.echo(f"Port {port} is in use. Trying the next one.", err=True)
            continue
        return bound
    raise Refusal("No free port was found. Name another one with --port.")


def _has_browser() -> bool:
    """On Linux without a screen only a browser in the terminal could open, and would take it."""
    return sys.platform != "linux" or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )

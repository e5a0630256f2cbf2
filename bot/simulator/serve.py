"""Runs the simulated Telegram alone, on a port of this machine."""

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from types import FrameType

import uvicorn

from bot.simulator.server import create_app
from bot.simulator.telegram import Telegram


def serve(
    telegram: Telegram,
    *,
    host: str = "127.0.0.1",
    port: int,
    announce: Callable[[str], None],
) -> None:
    """Return after SIGTERM or Ctrl-C. `announce` gets a sentence with the address once it answers.

    Anybody who can reach the port can act as every simulated person: ValueError for a host that
    other machines can reach. Port 0 takes a free one.
    """
    if not is_loopback(host):
        raise ValueError(f"The simulator may be reached from this machine only, not at {host}.")
    config = uvicorn.Config(
        create_app(telegram), host=host, port=port, lifespan="on", log_level="warning"
    )
    with _quiet_signals():
        _AnnouncingServer(config, telegram, announce).run()


class _AnnouncingServer(uvicorn.Server):
    def __init__(
        self, config: uvicorn.Config, telegram: Telegram, announce: Callable[[str], None]
    ) -> None:
        super().__init__(config)
        self._telegram = telegram
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            host, port = self.servers[0].sockets[0].getsockname()[:2]
            address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
            self._announce(f"The simulated Telegram answers at {address}")

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # A poll that waits would keep the server from stopping.
        self._telegram.hang_up()
        await super().shutdown(sockets)


@contextmanager
def _quiet_signals() -> Iterator[None]:
    """uvicorn stops at a signal and then raises it again; here it has done its work by then."""
    numbers = (signal.SIGTERM, signal.SIGINT)
    before = {number: signal.signal(number, _ignore) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _ignore(number: int, frame: FrameType | None) -> None:
    """Its arrival has been noticed by uvicorn."""


def is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

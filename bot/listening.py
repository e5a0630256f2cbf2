"""Serves a small web app on a socket that listens already, until it is told to stop."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.types import ASGIApp

_AT_ONCE = 100  # requests; more than Telegram's connections and a watch ever make
_GRACE_SECONDS = 1


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals are the program's, which stops its parts in their order."""
        yield


class Listener:
    """One web app on one socket; none of both where there is nothing to serve."""

    def __init__(self, app: ASGIApp | None, bound: socket.socket | None) -> None:
        self._bound = bound
        self._server = None if app is None or bound is None else _Server(_config(app))
        self._serving: asyncio.Task[None] | None = None

    async def start(self) -> None:
        if self._server is not None and self._bound is not None:
            self._serving = asyncio.create_task(self._server.serve(sockets=[self._bound]))

    async def stop(self) -> None:
        """Accept nothing more and finish the answers in hand; a second time does nothing."""
        serving, self._serving = self._serving, None
        if self._server is not None and serving is not None:
            self._server.should_exit = True
            await serving


def _config(app: ASGIApp) -> uvicorn.Config:
    """Says nothing about itself and nothing of what it is asked."""
    return uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        ws="none",
        proxy_headers=False,
        server_header=False,
        limit_concurrency=_AT_ONCE,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )


@asynccontextmanager
async def serving(app: ASGIApp | None, bound: socket.socket | None) -> AsyncIterator[Listener]:
    listener = Listener(app, bound)
    await listener.start()
    try:
        yield listener
    finally:
        await listener.stop()

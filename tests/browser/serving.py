"""Serves a web app from a thread: while playwright runs, this thread has no event loop to lend."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import uvicorn
from starlette.types import ASGIApp


def listening() -> socket.socket:
    return socket.create_server(("127.0.0.1", 0))


def address_of(bound: socket.socket) -> str:
    return f"http://127.0.0.1:{bound.getsockname()[1]}"


@contextmanager
def served(app: ASGIApp, bound: socket.socket) -> Iterator[None]:
    config = uvicorn.Config(app, log_level="warning", ws="none", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, args=([bound],))
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join()

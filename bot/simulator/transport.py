"""An httpx transport that hands requests straight to the simulator, without a socket."""

import asyncio
from typing import Any

import httpx
from starlette.types import ASGIApp, Message, Scope


class InProcessTransport(httpx.AsyncBaseTransport):
    """An answer that the simulator begins and does not finish becomes httpx.ReadError, as with a
    broken connection; an answer that comes too late becomes httpx.ReadTimeout."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        timeout = request.extensions.get("timeout", {}).get("read")
        exchange = _Exchange(await request.aread())
        try:
            async with asyncio.timeout(timeout):
                await self._app(_scope(request), exchange.receive, exchange.send)
        except TimeoutError as error:
            raise httpx.ReadTimeout("the simulator is slow", request=request) from error
        if not exchange.is_complete:
            raise httpx.ReadError("the simulator broke the connection", request=request)
        return httpx.Response(exchange.status, headers=exchange.headers, content=exchange.body)


class _Exchange:
    """One request and what has come back of its response."""

    def __init__(self, request_body: bytes) -> None:
        self._request_body: bytes | None = request_body
        self.status = 0
        self.headers: list[tuple[bytes, bytes]] = []
        self.body = b""
        self.is_complete = False

    async def receive(self) -> Message:
        if self._request_body is None:
            return {"type": "http.disconnect"}
        body, self._request_body = self._request_body, None
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = message["headers"]
        else:
            self.body += message.get("body", b"")
            self.is_complete = not message.get("more_body", False)


def _scope(request: httpx.Request) -> Scope:
    url = request.url
    scope: dict[str, Any] = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": url.scheme,
        "path": url.path,
        "raw_path": url.raw_path.split(b"?")[0],
        "query_string": url.query,
        "root_path": "",
        "headers": [(name.lower(), value) for name, value in request.headers.raw],
        "server": (url.host, url.port),
        "client": ("127.0.0.1", 123),
    }
    return scope

"""The simulated Telegram over HTTP: the Bot API, file downloads, and the control endpoints."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import anyio
import httpx
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.simulator.calling import Answer, answer
from bot.simulator.control import control_routes
from bot.simulator.faults import POLL, FaultKind
from bot.simulator.refusals import Refusal, bad_request, not_found, too_large, unauthorized
from bot.simulator.specification import Upload
from bot.simulator.telegram import Telegram
from bot.simulator.webhook import deliver_updates

BAD_GATEWAY = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n</html>\r\n"
DROPPED = frozenset({FaultKind.DROP_BEFORE, FaultKind.DROP_AFTER})
LARGEST_UPLOAD = 50 * 1024 * 1024


class LostAnswer(Response):
    """Begins an answer and never finishes it: the server closes the connection on the client."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"content-type", b"application/json"), (b"content-length", b"2")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})


class EscapedJSONResponse(JSONResponse):
    """Everything beyond ASCII as `\\uXXXX`, as Telegram writes it; half characters fit in too."""

    def render(self, content: object) -> bytes:
        return json.dumps(content, separators=(",", ":")).encode("ascii")


def create_app(
    telegram: Telegram,
    *,
    webhook_client: httpx.AsyncClient | None = None,
    pause: Callable[[float], Awaitable[None]] = anyio.sleep,
) -> Starlette:
    """`webhook_client` posts updates; `pause` waits, between two tries and for a slow answer."""

    async def bot_api(request: Request) -> Response:
        if request.path_params["token"] != telegram.token:
            return _refusal(unauthorized())
        try:
            raw = await _raw_parameters(request)
        except ValueError:
            return _refusal(bad_request("can't parse the body of the request"))
        except Refusal as refusal:
            return _refusal(refusal)
        method = request.path_params["method"]
        given = await answer(telegram, method, raw)
        if telegram.faults.slow and method.lower() != POLL.lower():
            await pause(telegram.faults.slow)
        if given.fault is not None and given.fault.kind is FaultKind.SLOW:
            await pause(given.fault.seconds)
        return _response(given)

    async def download(request: Request) -> Response:
        if request.path_params["token"] != telegram.token:
            return _refusal(unauthorized())
        file = telegram.exchange.files.by_path(request.path_params["path"])
        if telegram.faults.down:
            return HTMLResponse(BAD_GATEWAY, 502)
        if file is None:
            return _refusal(not_found())
        return Response(file.data, media_type="application/octet-stream")

    async def nowhere(request: Request, error: Exception) -> Response:
        return _refusal(not_found())

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with httpx.AsyncClient() as own_client, anyio.create_task_group() as tasks:
            client = own_client if webhook_client is None else webhook_client
            tasks.start_soon(deliver_updates, telegram, client, pause)
            yield
            telegram.hang_up()
            tasks.cancel_scope.cancel()

    routes = [
        Route("/bot{token}/{method}", bot_api, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", download),
        *control_routes(telegram),
    ]
    return Starlette(routes=routes, lifespan=lifespan, exception_handlers={404: nowhere})


async def _raw_parameters(request: Request) -> dict[str, Any]:
    """From the address, and from a form, a multipart form or a JSON object; raise ValueError."""
    raw: dict[str, Any] = dict(request.query_params)
    content_type = request.headers.get("content-type", "")
    if content_type.startswith("application/json"):
        body = await request.body()
        return raw | _without_nulls(await request.json() if body else {})
    async with request.form() as form:
        for name, value in form.multi_items():
            raw[name] = await _upload(value) if isinstance(value, UploadFile) else value
    return raw


def _without_nulls(body: object) -> dict[str, Any]:
    if not isinstance(body, dict):
        raise ValueError("a JSON body must be an object")
    return {name: value for name, value in body.items() if value is not None}


async def _upload(file: UploadFile) -> Upload:
    if (file.size or 0) > LARGEST_UPLOAD:
        raise too_large()
    mime_type = file.content_type or "application/octet-stream"
    return Upload(file.filename or "file", mime_type, await file.read())


def _response(given: Answer) -> Response:
    kind = given.fault.kind if given.fault is not None else None
    if kind in DROPPED:
        return LostAnswer()
    if kind is FaultKind.BAD_GATEWAY:
        return HTMLResponse(BAD_GATEWAY, 502)
    return EscapedJSONResponse(given.body, given.status, given.headers)


def _refusal(refusal: Refusal) -> Response:
    return JSONResponse(refusal.body(), refusal.code)

"""What a request to a control endpoint carries, or the sentence about what is wrong with it."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.simulator.bubbles import Json
from bot.simulator.specification import Upload

LONGEST_TEXT = 100_000
LARGEST_FILE = 20 * 1024 * 1024
LARGEST_JSON = 1024 * 1024
# The other fields of the form and what stands between them.
LARGEST_FORM = LARGEST_FILE + 1024 * 1024
TOO_LARGE = "A file may have 20 MB at most"

Handler = Callable[[Request, Json], Awaitable[Any]]


class WrongRequest(Exception):
    """The sentence says what is wrong."""


def route(method: str, path: str, handler: Handler) -> Route:
    """`handler` gives what is sent back as JSON, or a whole Response."""

    async def endpoint(request: Request) -> Response:
        try:
            given = await handler(request, await _body(request))
        except WrongRequest as error:
            return JSONResponse({"error": str(error)}, 400)
        # A telephone says with AssertionError what its owner cannot do, then draws its screen.
        except AssertionError as error:
            return JSONResponse({"error": str(error).partition("\n")[0]}, 400)
        return given if isinstance(given, Response) else JSONResponse(given)

    return Route(path, endpoint, methods=[method])


async def _body(request: Request) -> Json:
    """A JSON object, or the fields of a multipart form, whose files come as Uploads."""
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await _form(request)
    raw = b""
    async for chunk in request.stream():
        raw += chunk
        if len(raw) > LARGEST_JSON:
            raise WrongRequest("the body is too large")
    if not raw:
        return {}
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise WrongRequest("the body must be JSON") from error
    if not isinstance(body, dict):
        raise WrongRequest("the body must be a JSON object")
    return body


async def _form(request: Request) -> Json:
    length = request.headers.get("content-length", "")
    if not length.isdecimal():
        raise WrongRequest("a form must say its Content-Length")
    if int(length) > LARGEST_FORM:
        # Read to its end all the same: a browser shows no answer that comes before.
        async for _ in request.stream():
            pass
        raise WrongRequest(TOO_LARGE)
    try:
        async with request.form() as form:
            return {
                name: await _read(value) if isinstance(value, UploadFile) else value
                for name, value in form.items()
            }
    except HTTPException as error:
        raise WrongRequest(f"the form cannot be read: {error.detail}") from error


async def _read(file: UploadFile) -> Upload:
    if any("\ud800" <= each <= "\udfff" for each in file.filename or ""):
        raise WrongRequest("the name of the file has half a character in it")
    data = await file.read()
    if len(data) > LARGEST_FILE:
        raise WrongRequest(TOO_LARGE)
    mime_type = file.content_type or "application/octet-stream"
    return Upload(file.filename or "file", mime_type, data)


def text(body: Json, name: str, *, otherwise: str | None = None) -> str:
    value = body.get(name, otherwise)
    if not isinstance(value, str):
        raise WrongRequest(f"{name} must be a text")
    if len(value) > LONGEST_TEXT:
        raise WrongRequest(f"Nobody types {LONGEST_TEXT} characters at once")
    if any("\ud800" <= each <= "\udfff" for each in value):
        raise WrongRequest(f"{name} has half a character in it")
    return value


def upload(body: Json, name: str) -> Upload:
    value = body.get(name)
    if not isinstance(value, Upload):
        raise WrongRequest(f"{name} must be a file in a multipart form")
    if not value.data:
        raise WrongRequest(f"«{value.file_name}» is empty: Telegram sends no empty files")
    return value


def whole_number(body: Json, name: str) -> int:
    value = body.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise WrongRequest(f"{name} must be a number")
    return value


def query_number(request: Request, name: str) -> int:
    value = request.query_params.get(name, "0")
    if not value.isdecimal():
        raise WrongRequest(f"{name} must be a number")
    return int(value)

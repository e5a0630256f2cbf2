"""Keeps other sites out of the demo: a page of theirs in the same browser could reach the port."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HEADERS = {
    "content-security-policy": "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
}


_OWN = ("same-origin", "none")  # asked for by our page, or by who typed the address


class OwnPageOnly:
    """Refuses what a page of another origin asks for, and lets ours load nothing from elsewhere.

    Browsers say where a request comes from in Origin, and where they leave that out (a picture,
    say) in Sec-Fetch-Site. The bot isn't a browser and says neither.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if _is_foreign(headers):
            refusal = JSONResponse({"error": "The demo is played from its own page."}, 403)
            await refusal(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        await self._app(scope, receive, send_guarded)


def _is_foreign(headers: Headers) -> bool:
    if "origin" in headers and headers["origin"] != f"http://{headers.get('host')}":
        return True
    return headers.get("sec-fetch-site", "none") not in _OWN

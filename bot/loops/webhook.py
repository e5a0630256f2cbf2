"""Webhook: the way in where Telegram brings the updates, instead of Receive, which fetches them."""

import hmac
import json
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import structlog
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.clock import Clock
from bot.loops.intake import Intake
from bot.loops.pace import back_off
from bot.loops.presence import Presence
from bot.loops.trouble import Trouble
from bot.records.database import Unavailable
from bot.telegram_gateway import PollFailed, TelegramGateway, WebhookState

log = structlog.get_logger()
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # a header's name
LARGEST_BODY = 1 << 20
LOOK_SECONDS = 30.0
_FIRST_WAIT_SECONDS, _LONGEST_WAIT_SECONDS = 0.5, 60.0
_TAKEN_SHOWN_SECONDS = 300.0
_STILL_FAILING = timedelta(minutes=5)  # Telegram tries again every two minutes at the latest


class Webhook:
    """Answers 200 only after the commit, so that Telegram repeats whatever isn't in the inbox.

    Its socket listens before the first `step` tells Telegram of it. From then on each step looks
    whether the webhook still stands: another program with the same token could take it away. The
    program counts as there when it has kept an update, and when a look finds nothing in the way.
    """

    def __init__(
        self, *, url: str, secret: str, gateway: TelegramGateway, intake: Intake, clock: Clock,
        presence: Presence,
    ) -> None:  # fmt: skip
        self._url = url
        self._secret = secret
        self._gateway = gateway
        self._intake = intake
        self._presence = presence
        self._clock = clock
        self._is_set = False
        self._look_at = clock.monotonic()
        self._failures = 0
        self._taken_at: float | None = None  # monotonic
        self._trouble = Trouble(clock.monotonic)

    # --- what the public side sees

    def app(self) -> Starlette:
        """The one path, for Telegram alone; every other request is answered alike."""
        path = urlsplit(self._url).path or "/"
        app = Starlette(
            routes=[Route(path, self._take, methods=["POST"])],
            exception_handlers={HTTPException: _nothing_here, Exception: _failed},
        )
        app.router.redirect_slashes = False
        return app

    async def _take(self, request: Request) -> Response:
        """Keep one update. Whoever doesn't know the secret is turned away before their body is read."""
        said = request.headers.get(SECRET_HEADER, "").encode("latin-1")
        if not hmac.compare_digest(said, self._secret.encode()):
            return Response(status_code=403)
        try:
            body = await _read(request)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody hears it; Telegram brings it again
        if body is None:
            log.error("update too large")
            return Response(status_code=413)
        try:
            await self._intake.keep([_opened(body)])
        except Unavailable:
            log.warning("database unavailable")
            return Response(status_code=503)
        await self._presence.note()
        return Response(status_code=200)

    # --- the loop

    async def step(self) -> float:
        """Set the webhook, or look whether it stands. Gives the seconds until the next look."""
        wait = self._look_at - self._clock.monotonic()
        if wait > 0:
            return wait
        try:
            await self._look()
        except PollFailed as failure:
            wait = self._wait(failure)
        else:
            self._failures = 0
            wait = LOOK_SECONDS
        self._look_at = self._clock.monotonic() + wait
        return wait

    @property
    def trouble(self) -> str | None:
        """Why updates don't come as they should, for /health."""
        taken = self._taken_at
        if taken is not None and self._clock.monotonic() - taken < _TAKEN_SHOWN_SECONDS:
            return "the webhook was taken away: does another program use the token?"
        return self._trouble.lasting

    async def _look(self) -> None:
        if self._is_set:
            state = await self._gateway.webhook_state()
            if state.url == self._url:
                return await self._judge(state)
            self._is_set, self._taken_at = False, self._clock.monotonic()
            log.error("webhook taken away")
        await self._gateway.set_webhook(self._url, self._secret)
        self._is_set = True
        self._trouble.is_over()
        await self._presence.note()
        log.info("webhook set")

    async def _judge(self, state: WebhookState) -> None:
        """Nothing that Telegram couldn't bring waits there: then whatever came so far is here."""
        if state.is_failing(self._clock.now(), _STILL_FAILING):
            log.warning("webhook not reached", waiting=state.waiting)
            self._trouble.goes_on("Telegram can't bring updates to the webhook")
        else:
            self._trouble.is_over()
            await self._presence.note()

    def _wait(self, failure: PollFailed) -> float:
        self._failures += 1
        words = "looked after" if self._is_set else "set"
        self._trouble.goes_on(f"the webhook can't be {words}: {failure.reason}")
        log.warning("webhook failed", reason=failure.reason, failures=self._failures)
        if failure.retry_after is not None:
            return failure.retry_after.total_seconds()
        return back_off(_FIRST_WAIT_SECONDS, _LONGEST_WAIT_SECONDS, self._failures)


async def _read(request: Request) -> bytes | None:
    """The body, however it was cut into pieces; None if it is larger than any update."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST_BODY:
            return None
    return bytes(body)


def _opened(body: bytes) -> Any:
    """The JSON in a body; None for what is none. It came whole, so a repetition wouldn't help."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


async def _nothing_here(_request: Request, _error: Exception) -> Response:
    return Response(status_code=404)


async def _failed(_request: Request, error: Exception) -> Response:
    log.error("webhook fault", error=type(error).__name__)
    return Response(status_code=500)

"""The demo over HTTP on this machine: the page, its events, what its buttons do, the simulator."""

import asyncio
from datetime import timedelta
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from bot.demo.events import Events
from bot.demo.guards import OwnPageOnly
from bot.demo.showing import Showing
from bot.demo.stage import TourLost
from bot.demo.tour import STEPS
from bot.demo.underneath import Unreadable
from bot.simulator.bubbles import Json
from bot.simulator.control_requests import WrongRequest, route

PAGE = Path(__file__).parent / "page"
_MOST_HOURS = 24 * 7
_ONE_MOMENT = "One moment: something is still going on."


class Demo:
    """The practice that is played with now; «Back to now» puts a fresh one in its place."""

    def __init__(self, folder: Path, address: str) -> None:
        self._folder = folder
        self._address = address
        self._changing = asyncio.Lock()
        self._acting: set[asyncio.Task[None]] = set()
        self.is_over = False
        self.showing = Showing(folder, address)

    async def open(self) -> None:
        """Raise TourLost if the bot doesn't answer."""
        async with self._changing:
            await self.showing.open()

    async def close(self) -> None:
        self.is_over = True
        await self._stop_acting()
        await self.showing.close()

    def app(self) -> Starlette:
        routes = [
            Route("/", _page),
            Mount("/page", StaticFiles(directory=PAGE)),
            Route("/demo/events", self._events),
            route("POST", "/demo/push", self._push),
            route("POST", "/demo/next", self._next),
            route("POST", "/demo/fresh", self._fresh),
            route("POST", "/demo/kill", self._kill),
            route("POST", "/demo/tour/{step}", self._tour),
            Mount("/", self._simulator),
        ]
        guards = [
            Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"]),
            Middleware(OwnPageOnly),
        ]
        return Starlette(routes=routes, middleware=guards)

    async def _simulator(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.showing.simulator(scope, receive, send)

    async def _events(self, request: Request) -> Response:
        stream = Events(lambda: self.showing).stream(lambda: self.is_over)
        return StreamingResponse(stream, media_type="text/event-stream")

    async def _push(self, request: Request, body: Json) -> Json:
        hours = body.get("hours")
        if type(hours) is not int or not 0 < hours <= _MOST_HOURS:
            raise WrongRequest(f"The clock moves on by 1 to {_MOST_HOURS} hours, never back.")
        await self._ready().push_on(timedelta(hours=hours))
        return {}

    async def _next(self, request: Request, body: Json) -> Json:
        try:
            was_pushed = await self._ready().push_to_next()
        except Unreadable:
            was_pushed = False
        if not was_pushed:
            raise WrongRequest("What is due already has to be done first; let the bot come back.")
        return {}

    async def _kill(self, request: Request, body: Json) -> Json:
        if not self.showing.keeper.kill():
            raise WrongRequest("The bot isn't running at this moment.")
        return {}

    async def _tour(self, request: Request, body: Json) -> Json:
        """Begin a step; the events say how it goes."""
        step = next((each for each in STEPS if each.id == request.path_params["step"]), None)
        if step is None:
            raise WrongRequest("The tour has no such step.")
        if self._acting:
            raise WrongRequest(_ONE_MOMENT)
        if self.showing.telegram.faults.down:
            raise WrongRequest("Telegram is down. Let it come back first.")
        task = asyncio.ensure_future(self._ready().do_step(step))
        self._acting.add(task)
        task.add_done_callback(self._acting.discard)
        return {}

    async def _fresh(self, request: Request, body: Json) -> Json:
        if self._changing.locked():
            raise WrongRequest(_ONE_MOMENT)
        async with self._changing:
            await self._stop_acting()
            old, self.showing = self.showing, Showing(self._folder, self._address)
            await old.close()
            try:
                await self.showing.open()
            except TourLost as lost:
                raise WrongRequest(lost.sentence) from None
        return {}

    def _ready(self) -> Showing:
        if not self.showing.is_ready:
            raise WrongRequest(_ONE_MOMENT)
        return self.showing

    async def _stop_acting(self) -> None:
        for task in self._acting:
            task.cancel()
        await asyncio.gather(*self._acting, return_exceptions=True)


async def _page(request: Request) -> Response:
    return FileResponse(PAGE / "index.html")

"""Endpoints by which another program moves the simulated people and looks at their screens."""

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.simulator.bubbles import Bubble, Json
from bot.simulator.control_shapes import bubble_shape, call_shape, fault_shape
from bot.simulator.person import Person
from bot.simulator.telegram import Telegram

LONGEST_WAIT = 50.0

Handler = Callable[[Request, Json], Awaitable[Any]]


class WrongRequest(Exception):
    """The sentence says what is wrong."""


def control_routes(telegram: Telegram) -> list[BaseRoute]:
    control = Control(telegram)
    person = "/simulator/people/{person_id:int}"
    return [
        _route("POST", "/simulator/people", control.add_person),
        _route("POST", f"{person}/type", control.types),
        _route("POST", f"{person}/follow", control.follows),
        _route("POST", f"{person}/tap", control.taps),
        _route("POST", f"{person}/edit", control.edits),
        _route("POST", f"{person}/photo", control.sends_photo),
        _route("POST", f"{person}/block", control.blocks),
        _route("POST", f"{person}/unblock", control.unblocks),
        _route("GET", f"{person}/screen", control.screen),
        _route("GET", f"{person}/keyboard", control.keyboard),
        _route("GET", f"{person}/toasts", control.toasts),
        _route("GET", "/simulator/faults", control.faults),
        _route("POST", "/simulator/faults", control.add_fault),
        _route("DELETE", "/simulator/faults", control.clear_faults),
        _route("POST", "/simulator/down", control.set_down),
        _route("GET", "/simulator/calls", control.calls),
        _route("GET", "/simulator/change", control.change),
        _route("GET", "/simulator/state", control.state),
    ]


def _route(method: str, path: str, handler: Handler) -> Route:
    async def endpoint(request: Request) -> Response:
        try:
            body = await _body(request)
            return JSONResponse(await handler(request, body))
        # A telephone says with AssertionError what its owner cannot do.
        except (WrongRequest, AssertionError) as error:
            return JSONResponse({"error": str(error)}, 400)

    return Route(path, endpoint, methods=[method])


async def _body(request: Request) -> Json:
    if not await request.body():
        return {}
    try:
        body = await request.json()
    except ValueError as error:
        raise WrongRequest("the body must be JSON") from error
    if not isinstance(body, dict):
        raise WrongRequest("the body must be a JSON object")
    return body


class Control:
    """Each method answers one endpoint with what is to be sent back as JSON."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    async def add_person(self, request: Request, body: Json) -> Json:
        language = _text(body, "language") if "language" in body else "en"
        person = self._telegram.person(_text(body, "name"), language=language)
        return {"id": person.id, "name": person.name}

    async def types(self, request: Request, body: Json) -> Json:
        person = self._person(request)
        replied_to = _bubble(person, body, "reply_to") if "reply_to" in body else None
        return bubble_shape(person.types(_text(body, "text"), reply_to=replied_to))

    async def follows(self, request: Request, body: Json) -> Json:
        return bubble_shape(self._person(request).follows(_text(body, "link")))

    async def taps(self, request: Request, body: Json) -> Json:
        person = self._person(request)
        bubble = _bubble(person, body, "message_id") if "message_id" in body else None
        person.taps(_text(body, "label"), bubble=bubble)
        return {}

    async def edits(self, request: Request, body: Json) -> Json:
        person = self._person(request)
        bubble = person.edits(_bubble(person, body, "message_id"), _text(body, "text"))
        return bubble_shape(bubble)

    async def sends_photo(self, request: Request, body: Json) -> Json:
        caption = _text(body, "caption") if "caption" in body else ""
        return bubble_shape(self._person(request).sends_photo(caption=caption))

    async def blocks(self, request: Request, body: Json) -> Json:
        self._person(request).blocks_bot()
        return {}

    async def unblocks(self, request: Request, body: Json) -> Json:
        self._person(request).unblocks_bot()
        return {}

    async def screen(self, request: Request, body: Json) -> list[Json]:
        return [bubble_shape(each) for each in self._person(request).screen]

    async def keyboard(self, request: Request, body: Json) -> list[str]:
        return self._person(request).keyboard

    async def toasts(self, request: Request, body: Json) -> list[Json]:
        toasts = self._person(request).toasts
        return [{"text": each.text, "alert": each.alert} for each in toasts]

    async def faults(self, request: Request, body: Json) -> Json:
        faults = self._telegram.faults
        return {
            "down": faults.down,
            "waiting": [fault_shape(each) for each in faults.waiting],
            "happened": [fault_shape(each) for each in faults.happened],
        }

    async def add_fault(self, request: Request, body: Json) -> Json:
        try:
            self._telegram.faults.fail(**body)
        except (TypeError, ValueError) as error:
            raise WrongRequest(f"not a fault: {error}") from error
        return await self.faults(request, body)

    async def clear_faults(self, request: Request, body: Json) -> Json:
        self._telegram.faults.clear()
        return await self.faults(request, body)

    async def set_down(self, request: Request, body: Json) -> Json:
        down = body.get("down")
        if not isinstance(down, bool):
            raise WrongRequest("down must be true or false")
        self._telegram.faults.down = down
        return {"down": down}

    async def calls(self, request: Request, body: Json) -> Json:
        since = _query_number(request, "since")
        calls = self._telegram.calls
        return {"calls": [call_shape(each) for each in calls[since:]], "next": len(calls)}

    async def change(self, request: Request, body: Json) -> Json:
        """Answers as soon as something has changed since the count that was seen last."""
        seconds = min(float(_query_number(request, "seconds")), LONGEST_WAIT)
        await self._telegram.change.after(_query_number(request, "since"), seconds=seconds)
        return {"count": self._telegram.change.count}

    async def state(self, request: Request, body: Json) -> Json:
        telegram = self._telegram
        people = [{"id": each.id, "name": each.name} for each in telegram.people]
        return {
            "pending": telegram.pending,
            "violations": telegram.violations,
            "people": people,
            "count": telegram.change.count,
        }

    def _person(self, request: Request) -> Person:
        person_id = request.path_params["person_id"]
        found = next((each for each in self._telegram.people if each.id == person_id), None)
        if found is None:
            raise WrongRequest(f"there is nobody with the id {person_id}")
        return found


def _text(body: Json, name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str):
        raise WrongRequest(f"{name} must be a text")
    return value


def _bubble(person: Person, body: Json, name: str) -> Bubble:
    message_id = body.get(name)
    found = next((each for each in person.screen if each.message_id == message_id), None)
    if found is None:
        raise WrongRequest(f"{person.name} has no message {message_id} on the screen")
    return found


def _query_number(request: Request, name: str) -> int:
    value = request.query_params.get(name, "0")
    if not value.isdecimal():
        raise WrongRequest(f"{name} must be a number")
    return int(value)

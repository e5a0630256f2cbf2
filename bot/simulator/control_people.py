"""Endpoints by which another program moves the simulated people and looks at their screens."""

import re
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.simulator import files
from bot.simulator.bubbles import Bubble, Json
from bot.simulator.control_requests import WrongRequest, route, text, upload, whole_number
from bot.simulator.control_shapes import bubble_shape
from bot.simulator.person import Person
from bot.simulator.telegram import Telegram
from bot.simulator.telephone import Place

MIME_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+", re.ASCII)


def people_routes(telegram: Telegram) -> list[BaseRoute]:
    people = People(telegram)
    person = "/simulator/people/{person_id:int}"
    return [
        route("POST", "/simulator/people", people.add),
        route("POST", f"{person}/open", people.opens),
        route("POST", f"{person}/type", people.types),
        route("POST", f"{person}/follow", people.follows),
        route("POST", f"{person}/tap", people.taps),
        route("POST", f"{person}/edit", people.edits),
        route("POST", f"{person}/delete", people.deletes),
        route("POST", f"{person}/photo", people.sends_photo),
        route("POST", f"{person}/document", people.sends_document),
        route("POST", f"{person}/block", people.blocks),
        route("POST", f"{person}/unblock", people.unblocks),
        route("GET", f"{person}/screen", people.screen),
        route("GET", f"{person}/keyboard", people.keyboard),
        route("GET", f"{person}/toasts", people.toasts),
        route("GET", files.FILES_PATH + "/{unique_id}/{name:path}", people.file),
    ]


class People:
    """Each method answers one endpoint."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    async def add(self, request: Request, body: Json) -> Json:
        language = text(body, "language", otherwise="en")
        person = self._telegram.person(text(body, "name"), language=language)
        return {"id": person.id, "name": person.name}

    async def opens(self, request: Request, body: Json) -> Json:
        self._person(request).opens()
        return {}

    async def types(self, request: Request, body: Json) -> Json:
        person = self._person(request)
        is_reply = body.get("reply_to") is not None
        replied_to = _bubble(person, body, "reply_to") if is_reply else None
        return bubble_shape(person.types(text(body, "text"), reply_to=replied_to))

    async def follows(self, request: Request, body: Json) -> Json:
        return bubble_shape(self._person(request).follows(text(body, "link")))

    async def taps(self, request: Request, body: Json) -> Json:
        person = self._person(request)
        is_in_bubble = body.get("message_id") is not None
        bubble = _bubble(person, body, "message_id") if is_in_bubble else None
        address = person.taps(text(body, "label"), bubble=bubble, place=_place(body))
        return {} if address is None else {"opens": address}

    async def edits(self, request: Request, body: Json) -> Json:
        person = self._person(request)
        bubble = person.edits(_bubble(person, body, "message_id"), text(body, "text"))
        return bubble_shape(bubble)

    async def deletes(self, request: Request, body: Json) -> Json:
        person = self._person(request)
        person.deletes(_bubble(person, body, "message_id"))
        return {}

    async def sends_photo(self, request: Request, body: Json) -> Json:
        """Without a file it is the smallest picture there is."""
        caption = text(body, "caption", otherwise="")
        person = self._person(request)
        if "file" not in body:
            return bubble_shape(person.sends_photo(caption=caption))
        data = upload(body, "file").data
        return bubble_shape(person.sends_photo(caption=caption, data=data))

    async def sends_document(self, request: Request, body: Json) -> Json:
        file = upload(body, "file")
        caption = text(body, "caption", otherwise="")
        bubble = self._person(request).sends_document(
            file.data, file.file_name, caption, mime_type=file.mime_type
        )
        return bubble_shape(bubble)

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

    async def file(self, request: Request, body: Json) -> Response:
        """A page must never run what somebody sent: only what is a picture is shown in place."""
        file = self._telegram.exchange.files.by_unique_id(request.path_params["unique_id"])
        if file is None:
            return Response(status_code=404)
        headers = {"X-Content-Type-Options": "nosniff"}
        picture_type = files.picture_type(file.data)
        if picture_type is not None:
            return Response(file.data, media_type=picture_type, headers=headers)
        headers["Content-Disposition"] = f"attachment; filename*=utf-8''{quote(file.name, safe='')}"
        is_named = MIME_TYPE.fullmatch(file.mime_type)
        mime_type = file.mime_type if is_named else "application/octet-stream"
        return Response(file.data, media_type=mime_type, headers=headers)

    def _person(self, request: Request) -> Person:
        person_id = request.path_params["person_id"]
        found = next((each for each in self._telegram.people if each.id == person_id), None)
        if found is None:
            raise WrongRequest(f"there is nobody with the id {person_id}")
        return found


def _bubble(person: Person, body: Json, name: str) -> Bubble:
    message_id = whole_number(body, name)
    found = next((each for each in person.screen if each.message_id == message_id), None)
    if found is None:
        raise WrongRequest(f"This message is no longer on the screen of {person.name}")
    return found


def _place(body: Json) -> Place | None:
    match body.get("place"):
        case None:
            return None
        case [int(row), int(column)]:
            return row, column
        case _:
            raise WrongRequest("place must be row and column, counted from 0")

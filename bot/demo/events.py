"""What a page is told as it happens: phones, clock, bot, tour and what is underneath."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator

from bot.demo.sample import PEOPLE
from bot.demo.showing import Showing
from bot.demo.tour import STEPS
from bot.demo.underneath import Unreadable
from bot.simulator.bubbles import Json
from bot.simulator.phone_view import PhonesView

_LOOKS_EVERY_SECONDS = 0.25  # the database rings no bell here


class Events:
    """The events of one open page, each sent when it differs from the last one of its name."""

    def __init__(self, showing: Callable[[], Showing]) -> None:
        self._showing = showing
        self._shown: Showing | None = None
        self._last: dict[str, str] = {}
        self._version = 0

    async def stream(self, is_over: Callable[[], bool]) -> AsyncIterator[str]:
        """Server-sent events until the demo ends; a page that loses them asks again in a second."""
        yield "retry: 1000\n\n"
        while not is_over():
            showing = self._showing()
            change, before = showing.telegram.change, showing.telegram.change.count
            for name, written in [*self._news(showing), *await self._underneath(showing)]:
                yield f"event: {name}\ndata: {written}\n\n"
            await change.after(before, seconds=_LOOKS_EVERY_SECONDS)

    def _news(self, showing: Showing) -> Iterator[tuple[str, str]]:
        if showing is not self._shown:
            self._shown, self._last, self._version = showing, {}, 0
            self._phones = PhonesView(showing.telegram)
            yield "practice", json.dumps(_practice(showing))
        if phones := self._phones.changes():
            yield "phones", json.dumps(phones)
        yield from self._if_new("state", _state(showing))
        yield from self._if_new("tour", _tour(showing))

    async def _underneath(self, showing: Showing) -> list[tuple[str, str]]:
        version = showing.underneath.version
        if version == self._version:
            return []
        try:
            look = await asyncio.to_thread(showing.underneath.look)
        except Unreadable:
            return []  # until then the page keeps what it shows
        self._version = version
        return list(self._if_new("underneath", vars(look)))

    def _if_new(self, name: str, data: Json) -> Iterator[tuple[str, str]]:
        written = json.dumps(data)
        if self._last.get(name) != written:
            self._last[name] = written
            yield name, written


def _practice(showing: Showing) -> Json:
    return {
        "id": showing.id,
        "name": showing.settings.practice_name,
        "zone": showing.settings.practice_time_zone,
        "people": [{"name": each.name, "role": each.role} for each in PEOPLE],
        "steps": [
            {
                "id": each.id,
                "title": each.title,
                "text": each.text,
                "look": list(each.look),
                "button": each.button,
            }
            for each in STEPS
        ],
    }


def _state(showing: Showing) -> Json:
    """`offset` is in seconds"""
    faults = showing.telegram.faults
    return {
        "offset": showing.clock.offset.total_seconds(),
        "opening": showing.is_opening,
        "ready": showing.is_ready,
        "bot": showing.keeper.state.value,
        "kills": showing.keeper.kills,
        "down": faults.down,
        "slow": faults.slow > 0,
        "links": showing.links,
    }


def _tour(showing: Showing) -> Json:
    return {
        "doing": showing.step.id if showing.step is not None else None,
        "done": showing.done,
        "lost": showing.lost,
    }

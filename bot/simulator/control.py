"""Endpoints by which another program orders trouble and looks at what has happened."""

from starlette.requests import Request
from starlette.routing import BaseRoute

from bot.simulator.bubbles import Json
from bot.simulator.control_people import people_routes
from bot.simulator.control_requests import WrongRequest, query_number, route
from bot.simulator.control_shapes import call_shape, fault_shape
from bot.simulator.telegram import Telegram

LONGEST_WAIT = 50.0
SLOWEST_SECONDS = 60


def control_routes(telegram: Telegram) -> list[BaseRoute]:
    control = Control(telegram)
    return [
        *people_routes(telegram),
        route("GET", "/simulator/faults", control.faults),
        route("POST", "/simulator/faults", control.add_fault),
        route("DELETE", "/simulator/faults", control.clear_faults),
        route("POST", "/simulator/down", control.set_down),
        route("POST", "/simulator/slow", control.set_slow),
        route("GET", "/simulator/calls", control.calls),
        route("GET", "/simulator/change", control.change),
        route("GET", "/simulator/state", control.state),
    ]


class Control:
    """Each method answers one endpoint with what is to be sent back as JSON."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

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

    async def set_slow(self, request: Request, body: Json) -> Json:
        match body.get("seconds"):
            case int(seconds) | float(seconds) if (
                seconds is not True and 0 <= seconds <= SLOWEST_SECONDS
            ):
                self._telegram.faults.slow = float(seconds)
                return {"seconds": self._telegram.faults.slow}
        raise WrongRequest(f"seconds must be a number from 0 to {SLOWEST_SECONDS}")

    async def calls(self, request: Request, body: Json) -> Json:
        since = query_number(request, "since")
        calls = self._telegram.calls
        return {"calls": [call_shape(each) for each in calls[since:]], "next": len(calls)}

    async def change(self, request: Request, body: Json) -> Json:
        """Answers as soon as something has changed since the count that was seen last."""
        seconds = min(float(query_number(request, "seconds")), LONGEST_WAIT)
        await self._telegram.change.after(query_number(request, "since"), seconds=seconds)
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

"""Times as a file for the calendar of a telephone (RFC 5545), made when it is sent. It names nobody.

Instants are in UTC: each telephone shows its own wall time. A time zone written out as VTIMEZONE is
read wrongly by some programs (Outlook goes by the zone's own name for it), and only what repeats
needs one.
"""

import json
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from icalendar import Calendar, Event

FILE_NAME = "appointment.ics"
_UIDS = uuid.UUID("5d3c1a52-6c0e-4a55-9d0c-0f6a5f1f7f0b")  # drawn once; makes uids of ours


def uid_of(seal_id: str) -> str:
    """The same for a session whenever a file is made of it, so that a later one takes its place."""
    return str(uuid.uuid5(_UIDS, seal_id))


@dataclass(frozen=True)
class Entry:
    """A time. Of two entries with one uid calendars keep the one with the higher version."""

    uid: str
    starts_at: datetime
    ends_at: datetime
    version: int
    place: str | None = None
    link: str | None = None


@dataclass(frozen=True)
class CalendarFile:
    """Times under one neutral title."""

    title: str
    made_at: datetime
    entries: tuple[Entry, ...]

    def as_file(self) -> dict[str, str]:
        """As an outbox row keeps it."""
        return {"times": json.dumps(asdict(self), default=datetime.isoformat)}

    @classmethod
    def of_file(cls, file: Mapping[str, str]) -> "CalendarFile":
        kept = json.loads(file["times"])
        entries = [
            {**each, **{name: datetime.fromisoformat(each[name]) for name in _INSTANTS}}
            for each in kept["entries"]
        ]
        made_at = datetime.fromisoformat(kept["made_at"])
        return cls(kept["title"], made_at, tuple(Entry(**each) for each in entries))


_INSTANTS = ("starts_at", "ends_at")


def calendar_file(times: CalendarFile) -> bytes:
    """Without an alarm: reminders come from the bot, as the client wants them."""
    calendar = Calendar()
    calendar.add("prodid", "-//Appointments//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for entry in times.entries:
        calendar.add_component(_event(entry, times))
    contents: bytes = calendar.to_ical()
    return contents


def _event(entry: Entry, times: CalendarFile) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.version)
    event.add("dtstamp", times.made_at)
    event.add("dtstart", entry.starts_at)
    event.add("dtend", entry.ends_at)
    event.add("summary", times.title)
    event.add("class", "PRIVATE")
    if entry.place:
        event.add("location", entry.place)
    if entry.link:
        event.add("url", entry.link)
        event.add("description", entry.link)  # some calendars show no URL
    return event

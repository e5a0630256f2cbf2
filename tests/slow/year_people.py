"""The clients of the simulated year: where they live, what they chose, and what became of each hour."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

# Both hemispheres, changes of half an hour, at midnight and backwards, odd offsets, and none at all.
ZONES = (
    "Europe/London", "Europe/Berlin", "Europe/Dublin", "Europe/Lisbon", "Europe/Athens",
    "America/New_York", "America/Los_Angeles", "America/St_Johns", "America/Santiago",
    "America/Havana", "Australia/Melbourne", "Australia/Adelaide", "Australia/Lord_Howe",
    "Pacific/Auckland", "Pacific/Chatham", "Africa/Cairo", "Asia/Beirut", "Asia/Jerusalem",
    "Asia/Kolkata", "Asia/Tokyo",
)  # fmt: skip
_QUIET = ((time(21), time(8)), (time(22), time(7)), (time(20, 30), time(9)), (time(23), time(6)))
_LEAD_TIMES = ("3d, 1d", "3d, 1d", "2d", "1d, 2h", "7d, 1d, 3h")
_NOTE_HOURS = (9, 12, 15, 17, 19, 19, 20, 22)


class Change(Enum):
    MOVED = "moved"  # by the practice
    CANCELLED = "cancelled"  # by the practice
    CALLED_OFF = "called off"  # by the client


@dataclass(frozen=True)
class Changed:
    """Something that happened to a session. `starts_at` is of a moved one, its new time."""

    at: datetime
    change: Change
    starts_at: datetime


@dataclass
class SessionStory:
    """A session as it was booked, and all that happened to it, in order."""

    id: int
    booked_at: datetime
    starts_at: datetime
    minutes: int = 50
    changes: list[Changed] = field(default_factory=list)
    confirmed: list[tuple[datetime, bool]] = field(default_factory=list)  # and taken back

    def starts_at_of(self, instant: datetime) -> datetime:
        """The time that it stands at then, cancelled or not."""
        known = [each.starts_at for each in self.changes if each.at <= instant]
        return known[-1] if known else self.starts_at

    def stands(self, instant: datetime) -> bool:
        """Whether it is booked at that instant."""
        was_booked = self.booked_at <= instant
        known = [each for each in self.changes if each.at <= instant]
        return was_booked and (not known or known[-1].change is Change.MOVED)

    def is_confirmed(self, instant: datetime) -> bool:
        """Whether the client has said that they come, to the time that stands then."""
        since = max(
            (each.at for each in self.changes if each.at <= instant), default=self.booked_at
        )
        said = [yes for at, yes in self.confirmed if since <= at <= instant]
        return bool(said) and said[-1]


@dataclass
class HomeworkStory:
    """Homework as it was set for a session, and when the client answered what."""

    id: int
    set_at: datetime
    session: SessionStory
    answers: list[tuple[datetime, str]] = field(default_factory=list)


@dataclass
class ClientStory:
    """One client: what they chose, and all that happened."""

    name: str
    zone: ZoneInfo
    quiet: tuple[time, time]
    lead_times: str
    note_hour: int
    wants_check_ins: bool
    id: int = 0
    chat: int = 0
    away: list[tuple[datetime, datetime]] = field(default_factory=list)  # stopped, or blocked
    pauses: list[tuple[datetime, datetime]] = field(default_factory=list)
    sessions: dict[int, SessionStory] = field(default_factory=dict)
    homework: dict[int, HomeworkStory] = field(default_factory=dict)

    @property
    def quiet_setting(self) -> str:
        begins, ends = self.quiet
        return f"{begins:%H:%M}-{ends:%H:%M}"

    def upcoming(self, instant: datetime) -> Sequence[SessionStory]:
        """The sessions that are booked and still to come, the next first."""
        booked = [
            each
            for each in self.sessions.values()
            if each.stands(instant) and each.starts_at_of(instant) > instant
        ]
        return sorted(booked, key=lambda each: each.starts_at_of(instant))


def make_clients(count: int, chance: random.Random) -> list[ClientStory]:
    return [
        ClientStory(
            name=f"Client{number} Smith",
            zone=ZoneInfo(ZONES[number % len(ZONES)]),
            quiet=chance.choice(_QUIET),
            lead_times=chance.choice(_LEAD_TIMES),
            note_hour=chance.choice(_NOTE_HOURS),
            wants_check_ins=chance.random() < 0.6,
        )
        for number in range(count)
    ]


@dataclass(frozen=True)
class Course:
    """When a client's hours are: the first local day, weekly or not, how many, at what time."""

    first: datetime
    days_between: int
    count: int
    wall: time

    def starts_at(self, number: int, zone: ZoneInfo) -> datetime:
        """The instant of this hour: the same wall time on its day, summer or winter."""
        day = self.first.astimezone(zone).date() + timedelta(days=number * self.days_between)
        return datetime.combine(day, self.wall, tzinfo=zone).astimezone(UTC)


def make_course(begin: datetime, days: int, chance: random.Random) -> Course:
    """A quarter come every fortnight for the whole time, the others for a dozen weeks."""
    wall = time(
        chance.choice((7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19)), chance.choice((0, 30))
    )
    if chance.random() < 0.25:
        first = begin + timedelta(days=chance.randint(2, 14))
        return Course(first, 14, max((days - 16) // 14, 1), wall)
    count = min(chance.randint(9, 15), max(days // 7 - 2, 1))
    latest = max(days - 7 * count - 1, 3)
    return Course(begin + timedelta(days=chance.randint(2, latest)), 7, count, wall)

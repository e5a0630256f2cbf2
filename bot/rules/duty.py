"""On duty: who has said to be there for urgent messages, in which hours, and who is told of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.rules.durations import parse_duration
from bot.rules.working_hours import WorkingHours, parse_working_hours


@dataclass(frozen=True)
class Duty:
    """A member of staff by name, and the hours that they accepted."""

    name: str
    hours: WorkingHours


def parse_duties(text: str, zone: ZoneInfo) -> tuple[Duty, ...]:
    """Read «Dr Lindqvist: Mon-Fri 17:00-22:00, Sat 9-21; Maria Santos: Mon-Fri 22:00-6:00».

    ValueError with a sentence if it can't be read.
    """
    return tuple(_duty(part, zone) for part in text.split(";") if part.strip())


def _duty(text: str, zone: ZoneInfo) -> Duty:
    name, colon, hours = (part.strip() for part in text.partition(":"))
    if not colon or not name or name[0].isdigit():
        raise ValueError(
            f"«{text.strip()}» has no name and hours; write for example Maria Santos: Mon-Fri 9:00-17:00"
        )
    if not hours:
        raise ValueError(f"«{name}» has no hours; write for example {name}: Mon-Fri 9:00-17:00")
    return Duty(name, parse_working_hours(hours, zone, overnight=True))


def parse_answer_time(text: str) -> timedelta:
    """How long an answer is waited for when words may be danger: long enough to be read, short
    enough to be of use. ValueError with a sentence if it is neither."""
    span = parse_duration(text)
    if not timedelta(minutes=2) <= span <= timedelta(hours=1):
        raise ValueError("it is from 2m to 60m, for example 10m")
    return span


@dataclass(frozen=True)
class Watcher:
    """Somebody who could be told of danger, as it stands now."""

    id: int
    is_on: bool  # these are their hours
    is_away: bool


@dataclass(frozen=True)
class WhoIsTold:
    """Ids of those who are told; `rung_away` are those of them who are rung although they are away."""

    told: tuple[int, ...]
    rung_away: tuple[int, ...] = ()


def who_is_told(named: Sequence[Watcher], by_role: Sequence[Watcher]) -> WhoIsTold:
    """Who is told of danger: those named as being on duty; where there are none, those by role.

    Who is away is left out while somebody else can be rung. In the hours of somebody who is away,
    whoever else is there by role stands in; where nobody is, who is away is rung all the same. If
    all are away all are rung, whatever the hour.
    """
    chosen = named or by_role
    here = [each for each in chosen if not each.is_away]
    if len(here) == len(chosen) or any(each.is_on for each in here):
        return WhoIsTold(_ids(here))
    known = {each.id for each in here}
    others = [each for each in by_role if not each.is_away and each.id not in known]
    stand_ins = [each for each in others if each.is_on]
    if stand_ins:
        return WhoIsTold(_ids([*here, *stand_ins]))
    here = here or others
    missed = [each for each in chosen if each.is_away and (each.is_on or not here)]
    return WhoIsTold(_ids([*here, *missed]), _ids(missed))


def _ids(watchers: Sequence[Watcher]) -> tuple[int, ...]:
    return tuple(each.id for each in watchers)

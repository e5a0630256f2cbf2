"""On duty: who has said to be there for urgent messages, and in which hours."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

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

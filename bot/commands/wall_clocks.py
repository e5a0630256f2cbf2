"""What becomes of a wall time in the nights in which the clocks change, said back in words."""

from datetime import datetime

from bot.rules.due import local_instant, shown_at
from bot.rules.practice import Practice


def said_back(text: str, practice: Practice) -> str:
    """A sentence about a time that isn't there, or comes twice; empty for any other."""
    said = datetime.fromisoformat(text.strip())
    if said.tzinfo is not None:
        return ""
    shown = shown_at(said, practice.zone)
    if len(shown) == 1:
        return ""
    if not shown:
        became = local_instant(said.date(), said.time(), practice.zone).astimezone(practice.zone)
        return (
            f"{said:%H:%M} isn't there on that day, the clocks go forward: "
            f"it became {became:%H:%M}."
        )
    late = shown[-1].astimezone(practice.zone)
    return (
        f"{said:%H:%M} comes twice on that day, the clocks go back: it became the first. "
        f"For the second write {late.isoformat(timespec='minutes')}."
    )

"""What becomes of a wall time in the nights in which the clocks change, said back in words."""

from datetime import datetime

from bot.rules.due import local_instant
from bot.rules.practice import Practice


def said_back(text: str, practice: Practice) -> str:
    """A sentence about a time that isn't there, or comes twice; empty for any other."""
    said = datetime.fromisoformat(text.strip())
    if said.tzinfo is not None:
        return ""
    early, late = (said.replace(tzinfo=practice.zone, fold=each) for each in (0, 1))
    if early.utcoffset() == late.utcoffset():
        return ""
    became = local_instant(said.date(), said.time(), practice.zone).astimezone(practice.zone)
    if became.replace(tzinfo=None) != said:
        return (
            f"{said:%H:%M} isn't there on that day, the clocks go forward: "
            f"it became {became:%H:%M}."
        )
    return (
        f"{said:%H:%M} comes twice on that day, the clocks go back: it became the first. "
        f"For the second write {late.isoformat(timespec='minutes')}."
    )

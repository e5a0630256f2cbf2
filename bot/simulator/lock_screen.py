"""The line on a locked telephone about what came meanwhile."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from bot.simulator.bubbles import Bubble

LOCKS_AFTER_SECONDS = 60


@dataclass(frozen=True)
class Line:
    """About the newest message; `more` is how many others came since the telephone was locked."""

    bubble: Bubble
    more: int

    @property
    def text(self) -> str:
        """The first line of what is written, else what hangs on the message."""
        first = self.bubble.text.partition("\n")[0]
        if first or self.bubble.media is None:
            return first
        document = self.bubble.document
        return self.bubble.media.kind.capitalize() if document is None else document.name


def line_about(newest_first: Iterable[Bubble], *, last_used_at: float) -> Line | None:
    """None if the bot wrote nothing once the telephone, used at that unix time, was locked."""
    locked_at = last_used_at + LOCKS_AFTER_SECONDS
    came_later = takewhile(lambda each: each.date >= locked_at, newest_first)
    missed = [each for each in came_later if each.by_bot]
    return Line(missed[0], len(missed) - 1) if missed else None

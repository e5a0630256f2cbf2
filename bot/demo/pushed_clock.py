"""The clock of the demo: real time plus an offset that only grows, so that days pass in a moment."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock


@dataclass
class PushedClock:
    offset: timedelta = timedelta()

    def now(self) -> datetime:
        return Clock().now() + self.offset

    def push_to(self, instant: datetime) -> None:
        """Move on to an instant; one that has passed moves nothing."""
        self.offset += max(instant - self.now(), timedelta())

    def push_on(self, span: timedelta) -> None:
        assert span >= timedelta(), "the clock never goes back"
        self.offset += span

    def follow(self, offset: timedelta) -> None:
        """Go by another clock's offset; a smaller one than its own changes nothing."""
        self.offset = max(self.offset, offset)

    def clock(self) -> Clock:
        return Clock(now=self.now)

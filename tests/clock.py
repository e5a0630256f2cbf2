"""A clock that a test moves by hand."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.clock import Clock

MELBOURNE = ZoneInfo("Australia/Melbourne")
LONDON = ZoneInfo("Europe/London")


class HandClock:
    """Wall time and monotonic seconds. Waiting moves both; a jump of the wall clock moves one.

    Who waits has a program that asks Telegram all along, so `since_boot`, in which its absences are
    counted, stands still; `nobody_there` moves all three.
    """

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._monotonic = 1000.0
        self._since_boot = 5000.0

    def clock(self) -> Clock:
        return Clock(now=self.now, monotonic=self.monotonic, since_boot=self.since_boot)

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._monotonic

    def since_boot(self) -> float:
        return self._since_boot

    def wait_until(self, instant: datetime) -> None:
        self.wait((instant - self._now).total_seconds())

    def wait(self, seconds: float) -> None:
        assert seconds >= 0, "time does not go back by waiting"
        self._now += timedelta(seconds=seconds)
        self._monotonic += seconds

    def nobody_there(self, seconds: float) -> None:
        """Time passes while the machine sleeps, is off, or can't reach Telegram."""
        self.wait(seconds)
        self._since_boot += seconds

    def jump(self, by: timedelta) -> None:
        """Somebody sets the machine's clock."""
        self._now += by

    def let_seconds_pass(self, seconds: float) -> None:
        """Only what is paced notices: too short a time for anything to fall due."""
        self._monotonic += seconds


def melbourne(text: str) -> datetime:
    """«2026-12-08 11:00» on the clocks of Melbourne, as a UTC instant."""
    return datetime.fromisoformat(text).replace(tzinfo=MELBOURNE).astimezone(UTC)


def london(text: str) -> datetime:
    """The same on the clocks of London, where the demo's practice is."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(UTC)

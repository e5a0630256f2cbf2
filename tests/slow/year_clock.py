"""The oracle's own reckoning of local time: minute by minute, with nothing of the program's."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


class LocalClock:
    """A client's clock on the wall, and the hours in which nobody writes to them."""

    def __init__(self, zone: ZoneInfo, quiet: tuple[time, time]) -> None:
        self._zone = zone
        self._begins, self._ends = quiet

    def wall(self, instant: datetime) -> datetime:
        """What this clock shows, without a zone."""
        return instant.astimezone(self._zone).replace(tzinfo=None)

    def day(self, instant: datetime) -> date:
        return self.wall(instant).date()

    def is_quiet(self, instant: datetime) -> bool:
        shown = self.wall(instant).time()
        if self._begins < self._ends:
            return self._begins <= shown < self._ends
        return shown >= self._begins or shown < self._ends

    def quiet_ends(self, instant: datetime) -> datetime:
        """The first whole minute from then on that isn't quiet, or the instant itself."""
        if not self.is_quiet(instant):
            return instant
        minute = instant.replace(second=0, microsecond=0)
        while self.is_quiet(minute):
            minute += MINUTE
        return minute

    def before_quiet(self, instant: datetime) -> datetime:
        """The last whole minute before that isn't quiet."""
        minute = instant.replace(second=0, microsecond=0)
        while self.is_quiet(minute):
            minute -= MINUTE
        return minute

    def shows(self, day: date, wall: time) -> datetime:
        """The first instant at which this clock shows that, or more where that is skipped."""
        wanted = datetime.combine(day, wall)
        guess = wanted.replace(tzinfo=self._zone).astimezone(UTC)
        if self.wall(guess) == wanted:
            return guess
        minute = guess.replace(second=0, microsecond=0) - timedelta(hours=3)
        while self.wall(minute) < wanted:
            minute += MINUTE
        return minute


class Outages:
    """When the program didn't run."""

    def __init__(self, spans: Sequence[tuple[datetime, datetime]]) -> None:
        self._spans = spans

    def worked_at(self, instant: datetime) -> datetime:
        """When what falls due at this instant is worked: then, or at the next start."""
        return next((end for begin, end in self._spans if begin <= instant < end), instant)

"""Which times could be offered for a session: in practice hours, ahead, and nobody is busy."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

EVERY = timedelta(minutes=30)
Span = tuple[datetime, datetime]


def free_starts(
    spans: Iterable[Span], busy: Sequence[Span], length: timedelta, zone: ZoneInfo
) -> list[datetime]:
    """The hours and half hours at which a session of this length fits into an opening span."""
    found = []
    for opens, closes in spans:
        starts_at = _on_the_half_hour(opens, zone)
        while starts_at + length <= closes:
            if not is_busy(starts_at, length, busy):
                found.append(starts_at)
            starts_at += EVERY
    return found


def is_busy(starts_at: datetime, length: timedelta, busy: Iterable[Span]) -> bool:
    """Whether any of the busy spans lies in part in that time."""
    return any(begins < starts_at + length and ends > starts_at for begins, ends in busy)


def nearest(found: Sequence[datetime], wished: datetime, most: int) -> list[datetime]:
    """Those nearest to an hour, in the order of the day."""
    return sorted(sorted(found, key=lambda each: (abs(each - wished), each))[:most])


def spread(found: Sequence[datetime], most: int) -> list[datetime]:
    """So many of them, spread over the day."""
    if len(found) <= most:
        return list(found)
    return [found[index * (len(found) - 1) // (most - 1)] for index in range(most)]


def _on_the_half_hour(instant: datetime, zone: ZoneInfo) -> datetime:
    """The instant, or the next half hour that the clocks of the zone show."""
    past = timedelta(minutes=instant.astimezone(zone).minute % 30)
    return instant if not past else instant + EVERY - past

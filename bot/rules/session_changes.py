"""What differs between the times that somebody goes by and the times that stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Change:
    """A session: the start that its client goes by, and the one that stands. None: none."""

    session_id: int
    known: datetime | None
    stands: datetime | None

    @property
    def times(self) -> list[datetime]:
        return [each for each in (self.known, self.stands) if each is not None]

    def matters(self, now: datetime) -> bool:
        """Whether one of its times is still to come."""
        return any(each > now for each in self.times)


def net(changes: Iterable[Change]) -> list[Change]:
    """What is left to know, the soonest first, whichever session has which time.

    A time that one session gives up and another takes is none of the changes: whoever goes by it
    comes at the right hour.
    """
    left = [each for each in changes if each.known != each.stands]
    while (pair := _following(left)) is not None:
        first, then = pair
        left = [each for each in left if each not in pair]
        joined = Change(then.session_id, first.known, then.stands)
        left += [joined] if joined.known != joined.stands else []
    return sorted(left, key=lambda each: (min(each.times), each.session_id))


def _following(changes: Sequence[Change]) -> tuple[Change, Change] | None:
    """Two of which the second was where the first is now."""
    was_at = {each.known: each for each in changes if each.known is not None}
    found = ((each, was_at.get(each.stands)) for each in changes if each.stands is not None)
    return next(((first, then) for first, then in found if then is not None), None)

"""What all chats of the simulated Telegram share: clocks, numbers, updates, files, taps."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count, takewhile

from bot.simulator.bubbles import Account, Bubble
from bot.simulator.change import Change
from bot.simulator.files import FileStore
from bot.simulator.updates import UpdateQueue

# Telegram does not say; people report 10 to 30 seconds.
TAP_MAY_BE_ANSWERED_FOR = timedelta(seconds=15)


@dataclass(frozen=True)
class Toast:
    """What pops up after a tap; an alert has to be closed by hand."""

    text: str
    alert: bool


@dataclass(frozen=True, kw_only=True)
class Tap:
    """A press of a button that the bot may still answer."""

    id: str
    person_id: int
    bubble: Bubble
    label: str
    at: datetime
    show: Callable[[Toast], None]


class Exchange:
    def __init__(
        self,
        *,
        bot: Account,
        now: Callable[[], datetime],
        monotonic: Callable[[], float],
        first_update_id: int,
    ) -> None:
        self.bot = bot
        self.now = now
        self.monotonic = monotonic
        self.change = Change()
        self.updates = UpdateQueue(now=now, change=self.change, first_id=first_update_id)
        self.files = FileStore()
        self.taps: dict[str, Tap] = {}
        self.answered_taps: set[str] = set()
        self._message_ids = count(1)
        # Above 32 bits, as the accounts of today are.
        self._person_ids = count(5_300_000_001)
        self._group_numbers = count(2_700_000_001)
        self._tap_ids = count(2_283_912_345_678_901)

    def unix_time(self) -> int:
        return int(self.now().timestamp())

    def next_message_id(self) -> int:
        return next(self._message_ids)

    def next_person_id(self) -> int:
        return next(self._person_ids)

    def next_group_number(self) -> int:
        return next(self._group_numbers)

    def open_tap(
        self, *, person_id: int, bubble: Bubble, label: str, show: Callable[[Toast], None]
    ) -> Tap:
        tap = Tap(
            id=str(next(self._tap_ids)),
            person_id=person_id,
            bubble=bubble,
            label=label,
            at=self.now(),
            show=show,
        )
        self.taps[tap.id] = tap
        return tap

    def answerable_tap(self, tap_id: str) -> Tap | None:
        tap = self.taps.get(tap_id)
        if tap is None or self.now() - tap.at > TAP_MAY_BE_ANSWERED_FOR:
            return None
        return tap

    def spinning_taps(self, person_id: int) -> list[Tap]:
        """Those that the bot has not answered and still may: then a telephone gives up too."""
        oldest = self.now() - TAP_MAY_BE_ANSWERED_FOR
        recent = takewhile(lambda tap: tap.at >= oldest, reversed(self.taps.values()))
        mine = [tap for tap in recent if tap.person_id == person_id]
        return [tap for tap in reversed(mine) if tap.id not in self.answered_taps]

    def answer_tap(self, tap: Tap, toast: Toast | None) -> None:
        """A telephone shows the first answer only."""
        if tap.id not in self.answered_taps:
            self.answered_taps.add(tap.id)
            if toast is not None:
                tap.show(toast)
        self.change.ring()

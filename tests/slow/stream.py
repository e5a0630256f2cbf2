"""The steady stream: people who type and tap without waiting for any answer."""

import random
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from types import TracebackType

from tests.slow.telegram_process import TelegramProcess


@dataclass(frozen=True)
class Step:
    """One thing that somebody does: what it must be answered with, what it leaves in the audit.

    `after` is what has to have come by itself before, `once` what somebody else must have been shown
    (who, and the words), and `data` the end of the button's data where several buttons have the same
    label. `replies` is how many messages it is answered with.
    """

    words: str
    answer: str
    audited: str | None = None
    is_tap: bool = False
    after: tuple[str, ...] = ()
    data: str = ""
    once: tuple[str, str] | None = None
    also_audited: tuple[str, ...] = ()
    replies: int = 1


# Neighbours are answered differently, so that a repeated answer and a missing one can be told apart.
# Acting twice on a tap or on «Start» leaves two entries in the audit.
CYCLE = (
    Step("/help", "I'm a program. I remind you of your times"),
    Step("I'll be there", "Good. See you on", "answer coming", is_tap=True),
    Step("/times", "You said you'll be there."),
    Step("Undo", "Taken back", "undo", is_tap=True),
    Step("7 days", "I'll be quiet until", "pause", is_tap=True),
    Step("Start", "I'm back. I'll remind you", "resume"),
)


@dataclass(frozen=True)
class Act:
    """A step that somebody took, and the update that Telegram made of it."""

    update_id: int
    person_id: int
    step: Step


class Stream:
    """Acts from a thread of its own while the block lasts; each person goes round the cycle.

    Buttons of any age work, so people tap on what is on their screens while the bot is down.
    """

    def __init__(
        self, telegram: TelegramProcess, people: Sequence[int], *,
        first_update_id: int, per_second: float, chance: random.Random,
    ) -> None:  # fmt: skip
        self.acts: list[Act] = []
        self._telegram = telegram.another()
        self._people = people
        self._steps = {person_id: cycle(CYCLE) for person_id in people}
        self._next_update_id = first_update_id
        self._per_second = per_second
        self._chance = chance
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="stream")
        self._error: BaseException | None = None

    def __enter__(self) -> "Stream":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._thread.join()
        self._telegram.close()
        if self._error is not None and error is None:
            raise self._error

    def _run(self) -> None:
        try:
            while not self._ended.wait(self._chance.expovariate(self._per_second)):
                person_id = self._chance.choice(self._people)
                self._act(person_id, next(self._steps[person_id]))
        except BaseException as error:  # noqa: BLE001  # raised again in the test's own thread
            self._error = error

    def _act(self, person_id: int, step: Step) -> None:
        if step.is_tap:
            self._telegram.taps(person_id, step.words)
        else:
            self._telegram.types(person_id, step.words)
        self.acts.append(Act(self._next_update_id, person_id, step))
        self._next_update_id += 1

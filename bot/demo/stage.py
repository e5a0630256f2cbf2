"""The stage that the tour is played on: people with telephones, and a clock that can be pushed on."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import KW_ONLY, dataclass, replace
from datetime import datetime, timedelta

from bot.simulator.bubbles import Bubble
from bot.simulator.person import Person
from bot.simulator.screen import newest_with
from bot.simulator.telegram import Telegram

SILENT = (
    "The bot hasn't answered. If it was killed, or Telegram is down, let it come back and try this "
    "step once more. «Back to now» starts again, with a fresh practice."
)
ASTRAY = (
    "On the phones things have gone another way than this step knows. «Back to now» starts again, "
    "with a fresh practice."
)
_ARRIVES_WITHIN_SECONDS = 20.0
_REST_OF_ANSWER_WITHIN_SECONDS = 5.0
_MOST_PUSHES = 60
# The tour's next thing is never further away: from a Thursday to a Tuesday is five days.
_FURTHEST = timedelta(days=6)

Known = dict[int, int]  # the revision at which a bubble was known, by its id


class TourLost(Exception):
    """The tour can't go on; `sentence` tells a newcomer why, and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Stage:
    """What a tour does on the phones. Every act waits for what it leads to, and raises TourLost if
    that doesn't come; then there are `pause` seconds to read it.

    `next_due` gives when the next thing falls due, or fell due and isn't done. `push_to` moves the
    clock on, never back, and lets the program do what is due by then.
    """

    telegram: Telegram
    _: KW_ONLY
    push_to: Callable[[datetime], Awaitable[None]]
    next_due: Callable[[], Awaitable[datetime | None]]
    pause: float = 0.0

    async def types(self, name: str, text: str, *, then: str) -> None:
        """Write to the bot, and wait for a new or changed bubble with the text `then`."""
        account = self.telegram.person(name)
        known = _known(account)
        self._do(lambda: account.types(text))
        await self._answered(account, then, known)

    async def taps(self, name: str, label: str, *, then: str) -> None:
        """Tap the newest button of this label, and wait for a new or changed bubble with `then`."""
        account = self.telegram.person(name)
        known = _known(account)
        self._do(lambda: account.taps(label))
        await self._answered(account, then, known)

    async def until(self, name: str, text: str) -> None:
        """Push the clock to what falls due next, again and again, until this person sees something
        new with the text.
        """
        account = self.telegram.person(name)
        known, furthest = _known(account), self.telegram.now() + _FURTHEST
        for _push in range(_MOST_PUSHES):
            due = await self.next_due()
            if due is None or due > furthest:
                break
            await self.push_to(due)
            await self._done_with(due, account, text, known)
            if _fresh(account, known, text):
                return await asyncio.sleep(self.pause)
        raise TourLost(ASTRAY)

    async def sees(self, name: str, text: str) -> None:
        """Wait until this is on the person's phone, from before or by now."""
        account = self.telegram.person(name)
        await self._comes(lambda: _fresh(account, {}, text), _ARRIVES_WITHIN_SECONDS, SILENT)
        await asyncio.sleep(self.pause)

    def shows(self, name: str, text: str) -> bool:
        """Whether something with this text is on the person's phone."""
        return newest_with(self.telegram.person(name).screen, text) is not None

    def without_pauses(self) -> "Stage":
        return replace(self, pause=0.0)

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except AssertionError:  # a telephone that can't do this: no such button, the bot is blocked
            raise TourLost(ASTRAY) from None

    async def _answered(self, account: Person, then: str, known: Known) -> None:
        """Nothing at all is a silent bot; something else is a practice that the tour doesn't know."""
        await self._comes(lambda: _fresh(account, known), _ARRIVES_WITHIN_SECONDS, SILENT)
        rest = _REST_OF_ANSWER_WITHIN_SECONDS
        await self._comes(lambda: _fresh(account, known, then), rest, ASTRAY)
        await asyncio.sleep(self.pause)

    async def _comes(self, has_come: Callable[[], bool], seconds: float, otherwise: str) -> None:
        try:
            await self.telegram.change.until(has_come, seconds=seconds)
        except TimeoutError:
            raise TourLost(otherwise) from None

    async def _done_with(self, due: datetime, account: Person, text: str, known: Known) -> None:
        """A bot that was killed is back in a few seconds, and then does what fell due meanwhile."""
        for _second in range(int(_ARRIVES_WITHIN_SECONDS)):
            if _fresh(account, known, text) or await self.next_due() != due:
                return
            with suppress(TimeoutError):
                await self.telegram.change.until(lambda: _fresh(account, known, text), seconds=1)
        raise TourLost(SILENT)


def _known(account: Person) -> Known:
    return {bubble.message_id: bubble.revision for bubble in account.screen}


def _fresh(account: Person, known: Known, text: str = "") -> bool:
    """Whether the bot has written or changed something with this text since then."""
    return any(_is_new(bubble, known) and text in bubble.text for bubble in account.screen)


def _is_new(bubble: Bubble, known: Known) -> bool:
    return bubble.by_bot and known.get(bubble.message_id) != bubble.revision

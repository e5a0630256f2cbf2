"""What is said to somebody whose tap an outage may have swallowed, and with which buttons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlmodel import SQLModel

from bot.buttons import Button, buttons_of
from bot.records.asked_again import OutageQuestion
from bot.records.dialogue import Prompt
from bot.records.outbox import Draft, OutboxRow
from bot.records.presence import TAPS_WAIT, Outage
from bot.texts import _
from bot.turn import Turn

# How long before an outage a question may have been asked that somebody answered in it.
LOOKS_BACK = timedelta(days=1)


@dataclass(frozen=True)
class Standing:
    """A question that stands in somebody's chat, and the topic of its message in parts."""

    prompt: Prompt
    row: OutboxRow

    @property
    def parts(self) -> list[str]:
        return (self.row.topic or "").split(":")

    def id_in(self, table: type[SQLModel]) -> int | None:
        """The id of the row of this table that it is about; None if it is about something else."""
        name, row_id = [*self.parts, ""][:2]
        return int(row_id) if name == table.__tablename__ and row_id.isdecimal() else None

    @property
    def buttons(self) -> list[Button]:
        """The buttons as they stand there."""
        return buttons_of(self.prompt.choices)

    def stood_by(self, instant: datetime) -> bool:
        """Whether it had arrived by then, and was not changed since."""
        arrived_at = self.row.settled_at
        return arrived_at is not None and max(arrived_at, self.prompt.asked_at) <= instant

    def has_button_of(self, *conversations: str) -> bool:
        return any(each.tap.partition(":")[0] in conversations for each in self.buttons)


@dataclass(frozen=True)
class Asked:
    """What one person is asked about, and the questions that stand in their chat, newest first."""

    turn: Turn
    question: OutageQuestion
    outage: Outage
    standing: Sequence[Standing]

    @property
    def lost_until(self) -> datetime:
        """What was tapped later than this waited at Telegram and has arrived."""
        return self.ended_at - TAPS_WAIT

    @property
    def ended_at(self) -> datetime:
        assert self.outage.ended_at is not None, "an outage that goes on has no questions"
        return self.outage.ended_at

    def newest(self, table: type[SQLModel]) -> Iterator[tuple[int, Standing]]:
        """Of each row of this table the newest question, unless no tap on that can be lost."""
        seen: set[int] = set()
        for each in self.standing:
            row_id = each.id_in(table)
            if row_id is None or row_id in seen:
                continue
            seen.add(row_id)
            if each.stood_by(self.lost_until):
                yield row_id, each


@dataclass(frozen=True)
class Again:
    """What is said once more, and when it may be."""

    text: str
    buttons: Sequence[Button]
    draft: Draft  # its topic, its urgency, and until when it is of use
    at: datetime


def away(asked: Asked) -> str:
    """When nothing could arrive, in the words of whoever reads it."""
    words, now = asked.turn.words, asked.turn.now
    began_at, ended_at = asked.question.since_at, asked.ended_at
    is_today = {words.day(began_at), words.day(ended_at)} == {words.day(now)}
    said = words.time if is_today else words.day_and_time
    return _("I was away from {begin} to {end}.").format(begin=said(began_at), end=said(ended_at))


def something() -> str:
    """For whatever isn't named in a chat that somebody else may see."""
    return _("If you tapped something then, it may not have reached me. Please tap once more.")


def labelled(buttons: Sequence[Button], when: str) -> list[Button]:
    """The buttons of one of several matters: each says which; typed words would not."""
    label = _("{when}: {answer}")
    return [
        replace(each, label=label.format(when=when, answer=each.label), also=()) for each in buttons
    ]

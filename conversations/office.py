"""Who at the practice hears of what a client does, and how they are told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.buttons import Button
from bot.records import people
from bot.records.alarms import raise_alarm
from bot.records.people import Person, Role
from bot.rules.due import UNDO_DELAY
from bot.rules.names import called
from bot.texts import TimeWords, _
from bot.turn import Turn


@dataclass(frozen=True)
class Office:
    """The people who run the schedule, and the client's psychologist.

    Managers who are away, or can't be reached, aren't among them while another one is there.
    """

    managers: Sequence[Person]
    psychologist: Person | None

    @property
    def name(self) -> str:
        """«Maria», «Maria or Bob»; «the office» where nobody is named. All of them read."""
        return _(" or ").join(called(each.name) for each in self.managers) or _("the office")

    @property
    def others(self) -> list[Person]:
        """The psychologist, unless they are a manager as well."""
        known = {manager.id for manager in self.managers}
        psychologist = self.psychologist
        return [] if psychologist is None or psychologist.id in known else [psychologist]


def office_of(turn: Turn, psychologist_id: int | None = None) -> Office:
    """The office as it stands for the client of this turn.

    What is about a session concerns whom it is with (`psychologist_id`): that may be another than
    the client's psychologist by now.
    """
    psychologist_id = psychologist_id or turn.person.psychologist_id
    managers = people.holders(turn.db, Role.MANAGER)
    there = [each for each in managers if _is_there(each, turn.now)]
    return Office(
        managers=there or managers,
        psychologist=people.get(turn.db, psychologist_id) if psychologist_id else None,
    )


def _is_there(person: Person, now: datetime) -> bool:
    can_be_reached = person.telegram_id is not None and person.unreachable_at is None
    return can_be_reached and not person.is_away(now)


# Writes news in the reader's language and zone.
Writer = Callable[[TimeWords], str]


def tell_after_undo_delay(
    turn: Turn,
    recipients: Sequence[Person],
    write: Writer,
    *,
    topic: str,
    rings: bool = False,
    buttons: Sequence[Button] = (),
) -> list[Person]:
    """Tell staff in three minutes, so that the client can take it back until then.

    Gives those who will be told; the caller names nobody else. If it is none of them the operator
    is alarmed. What `rings` does so in practice hours only.
    """
    due_at = turn.now + UNDO_DELAY
    silent = not (rings and turn.practice.hours.is_open(due_at))
    told = []
    for person in recipients:
        with turn.speaking_to(person) as words:
            draft = turn.alert(silent=silent, topic=topic, due_at=due_at)
            if turn.tell(person, write(words), buttons, draft=draft) is not None:
                told.append(person)
    if recipients and not told:
        raise_alarm(turn.db, turn.practice, f"nobody to tell of {topic}", turn.now)
    return told

"""A client whom nothing reached before a session: told while a call still helps, several at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from bot.buttons import Button, button
from bot.conversation import Conversation, Timer
from bot.records import audit, due_rows, heard, people, why_not
from bot.records.alarms import raise_alarm
from bot.records.client_search import Found
from bot.records.encryption import KeyringError
from bot.records.heard import Heard
from bot.records.people import Person
from bot.records.therapy_sessions import SessionState, TherapySession
from bot.records.why_not import PAUSES, WhyNot
from bot.rules.due import LATE_AFTER
from bot.rules.names import listed
from bot.rules.reaching import next_look
from bot.texts import TimeWords, _
from bot.turn import Turn
from conversations.office import office_of
from conversations.session_answers import tell_at_once
from conversations.staff.found_clients import labels

SHOWN_AT_ONCE = 10  # of one message; the others are behind /unreachable
_TOGETHER = 200


@dataclass(frozen=True)
class Unheard:
    """A session of which nothing arrived, and what keeps its client from hearing of it."""

    row: TherapySession
    client: Person
    why: WhyNot | None


def look(turn: Turn, row: TherapySession) -> None:
    """All whose instant has come are looked at together, so that a manager gets one message."""
    found = [each for one in (row, *_due_too(turn)) if (each := _unheard(turn, one)) is not None]
    by_manager: dict[int, list[Unheard]] = {}
    for each in found:
        managers = office_of(turn, each.row.psychologist_id).managers
        for manager in managers:
            by_manager.setdefault(manager.id, []).append(each)
    told = [
        _tell(turn, people.get(turn.db, manager_id), some)
        for manager_id, some in sorted(by_manager.items())
    ]
    if found and not any(told):
        raise_alarm(turn.db, turn.practice, f"nobody to tell of {found[0].row.topic}", turn.now)


def _due_too(turn: Turn) -> Iterator[TherapySession]:
    """Who can't be read stays: alone, they fail alone, and keep nobody from hearing of the others."""
    due = TherapySession.reach_at
    chosen = select(TherapySession.id, due, TherapySession.client_id).where(col(due) <= turn.now)
    for row_id, due_at, client_id in turn.db.exec(chosen.order_by(col(due)).limit(_TOGETHER)).all():
        assert due_at is not None, "it has come"
        if not _can_be_read(people.get(turn.db, client_id)):
            continue
        taken = due_rows.take(turn.db, due, row_id, due_at)
        if isinstance(taken, TherapySession):
            yield taken


def _can_be_read(client: Person) -> bool:
    try:
        return bool(client.name)
    except KeyringError:
        return False


def _unheard(turn: Turn, row: TherapySession) -> Unheard | None:
    """None if they heard of it, if nobody could phone now, or if it isn't clear yet: then it is
    looked at again."""
    if row.state is not SessionState.BOOKED or row.starts_at <= turn.now:
        return None
    hours = turn.practice.hours
    if not hours.is_open(turn.now):
        row.reach_at = next_look(row.starts_at, hours, turn.now)
        return None
    client = people.get(turn.db, row.client_id)
    standing = heard.heard(turn.db, row, turn.now)
    why = why_not.held(turn.db, client, row.remind_at or row.notice_at or turn.now)
    if standing is Heard.YES or not _expects_to_hear(turn, client, why):
        return None
    if standing is Heard.NO or why is WhyNot.PAUSED:
        return Unheard(row, client, why)
    if standing is Heard.TO_COME:
        row.reach_at = _again_at(turn, row)
    return None


def _expects_to_hear(turn: Turn, client: Person, why: WhyNot | None) -> bool:
    """Of those who stopped, or want no reminders, the office was told then, and phones anyway; who
    never had a chat never heard. A client's own pause nobody was told of; the office's is its own.
    """
    if why is WhyNot.PAUSED:
        return audit.last_like(turn.db, ("pause", "resume"), client) == PAUSES[0]
    return why in (None, WhyNot.BLOCKED)


def _again_at(turn: Turn, row: TherapySession) -> datetime | None:
    """Once what is on its way, or else what is planned, should have arrived."""
    coming = [each for each in (row.remind_at, row.notice_at) if each is not None]
    at = turn.now if heard.is_on_its_way(turn.db, row) else min(coming, default=turn.now)
    after = max(turn.now, at) + LATE_AFTER
    return next_look(row.starts_at, turn.practice.hours, after)


# --- telling


def _tell(turn: Turn, manager: Person, some: Sequence[Unheard]) -> bool:
    shown = some[:SHOWN_AT_ONCE]
    return bool(
        tell_at_once(
            turn, [manager], lambda words: _text(words, some, shown), _buttons(turn, shown)
        )
    )


def _text(words: TimeWords, some: Sequence[Unheard], shown: Sequence[Unheard]) -> str:
    first, people_count = _("Please phone somebody about a time."), len(_clients(some))
    if people_count > 1:
        first = _("Please phone {count} people about a time.").format(count=people_count)
    lines = [first, *(_line(words, each) for each in shown)]
    if len(some) > len(shown):
        more = _("And {count} more: /unreachable shows whom I can't reach.")
        lines.append(more.format(count=len(some) - len(shown)))
    return "\n".join(lines)


def _line(words: TimeWords, each: Unheard) -> str:
    text = _("I couldn't reach {client} about {when}.")
    if each.why is WhyNot.BLOCKED:
        text = _("I couldn't reach {client} about {when}: the bot was blocked.")
    until = ""
    if each.why is WhyNot.PAUSED and each.client.paused_until is not None:
        text = _("{client} has paused messages until {until}, and hasn't heard about {when}.")
        until = words.day(each.client.paused_until)
    return text.format(
        client=listed(each.client.name), when=words.day_and_time(each.row.starts_at), until=until
    )


def _buttons(turn: Turn, shown: Sequence[Unheard]) -> list[Button]:
    """Each client's page once, also with two sessions."""
    clients = _clients(shown)
    names = labels(turn, list(clients.values()))
    return [
        button(name, "client_page:open", each) for name, each in zip(names, clients, strict=True)
    ]


def _clients(some: Sequence[Unheard]) -> dict[int, Found]:
    return {each.client.id: Found(each.client.id, each.client.name) for each in some}


CONVERSATION = Conversation(
    name="reaching",
    timers={"look": Timer(TherapySession.reach_at, look)},
)

"""The office pauses a client's messages until a day. The client's own word beats it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import outbox
from bot.records.access import Action
from bot.records.people import Person
from bot.rules.due import day_of, start_of_day
from bot.rules.names import called, listed
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for
from conversations.staff.client_standing import (
    OFFICE_PAUSES,
    OFFICE_UNPAUSES,
    is_paused,
    is_paused_by_office,
)
from conversations.staff.found_clients import held
from conversations.typed_times import FURTHEST, reader_for

WEEKS = (1, 2, 4)
_MINUTE = 60


def ask(turn: Turn, client_id: int) -> None:
    client = _can_be_paused(turn, client_id)
    if client is not None:
        _ask(turn, client, _("Until which day shall {name} get no messages? Tap or write it."))


def _ask(turn: Turn, client: Person, text: str) -> None:
    turn.ask(
        text.format(name=listed(client.name)),
        [
            *[
                button(_weeks(weeks), "client_pauses:show", client.id, _minute(turn, weeks))
                for weeks in WEEKS
            ],
            button(_("Don't pause"), "client_pauses:leave"),
        ],
        then="client_pauses:typed",
        client_id=client.id,
    )


def _weeks(count: int) -> str:
    return _("1 week") if count == 1 else _("{count} weeks").format(count=count)


def _minute(turn: Turn, weeks: int) -> int:
    """The midnight with which the day begins, in minutes: short enough for a button."""
    zone = reader_for(turn, turn.person).zone
    day = day_of(turn.now, zone) + timedelta(weeks=weeks)
    return int(start_of_day(day, zone).timestamp()) // _MINUTE


def _can_be_paused(turn: Turn, client_id: int) -> Person | None:
    """The client, held; None, and said why, where the client's own word stands."""
    client = held(turn, client_id)
    if client is None:
        return None
    if client.stopped_at is not None:
        text = _("{name} wants no messages here anyway. Only {first} can start them again.")
    elif is_paused_by_office(turn, client):
        text = _(
            "{name}'s messages are paused until {day} already. «End the pause» is on the page."
        )
    elif is_paused(turn, client):
        text = _("{name} has paused messages until {day}. Only {first} can change that.")
    else:
        return client
    day = turn.words.day(client.paused_until) if client.paused_until else ""
    turn.say(
        text.format(name=listed(client.name), first=called(client.name), day=day),
        keyboard=keyboard_for(turn),
    )
    return None


def typed(turn: Turn, text: str, client_id: int) -> None:
    client = _can_be_paused(turn, client_id)
    if client is None:
        return
    reader = reader_for(turn, turn.person)
    moment = reader.moment(text)
    until = None if moment is None else _begin_of_day(moment.at, reader.zone)
    if until is None or not _fits(turn, until):
        return _ask(turn, client, _not_a_day(until))
    _show(turn, client, until)


def _begin_of_day(at: datetime, zone: ZoneInfo) -> datetime:
    return start_of_day(day_of(at, zone), zone)


def _fits(turn: Turn, until: datetime) -> bool:
    return turn.now < until <= turn.now + FURTHEST


def _not_a_day(until: datetime | None) -> str:
    if until is None:
        return _("I don't read that as a day. For example: 14 December, or in 3 weeks.")
    return _("That has to be a day after today, and within half a year. Write another.")


def show(turn: Turn, client_id: int, minute: int) -> None:
    client = _can_be_paused(turn, client_id)
    until = datetime.fromtimestamp(minute * _MINUTE, UTC)
    if client is None:
        return
    if not _fits(turn, until):
        return _ask(turn, client, _not_a_day(until))
    _show(turn, client, until)


def _show(turn: Turn, client: Person, until: datetime) -> None:
    """Said back before it counts."""
    turn.say(
        _(
            "Until {day} nothing comes to {name} by itself: no reminders either. Answers still come.\n"
            "{first} isn't told, sees it in the settings, and can end it with START."
        ).format(day=turn.words.day(until), name=listed(client.name), first=called(client.name)),
        [
            button(_("Pause"), "client_pauses:set", client.id, int(until.timestamp()) // _MINUTE),
            button(_("Another day"), "client_pauses:ask", client.id),
            button(_("Don't pause"), "client_pauses:leave", also=("no",)),
        ],
    )


def set_pause(turn: Turn, client_id: int, minute: int) -> None:
    client = _can_be_paused(turn, client_id)
    until = datetime.fromtimestamp(minute * _MINUTE, UTC)
    if client is None:
        return
    if not _fits(turn, until):
        return _ask(turn, client, _not_a_day(until))
    client.paused_until = until
    outbox.withdraw_from(turn.db, client.id, turn.now)
    turn.note(OFFICE_PAUSES, client)
    turn.say(
        _("{name} gets nothing by itself until {day}.").format(
            name=listed(client.name), day=turn.words.day(until)
        ),
        [button(_("End the pause"), "client_pauses:end", client.id)],
    )


def end(turn: Turn, client_id: int) -> None:
    client = held(turn, client_id)
    if client is None:
        return
    if is_paused_by_office(turn, client):
        client.paused_until = None
        turn.note(OFFICE_UNPAUSES, client)
        text = _("The pause is over. What comes to {name} by itself comes again.")
    elif is_paused(turn, client):
        text = _("{name} has paused messages. Only {first} can end that.")
    else:
        text = _("{name}'s messages aren't paused.")
    turn.say(
        text.format(name=listed(client.name), first=called(client.name)),
        keyboard=keyboard_for(turn),
    )


def leave(turn: Turn) -> None:
    turn.say(_("All right. Nothing is paused."), keyboard=keyboard_for(turn))


CONVERSATION = Conversation(
    name="client_pauses",
    taps={"ask": ask, "show": show, "set": set_pause, "end": end, "leave": leave},
    steps={"typed": typed},
    needs=Action.MANAGE_CLIENT,
    behind_code=frozenset({"set"}),
)

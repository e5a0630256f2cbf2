"""Whom a member of staff finds among the clients, and how these are told apart on a screen."""

from collections.abc import Sequence

from bot.records import client_search, people
from bot.records.access import Action
from bot.records.client_search import Found
from bot.records.people import Person
from bot.rules.names import listed
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for


def scope(turn: Turn) -> int | None:
    """Whose clients somebody may look up: None for all, else their own as a psychologist."""
    return None if turn.may(Action.MANAGE_CLIENT) else turn.person.id


def not_found(turn: Turn) -> str:
    """The same words for nobody and for somebody else's: nothing is learned."""
    if turn.may(Action.MANAGE_CLIENT):
        return _("I don't find that name among the clients.")
    return _("I don't find that name among your clients.")


def reached(turn: Turn, action: Action, client_id: int) -> Person | None:
    """A client with whom one may do this; otherwise says that nobody is found.

    Colleagues are people too: a manager reaches every row, and opens clients only.
    """
    person = turn.reach(action, Person, client_id)
    if person is not None and client_search.is_client(turn.db, person):
        return person
    turn.say(not_found(turn), keyboard=keyboard_for(turn))
    return None


def held(turn: Turn, client_id: int) -> Person | None:
    """A client whom one may manage, with the row locked until this turn ends."""
    client = reached(turn, Action.MANAGE_CLIENT, client_id)
    return None if client is None else people.lock(turn.db, client.id)


def labels(turn: Turn, clients: Sequence[Found]) -> list[str]:
    """Short names where they say who it is, whole ones else, with the number for namesakes."""
    short = [listed(each.name) for each in clients]
    whole = [each.name.casefold() for each in clients]
    said = []
    for each in clients:
        if short.count(listed(each.name)) == 1:
            said.append(listed(each.name))
        elif whole.count(each.name.casefold()) == 1:
            said.append(each.name)
        else:
            said.append(_numbered(turn, each))
    return said


def _numbered(turn: Turn, found: Found) -> str:
    number = people.get(turn.db, found.id).external_id
    if number is None:
        return _("{name} (no number)").format(name=found.name)
    return _("{name} ({number})").format(name=found.name, number=number)

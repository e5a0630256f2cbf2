"""How people are called in what is said of a case."""

from collections.abc import Sequence

from bot.records import people
from bot.records.cases import Case
from bot.records.people import Person, Role
from bot.rules.names import called, listed
from bot.texts import _
from bot.turn import Turn


def with_part(turn: Turn, person: Person) -> str:
    """«Maria Santos, practice manager»: how a client tells the people here apart."""
    roles = people.roles_of(turn.db, person)
    if Role.MANAGER in roles:
        return _("{name}, practice manager").format(name=person.name)
    if Role.SENIOR in roles:
        title = turn.practice.clinician_title
        return _("{name}, senior {title}").format(name=person.name, title=title)
    return person.name


def names_of(several: Sequence[Person]) -> str:
    """«Maria and Dr Lindqvist», as a client hears of them."""
    return _(" and ").join(called(each.name) for each in several)


def shown_name(client: Person, case: Case) -> str:
    """How staff see whose case it is."""
    return listed(client.name) if case.with_name else _("a client (name not shown)")


def first_name(client: Person, case: Case, *, begins: bool = False) -> str:
    """How staff hear of the client, also as the word that begins a sentence."""
    if case.with_name:
        return client.is_called
    return _("The client") if begins else _("the client")

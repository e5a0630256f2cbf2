"""Stories of those who work here: what a manager does with a colleague, and who else is there."""

import re

from bot.records import people
from bot.records.people import STAFF, Person, Role
from tests.practice import Cast, Practice, Someone

GONE = "I don't find that colleague. They may have left. /staff shows who works here."
STRANGER = "I'm a program that works for people who were invited."
NOT_CONNECTED = "This chat is no longer connected."


def open_colleague(manager: Someone, name: str) -> None:
    manager.types("/staff")
    manager.taps(name)


def adler_joins(cast: Cast, *roles: Role) -> tuple[Person, Someone]:
    """Dr Adler, a second psychologist (or what is said), connected."""
    row = cast.practice.add_staff("Dr Adler", *(roles or (Role.PSYCHOLOGIST,)))
    adler = cast.practice.join(row, "Dr Adler")
    adler.hears()
    return row, adler


def bob_joins(cast: Cast) -> Someone:
    """A second manager, connected."""
    bob = cast.practice.join(cast.practice.add_staff("Bob Bell", Role.MANAGER), "Bob")
    bob.hears()
    return bob


def leaves(manager: Someone, name: str, to: str = "") -> None:
    """All the way: who takes the clients, what happens, and the yes."""
    open_colleague(manager, name)
    manager.taps("Leaves")
    if to:
        manager.taps(f"{to} takes them")
    manager.taps("They leave now")


def roles_of(practice: Practice, person: Person) -> set[Role]:
    with practice.look() as db:
        return set(people.roles_of(db, person)) & STAFF


def row_of(practice: Practice, person: Person) -> Person:
    with practice.look() as db:
        return people.get(db, person.id)


def code_in(text: str) -> str:
    """The code of the link that stands in a message."""
    found = re.search(r"start=([0-9A-Z]+)", text)
    assert found is not None, text
    return found[1]

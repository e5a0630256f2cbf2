"""Whoever works here, as staff name one another: all of them, and one who is reached."""

from bot.records import people
from bot.records.access import Action
from bot.records.people import STAFF, Person
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for

LISTED = 90  # Telegram takes 100 buttons under a message


def colleagues(turn: Turn) -> list[Person]:
    """Everybody on the staff, by name; who has left isn't."""
    found = {each.id: each for role in STAFF for each in people.holders(turn.db, role)}
    here = (each for each in found.values() if each.left_at is None)
    return sorted(here, key=lambda each: each.name.casefold())


def reached(turn: Turn, action: Action, person_id: int) -> Person | None:
    """Somebody of the staff with whom one may do this; otherwise says that nobody is found."""
    person = turn.reach(action, Person, person_id)
    if person is not None and person.id in {each.id for each in colleagues(turn)}:
        return person
    turn.say(_("I don't find that name on the staff."), keyboard=keyboard_for(turn))
    return None

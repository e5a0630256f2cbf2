"""Staff who are away, as far as a test needs them."""

from bot.records import people
from bot.records.people import Person
from tests.clock import melbourne
from tests.practice import Cast, Practice, Someone

UNTIL_MONDAY = "Monday 7 December, 9:00 am"


def away(someone: Someone, *said: str) -> None:
    """Says it of themselves: a label is tapped, anything else typed."""
    someone.types("/away")
    if "Tap a name to change that." in someone.last:
        someone.taps(someone.account.name if someone.account.name != "Maria" else "Maria Santos")
    for each in said or ("Until Monday",):
        if each in someone.labels:
            someone.taps(each)
        else:
            someone.types(each)
    someone.taps("Yes, that's right")


def set_away(cast: Cast, *persons: Person, until: str = "2026-12-14 09:00") -> None:
    """It was said long ago."""
    with cast.practice.database.transaction() as db:
        for person in persons:
            people.get(db, person.id).away_until = melbourne(until)


def row_of(practice: Practice, person: Person) -> Person:
    with practice.look() as db:
        return people.get(db, person.id)

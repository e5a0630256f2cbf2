"""Who reads a case as its client knows it: everybody who was asked, or the first who will be."""

from bot.records import cases, people
from bot.records.cases import Case
from bot.records.people import Person
from bot.texts import _
from bot.turn import Turn
from conversations.absences import called_now


def who_reads(turn: Turn, case: Case) -> list[Person]:
    named = cases.readers(turn.db, case)
    asked = [each for each in named if each.asked_at is not None] or named[:1]
    return [people.get(turn.db, each.person_id) for each in asked]


def names_of_readers(turn: Turn, case: Case) -> str:
    """«Maria and Dr Lindqvist (away until Monday 7 December, 9:00 am)»."""
    return _(" and ").join(called_now(turn, each) for each in who_reads(turn, case))

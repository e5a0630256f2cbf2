"""What comes next for a concern, as its client reads it: never more than will happen by itself."""

from bot.records import cases, people
from bot.records.cases import Case, CaseState
from bot.records.people import Person
from bot.rules import routing
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.case_alerts import (
    answer_is_late,
    as_readers,
    names_of,
    next_to_ask,
    still_asked,
)


def what_comes_next(turn: Turn, case: Case) -> str:
    """One sentence; empty where nothing more is to be said."""
    if _is_only_reminded_of(turn, case):
        return _who_is_reminded(turn, case)
    match case.state:
        case CaseState.WAITING:
            return _if_nobody(
                turn,
                case,
                _("If nobody takes it on by then, I ask {name} too, as you allowed."),
                _("If nobody takes it on by then, I tell you, and you choose what happens next."),
            )
        case CaseState.TAKEN if answer_is_late(case) and case.due_at is not None:
            text = _("If none has come by {when}, I tell you, and you choose what happens next.")
            return text.format(when=turn.words.near(case.due_at, turn.now))
        case CaseState.TAKEN if case.answered_at is None:
            return _if_nobody(
                turn,
                case,
                _("If no answer has come by then, I tell you, and ask {name} too, as you allowed."),
                _("If no answer has come by then, I tell you, and you choose what happens next."),
            )
        case CaseState.TAKEN:
            assert case.taken_by is not None, "somebody took it"
            name = called(people.get(turn.db, case.taken_by).name)
            return _("It stays open. What you add goes to {name}.").format(name=name)
        case _over:
            return ""


def _is_only_reminded_of(turn: Turn, case: Case) -> bool:
    """Whether the client was asked often enough: the next time passes without another word."""
    is_owed = case.state is CaseState.WAITING or answer_is_late(case)
    was_asked = case.misses >= routing.ASKED_AT_MOST
    return is_owed and was_asked and next_to_ask(turn, case) is None


def _who_is_reminded(turn: Turn, case: Case) -> str:
    if case.taken_by is None:
        names = names_of(still_asked(turn, case))
    else:
        names = called(people.get(turn.db, case.taken_by).name)
    phone = _("You can also phone {practice}.").format(practice=turn.practice.name_and_phone)
    if not names:
        return phone
    return _("I go on reminding {names}.").format(names=names) + " " + phone


def _if_nobody(turn: Turn, case: Case, next_is_asked: str, client_decides: str) -> str:
    next_one = _next_one(turn, case)
    if next_one is None:
        return client_decides
    return next_is_asked.format(name=called(next_one.name))


def _next_one(turn: Turn, case: Case) -> Person | None:
    """Who is asked if nobody looks in time; within the first minute nobody was asked at all yet."""
    if cases.were_asked(turn.db, case):
        return next_to_ask(turn, case)
    named = as_readers(turn, case)
    looks_first = next((at for at, each in enumerate(named) if not each.is_away), 0)
    next_id = routing.next_reader(named[looks_first + 1 :])
    return None if next_id is None else people.get(turn.db, next_id)

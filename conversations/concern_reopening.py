"""A closed case is opened again: who is asked, and what is promised anew."""

from collections.abc import Sequence
from datetime import datetime

from bot.records.cases import Case, CaseState, Since
from bot.records.people import Person
from bot.texts import _
from bot.turn import Turn
from conversations.absences import called_now, there_from
from conversations.case_alerts import ask_to_look, move_on, next_to_ask
from conversations.case_names import names_of
from conversations.case_promises import answer_by, look_by, owed_until
from conversations.menu import keyboard_for


def reopen(turn: Turn, case: Case, readers: Sequence[Person]) -> None:
    """It goes to these readers; the promises begin anew."""
    case.state, case.closed_at, case.ask_since_at = CaseState.WAITING, None, None
    case.taken_by, case.taken_at, case.answered_at = None, None, None
    case.outcome, case.misses = None, 0
    _promise(turn, case, turn.now)
    if case.since is not Since.UNSAID:  # who would rather not say is not asked again
        case.since = None
    turn.note("reopen case", case)
    look = _asked(turn, case, readers)
    if not look:
        text = _("It's open again, but I can't reach {names} here now. You can phone {practice}.")
    else:
        text = _("It's open again and goes to {names}. First look by {when}.")
    turn.say(
        text.format(
            names=_(" and ").join(called_now(turn, each) for each in look) or names_of(readers),
            when=turn.words.near(case.due_at or turn.now, turn.now),
            practice=turn.practice.name_and_phone,
        ),
        keyboard=keyboard_for(turn),
        topic=case.topic,
    )


def _asked(turn: Turn, case: Case, readers: Sequence[Person]) -> list[Person]:
    """Those who look now; where all are away, those who do as they come back, which is said."""
    asked = [person for person in readers if ask_to_look(turn, case, person)]
    there = [person for person in asked if not person.is_away(turn.now)]
    if there:
        return there
    if not asked or next_to_ask(turn, case) is not None:
        next_one = move_on(turn, case)
        return [] if next_one is None else [next_one]
    begins = min(there_from(turn, each) for each in asked)
    _promise(turn, case, begins)
    return asked


def _promise(turn: Turn, case: Case, begins: datetime) -> None:
    case.look_by = look_by(turn, case, begins)
    case.answer_by = answer_by(turn, case, begins)
    owed_until(turn, case, case.look_by, begins=begins)

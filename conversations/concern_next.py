"""What comes next for a concern, as its client reads it: never more than will happen by itself."""

from bot.records import people
from bot.records.cases import Case, CaseState
from bot.rules import routing
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.case_alerts import names_of, next_to_ask, still_asked


def what_comes_next(turn: Turn, case: Case) -> str:
    """One sentence; empty where nothing more is to be said."""
    match case.state:
        case CaseState.WAITING:
            return _if_nobody(
                turn,
                case,
                _("If nobody takes it on by then, I ask {name} too, as you allowed."),
                _("If nobody takes it on by then, I tell you, and you choose what happens next."),
            )
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


def _if_nobody(turn: Turn, case: Case, next_is_asked: str, client_decides: str) -> str:
    next_one = next_to_ask(turn, case)
    if next_one is None and case.misses >= routing.ASKED_AT_MOST:
        return _nobody_asks_again(turn, case)
    if next_one is None:
        return client_decides
    return next_is_asked.format(name=called(next_one.name))


def _nobody_asks_again(turn: Turn, case: Case) -> str:
    """They were asked often enough what to do: from now on only those who owe it are reminded."""
    names = names_of(still_asked(turn, case))
    text = _("I go on reminding {names}. You can also phone {practice}.")
    if not names:
        text = _("You can also phone {practice}.")
    return text.format(names=names, practice=turn.practice.name_and_phone)

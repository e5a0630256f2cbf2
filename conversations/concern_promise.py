"""What is promised to whoever sends a concern: who looks at it, by when, and who answers by when."""

from collections.abc import Sequence

from bot.records import cases
from bot.records.cases import Case
from bot.records.people import Person
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.absences import away_until, there_from
from conversations.case_alerts import UNDO, can_be_reached
from conversations.case_promises import answer_by, look_by


def set_times(turn: Turn, case: Case, first: Person, allowed: Sequence[Person]) -> None:
    """By when somebody looks and answers: counted from when the first of them is there.

    That the first is away is noted, for the client has read it.
    """
    looks = _who_looks(turn, first, allowed)
    begins = there_from(turn, looks)
    undo_until = turn.now + UNDO
    case.wait_until(undo_until)
    case.misses = 0
    case.look_by = look_by(turn, case, max(begins, undo_until))
    case.answer_by = answer_by(turn, case, begins)
    case.first_look_by, case.first_answer_by = case.look_by, case.answer_by
    reader = cases.reader(turn.db, case, first.id)
    if reader is not None and reader.asked_at is None:
        reader.away_at = turn.now if first.is_away(turn.now) else None


def _who_looks(turn: Turn, first: Person, allowed: Sequence[Person]) -> Person:
    there = (each for each in allowed if can_be_reached(each) and not each.is_away(turn.now))
    return next(there, first) if first.is_away(turn.now) else first


def promise(turn: Turn, case: Case, first: Person, allowed: Sequence[Person]) -> str:
    assert case.look_by is not None and case.answer_by is not None, "set by set_times"
    looks = _who_looks(turn, first, allowed)
    if looks is not first:
        text = _(
            "{name} is away until {back}. I ask {other}, who looks at it by {look}, and answers "
            "you here by {answer}. If that doesn't happen, I'll tell you."
        )
    elif first.is_away(turn.now):
        text = _(
            "{name} is away until {back}. {name} looks at it by {look}, and answers you here by "
            "{answer}. If that doesn't happen, I'll tell you."
        )
    else:
        text = _(
            "{name} looks at it by {look}, and answers you here by {answer}. "
            "If that doesn't happen, I'll tell you."
        )
    said = text.format(
        name=called(first.name),
        back=away_until(turn, first),
        other=called(looks.name),
        look=turn.words.near(case.look_by, turn.now),
        answer=turn.words.near(case.answer_by, turn.now),
    )
    call = _("The call itself can be that answer.") if case.wants_call else ""
    others = _(" or ").join(called(each.name) for each in allowed if each is not looks)
    then = _("Then I'll ask {others} too.").format(others=others) if others else ""
    return " ".join(filter(None, [said, then, call]))

"""A check-in whose button was tapped: whether it is theirs, and whether it can still be answered."""

from datetime import timedelta

from bot.incoming import IncomingKind
from bot.records import check_ins
from bot.records.access import Action
from bot.records.check_ins import UNSETTLED, CheckIn, CheckInState
from bot.records.therapy_sessions import TherapySession
from bot.rules.due import day_of
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for

_SAME_MOMENT = timedelta(seconds=10)  # a second tap, or the same one on another telephone


def own(turn: Turn, check_in_id: int) -> CheckIn | None:
    """The check-in if it is theirs; otherwise says that it isn't there."""
    row = turn.reach(Action.ANSWER_CHECK_IN, CheckIn, check_in_id)
    if row is None:
        turn.say(_("I can't find those questions any more."), keyboard=keyboard_for(turn))
    return row


def answerable(turn: Turn, check_in_id: int, *, is_perhaps_twice: bool = False) -> CheckIn | None:
    """The check-in if it is theirs and still open; otherwise says why not.

    `is_perhaps_twice`: the tap may be a second one on the last answer. The thanks for the first are
    there then, and one message is enough.
    """
    row = own(turn, check_in_id)
    if row is None:
        return None
    if row.state in UNSETTLED and check_ins.stale_at(turn.db, row) <= turn.now:
        check_ins.put_away(row, CheckInState.LAPSED)
    if row.state in UNSETTLED:
        return row
    if is_perhaps_twice and row.answered_at and turn.now - row.answered_at < _SAME_MOMENT:
        turn.toast(_already())
    else:
        say_closed(turn, row)
    return None


def say_closed(turn: Turn, row: CheckIn) -> None:
    is_typed = turn.incoming is not None and turn.incoming.kind is IncomingKind.TEXT
    if row.state is CheckInState.ANSWERED:
        text = _already()
    else:
        text = _(
            "These questions are closed, and I've kept no answers to them. That's fine.\n"
            "If there is something to say, «Something isn't right» is there at any time."
        )
    if is_typed:
        text += "\n" + _("Nobody has read what you wrote just now. In danger, tap «Help now».")
    elif row.state is not CheckInState.ANSWERED:
        text += "\n" + _("In danger, tap «Help now».")
    turn.say(text, keyboard=keyboard_for(turn))


def _already() -> str:
    return _("I have your answers to these already.")


def is_of_today(turn: Turn, row: CheckIn) -> bool:
    """Whether the session was on the client's own day that is now."""
    session = turn.db.get(TherapySession, row.therapy_session_id)
    assert session is not None, "a check-in is about a session"
    zone = turn.person.clocks(turn.practice).zone
    return day_of(session.starts_at, zone) == day_of(turn.now, zone)

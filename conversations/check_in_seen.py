"""Who sees a check-in's answers: said before they are given and after, and what keeps them private."""

from bot.buttons import Button, button
from bot.records import check_ins, people, sharings, shown_clients
from bot.records.check_ins import CheckIn, CheckInState
from bot.records.sharings import SharedKind
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.check_in_own import own, say_closed
from conversations.menu import keyboard_for


def psychologist(turn: Turn, row: CheckIn) -> str:
    """«Dr Okafor», whose session it was."""
    return called(people.get(turn.db, row.psychologist_id).name)


def who_will_see(turn: Turn, row: CheckIn) -> str:
    """Said before the first answer."""
    if not _is_shared(turn, row):
        return _("Nobody sees your answers unless you show them.")
    return _(
        "{psychologist} can see your numbers before you meet, unless you keep them to yourself."
    ).format(psychologist=psychologist(turn, row))


def who_sees(turn: Turn, row: CheckIn) -> str:
    """Said once they are given; empty where nobody but the client sees them."""
    if check_ins.shown_to(turn.db, row) is None:
        return ""
    return _("{psychologist} can see these numbers before you meet.").format(
        psychologist=psychologist(turn, row)
    )


def keep_button(turn: Turn, row: CheckIn) -> list[Button]:
    if check_ins.shown_to(turn.db, row) is None:
        return []
    return [button(_("Keep these to me"), "check_in:keep", row.id)]


def keep(turn: Turn, check_in_id: int) -> None:
    """These answers are not shown, whatever else is."""
    row = _answered(turn, check_in_id)
    if row is None:
        return
    was_shown = check_ins.shown_to(turn.db, row) is not None
    row.keeps_private = True
    turn.db.flush()
    if was_shown:
        shown_clients.note_change(turn.db, row.client_id, turn.now)
        turn.note("check-in kept private", row)
    if not _is_shared(turn, row):
        return turn.say(_("These answers stay with you."), keyboard=keyboard_for(turn))
    name = psychologist(turn, row)
    let = _("Let {psychologist} see them").format(psychologist=name)
    turn.say(
        _("From now on {psychologist} can't see these numbers.").format(psychologist=name),
        [button(let, "check_in:let_see", row.id)],
        topic=row.topic,
    )


def let_see(turn: Turn, check_in_id: int) -> None:
    """As before they were kept; nothing is shown by it that the client doesn't share."""
    row = _answered(turn, check_in_id)
    if row is None:
        return
    if not _is_shared(turn, row):  # an old button: what is shared has changed since
        return turn.say(
            _("These aren't among the numbers that you share now, so nobody sees them."),
            keyboard=keyboard_for(turn),
        )
    row.keeps_private = False
    turn.db.flush()
    turn.note("check-in shown", row)
    turn.say(who_sees(turn, row), keep_button(turn, row), topic=row.topic)


def _answered(turn: Turn, check_in_id: int) -> CheckIn | None:
    row = own(turn, check_in_id)
    if row is None or row.state is CheckInState.ANSWERED:
        return row
    say_closed(turn, row)
    return None


def _is_shared(turn: Turn, row: CheckIn) -> bool:
    """Whether what is answered now, or was answered then, is shared with whose session it was."""
    reader_id, made_at = row.psychologist_id, row.answered_at or turn.now
    return sharings.covers(turn.db, row.client_id, reader_id, SharedKind.CHECK_INS, made_at)

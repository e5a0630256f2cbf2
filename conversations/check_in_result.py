"""What a check-in's answers lead to: thanks or an offer, and a few words if there are any."""

from collections.abc import Sequence

from bot.buttons import Button, button
from bot.incoming import IncomingKind
from bot.records import check_ins, people
from bot.records.access import Action
from bot.records.check_ins import UNSETTLED, CheckIn, CheckInState
from bot.records.people import Role
from bot.records.therapy_sessions import TherapySession
from bot.rules.alliance import Level, Reason, judge
from bot.rules.due import day_of
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations import concern
from conversations.check_in_words import why
from conversations.menu import keyboard_for

# --- whose, and whether still


def own(turn: Turn, check_in_id: int) -> CheckIn | None:
    """The check-in if it is theirs; otherwise says that it isn't there."""
    row = turn.reach(Action.ANSWER_CHECK_IN, CheckIn, check_in_id)
    if row is None:
        turn.say(_("I can't find those questions any more."), keyboard=keyboard_for(turn))
    return row


def answerable(turn: Turn, check_in_id: int) -> CheckIn | None:
    """The check-in if it is theirs and still open; otherwise says why not."""
    row = own(turn, check_in_id)
    if row is None:
        return None
    if row.state in UNSETTLED and check_ins.stale_at(turn.db, row) <= turn.now:
        check_ins.put_away(row, CheckInState.LAPSED)
    if row.state in UNSETTLED:
        return row
    _say_closed(turn, row)
    return None


def _say_closed(turn: Turn, row: CheckIn) -> None:
    if row.state is CheckInState.ANSWERED:
        text = _("I have your answers to these already. Thank you.")
    else:
        text = _(
            "These questions are closed, and I've kept no answers to them. That's fine.\n"
            "If there is something to say, «Something isn't right» is there at any time."
        )
    is_typed = turn.incoming is not None and turn.incoming.kind is IncomingKind.TEXT
    if is_typed:
        text += "\n" + _("Nobody has read what you wrote just now. In danger, tap «Help now».")
    elif row.state is not CheckInState.ANSWERED:
        text += "\n" + _("In danger, tap «Help now».")
    turn.say(text, keyboard=keyboard_for(turn))


def is_of_today(turn: Turn, session: TherapySession) -> bool:
    person = turn.person
    zone = person.clocks(turn.practice).zone
    return day_of(session.starts_at, zone) == day_of(turn.now, zone)


# --- what the answers suggest


def finish(turn: Turn, row: CheckIn) -> None:
    """Judge and answer. This is always a new message."""
    if all(value is None for value in row.answers.values()):
        check_ins.put_away(row, CheckInState.DECLINED)
        turn.say(_("You skipped all four, and that's fine."), keyboard=keyboard_for(turn))
        return
    judgement = judge(row.answers, check_ins.earlier_than(turn.db, row))
    check_ins.settle(row, judgement, turn.now)
    turn.note("check-in answered", row)
    add_words = button(_("Add a few words"), "check_in:add_words", row.id)
    if judgement.level is Level.FINE:
        turn.say(_("Thank you. That's all."), [add_words], topic=row.topic)
        return
    session = turn.db.get(TherapySession, row.therapy_session_id)
    assert session is not None, "a check-in is about a session"
    sentence = why(turn, row, judgement, is_of_today=is_of_today(turn, session))
    noticed = _("{why} That happens, and you've done nothing wrong by saying it.").format(
        why=sentence
    )
    thanks = _("Thank you.")
    paragraphs = (
        [f"{thanks} {_permission(turn, row)}", noticed]
        if judgement.level is Level.CONCERN or Reason.LOW_MEAN in judgement.reasons
        else [f"{thanks} {noticed}"]
    )
    _offer(turn, row, paragraphs, [add_words])


def _permission(turn: Turn, row: CheckIn) -> str:
    return _(
        "You're allowed to say this. Your times, your fees and how you're treated stay the same. "
        "I won't tell {psychologist} unless you agree."
    ).format(psychologist=_psychologist(turn, row))


def _offer(
    turn: Turn, row: CheckIn, paragraphs: Sequence[str], more: Sequence[Button] = ()
) -> None:
    turn.say(
        "\n\n".join([*paragraphs, _("Would you like to do something about it?")]),
        [
            *_tell_psychologist_button(turn, row),
            button(_somebody_else(turn, row), "check_in:tell_another", row.id),
            button(_("Nothing for now"), "check_in:nothing", row.id, also=("no", "nothing")),
            *more,
        ],
        topic=row.topic,
    )


def _tell_psychologist_button(turn: Turn, row: CheckIn) -> list[Button]:
    """Whom the session was with, while the client goes to them."""
    if row.psychologist_id != turn.person.psychologist_id:
        return []
    label = _("Tell {psychologist} myself").format(psychologist=_psychologist(turn, row))
    return [button(label, "check_in:tell_psychologist", row.id)]


def _psychologist(turn: Turn, row: CheckIn) -> str:
    return called(people.get(turn.db, row.psychologist_id).name)


def _somebody_else(turn: Turn, row: CheckIn) -> str:
    """Where one person is the whole practice, there is nobody else in it."""
    staff = [*people.holders(turn.db, Role.MANAGER), *people.holders(turn.db, Role.SENIOR)]
    if any(each.id != row.psychologist_id for each in staff):
        return _("Tell somebody else at the practice")
    return _("Tell somebody else")


def tell_psychologist(turn: Turn, check_in_id: int) -> None:
    row = own(turn, check_in_id)
    if row is not None:  # an old button may name somebody whom the client no longer goes to
        is_theirs = row.psychologist_id == turn.person.psychologist_id
        concern.begin(turn, check_in_id=row.id, to_psychologist=is_theirs)


def tell_another(turn: Turn, check_in_id: int) -> None:
    row = own(turn, check_in_id)
    if row is not None:
        concern.begin(turn, check_in_id=row.id)


def nothing_for_now(turn: Turn, check_in_id: int) -> None:
    if own(turn, check_in_id) is not None:
        turn.say(
            _("All right. «Something isn't right» is there at any time."),
            keyboard=keyboard_for(turn),
        )


# --- a few words


def add_words(turn: Turn, check_in_id: int) -> None:
    row = own(turn, check_in_id)
    if row is None:
        return
    if row.state is not CheckInState.ANSWERED:
        return _say_closed(turn, row)
    turn.ask(
        _("Anything you'd like to add? Only you see it."),
        [button(_("Skip"), "check_in:no_words", row.id)],
        then="check_in:words",
        topic=row.topic,
        check_in_id=row.id,
    )


def words_received(turn: Turn, text: str, check_in_id: int) -> None:
    row = own(turn, check_in_id)
    if row is not None:
        row.comment = text if row.comment is None else f"{row.comment}\n{text}"
        turn.note("check-in words", row)
        _after_words(turn, row, _("Kept. Only you see it."))


def no_words(turn: Turn, check_in_id: int) -> None:
    row = own(turn, check_in_id)
    if row is not None:
        _after_words(turn, row, _("All right."))


def _after_words(turn: Turn, row: CheckIn, text: str) -> None:
    if row.level in (Level.WATCH, Level.CONCERN):
        return _offer(turn, row, [text])
    turn.say(text, keyboard=keyboard_for(turn))

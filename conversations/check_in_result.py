"""What a check-in's answers lead to: thanks or an offer, and a few words if there are any."""

from collections.abc import Sequence

from bot.buttons import Button, button
from bot.records import check_ins, kept_words, people
from bot.records.check_ins import CheckIn, CheckInState
from bot.records.people import Role
from bot.rules.alliance import Judgement, Level, Reason, judge
from bot.texts import _
from bot.turn import Turn
from conversations import concern
from conversations.check_in_own import is_of_today, own, say_closed
from conversations.check_in_seen import keep_button, psychologist, who_sees
from conversations.check_in_why import why
from conversations.check_in_words import all_skipped
from conversations.menu import keyboard_for
from conversations.recognised import concern_said
from conversations.sharing_questions import ask_of_check_ins

# --- what the answers suggest


def finish(turn: Turn, row: CheckIn) -> None:
    """Judge and answer. This is always a new message."""
    if all(value is None for value in row.answers.values()):
        count = len(row.answers_json)
        check_ins.put_away(row, CheckInState.DECLINED)
        turn.say(all_skipped(count), keyboard=keyboard_for(turn))
        return
    earlier = check_ins.earlier_than(turn.db, row)
    judgement = judge(row.answers, earlier)
    check_ins.settle(row, judgement, turn.now)
    turn.db.flush()
    turn.note("check-in answered", row)
    more = [button(_("Add a few words"), "check_in:add_words", row.id), *keep_button(turn, row)]
    if judgement.level is Level.FINE:
        if ask_of_check_ins(turn, row, more):
            return
        thanks = [_("Thank you. That's all."), who_sees(turn, row)]
        so_far = [button(_("See how it went so far"), "trends:show")] if earlier else []
        turn.say("\n\n".join(filter(None, thanks)), [*more, *so_far], topic=row.topic)
        return
    _offer(turn, row, _noticed(turn, row, judgement), more)


def _noticed(turn: Turn, row: CheckIn, judgement: Judgement) -> list[str]:
    """Paragraphs: thanks, why this is more than thanks, and who sees it; at concern, permission first."""
    items = check_ins.questionnaire_of(turn.db, row)
    noticed = _("{why} That happens, and you've done nothing wrong by saying it.").format(
        why=why(turn.words, items, row.answers, judgement, is_of_today=is_of_today(turn, row))
    )
    thanks = _("Thank you.")
    if judgement.level is Level.CONCERN or Reason.LOW_MEAN in judgement.reasons:
        return [f"{thanks} {_permission(turn, row)}", noticed]
    return list(filter(None, [f"{thanks} {noticed}", who_sees(turn, row)]))


def _permission(turn: Turn, row: CheckIn) -> str:
    name = psychologist(turn, row)
    if who_sees(turn, row):
        return _(
            "You're allowed to say this. Your times, your fees and how you're treated stay the "
            "same. {psychologist} can see these numbers before you meet, and I tell nothing more "
            "unless you agree."
        ).format(psychologist=name)
    return _(
        "You're allowed to say this. Your times, your fees and how you're treated stay the same. "
        "I won't tell {psychologist} unless you agree."
    ).format(psychologist=name)


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
    label = _("Tell {psychologist} myself").format(psychologist=psychologist(turn, row))
    return [button(label, "check_in:tell_psychologist", row.id)]


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
        words = _said_already(turn, row)
        concern.begin(turn, check_in_id=row.id, to_psychologist=is_theirs, words_from=words)


def tell_another(turn: Turn, check_in_id: int) -> None:
    row = own(turn, check_in_id)
    if row is not None:
        concern.begin(turn, check_in_id=row.id, words_from=_said_already(turn, row))


def _said_already(turn: Turn, row: CheckIn) -> int:
    """Their own words to the check-in, if they tell of it: they need not be written again. Nothing goes
    before they have seen it once more."""
    if row.comment is None or concern_said(turn, row.comment) is None:
        return 0
    return kept_words.keep(turn.db, turn.person.id, row.comment, turn.now).id


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
        return say_closed(turn, row)
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

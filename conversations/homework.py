"""The client's homework: what is open, done, partly, not yet, stop this one."""

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import dialogue, homework, outbox, shown_notes
from bot.records.access import Action
from bot.records.homework import Homework, HomeworkState, NoteKind
from bot.records.people import STAFF, Telephone
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.homework_answers import (
    answer_words,
    answers_to,
    asks_again_at,
    keep_answer,
    own_homework,
    reader_of,
    say_not_here,
    stop_button,
)
from conversations.homework_file import show_file
from conversations.homework_seen import seen_now
from conversations.homework_sharing import ask_whether_to_show
from conversations.homework_snooze import later_buttons, leave_button
from conversations.homework_times import next_at
from conversations.homework_words import what_is_asked
from conversations.menu import keyboard_for
from conversations.rhythm_words import comes_next, how_often_button, suggested
from conversations.staff import assignments

SHOWN_AT_ONCE = 3


# --- what is open


def show(turn: Turn) -> None:
    """/homework: a psychologist sets some, a client sees theirs."""
    if turn.may(Action.SET_HOMEWORK):
        return assignments.begin(turn)
    if turn.roles & STAFF:
        turn.say(_("Only psychologists set homework here."), keyboard=keyboard_for(turn))
        return
    if turn.person.telephone is Telephone.SHARED:
        return say_not_here(turn)
    rows = homework.shown_to(turn.db, turn.person, turn.now)[:SHOWN_AT_ONCE]
    if not rows:
        turn.say(_("Nothing is open for you here."), keyboard=keyboard_for(turn))
    for row in reversed(rows):
        _show_one(turn, row)


def open_one(turn: Turn, homework_id: int) -> None:
    row = own_homework(turn, homework_id)
    if row is not None:
        _show_one(turn, row)


def _show_one(turn: Turn, row: Homework) -> None:
    show_file(turn, row, _("This goes with your note."))
    lines = [what_is_asked(turn, row), comes_next(turn, row), suggested(turn, row)]
    buttons = [*answers_to(row), stop_button(row), how_often_button(row)]
    turn.say("\n\n".join(filter(None, lines)), buttons, topic=row.topic)


# --- the answers


def done(turn: Turn, homework_id: int) -> None:
    _reported(turn, homework_id, HomeworkState.DONE)


def partly(turn: Turn, homework_id: int) -> None:
    _reported(turn, homework_id, HomeworkState.PARTLY)


def _reported(turn: Turn, homework_id: int, state: HomeworkState) -> None:
    row = own_homework(turn, homework_id)
    if row is None:
        return
    was_to_be_shown = bool(shown_notes.unread_notes(turn.db, row, NoteKind.ANSWER))
    keep_answer(turn, row, state)
    is_shown = bool(shown_notes.unread_notes(turn.db, row, NoteKind.ANSWER))
    if next_at(turn, row) is None or (was_to_be_shown and not is_shown):
        # The last answer before they meet, or one in the place of what was to be shown.
        return ask_whether_to_show(turn, row, NoteKind.ANSWER, _thanks(turn, row))
    if is_shown:
        turn.say(_thanks(turn, row), [stop_button(row)], topic=row.topic)
        return
    texts, buttons = seen_now(turn, row)
    if texts:
        said = "\n\n".join([_thanks(turn, row), *texts])
        turn.say(said, [*buttons, stop_button(row)], topic=row.topic)
        return
    name = called(reader_of(turn, row).name)
    show_it = button(_("Show it to {name}").format(name=name), "homework:show_answer", row.id)
    turn.say(
        _thanks(turn, row) + " " + _("Only you see it."),
        [stop_button(row)] if row.keeps_private else [show_it, stop_button(row)],
        topic=row.topic,
    )


def _thanks(turn: Turn, row: Homework) -> str:
    at = next_at(turn, row)
    if at is None:
        return _("Thank you for telling me.")
    when = turn.words.within(at, turn.now)
    return _("Thank you for telling me. I'll ask again {when}.").format(when=when)


def show_answer(turn: Turn, homework_id: int) -> None:
    """Of what is asked again and again: the last answer stands for what can be shown."""
    row = own_homework(turn, homework_id)
    if row is None:
        return
    if row.state not in (HomeworkState.DONE, HomeworkState.PARTLY):
        turn.say(_("That has changed since then, so I passed nothing on. /homework shows it."))
        return
    said = _("Your last answer was «{answer}».").format(answer=answer_words(row.state))
    ask_whether_to_show(turn, row, NoteKind.ANSWER, said)


def not_yet(turn: Turn, homework_id: int) -> None:
    """Asked again by its rhythm or when the client says; if they don't, once more on a day that is
    said, and then it waits for the session.
    """
    row = own_homework(turn, homework_id)
    if row is None:
        return
    if row.is_repeated:
        keep_answer(turn, row, HomeworkState.NOT_YET)
        return _ask_when_again(turn, row)
    was_wished = row.is_wished and row.state is HomeworkState.NOT_YET
    at = row.remind_at if row.state is HomeworkState.NOT_YET else None
    if at is None and not row.was_put_off:
        at = asks_again_at(turn, row)
    keep_answer(turn, row, HomeworkState.NOT_YET)
    row.remind_at, row.is_wished = at, was_wished
    row.was_put_off = row.was_put_off or at is not None
    _ask_when_again(turn, row)


def _ask_when_again(turn: Turn, row: Homework) -> None:
    """Says what comes if nothing is chosen."""
    seen, keep_it = seen_now(turn, row)
    later, at = later_buttons(turn, row), next_at(turn, row)
    if at is None:
        text = (
            _("That's all right. I won't ask again, unless you choose when.")
            if later
            else _("That's all right. I won't ask again.")
        )
        buttons = [*later, *keep_it]
        text = "\n\n".join([text, *seen])
        turn.say(text, buttons, topic=row.topic, keyboard=() if buttons else keyboard_for(turn))
        return
    when = turn.words.within(at, turn.now)
    if row.is_repeated:
        text = (
            _("That's all right. I'll ask again {when}, or when you choose.")
            if later
            else _("That's all right. I'll ask again {when}.")
        )
        buttons = [*later, *keep_it, stop_button(row)]
    else:
        text = _(
            "That's all right. When shall I ask again? If you choose nothing, I'll ask once more, "
            "{when}, and then it waits until you meet."
        )
        buttons = [*later, *keep_it, leave_button(row)]
    turn.say("\n\n".join([text.format(when=when), *seen]), buttons, topic=row.topic)


def stop(turn: Turn, homework_id: int) -> None:
    row = own_homework(turn, homework_id)
    if row is None:
        return
    keep_answer(turn, row, HomeworkState.STOPPED)
    outbox.withdraw(turn.db, row.topic, turn.now)
    dialogue.close_prompts(turn.db, row.topic, turn.now)
    turn.say(
        _("Stopped. I won't ask about this one again. Nobody is told that you stopped it."),
        keyboard=keyboard_for(turn),
    )


CONVERSATION = Conversation(
    name="homework",
    commands={"homework": show},
    words={"Homework": show},
    taps={
        "show": show,
        "open": open_one,
        "done": done,
        "partly": partly,
        "show_answer": show_answer,
        "not_yet": not_yet,
        "stop": stop,
    },
)

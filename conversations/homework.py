"""The client's homework: what is open, the reminder, done, partly, not yet, stop this one."""

from bot.buttons import button
from bot.conversation import Conversation, Timer
from bot.records import consents, dialogue, homework, outbox, reminder_states
from bot.records.access import Action
from bot.records.consents import Purpose
from bot.records.homework import ASKED_ABOUT, Homework, HomeworkState, NoteKind
from bot.records.people import STAFF, Telephone
from bot.records.reminder_states import ReminderState
from bot.rules.homework import EVENING
from bot.rules.measure import Unasked
from bot.texts import _
from bot.turn import Turn
from conversations.homework_answers import (
    answers_to,
    asks_again_at,
    keep_answer,
    note_rules,
    own_homework,
    say_not_here,
)
from conversations.homework_file import show_file
from conversations.homework_sharing import ask_whether_to_show
from conversations.homework_words import what_is_asked
from conversations.menu import keyboard_for
from conversations.staff import assignments
from conversations.unasked import allowed_at

SHOWN_AT_ONCE = 3
NOON = 12
DAYS_UNTIL_LAST = 2  # TRANSCRIPTS 3: asked on Thursday, once more on Saturday, and then never


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
        stop_it = button(_("Stop this one"), "homework:stop", row.id)
        lines = [what_is_asked(turn, row)]
        coming = reminder_states.of_homework(turn.db, row)
        if coming is not None and coming.state is ReminderState.PLANNED:
            when = turn.words.within(coming.at, turn.now)
            lines.append(_("I'll ask about it {when}.").format(when=when))
        show_file(turn, row, _("This goes with your note."))
        turn.say("\n\n".join(lines), [*answers_to(row), stop_it], topic=row.topic)


# --- the reminder


def remind(turn: Turn, row: Homework) -> None:
    """Remind, unless it is no longer wanted or useful; later if now would be too much.

    What has become due too late for its session lapses: the session is the place for it then.
    """
    until = homework.useful_until(turn.db, row, turn.now)
    if (
        row.state not in ASKED_ABOUT
        or (until is not None and until <= turn.now)
        or not consents.has(turn.db, turn.person, Purpose.HOMEWORK)
    ):
        return
    at = allowed_at(turn, Unasked.HOMEWORK, until=until)
    if at is None:
        return
    if at > turn.now:
        row.remind_at = at
        return
    if row.asks_left > 0:
        row.asks_left -= 1
        row.remind_at = note_rules(turn).days_from(turn.now, DAYS_UNTIL_LAST)
    show_file(turn, row, _("This goes with your note."), good_until=until)
    turn.say(
        f"{_first_line(turn)}\n\n{what_is_asked(turn, row)}",
        answers_to(row),
        topic=row.topic,
        good_until=until,
        is_unasked=True,
    )


def _first_line(turn: Turn) -> str:
    """What a locked telephone may show, true to the hour."""
    hour = turn.words.hour(turn.now)
    if hour < NOON:
        return _("Your note for this morning.")
    return (
        _("Your note for this afternoon.") if hour < EVENING else _("Your note for this evening.")
    )


# --- the answers


def done(turn: Turn, homework_id: int) -> None:
    _reported(turn, homework_id, HomeworkState.DONE)


def partly(turn: Turn, homework_id: int) -> None:
    _reported(turn, homework_id, HomeworkState.PARTLY)


def _reported(turn: Turn, homework_id: int, state: HomeworkState) -> None:
    row = own_homework(turn, homework_id)
    if row is None:
        return
    keep_answer(turn, row, state)
    ask_whether_to_show(turn, row, NoteKind.ANSWER, _("Thank you for telling me."))


def not_yet(turn: Turn, homework_id: int) -> None:
    """Asked once more on a day that is said, and then it waits for the session."""
    row = own_homework(turn, homework_id)
    if row is None:
        return
    at = row.remind_at if row.state is HomeworkState.NOT_YET else None
    if at is None and not row.was_put_off:
        at = asks_again_at(turn, row)
    keep_answer(turn, row, HomeworkState.NOT_YET)
    if at is None:
        text = _("That's all right. I won't ask again.")
        turn.say(text, keyboard=keyboard_for(turn))
        return
    row.remind_at, row.was_put_off = at, True
    when = turn.words.within(at, turn.now)
    turn.say(
        _("That's all right. I'll ask once more, {when}, and then it waits until you meet.").format(
            when=when
        ),
        keyboard=keyboard_for(turn),
    )


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
    taps={"show": show, "done": done, "partly": partly, "not_yet": not_yet, "stop": stop},
    timers={"remind": Timer(Homework.remind_at, remind, Homework.client_id)},
)

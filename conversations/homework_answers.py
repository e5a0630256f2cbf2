"""What every answer about homework has in common: whose it is, what is kept, who may be shown it."""

from datetime import datetime

from bot.buttons import Button, button
from bot.records import outbox, people, shown_answers, shown_notes
from bot.records.access import Action
from bot.records.homework import Barrier, Homework, HomeworkState, NoteKind
from bot.records.people import Person, Telephone
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.homework_times import (
    heard_of,
    next_at,
    note_rules,
    plan_again,
    possible_at,
    stop_asking,
)
from conversations.homework_words import whole_button
from conversations.menu import keyboard_for
from conversations.recognised import sounds_like_conduct


def answers_to(row: Homework, *, reads_on: bool = True) -> list[Button]:
    """The buttons of homework that is open; the last leads to all of its words where some are cut."""
    answers = [
        button(_("Done"), "homework:done", row.id, also=("i did it", "finished")),
        button(_("Partly"), "homework:partly", row.id, also=("partially", "some of it")),
        button(_("Still struggling"), "struggle:begin", row.id, also=("struggling", "stuck")),
        button(_("Not yet"), "homework:not_yet", row.id, also=("later", "not today")),
    ]
    return [*answers, *whole_button(row)] if reads_on else answers


def keep_from_the_accused(turn: Turn, row: Homework, words: str) -> None:
    """What may be about a wrong-doing isn't shown to whom the client sees, standing yes or not (law 7)."""
    if sounds_like_conduct(turn, words):
        row.keeps_private = True


def is_for_the_accused(turn: Turn, row: Homework) -> bool:
    """Whether any of their own words in it may be about a wrong-doing; then that is said, and no tap
    shows it to whom it may be about."""
    own_words = (row.obstacle, row.added, row.smaller_part)
    if not any(words and sounds_like_conduct(turn, words) for words in own_words):
        return False
    row.keeps_private = True
    say_not_for_the_accused(turn, row)
    return True


def say_not_for_the_accused(turn: Turn, row: Homework) -> None:
    text = _("That may be about something {name} did, so I haven't passed it on.")
    turn.say(text.format(name=called(reader_of(turn, row).name)), keyboard=keyboard_for(turn))


def own_homework(turn: Turn, homework_id: int) -> Homework | None:
    """The homework if it is theirs and can be answered; otherwise says why not."""
    row = turn.reach(Action.ANSWER_HOMEWORK, Homework, homework_id)
    if row is None or row.state in (HomeworkState.DRAFT, HomeworkState.TAKEN_BACK):
        turn.say(_("I can't find that note any more. /homework shows what is open."))
        return None
    if turn.person.telephone is Telephone.SHARED:
        say_not_here(turn)
        return None
    if row.state is HomeworkState.STOPPED:
        turn.say(_("You stopped that one. I don't ask about it any more."))
        return None
    heard_of(turn, row)
    return row


def stop_button(row: Homework) -> Button:
    return button(_("Stop this one"), "homework:stop", row.id)


def say_not_here(turn: Turn) -> None:
    turn.say(_("I keep such notes off a telephone that others can see. You can ask when you meet."))


def keep_answer(turn: Turn, row: Homework, state: HomeworkState) -> None:
    """Keep what was answered; an older answer isn't passed on.

    Nothing more is asked, but of what is asked again and again: there it is the answer for today.
    An old button that says the same once more leaves standing what was promised since.
    """
    if row.state is state and row.asks_left > 0:
        return
    is_new_day = row.answered_at is None or turn.words.days_until(row.answered_at, turn.now) != 0
    if row.is_repeated and state is not HomeworkState.STOPPED:
        plan_again(turn, row)
        row.answered_at = turn.now
    else:
        stop_asking(row)
    if is_new_day and row.added:
        row.added = None  # words about an earlier day
        row.revision += 1
        shown_answers.note_change(turn.db, row, turn.now)
    if row.state is state:
        return
    row.state, row.answered_at = state, turn.now
    row.revision += 1
    withdraw_unread(turn, row, NoteKind.ANSWER)
    turn.note(f"answer {state.value}", row)


def withdraw_unread(turn: Turn, row: Homework, kind: NoteKind) -> None:
    """What was to be shown and isn't so any more: nobody reads it."""
    shown_answers.note_change(turn.db, row, turn.now)
    for note in shown_notes.unread_notes(turn.db, row, kind):
        shown_notes.take_note_back(turn.db, note, turn.now)
        outbox.withdraw(turn.db, note.topic, turn.now)


def reader_of(turn: Turn, row: Homework) -> Person:
    """Whom the client meets; who set it, where nobody else is known."""
    return people.get(turn.db, turn.person.psychologist_id or row.psychologist_id)


def hour_words(turn: Turn) -> str:
    """«7:00 pm»: when notes come to the client of this turn, quiet hours heeded."""
    return turn.words.time(note_rules(turn).days_from(turn.now, 0))


def asks_again_at(turn: Turn, row: Homework) -> datetime | None:
    """When it is asked about after an answer: by its rhythm; else tomorrow at the client's hour, or
    the first day after it on which one more message is not too much; None for no more.
    """
    if row.is_repeated:
        return next_at(turn, row)
    return possible_at(turn, row, note_rules(turn).days_from(turn.now, 1))


def barrier_words(barrier: Barrier) -> str:
    """What gets in the way, as it stands in a sentence."""
    return {
        Barrier.NO_TIME: _("no time"),
        Barrier.FORGET: _("I forget"),
        Barrier.TOO_HARD: _("too hard"),
        Barrier.NOT_SURE_HOW: _("not sure how"),
        Barrier.NOT_RIGHT: _("doesn't feel right"),
        Barrier.OTHER: _("something else"),
    }[barrier]


def answer_words(state: HomeworkState) -> str:
    """An answer that can be shown, as it stands in a sentence."""
    return {
        HomeworkState.DONE: _("done"),
        HomeworkState.PARTLY: _("partly"),
        HomeworkState.STRUGGLING: _("still struggling"),
        HomeworkState.NOT_YET: _("not yet"),
    }[state]

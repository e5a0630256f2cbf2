"""What a client showed of homework, as their psychologist reads it: that, and nothing about the rest."""

from collections.abc import Mapping

from bot.buttons import Button, button
from bot.records import people, shown_answers, shown_notes
from bot.records.access import Action
from bot.records.homework import Barrier, Homework, HomeworkNote, HomeworkState
from bot.records.shown_answers import ShownAnswer
from bot.rules.quoting import isolated
from bot.rules.splitting import beginning
from bot.texts import _
from bot.turn import Turn
from conversations.homework_answers import answer_words, barrier_words
from conversations.homework_words import in_short

_LETTERS, _LINES = 200, 4  # of the client's words where they stand among others


def shown_lines(shown: Mapping[str, str]) -> list[str]:
    """The task short, for its psychologist wrote it; the client's own words whole."""
    return [_("The task: «{words}»").format(words=in_short(shown["task"])), *client_lines(shown)]


def client_lines(shown: Mapping[str, str]) -> list[str]:
    patterns = {
        "answer": _("Their answer: {words}"),
        "added": _("How it went: «{words}»"),
        "barrier": _("What gets in the way: {words}"),
        "obstacle": _("What gets in the way: «{words}»"),
        "part": _("Their smaller part: «{words}»"),
        "question": _("Their question: «{words}»"),
    }
    said = {
        "answer": lambda value: answer_words(HomeworkState(value)),
        "barrier": lambda value: barrier_words(Barrier(value)),
    }
    return [
        pattern.format(words=said[key](shown[key]) if key in said else isolated(shown[key]))
        for key, pattern in patterns.items()
        if key in shown
    ]


def note_of_own_client(turn: Turn, note_id: int) -> HomeworkNote | None:
    """What was shown to this psychologist, as long as the client is theirs."""
    note = turn.reach(Action.SEE_HOMEWORK_NOTE, HomeworkNote, note_id)
    if note is None or people.get(turn.db, note.client_id).psychologist_id != turn.person.id:
        return None
    return note


def shown_answer(turn: Turn, row: Homework) -> ShownAnswer | None:
    """What this psychologist may read of it now; what was shown one by one was read from then on,
    and can't be taken back.

    What is withheld, what wasn't answered and what is still to come look alike: nothing.
    """
    if row.psychologist_id != turn.person.id or not turn.may(Action.SEE_HOMEWORK_NOTE):
        return None
    found = shown_answers.visible_answer(turn.db, row, turn.now)
    if found is None or (
        found.note is not None and not shown_notes.open_note(turn.db, found.note, turn.now)
    ):
        return None
    turn.note("look", found.note or row)
    return found


def page_lines(turn: Turn, answer: ShownAnswer | None) -> list[str]:
    """Of one task, on its client's page."""
    if answer is None:
        return [_("No answer shown.")]
    day = turn.words.day(answer.at)
    return [_("Shown on {day}:").format(day=day), *short_lines(answer)]


def short_lines(answer: ShownAnswer) -> list[str]:
    """The client's own words beside others: where they are long, how they begin."""
    return client_lines(_short(answer.words))


def button_to_all(label: str, row: Homework, answer: ShownAnswer) -> Button:
    if answer.note is not None:
        return button(label, "homework_notes:look", answer.note.id)
    return button(label, "homework_notes:answer", row.id)


def leaves_something_out(answer: ShownAnswer) -> bool:
    return bool(_short(answer.words) != answer.words)


def _short(shown: Mapping[str, str]) -> dict[str, str]:
    return {
        key: words if key == "task" else beginning(words, _LETTERS, _LINES)
        for key, words in shown.items()
    }

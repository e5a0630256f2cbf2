"""What a client showed of homework, as their psychologist reads it: that, and nothing about the rest."""

from collections.abc import Mapping

from bot.records import people, shown_notes
from bot.records.access import Action
from bot.records.homework import Barrier, Homework, HomeworkNote, HomeworkState
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


def last_shown(turn: Turn, row: Homework) -> HomeworkNote | None:
    """The newest that may be read now; from then on it was read, and can't be taken back.

    What is withheld, what wasn't answered and what is still to come look alike: nothing.
    """
    found = shown_notes.last_note(turn.db, row, turn.person.id, turn.now)
    note = note_of_own_client(turn, found.id) if found else None
    if note is None or not shown_notes.open_note(turn.db, note, turn.now):
        return None
    turn.note("look", note)
    return note


def page_lines(turn: Turn, note: HomeworkNote | None) -> list[str]:
    """Of one task, on its client's page."""
    if note is None:
        return [_("No answer shown.")]
    day = turn.words.day(note.goes_at)
    return [_("Shown on {day}:").format(day=day), *short_lines(note)]


def short_lines(note: HomeworkNote) -> list[str]:
    """The client's own words beside others, where they are long only how they begin."""
    return client_lines(_short(note.shown))


def leaves_something_out(note: HomeworkNote) -> bool:
    return bool(_short(note.shown) != note.shown)


def _short(shown: Mapping[str, str]) -> dict[str, str]:
    return {
        key: words if key == "task" else beginning(words, _LETTERS, _LINES)
        for key, words in shown.items()
    }

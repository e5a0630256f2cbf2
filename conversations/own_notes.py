"""What every step of a client's own note has in common: whose it is, its words, its next instant."""

from collections.abc import Mapping
from datetime import datetime

from bot.records import people, therapy_sessions
from bot.records.access import Action
from bot.records.notes import Note, NoteState
from bot.records.people import Person
from bot.records.therapy_sessions import TherapySession
from bot.rules.names import called
from bot.rules.own_notes import ASKED_AFTER, brought_back_at
from bot.rules.quoting import isolated
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for
from conversations.recognised import sounds_like_conduct

QUESTIONS = ("happened", "help", "begin")


def own_note(turn: Turn, note_id: int) -> Note | None:
    """The note of something to say if it is theirs and still there; otherwise says that it isn't."""
    note = turn.reach(Action.OWN_NOTE, Note, note_id)
    if note is not None and not note.is_to_bring and note.state is not NoteState.THROWN_AWAY:
        return note
    _say_gone(turn)
    return None


def any_note(turn: Turn, note_id: int) -> Note | None:
    """The note, of whatever kind, likewise."""
    note = turn.reach(Action.OWN_NOTE, Note, note_id)
    if note is not None and note.state is not NoteState.THROWN_AWAY:
        return note
    _say_gone(turn)
    return None


def _say_gone(turn: Turn) -> None:
    turn.say(
        _("I don't have that note any more. «Something isn't right» begins anew."),
        keyboard=keyboard_for(turn),
    )


def reader_of(turn: Turn, note: Note) -> Person:
    return people.get(turn.db, note.psychologist_id)


def named(turn: Turn, note: Note) -> str:
    return called(reader_of(turn, note).name)


# --- its words


def words_of(answers: Mapping[str, str]) -> str:
    """What was answered, in the client's own words, each with what was asked."""
    patterns = (
        _("What happened: «{words}»"),
        _("What would help: «{words}»"),
        _("How to begin: «{words}»"),
    )
    given = zip(QUESTIONS, patterns, strict=True)
    return "\n".join(
        pattern.format(words=isolated(answers[name])) for name, pattern in given if name in answers
    )


def is_of_conduct(turn: Turn, note: Note) -> bool:
    """Whether any of it is about a wrong-doing."""
    return any(sounds_like_conduct(turn, each) for each in note.answers.values())


# --- its next instant


def next_meeting(turn: Turn, note: Note) -> TherapySession | None:
    """The next one that is booked with whom the note is for."""
    client = people.get(turn.db, note.client_id)
    upcoming = therapy_sessions.upcoming(turn.db, client, turn.now)
    theirs = (each for each in upcoming if each.psychologist_id == note.psychologist_id)
    return next(theirs, None)


def plan(turn: Turn, note: Note) -> datetime | None:
    """Let it be for the next meeting; when it is to be brought back, past or to come, if at all."""
    meeting = next_meeting(turn, note)
    if meeting is None:
        note.therapy_session_id = note.due_at = None
        return None
    note.therapy_session_id = meeting.id
    note.due_at = meeting.ends_at + ASKED_AFTER
    if not note.brings_back:
        return None
    at = brought_back_at(meeting.starts_at, turn.person.clocks(turn.practice))
    if at > turn.now:
        note.due_at = at
    return at

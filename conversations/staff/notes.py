"""A note that a client showed, on the psychologist's side: exactly what was shown, and nothing more."""

from bot.conversation import Conversation
from bot.records import notes, people
from bot.records.access import Action
from bot.records.notes import Note
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for
from conversations.own_notes import words_of


def look(turn: Turn, note_id: int) -> None:
    """Before its time, once it is taken back, and where the client sees somebody else, nobody reads it."""
    note = turn.reach(Action.SEE_NOTE, Note, note_id)
    if note is None or not notes.open_it(turn.db, note, turn.now):
        is_back = (
            note is not None
            and note.taken_back_at is not None
            and note.goes_at is not None
            and note.goes_at <= turn.now
        )
        text = (
            _("That was taken back before you read it.")
            if is_back
            else _("I can't find that any more.")
        )
        turn.say(text, keyboard=keyboard_for(turn))
        return
    turn.note("look", note)
    client = people.get(turn.db, note.client_id)
    heading = _("{client} shows you this before you meet, and nothing more.")
    turn.say_protected(
        f"{heading.format(client=client.name)}\n{words_of(note.answers)}",
        topic=note.shown_topic,
        shows_client_id=client.id,
    )


CONVERSATION = Conversation(
    name="notes",
    taps={"look": look},
    needs=Action.SEE_NOTE,
    behind_code=frozenset({"look"}),
)

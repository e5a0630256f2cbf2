"""What a client showed of homework, on the psychologist's side: read it, write back to a question."""

from datetime import datetime

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import people, shown_notes
from bot.records.access import Action
from bot.records.homework import Homework, HomeworkNote, NoteKind
from bot.records.people import Person, Telephone
from bot.rules.homework import NoteRules, reminder_as_sent
from bot.rules.quoting import isolated
from bot.texts import _
from bot.turn import Turn
from conversations.homework_words import is_cut
from conversations.menu import keyboard_for
from conversations.staff.shown_homework import note_of_own_client, shown_answer, shown_lines


def look(turn: Turn, note_id: int) -> None:
    """Exactly what was shown. Before its time, and once it is taken back, nobody reads it."""
    note = note_of_own_client(turn, note_id)
    if note is None or not shown_notes.open_note(turn.db, note, turn.now):
        text = (
            _("That was taken back before you read it.")
            if note is not None and _was_taken_back(turn, note)
            else _("I can't find that any more.")
        )
        turn.say(text, keyboard=keyboard_for(turn))
        return
    turn.note("look", note)
    client = people.get(turn.db, note.client_id)
    turn.say_protected(
        "\n".join([_heading(note, client), *shown_lines(note.shown)]),
        _buttons(note),
        topic=note.topic,
        shows_client_id=client.id,
    )


def _was_taken_back(turn: Turn, note: HomeworkNote) -> bool:
    """Before it was read; of what isn't shown again, the end isn't said to be one."""
    is_unread = note.opened_at is None and note.taken_back_at is not None
    return is_unread and note.goes_at <= turn.now


def answer(turn: Turn, homework_id: int) -> None:
    """All of an answer that the client lets be seen, where the page shows its beginning."""
    row = turn.reach(Action.SEE_HOMEWORK_NOTE, Homework, homework_id)
    found = shown_answer(turn, row) if row is not None else None
    if row is None or found is None:
        turn.say(_("I can't find that any more."), keyboard=keyboard_for(turn))
        return
    client = people.get(turn.db, row.client_id)
    heading = _("{client} lets you see this of the homework.").format(client=client.name)
    turn.say_protected("\n".join([heading, *shown_lines(found.words)]), shows_client_id=client.id)


def _buttons(note: HomeworkNote) -> list[Button]:
    whole_task = [button(_("Read the whole task"), "homework_notes:whole", note.id)]
    write_back = [button(_("Write back"), "homework_notes:write", note.id)]
    return [
        *(write_back if note.kind is NoteKind.QUESTION else []),
        *(whole_task if is_cut(note.shown["task"]) else []),
    ]


def _heading(note: HomeworkNote, client: Person) -> str:
    if note.kind is NoteKind.QUESTION:
        return _("{client} asks you something about the homework.").format(client=client.name)
    return _("{client} shows you this before you meet, and nothing more.").format(
        client=client.name
    )


def whole(turn: Turn, note_id: int) -> None:
    """All of the task, of a note that was read."""
    note = note_of_own_client(turn, note_id)
    if note is None or note.opened_at is None:
        turn.say(_("I can't find that any more."), keyboard=keyboard_for(turn))
        return
    turn.note("look", note)
    turn.say_protected(note.shown["task"], topic=note.topic)


# --- writing back


def write(turn: Turn, note_id: int) -> None:
    note = _question_read(turn, note_id)
    if note is None:
        return
    client = people.get(turn.db, note.client_id)
    turn.ask(
        _("What shall {client} read? It goes to this chat of theirs, with your name.").format(
            client=client.name
        ),
        [button(_("Don't write"), "homework_notes:leave")],
        then="homework_notes:reply",
        note_id=note.id,
    )


def leave(turn: Turn) -> None:
    turn.say(_("All right. Nothing was sent."), keyboard=keyboard_for(turn))


def reply_received(turn: Turn, text: str, note_id: int) -> None:
    """Goes at once; in the client's quiet hours, when they end."""
    note = _question_read(turn, note_id)
    if note is None:
        return
    client = people.get(turn.db, note.client_id)
    goes_at = _sent_to(turn, client, note, text)
    if goes_at is None:
        text = _("{client} can't be written to here, so nothing was sent. Please say it when you "
                 "meet.")  # fmt: skip
        turn.say(text.format(client=client.name), keyboard=keyboard_for(turn))
        return
    note.reply, note.replied_at = text, turn.now
    turn.note("write back", note)
    said = _("It's on its way to {client} now.")
    if goes_at > turn.now:
        said = _("It goes to {client} {when}. I write to nobody in their quiet hours.")
    when = turn.words.within(goes_at, turn.now)
    turn.say(said.format(client=client.name, when=when), keyboard=keyboard_for(turn))


def _question_read(turn: Turn, note_id: int) -> HomeworkNote | None:
    """A question that this psychologist has opened; otherwise says that it isn't there."""
    note = note_of_own_client(turn, note_id)
    if note is None or note.kind is not NoteKind.QUESTION or note.opened_at is None:
        turn.say(_("I can't find that any more. Nothing was sent."), keyboard=keyboard_for(turn))
        return None
    return note


def _sent_to(turn: Turn, client: Person, note: HomeworkNote, line: str) -> datetime | None:
    """When it goes; None for a client who stopped messages, can't be reached, or shares the telephone."""
    if client.telephone is not Telephone.OWN or client.stopped_at is not None:
        return None
    rules = NoteRules.of(client.clocks(turn.practice), client.note_hour)
    goes_at = reminder_as_sent(turn.now, None, rules) or turn.now
    with turn.speaking_to(client):
        text = _("There's an answer for you.\n\nFrom {name}: «{line}»").format(
            name=turn.person.name, line=isolated(line)
        )
        draft = turn.alert(topic=f"{note.topic}:reply", due_at=goes_at)
        sent = turn.tell(client, text, draft=draft)
    return None if sent is None else goes_at


CONVERSATION = Conversation(
    name="homework_notes",
    taps={"look": look, "answer": answer, "whole": whole, "write": write, "leave": leave},
    steps={"reply": reply_received},
    needs=Action.SEE_HOMEWORK_NOTE,
    behind_code=frozenset({"look", "answer", "whole", "write"}),
)

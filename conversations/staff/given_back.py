"""What clients wanted to show of homework to somebody whom they don't meet any more."""

from bot.records import outbox, people, shown_notes, staff
from bot.records.people import Person, Telephone
from bot.rules.homework import NoteRules, reminder_as_sent
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn


def give_notes_back(turn: Turn, reader: Person, of_client: Person | None = None) -> None:
    """Shown to this very person: it goes to nobody else, and each client (or this one) hears so.

    Why that is so is for a person to say, so it isn't said here.
    """
    clients = {}
    for note in staff.unread_notes(turn.db, reader):
        is_meant = of_client is None or note.client_id == of_client.id
        if is_meant and shown_notes.take_note_back(turn.db, note, turn.now):
            outbox.withdraw(turn.db, note.topic, turn.now)
            clients[note.client_id] = people.get(turn.db, note.client_id)
    for client in clients.values():
        _tell_client(turn, client, reader)


def _tell_client(turn: Turn, client: Person, reader: Person) -> None:
    if client.telephone is not Telephone.OWN or client.stopped_at is not None:
        return
    rules = NoteRules.of(client.clocks(turn.practice), client.note_hour)
    due_at = reminder_as_sent(turn.now, None, rules) or turn.now
    with turn.speaking_to(client):
        text = _(
            "There's news for you.\n\n{name} can't read any more what you wanted to show. Nobody else "
            "reads it. If you like, say it at your next time."
        ).format(name=called(reader.name))
        turn.tell(client, text, draft=turn.alert(due_at=due_at))

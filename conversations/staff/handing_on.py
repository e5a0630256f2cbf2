"""What follows when somebody of the staff has left or has other roles, however that was entered."""

from bot.conversation import Conversation, Timer
from bot.records import cases, danger_alerts, people, shown_notes, staff, told
from bot.records.danger_alerts import DangerAlert
from bot.records.people import STAFF, Person, Telephone
from bot.rules.homework import NoteRules, reminder_as_sent
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.commands import show_commands
from conversations.menu import keyboard_for
from conversations.staff import digest
from conversations.staff.colleagues import roles_said
from conversations.staff.taking import moves_on


def follow(turn: Turn, person: Person) -> None:
    if person.left_at is None:
        return _tell_roles(turn, person)
    for case in cases.open_to(turn.db, person.id):
        people.lock(turn.db, case.client_id)
        moves_on(turn, cases.lock(turn.db, case), person)
    for alert in danger_alerts.waiting(turn.db):
        _ring_for_others(turn, alert, person)
    _give_notes_back(turn, person)


def _tell_roles(turn: Turn, person: Person) -> None:
    """Their chat shows what is theirs now, and they read it."""
    if person.telegram_id is None or not turn.roles & STAFF:
        return
    show_commands(turn)
    digest.begin(turn)
    turn.say(
        _("Something has changed for you here.\nWhat you are now: {roles}.").format(
            roles=roles_said(turn, turn.roles)
        ),
        keyboard=keyboard_for(turn),
    )


def _ring_for_others(turn: Turn, alert: DangerAlert, person: Person) -> None:
    """What they opened and didn't close is asked of the others; what only they may have heard rings."""
    if alert.opened_by == person.id:
        alert.ring_again_at = turn.practice.hours.next_opening(turn.now) or turn.now
    elif alert.opened_by is None and told.was_told(turn.db, person.id, alert.topic):
        alert.ring_again_at, alert.alarm_at = turn.now, None


# --- what clients wanted to show them


def _give_notes_back(turn: Turn, person: Person) -> None:
    """Shown to this very person: it goes to nobody else, and the client hears so.

    That somebody leaves is for a person to say, so it isn't said here.
    """
    clients = {
        note.client_id: people.get(turn.db, note.client_id)
        for note in staff.unread_notes(turn.db, person)
        if shown_notes.take_note_back(turn.db, note, turn.now)
    }
    for client in clients.values():
        _tell_client(turn, client, person)


def _tell_client(turn: Turn, client: Person, person: Person) -> None:
    if client.telephone is not Telephone.OWN or client.stopped_at is not None:
        return
    rules = NoteRules.of(client.clocks(turn.practice), client.note_hour)
    due_at = reminder_as_sent(turn.now, None, rules) or turn.now
    with turn.speaking_to(client):
        text = _(
            "There's news for you.\n\n{name} can't read any more what you wanted to show. Nobody else "
            "reads it. If you like, say it at your next time."
        ).format(name=called(person.name))
        turn.tell(client, text, draft=turn.alert(due_at=due_at))


CONVERSATION = Conversation(
    name="handing_on",
    timers={"follow": Timer(Person.hand_on_at, follow, whose=Person.id)},
)

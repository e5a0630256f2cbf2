"""What follows when somebody of the staff has left or has other roles, however that was entered."""

from bot.conversation import Conversation, Timer
from bot.records import cases, danger_alerts, people, told
from bot.records.danger_alerts import DangerAlert
from bot.records.people import STAFF, Person
from bot.texts import _
from bot.turn import Turn
from conversations.commands import show_commands
from conversations.menu import keyboard_for
from conversations.staff import digest
from conversations.staff.colleagues import roles_said
from conversations.staff.given_back import give_notes_back
from conversations.staff.taking import moves_on


def follow(turn: Turn, person: Person) -> None:
    if person.left_at is None:
        return _tell_roles(turn, person)
    for case in cases.open_to(turn.db, person.id):
        people.lock(turn.db, case.client_id)
        moves_on(turn, cases.lock(turn.db, case), person)
    for alert in danger_alerts.waiting(turn.db):
        _ring_for_others(turn, alert, person)
    give_notes_back(turn, person)


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


CONVERSATION = Conversation(
    name="handing_on",
    timers={"follow": Timer(Person.hand_on_at, follow, whose=Person.id)},
)

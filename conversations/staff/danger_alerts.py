"""A danger alert on the staff's side: look, and clear it."""

from bot.buttons import button
from bot.records import danger_alerts, outbox, people
from bot.records.access import Action
from bot.records.danger_alerts import DangerAlert
from bot.records.outbox import Priority
from bot.texts import _
from bot.turn import Conversation, Turn
from conversations.menu import keyboard_for


def look(turn: Turn, alert_id: int) -> None:
    """Show who wrote what and when. The first look is told to the client: it is what they wait for."""
    alert = turn.reach(Action.SEE_DANGER_ALERT, DangerAlert, alert_id)
    if alert is None:
        turn.say(_("I can't find that any more."), keyboard=keyboard_for(turn))
        return
    turn.note("look", alert)
    if danger_alerts.note_opened(turn.db, alert, turn.person.id, turn.now):
        _tell_writer(turn, alert)
    turn.say_protected(
        "\n".join([*_heading(turn, alert), _("«{words}»").format(words=alert.words)]),
        [] if alert.cleared_at else [button(_("Dealt with"), "danger_alerts:clear", alert.id)],
    )


def _heading(turn: Turn, alert: DangerAlert) -> list[str]:
    when = turn.words.day_and_time(alert.raised_at)
    if alert.person_id is None:
        return [
            _("{when}. From somebody who isn't a client here; their name isn't known.").format(
                when=when
            )
        ]
    client = people.get(turn.db, alert.person_id)
    lines = [_("{when}. From {client}.").format(when=when, client=client.name)]
    if alert.opened_by is not None and alert.opened_by != turn.person.id:
        opener = people.get(turn.db, alert.opened_by)
        lines.append(_("{name} opened it first.").format(name=opener.name))
    return lines


def _tell_writer(turn: Turn, alert: DangerAlert) -> None:
    # A danger alert keeps its topic while it waits to ring at opening; now somebody has looked.
    outbox.withdraw(turn.db, alert.topic, turn.now)
    if alert.person_id is None:
        return
    client = people.get(turn.db, alert.person_id)
    with turn.speaking_to(client):
        text = _("{name} has opened what you wrote.").format(name=turn.person.name)
        turn.tell(client, text, draft=turn.alert(priority=Priority.DANGER))


def clear(turn: Turn, alert_id: int) -> None:
    alert = turn.reach(Action.CLEAR_DANGER_ALERT, DangerAlert, alert_id)
    if alert is None:
        turn.say(_("I can't find that any more."), keyboard=keyboard_for(turn))
        return
    if danger_alerts.clear(turn.db, alert, turn.person.id, turn.now):
        outbox.withdraw(turn.db, alert.topic, turn.now)
        turn.note("clear", alert)
    turn.say(_("Closed. The client isn't told of this."), keyboard=keyboard_for(turn))


CONVERSATION = Conversation(
    name="danger_alerts",
    taps={"look": look, "clear": clear},
    needs=Action.SEE_DANGER_ALERT,
)

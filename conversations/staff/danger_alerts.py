"""A danger alert on the staff's side: look, clear it, and a note for the file."""

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import danger_alerts, outbox, people
from bot.records.access import Action
from bot.records.danger_alerts import DangerAlert
from bot.records.outbox import Priority
from bot.texts import _
from bot.turn import Turn
from conversations import on_duty
from conversations.danger_asked import asked_first
from conversations.menu import keyboard_for
from conversations.staff.contact_lines import contact_lines

# --- look


def look(turn: Turn, alert_id: int) -> None:
    """Show who wrote what and when. The first look is told to the client: it is what they wait for."""
    alert = turn.reach(Action.SEE_DANGER_ALERT, DangerAlert, alert_id)
    if alert is None:
        return _not_there(turn)
    turn.note("look", alert)
    if danger_alerts.note_opened(turn.db, alert, turn.person.id, turn.now):
        _tell_writer(turn, alert)
        alert.ring_again_at = on_duty.next_day_at(turn)
    lines = [_heading(turn, alert), *_what_to_know(turn, alert)]
    turn.say_protected(
        "\n".join([*lines, _("«{words}»").format(words=alert.words)]),
        [] if alert.cleared_at else [button(_("Dealt with"), "danger_alerts:clear", alert.id)],
    )


def _heading(turn: Turn, alert: DangerAlert) -> str:
    when = turn.words.day_and_time(alert.raised_at)
    if alert.person_id is None:
        return _("{when}. From somebody who isn't a client here; their name isn't known.").format(
            when=when
        )
    client = people.get(turn.db, alert.person_id)
    return _("{when}. From {client}.").format(when=when, client=client.name)


def _what_to_know(turn: Turn, alert: DangerAlert) -> list[str]:
    """What matters before anybody calls."""
    lines = asked_first(turn, alert)
    if alert.from_others:
        lines.append(
            _(
                "Another person is hurting or threatening them. Don't call unless they ask for it: "
                "that person may hear it."
            )
        )
    if alert.call_wanted_at is not None:
        lines.append(_call_wanted(alert))
    if alert.says_safe_at is not None:
        when = turn.words.day_and_time(alert.says_safe_at)
        lines.append(_("{when}: they say that they are safe now.").format(when=when))
    if alert.opened_by is not None and alert.opened_by != turn.person.id:
        opener = people.get(turn.db, alert.opened_by)
        lines.append(_("{name} opened it first.").format(name=opener.name))
    if alert.person_id is not None:
        client = people.get(turn.db, alert.person_id)
        lines += contact_lines(client, wrote_here=alert.call_details is not None)
    return lines


def _call_wanted(alert: DangerAlert) -> str:
    if alert.call_details is None:
        return _(
            "They ask for a call. They gave no number with it, and didn't say where it is safe."
        )
    return _("They ask for a call: «{details}»").format(details=alert.call_details)


def _tell_writer(turn: Turn, alert: DangerAlert) -> None:
    # A danger alert keeps its topic while it waits to ring at opening; now somebody has looked.
    outbox.withdraw(turn.db, alert.topic, turn.now)
    if alert.person_id is None:
        return
    client = people.get(turn.db, alert.person_id)
    with turn.speaking_to(client):
        if alert.from_others:  # whoever hurts them may see and hear the telephone
            text = _("{name} has opened it.").format(name=turn.person.name)
        else:
            text = _("{name} has opened what you wrote.").format(name=turn.person.name)
        draft = turn.alert(priority=Priority.DANGER, silent=alert.from_others)
        turn.tell(client, text, draft=draft)


# --- clear


def clear(turn: Turn, alert_id: int) -> None:
    """Only staff close an alert. A note may follow, and needn't."""
    alert = turn.reach(Action.CLEAR_DANGER_ALERT, DangerAlert, alert_id)
    if alert is None:
        return _not_there(turn)
    if not danger_alerts.clear(turn.db, alert, turn.person.id, turn.now):
        turn.say(_("It is closed already."), keyboard=keyboard_for(turn))
        return
    outbox.withdraw(turn.db, alert.topic, turn.now)
    turn.note("clear", alert)
    turn.ask(
        _(
            "Closed. The client isn't told of this.\n\n"
            "A note for the file? They don't see it here; they would in a copy of their data."
        ),
        [button(_("No note"), "danger_alerts:no_note")],
        then="danger_alerts:note",
        alert_id=alert.id,
    )


def note_received(turn: Turn, text: str, alert_id: int) -> None:
    alert = turn.reach(Action.CLEAR_DANGER_ALERT, DangerAlert, alert_id)
    if alert is None or alert.cleared_by != turn.person.id:
        return _not_there(turn)
    alert.note = text
    turn.note("note", alert)
    turn.say(_("Kept as a note."), keyboard=keyboard_for(turn))


def no_note(turn: Turn) -> None:
    turn.say(_("All right. It is closed, without a note."), keyboard=keyboard_for(turn))


def _not_there(turn: Turn) -> None:
    turn.say(_("I can't find that any more."), keyboard=keyboard_for(turn))


CONVERSATION = Conversation(
    name="danger_alerts",
    taps={"look": look, "clear": clear, "no_note": no_note},
    steps={"note": note_received},
    needs=Action.SEE_DANGER_ALERT,
)

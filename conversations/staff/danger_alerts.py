"""A danger alert on the staff's side: look, and clear it with a line for the file."""

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import audit, danger_alerts, outbox, people
from bot.records.access import Action
from bot.records.danger_alerts import DangerAlert
from bot.records.outbox import Priority
from bot.rules.pieces import may_go_on
from bot.texts import _
from bot.turn import Turn
from conversations import on_duty
from conversations.danger_asked import asked_first
from conversations.danger_help import has_opened
from conversations.menu import keyboard_for
from conversations.staff.contact_lines import contact_lines

# What the client adds to an alert, as the audit has it.
_NEWS = ("more danger", "another person", "says yes", "wants a call", "call details")

# --- look


def look(turn: Turn, alert_id: int) -> None:
    """Show who wrote what and when. The first look is told to the client: it is what they wait for."""
    alert = turn.reach(Action.SEE_DANGER_ALERT, DangerAlert, alert_id)
    if alert is None:
        return _not_there(turn)
    turn.note("look", alert)
    if danger_alerts.note_opened(turn.db, alert, turn.person.id, turn.now):
        turn.note("open first", alert)
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
    if alert.cleared_at is not None:
        lines.append(_closed_by(turn, alert))
    if alert.note is not None:
        lines.append(_("For the file: «{note}»").format(note=alert.note))
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
        # Whoever hurts them may see and hear the telephone.
        draft = turn.alert(priority=Priority.DANGER, silent=alert.from_others)
        turn.tell(client, has_opened(turn, alert), draft=draft)


# --- clear


def clear(turn: Turn, alert_id: int) -> None:
    """Only staff close an alert, and only with a line for the file: what was done."""
    alert = turn.reach(Action.CLEAR_DANGER_ALERT, DangerAlert, alert_id)
    if alert is None:
        return _not_there(turn)
    if alert.cleared_at is not None:
        turn.say(_closed_by(turn, alert), keyboard=keyboard_for(turn))
        return
    if _has_unread(turn, alert):
        turn.say(_("There is something in it that you haven't read. Please read it first."))
        return look(turn, alert_id)
    _ask_for_line(
        turn,
        alert,
        _(
            "What was done? Write a line for the file. That closes the message.\n\n"
            "The client isn't told that it is closed, and sees your line only in a copy of their "
            "data."
        ),
    )


def _ask_for_line(turn: Turn, alert: DangerAlert, text: str) -> None:
    turn.ask(
        text,
        [button(_("Not yet"), "danger_alerts:leave", alert.id)],
        then="danger_alerts:note",
        alert_id=alert.id,
    )


def _has_unread(turn: Turn, alert: DangerAlert) -> bool:
    """Whether something came that this person hasn't looked at: nobody closes what they haven't read."""
    acts = audit.acts_on(turn.db, alert, ["look", *_NEWS])
    looks = [each.id for each in acts if each.action == "look" and each.person_id == turn.person.id]
    return not looks or any(each.id > looks[-1] for each in acts if each.action in _NEWS)


def note_received(turn: Turn, text: str, alert_id: int) -> None:
    """Close it with this line."""
    alert = turn.reach(Action.CLEAR_DANGER_ALERT, DangerAlert, alert_id)
    if alert is None:
        return _not_theirs(turn)
    line = text.strip()
    if not any(each.isalnum() for each in line):
        return _ask_for_line(turn, alert, _("Please write what was done, in a few words."))
    if alert.cleared_at is None and _has_unread(turn, alert):
        _keep_line(turn, alert, line)
        turn.say(
            _(
                "News came in while you wrote, so it stays open. Your line is kept for the file. "
                "Please open it once more."
            ),
            [button(_("Open"), "danger_alerts:look", alert.id)],
        )
        return
    if danger_alerts.clear(turn.db, alert, turn.person.id, turn.now, note=line):
        outbox.withdraw(turn.db, alert.topic, turn.now)
        turn.note("clear with note", alert)
        said = _("Closed, and your line is kept for the file.")
        return _or_more(turn, alert, line, said)
    _keep_line(turn, alert, line)
    said = _("Your line is kept for the file too.")
    _or_more(turn, alert, line, f"{_closed_by(turn, alert)} {said}")


def _keep_line(turn: Turn, alert: DangerAlert, line: str) -> None:
    danger_alerts.add_note(turn.db, alert, f"{turn.person.name}: {line}")
    turn.note("add note", alert)


def _or_more(turn: Turn, alert: DangerAlert, line: str, said: str) -> None:
    """What is long may come in several messages; the rest of it belongs to the file too."""
    if not may_go_on(line):
        turn.say(said, keyboard=keyboard_for(turn))
        return
    more = _("If there is more of it, send it now.")
    turn.ask(
        f"{said}\n{more}",
        [button(_("That's all"), "danger_alerts:no_note")],
        then="danger_alerts:more_note",
        alert_id=alert.id,
    )


def more_note(turn: Turn, text: str, alert_id: int) -> None:
    """The rest of a line that was too long for one message."""
    alert = turn.reach(Action.CLEAR_DANGER_ALERT, DangerAlert, alert_id)
    if alert is None:
        return _not_theirs(turn)
    _keep_line(turn, alert, text.strip())
    _or_more(turn, alert, text, _("Kept for the file too."))


def not_a_line(turn: Turn, alert_id: int) -> None:
    """A picture or a voice message in place of the line. The question goes on waiting."""
    turn.say(
        _("I can only keep words. Please write the line. Until then the message stays open."),
        [button(_("Not yet"), "danger_alerts:leave", alert_id)],
    )


def leave(turn: Turn, alert_id: int) -> None:
    alert = turn.reach(Action.CLEAR_DANGER_ALERT, DangerAlert, alert_id)
    if alert is None:
        return _not_there(turn)
    if alert.cleared_at is not None:
        turn.say(_closed_by(turn, alert), keyboard=keyboard_for(turn))
        return
    turn.say(
        _("It stays open. /cases shows it, and I ask once a day until it is closed."),
        keyboard=keyboard_for(turn),
    )


def no_note(turn: Turn) -> None:
    """Below a line that was kept, and below old questions for one."""
    turn.say(_("All right. /cases shows what is still open."), keyboard=keyboard_for(turn))


def _closed_by(turn: Turn, alert: DangerAlert) -> str:
    if alert.cleared_by is None or alert.cleared_by == turn.person.id:
        return _("It is closed already.")
    return _("{name} has closed it already.").format(
        name=people.get(turn.db, alert.cleared_by).name
    )


def _not_theirs(turn: Turn) -> None:
    """Asked for a line, and not on the staff any more when it came."""
    turn.say(
        _(
            "I can't find that any more, so your line isn't kept. Please give it to the practice: "
            "{practice}."
        ).format(practice=turn.practice.name_and_phone),
        keyboard=keyboard_for(turn),
    )


def _not_there(turn: Turn) -> None:
    turn.say(_("I can't find that any more."), keyboard=keyboard_for(turn))


CONVERSATION = Conversation(
    name="danger_alerts",
    taps={"look": look, "clear": clear, "leave": leave, "no_note": no_note},
    steps={"note": note_received, "more_note": more_note},
    unreadable={"note": not_a_line},
    needs=Action.SEE_DANGER_ALERT,
)

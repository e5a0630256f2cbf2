"""Immediate help: numbers first, then the truth about who was told and when they will see it."""

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import danger_alerts, dialogue, people, told
from bot.records.access import Action
from bot.records.alarms import raise_alarm
from bot.records.danger_alerts import DangerAlert
from bot.records.outbox import OutboxRow, Priority
from bot.records.people import STAFF
from bot.rules.triage.danger import Danger, DangerKind
from bot.texts import _
from bot.turn import Turn
from conversations import on_duty
from conversations.duty_mails import mail_on_duty
from conversations.help_numbers import more_numbers, numbers, numbers_for_the_hurt
from conversations.menu import keyboard_for
from conversations.on_duty import Told

_HURT = Danger(DangerKind.FROM_OTHERS, "", from_others=True)


def danger_written(turn: Turn) -> None:
    """Words of danger, in whatever state: help first, then the alert. A step that waits stays."""
    assert turn.incoming is not None, "only an update has words"
    danger = turn.incoming.danger
    is_hurt = danger is not None and danger.from_others
    alert, told = _raise_alert(turn, turn.incoming.text, from_others=is_hurt)
    parts = [numbers(turn, danger), _what_i_am(), _who_was_told(turn, told)]
    if danger is not None and danger.kind is DangerKind.FROM_OTHERS:
        parts = _for_the_hurt(turn, told)
    if turn.somebody is not None and dialogue.waiting(turn.db, turn.somebody.id) is not None:
        parts.append(
            _("What I had asked you before can wait. I'll ask before I take an answer to it.")
        )
    turn.say("\n\n".join(parts), _buttons(turn, alert, danger))


def _raise_alert(turn: Turn, words: str, *, from_others: bool) -> tuple[DangerAlert, Told]:
    """The alert and who is told of it. More words soon after the first join what rings already."""
    ringing = danger_alerts.recent_unopened(turn.db, turn.chat_id, turn.now)
    if ringing is None:
        return on_duty.raise_and_tell(turn, words, from_others=from_others)
    ringing.words = f"{ringing.words}\n{words}"
    ringing.from_others = ringing.from_others or from_others
    turn.note("more danger", ringing)
    return ringing, on_duty.standing(turn, ringing)


def _buttons(turn: Turn, alert: DangerAlert, danger: Danger | None) -> list[Button]:
    call = button(_("Can somebody call me?"), "call_back:ask", alert.id)
    hurt = button(_("It's another person who is hurting me"), "danger:another_person", alert.id)
    return [
        *([call] if turn.somebody is not None else []),
        *([] if danger is not None and danger.kind is DangerKind.FROM_OTHERS else [hurt]),
        button(_("More numbers"), "danger:more_numbers"),
        button(_("I'm safe now"), "danger:safe_now", alert.id),
    ]


def show_help_lines(turn: Turn, is_passed_on: bool) -> None:
    """The numbers alone, and the truth: what holds even where everything else failed."""
    danger = turn.incoming.danger if turn.incoming is not None else None
    truth = (
        _seen_at_some_time(turn)
        if is_passed_on
        else _("I couldn't pass this on to anybody. Please don't wait for them.")
    )
    turn.say("\n\n".join([numbers(turn, danger), _what_i_am(), truth]))


def raise_bare_alert(turn: Turn) -> bool:
    """Where `danger_written` failed: an alert, and no more that could fail with it."""
    assert turn.incoming is not None and turn.incoming.danger is not None, "see work.py"
    if turn.roles & STAFF:
        return False
    _alert, told = _raise_alert(
        turn, turn.incoming.text, from_others=turn.incoming.danger.from_others
    )
    return bool(told)


def alert_failed(turn: Turn, row: OutboxRow) -> None:
    """An alert will never arrive. If it was the last one, whoever wrote is told the truth."""
    alert = turn.db.get(DangerAlert, int((row.topic or "").rpartition(":")[2]))
    if alert is None or alert.opened_at is not None:
        return
    mail_on_duty(turn, alert)
    if told.is_on_its_way(turn.db, alert.topic):
        return
    raise_alarm(turn.db, turn.practice, f"nobody got {alert.topic}", turn.now)
    client = people.get(turn.db, alert.person_id) if alert.person_id is not None else None
    if client is None:
        return
    with turn.speaking_to(client):
        text = _(
            "What you wrote did not reach anybody at the practice. Please don't wait for them."
        )
        draft = turn.alert(priority=Priority.DANGER, dedupe_key=f"{alert.topic}:failed")
        help_first = numbers(turn, _HURT if alert.from_others else None)
        turn.tell(client, f"{help_first}\n\n{text}", draft=draft)


def help_now(turn: Turn) -> None:
    """«Help now»: the numbers. Nobody is told, and that is said."""
    nobody = _(
        "I've told nobody that you tapped this. To reach the practice, phone {practice}."
    ).format(practice=turn.practice.name_and_phone)
    turn.say(
        "\n\n".join([numbers(turn), _what_i_am(), nobody]),
        [button(_("More numbers"), "danger:more_numbers")],
    )


# --- another person


def another_person(turn: Turn, alert_id: int) -> None:
    """Other words, other lines, and staff see it before they call anybody."""
    alert = turn.reach(Action.ADD_TO_DANGER_ALERT, DangerAlert, alert_id)
    if alert is None:
        turn.say(
            "\n\n".join([numbers_for_the_hurt(turn), _on_this_telephone()]),
            [button(_("More numbers"), "danger:more_numbers")],
        )
        return
    if alert.cleared_at is not None:  # dealt with, and now there is something new
        words = _("It's another person who is hurting me")
        alert, told = on_duty.raise_and_tell(turn, words, from_others=True)
    else:
        told = _mark(turn, alert)
    parts = _for_the_hurt(turn, told)
    if told and alert.opened_at is not None:
        parts = [*parts[:-1], _told_too()]
    turn.say("\n\n".join(parts), _buttons(turn, alert, _HURT))


def _told_too() -> str:
    """After «Maria has opened what you wrote»: who sees the news when isn't known."""
    return _(
        "I've passed this on too, and I ask them not to call you unless you want it. "
        "I can't say when they see it."
    )


def _mark(turn: Turn, alert: DangerAlert) -> Told:
    is_new = not alert.from_others
    alert.from_others = True
    turn.note("another person", alert)
    if alert.opened_at is None or not is_new:
        return on_duty.standing(turn, alert)
    return on_duty.tell(
        turn, alert, lambda: _("News on an urgent message. Please open it before you call anybody.")
    )


def _for_the_hurt(turn: Turn, told: Told) -> list[str]:
    unasked = _("I ask them not to call you unless you want it.")
    who = _who_was_told(turn, told)
    return [
        numbers_for_the_hurt(turn),
        _on_this_telephone(),
        f"{who} {unasked}" if told else who,
    ]


def _on_this_telephone() -> str:
    return _(
        "I'm an automatic program. If that person may look at this telephone, "
        "delete this chat, or call from another one."
    )


def safe_now(turn: Turn, alert_id: int) -> None:
    """Passed on as the client says it. Only staff close an alert."""
    alert = turn.reach(Action.SAY_SAFE, DangerAlert, alert_id)
    if alert is None:
        turn.say(_("Good. If that changes, tap or write «Help now»."), keyboard=keyboard_for(turn))
        return
    alert.says_safe_at = turn.now
    turn.note("says safe", alert)
    told = alert.cleared_at is None and on_duty.tell(
        turn,
        alert,
        lambda: _("News on an urgent message: they say that they are safe now."),
        rings=False,
    )
    text = (
        _("I'm glad. I've passed that on. If it changes, tap «Help now» or call.")
        if told
        else _("I'm glad. If it changes, tap «Help now» or call.")
    )
    turn.say(text, keyboard=keyboard_for(turn))


# --- what is said


def _what_i_am() -> str:
    return _("I'm an automatic program and I can't judge how you are. A person can.")


def _who_was_told(turn: Turn, told: Told) -> str:
    time = turn.words.time(turn.now)
    if not told:
        return _(
            "It is {time}. I couldn't reach anybody at the practice, so please don't wait for them."
        ).format(time=time)
    if told.on_duty and not told.is_on_call:
        return _(
            "It is {time}. I've passed on what you wrote to {names}. Nobody has opened it yet."
        ).format(time=time, names=told.names)
    if len(told.on_duty) == 1:
        return _(
            "It is {time}. I've passed on what you wrote. {name} is on call and has been told. "
            "{name} has not opened it yet."
        ).format(time=time, name=told.names)
    if told.on_duty:
        return _(
            "It is {time}. I've passed on what you wrote. {names} are on call and have been told. "
            "Nobody has opened it yet."
        ).format(time=time, names=told.names)
    if told.next_at is None:
        return _seen_at_some_time(turn)
    return _(
        "It is {time}. I've passed on what you wrote. Perhaps nobody at the practice sees it "
        "before {opening}, so please don't wait for them."
    ).format(time=time, opening=turn.words.day_and_time(told.next_at))


def _seen_at_some_time(turn: Turn) -> str:
    return _(
        "It is {time}. I've passed on what you wrote. I can't say when somebody will see it."
    ).format(time=turn.words.time(turn.now))


CONVERSATION = Conversation(
    name="danger",
    commands={"help_now": help_now},
    words={"Help now": help_now},
    taps={
        "help_now": help_now,
        "more_numbers": more_numbers,
        "another_person": another_person,
        "safe_now": safe_now,
    },
    for_strangers=True,
    is_of_danger=True,
)

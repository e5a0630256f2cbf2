"""What somebody in danger gets: numbers, an alert, the truth about who was told and when they see it."""

from collections.abc import Sequence

from bot.buttons import Button, button
from bot.records import danger_alerts, people
from bot.records.access import Action
from bot.records.danger_alerts import DangerAlert
from bot.records.outbox import Priority
from bot.rules.triage.danger import Danger, DangerKind
from bot.texts import _
from bot.turn import Turn
from conversations import on_duty
from conversations.help_numbers import numbers, numbers_for_the_hurt
from conversations.menu import keyboard_for
from conversations.on_duty import Told

HURT = Danger(DangerKind.FROM_OTHERS, "", from_others=True)


def give(turn: Turn, alert: DangerAlert, told: Told, danger: Danger | None, more: str = "") -> None:
    """One message: numbers, that this is a program, who was told; `more` stands last."""
    parts = [numbers(turn, danger), what_i_am(), who_was_told(turn, told)]
    if danger is not None and danger.kind is DangerKind.FROM_OTHERS:
        parts = for_the_hurt(turn, told)
    _say(turn, [*parts, *([more] if more else [])], alert, danger)


def give_again(turn: Turn, alert: DangerAlert, danger: Danger, *, is_new: bool) -> None:
    """The same of an alert that stands already; with `is_new` whoever has opened it hears of it."""
    if alert.opened_at is None:
        return give(turn, alert, on_duty.standing(turn, alert), danger)
    is_hurt = danger.kind is DangerKind.FROM_OTHERS
    what = on_this_telephone() if is_hurt else what_i_am()
    truth = _told_again(turn, alert, danger) if is_new else has_opened(turn, alert)
    _say(turn, [numbers(turn, danger), what, truth], alert, danger)


def _told_again(turn: Turn, alert: DangerAlert, danger: Danger) -> str:
    told = on_duty.tell(turn, alert, lambda: _("News on an urgent message. Please open it now."))
    if not told:
        return _("I couldn't reach anybody at the practice. Please don't wait for them.")
    if danger.kind is DangerKind.FROM_OTHERS:
        return told_too()
    return _("I've passed it on. I can't say when they will see it.")


def has_opened(turn: Turn, alert: DangerAlert) -> str:
    """What whoever wrote waits to hear; neutral where others may see it."""
    assert alert.opened_by is not None, "the callers have looked"
    name = people.get(turn.db, alert.opened_by).name
    if alert.from_others:
        return _("{name} has opened it.").format(name=name)
    return _("{name} has opened what you wrote.").format(name=name)


def _say(turn: Turn, parts: list[str], alert: DangerAlert, danger: Danger | None) -> None:
    buttons = alert_buttons(turn, alert, danger)
    turn.say("\n\n".join(parts), buttons, priority=Priority.DANGER)


def raise_alert(turn: Turn, words: str, *, from_others: bool) -> tuple[DangerAlert, Told]:
    """The alert and who is told of it. More words soon after the first join what rings already."""
    ringing = danger_alerts.recent_unopened(turn.db, turn.chat_id, turn.now)
    if ringing is None:
        return on_duty.raise_and_tell(turn, words, from_others=from_others)
    ringing.words = f"{ringing.words}\n{words}"
    ringing.from_others = ringing.from_others or from_others
    turn.note("more danger", ringing)
    return ringing, on_duty.standing(turn, ringing)


def alert_buttons(
    turn: Turn, alert: DangerAlert, danger: Danger | None, safe: Sequence[str] = ()
) -> list[Button]:
    """`safe`: what else may be typed for the last of them."""
    call = button(_("Can somebody call me?"), "call_back:ask", alert.id)
    hurt = button(_("It's another person who is hurting me"), "danger:another_person", alert.id)
    return [
        *([call] if turn.somebody is not None else []),
        *([] if danger is not None and danger.kind is DangerKind.FROM_OTHERS else [hurt]),
        button(_("More numbers"), "danger:more_numbers"),
        button(_("I'm safe now"), "danger:safe_now", alert.id, also=safe),
    ]


def own_alert(turn: Turn, action: Action, alert_id: int) -> DangerAlert | None:
    """The alert of whoever taps, a stranger's as well: what they say of it is told like anybody's."""
    known = turn.reach(action, DangerAlert, alert_id)
    return known or danger_alerts.of_stranger(turn.db, turn.chat_id, alert_id)


# --- another person


def another_person(turn: Turn, alert_id: int) -> None:
    """Other words, other lines, and staff see it before they call anybody."""
    alert = own_alert(turn, Action.ADD_TO_DANGER_ALERT, alert_id)
    if alert is None:
        turn.say(
            "\n\n".join([numbers_for_the_hurt(turn), on_this_telephone()]),
            [button(_("More numbers"), "danger:more_numbers")],
        )
        return
    hurt_by_another(turn, alert)


def hurt_by_another(turn: Turn, alert: DangerAlert) -> None:
    if alert.cleared_at is not None:  # dealt with, and now there is something new
        words = _("It's another person who is hurting me")
        alert, told = on_duty.raise_and_tell(turn, words, from_others=True)
    else:
        told = _mark(turn, alert)
    parts = for_the_hurt(turn, told)
    if told and alert.opened_at is not None:
        parts = [*parts[:-1], told_too()]
    turn.say("\n\n".join(parts), alert_buttons(turn, alert, HURT))


def told_too() -> str:
    """After «Maria has opened what you wrote»: who sees the news when isn't known."""
    return _(
        "I've passed this on too, and I ask them not to call you unless you want it. "
        "I can't say when they will see it."
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


def for_the_hurt(turn: Turn, told: Told) -> list[str]:
    unasked = _("I ask them not to call you unless you want it.")
    who = who_was_told(turn, told)
    return [
        numbers_for_the_hurt(turn),
        on_this_telephone(),
        f"{who} {unasked}" if told else who,
    ]


def on_this_telephone() -> str:
    return _(
        "I'm an automatic program. If that person may look at this telephone, "
        "delete this chat, or call from another telephone."
    )


# --- safe now


def safe_now(turn: Turn, alert_id: int) -> None:
    """Passed on as the client says it. Only staff close an alert."""
    alert = own_alert(turn, Action.SAY_SAFE, alert_id)
    if alert is None:
        turn.say(_("Good. If that changes, tap or write «Help now»."), keyboard=keyboard_for(turn))
        return
    says_safe(turn, alert)


def says_safe(turn: Turn, alert: DangerAlert) -> None:
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


def what_i_am() -> str:
    return _("I'm an automatic program and I can't judge how you are. A person can.")


def who_was_told(turn: Turn, told: Told) -> str:
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
            "It is {time}. I've passed on what you wrote. {name} is on duty and has been told. "
            "{name} has not opened it yet."
        ).format(time=time, name=told.names)
    if told.on_duty:
        return _(
            "It is {time}. I've passed on what you wrote. {names} are on duty and have been told. "
            "Nobody has opened it yet."
        ).format(time=time, names=told.names)
    if told.next_at is None:
        return seen_at_some_time(turn)
    return _(
        "It is {time}. I've passed on what you wrote. Perhaps nobody at the practice sees it "
        "before {opening}, so please don't wait for them."
    ).format(time=time, opening=turn.words.day_and_time(told.next_at))


def seen_at_some_time(turn: Turn) -> str:
    return _(
        "It is {time}. I've passed on what you wrote. I can't say when somebody will see it."
    ).format(time=turn.words.time(turn.now))

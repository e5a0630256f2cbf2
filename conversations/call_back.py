"""«Can somebody call me?»: the truth about now, then which number and whether a message is safe."""

from bot.buttons import button
from bot.conversation import Conversation
from bot.records.access import Action
from bot.records.danger_alerts import DangerAlert
from bot.rules.help_lines import first, help_lines
from bot.texts import _
from bot.turn import Turn
from conversations import on_duty
from conversations.menu import keyboard_for
from conversations.on_duty import Told

# --- asked


def ask(turn: Turn, alert_id: int) -> None:
    """The wish is passed on at once; the number may follow, or not."""
    alert = turn.reach(Action.ADD_TO_DANGER_ALERT, DangerAlert, alert_id)
    if alert is None:
        _by_telephone(turn)
        return
    if alert.cleared_at is not None:  # dealt with, and now there is something new
        alert, told = on_duty.raise_and_tell(
            turn, _("Can somebody call me?"), from_others=alert.from_others
        )
    else:
        told = _pass_on(turn, alert)
    alert.call_wanted_at = turn.now
    turn.note("wants a call", alert)
    if not told:
        turn.say(_nobody_there(turn), keyboard=keyboard_for(turn))
        return
    turn.ask(
        _truth_about_now(turn, told)
        + "\n\n"
        + _(
            "Which number, and is it safe to leave a message there? "
            "Only those who get urgent messages here read it."
        ),
        [button(_("Skip"), "call_back:skip")],
        then="call_back:details",
        alert_id=alert.id,
    )


def _pass_on(turn: Turn, alert: DangerAlert) -> Told:
    """Who hasn't opened it finds the wish in it; who has is rung."""
    if alert.opened_at is None:
        return on_duty.standing(turn, alert)
    return on_duty.tell(
        turn, alert, lambda: _("News on an urgent message: a call is asked for. Please open it.")
    )


def _truth_about_now(turn: Turn, told: Told) -> str:
    if told.on_duty:
        return _(
            "I've passed on to {names} that you'd like a call. I can't say when they will call."
        ).format(names=told.names)
    if told.next_at is None:
        return _("I've passed on that you'd like a call. I can't say when somebody will see it.")
    when = turn.words.day_and_time(told.next_at)
    nobody = _(
        "I've passed on that you'd like a call. Nobody at the practice is on duty before {when}, "
        "so perhaps nobody calls before then."
    ).format(when=when)
    line = first(help_lines(turn.practice.country).lines, "call")
    if line is None or not line.is_always_there:
        return nobody
    return f"{nobody} " + _("To talk to somebody now: {name}, {line}.").format(
        name=line.name, line=line.number
    )


def _nobody_there(turn: Turn) -> str:
    offer = help_lines(turn.practice.country)
    return _(
        "I can't reach anybody at the practice, so please don't wait for a call. "
        "In danger, call {number}. Or phone {practice}."
    ).format(number=offer.emergency, practice=turn.practice.name_and_phone)


def _by_telephone(turn: Turn) -> None:
    turn.say(
        _(
            "I can't pass that on from here. Please phone {practice}. In danger, call {number}."
        ).format(
            practice=turn.practice.name_and_phone,
            number=help_lines(turn.practice.country).emergency,
        ),
        keyboard=keyboard_for(turn),
    )


# --- answered


def details_received(turn: Turn, text: str, alert_id: int) -> None:
    alert = turn.reach(Action.ADD_TO_DANGER_ALERT, DangerAlert, alert_id)
    if alert is None:
        _by_telephone(turn)
        return
    if alert.cleared_at is not None:  # while they were typing
        alert, told = on_duty.raise_and_tell(
            turn, _("Can somebody call me?"), from_others=alert.from_others
        )
        alert.call_wanted_at = turn.now
    else:
        told = _pass_on(turn, alert)
    alert.call_details = text
    turn.note("call details", alert)
    turn.say(_who_reads_it(turn, told), keyboard=keyboard_for(turn))


def _who_reads_it(turn: Turn, told: Told) -> str:
    if not told:
        return _nobody_there(turn)
    if told.on_duty:
        return _("It's with your message, for {names}. If it can't wait, tap «Help now».").format(
            names=told.names
        )
    if told.next_at is None:
        return _("It's with your message. If it can't wait, tap «Help now».")
    return _(
        "It's with your message. Perhaps nobody sees it before {when}. "
        "If it can't wait, tap «Help now»."
    ).format(when=turn.words.day_and_time(told.next_at))


def skip(turn: Turn) -> None:
    turn.stop_waiting()
    turn.say(
        _(
            "All right. Your wish for a call is passed on, without a number from you. "
            "If it can't wait, tap «Help now»."
        ),
        keyboard=keyboard_for(turn),
    )


CONVERSATION = Conversation(
    name="call_back",
    taps={"ask": ask, "skip": skip},
    steps={"details": details_received},
    is_of_danger=True,
)

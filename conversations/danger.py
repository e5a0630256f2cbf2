"""Immediate help: numbers first, then the truth about who was told and when they will see it."""

from collections.abc import Sequence

from bot.buttons import button
from bot.records import danger_alerts, dialogue, outbox, people
from bot.records.access import Action
from bot.records.alarms import raise_alarm
from bot.records.danger_alerts import DangerAlert
from bot.records.outbox import OutboxRow, Priority
from bot.records.people import Person, Role
from bot.rules.help_lines import HelpLine, help_lines
from bot.texts import _
from bot.turn import Conversation, Turn
from conversations.menu import keyboard_for


def danger_written(turn: Turn) -> None:
    """Words of danger, in whatever state: help first, then the alert. A step that waits stays."""
    alert, told = _raise_alert(turn)
    parts = [_numbers(turn), _what_i_am(), _who_was_told(turn, told)]
    if turn.somebody is not None and dialogue.waiting(turn.db, turn.somebody.id) is not None:
        parts.append(_("What I had asked you before can wait. You can still answer it later."))
    turn.say(
        "\n\n".join(parts),
        [
            button(_("More numbers"), "danger:more_numbers"),
            button(_("I'm safe now"), "danger:safe_now", alert.id),
        ],
    )


def _raise_alert(turn: Turn) -> tuple[DangerAlert, list[Person]]:
    """The alert and who is told of it. More words soon after the first join what rings already."""
    assert turn.incoming is not None, "only an update has words"
    words = turn.incoming.text
    ringing = danger_alerts.recent_unopened(turn.db, turn.chat_id, turn.now)
    if ringing is not None:
        ringing.words = f"{ringing.words}\n{words}"
        turn.note("more danger", ringing)
        return ringing, on_duty(turn)
    alert = danger_alerts.raise_alert(
        turn.db,
        person_id=turn.somebody.id if turn.somebody else None,
        chat_id=turn.chat_id,
        words=words,
        now=turn.now,
    )
    turn.note("danger", alert)
    return alert, tell_on_duty(turn, alert, _("Urgent. Please open now."))


def show_help_lines(turn: Turn) -> None:
    """The numbers alone: what holds even where everything else failed."""
    turn.say("\n\n".join([_numbers(turn), _what_i_am()]))


def alert_failed(turn: Turn, row: OutboxRow) -> None:
    """An alert will never arrive. If it was the last one, whoever wrote is told the truth."""
    alert = turn.db.get(DangerAlert, int((row.topic or "").rpartition(":")[2]))
    if alert is None or alert.opened_at is not None:
        return
    if outbox.is_on_its_way(turn.db, alert.topic):
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
        turn.tell(client, f"{_numbers(turn)}\n\n{text}", draft=draft)


def help_now(turn: Turn) -> None:
    """«Help now»: the numbers. Nobody is told, and that is said."""
    nobody = _(
        "I've told nobody that you tapped this. To reach the practice, phone {practice}."
    ).format(practice=turn.practice.name_and_phone)
    turn.say(
        "\n\n".join([_numbers(turn), _what_i_am(), nobody]),
        [button(_("More numbers"), "danger:more_numbers")],
    )


def more_numbers(turn: Turn) -> None:
    lines = [_said(line) for line in help_lines(turn.practice.country).lines]
    elsewhere = _("For any other country: findahelpline.com")
    turn.say("\n".join([*lines, elsewhere]), keyboard=keyboard_for(turn))


def safe_now(turn: Turn, alert_id: int) -> None:
    """Passed on as the client says it. Only staff close an alert."""
    alert = turn.reach(Action.SAY_SAFE, DangerAlert, alert_id)
    if alert is None:
        turn.say(_("Good. If that changes, tap «Help now»."), keyboard=keyboard_for(turn))
        return
    turn.note("says safe", alert)
    told = alert.cleared_at is None and tell_on_duty(
        turn, alert, _("News on an urgent message: they say that they are safe now."), rings=False
    )
    text = (
        _("I'm glad. I've passed that on. If it changes, tap «Help now» or call.")
        if told
        else _("I'm glad. If it changes, tap «Help now» or call.")
    )
    turn.say(text, keyboard=keyboard_for(turn))


# --- what is said


def _numbers(turn: Turn) -> str:
    """The number first, then a line to talk to and one to text, each whole on its own."""
    country = help_lines(turn.practice.country)
    call = next((line for line in country.lines if line.how == "call"), None)
    text = next((line for line in country.lines if line.how == "text"), None)
    if call is None:
        return _(
            "Please call {number} now. findahelpline.com lists people to talk to, by country."
        ).format(number=country.emergency)
    first = _(
        "Please call {number} now, or {name}, {line}, to talk to somebody, day or night."
    ).format(number=country.emergency, name=call.name, line=call.number)
    if text is None:
        return first
    return first + " " + _("You can text {name}: {line}.").format(name=text.name, line=text.number)


def _said(line: HelpLine) -> str:
    if line.how == "text":
        return _("{name}, text {number}").format(name=line.name, number=line.number)
    return _("{name}, {number}").format(name=line.name, number=line.number)


def _what_i_am() -> str:
    return _("I'm an automatic program and I can't judge how you are. A person can.")


def _who_was_told(turn: Turn, told: Sequence[Person]) -> str:
    time = turn.words.time(turn.now)
    if not told:
        return _(
            "It is {time}. I couldn't reach anybody at the practice, so please don't wait for them."
        ).format(time=time)
    if turn.practice.hours.is_open(turn.now):
        return _(
            "It is {time}. I've passed on what you wrote to {names}. Nobody has opened it yet."
        ).format(time=time, names=_(" and ").join(each.name for each in told))
    opening = turn.practice.hours.next_opening(turn.now)
    if opening is None:
        return _(
            "It is {time}. I've passed on what you wrote. I can't say when somebody will see it."
        ).format(time=time)
    return _(
        "It is {time}. I've passed on what you wrote. "
        "Perhaps nobody at the practice sees it before {opening}."
    ).format(time=time, opening=turn.words.day_and_time(opening))


# --- who is told


def on_duty(turn: Turn) -> list[Person]:
    """Managers and senior psychologists who have a chat with the bot and can be reached there."""
    chosen = [*people.holders(turn.db, Role.MANAGER), *people.holders(turn.db, Role.SENIOR)]
    reachable = {
        each.id: each
        for each in chosen
        if each.telegram_id is not None and each.unreachable_at is None
    }
    return list(reachable.values())


def tell_on_duty(turn: Turn, alert: DangerAlert, text: str, *, rings: bool = True) -> list[Person]:
    """Alert everybody on duty; who was told. Outside practice hours silently, and ringing at opening."""
    now_open = turn.practice.hours.is_open(turn.now)
    opening = None if now_open else turn.practice.hours.next_opening(turn.now)
    look = [button(_("Open"), "danger_alerts:look", alert.id)]
    told = on_duty(turn)
    for person in told:
        with turn.speaking_to(person):
            draft = turn.alert(
                silent=not (rings and now_open), priority=Priority.DANGER, topic=alert.topic
            )
            turn.tell(person, text, look, draft=draft)
            if rings and opening is not None:
                later = turn.alert(priority=Priority.DANGER, topic=alert.topic, due_at=opening)
                turn.tell(person, text, look, draft=later)
    if not told:
        raise_alarm(turn.db, turn.practice, f"nobody to tell of {alert.topic}", turn.now)
    return told


CONVERSATION = Conversation(
    name="danger",
    commands={"help_now": help_now},
    words={"Help now": help_now},
    taps={"help_now": help_now, "more_numbers": more_numbers, "safe_now": safe_now},
    for_strangers=True,
)

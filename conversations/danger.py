"""Immediate help: numbers first, then the truth about who was told and when they will see it."""

from bot.buttons import button, choices_of
from bot.conversation import Conversation
from bot.incoming import IncomingKind
from bot.records import audit, danger_alerts, dialogue, people, told
from bot.records.alarms import raise_alarm
from bot.records.danger_alerts import DangerAlert
from bot.records.outbox import OutboxRow, Priority
from bot.records.people import STAFF
from bot.rules.triage.danger import Tier
from bot.texts import _
from bot.turn import Turn
from bot.typed_words import AFTER_DANGER, choice_typed
from conversations import danger_question
from conversations.danger_help import (
    HURT,
    alert_buttons,
    another_person,
    give,
    raise_alert,
    seen_at_some_time,
    what_i_am,
)
from conversations.danger_words import NO
from conversations.duty_mails import mail_on_duty
from conversations.help_numbers import more_numbers, numbers


def danger_written(turn: Turn) -> None:
    """Words of danger, in whatever state: help first, then the alert. A step that waits stays.

    An answer to the question that is open is one, whatever it sounds like. Words that only may be
    danger are asked about first; not of somebody about whom people have
    been told within a day: those hear of these too.
    """
    incoming = turn.incoming
    assert incoming is not None and incoming.danger is not None, "the router has looked"
    if danger_question.answered(turn) or _answered_help(turn):
        return
    danger, words = incoming.danger, incoming.text
    if danger.tier is Tier.POSSIBLE and not _was_told_lately(turn):
        return danger_question.ask(turn, danger)
    asked = danger_question.overtaken(turn)
    is_hurt = danger.from_others
    if asked is not None:
        words, is_hurt = f"{asked.words}\n{words}", is_hurt or asked.from_others
    alert, told = raise_alert(turn, words, from_others=is_hurt)
    if asked is not None:
        asked.alert_id = alert.id
    more = ""
    if turn.somebody is not None and dialogue.waiting(turn.db, turn.somebody.id) is not None:
        more = _("What I had asked you before can wait.")
    give(turn, alert, told, danger, more)


def _answered_help(turn: Turn) -> bool:
    """Whether a button of the help that they got was typed: no new danger, whatever it sounds like."""
    alert = (
        danger_alerts.newest_open(turn.db, turn.somebody.id)
        if turn.somebody is not None
        else danger_alerts.recent_unopened(turn.db, turn.chat_id, turn.now)
    )
    typed = turn.incoming
    if alert is None or typed is None or typed.kind is not IncomingKind.TEXT:
        return False
    choices = choices_of(alert_buttons(turn, alert, None, NO))
    data = choice_typed(choices, typed.text, numbers=False) or ""
    acts = {"safe_now": danger_question.safe_now, "another_person": another_person}
    act = acts.get([*data.split(":"), "", ""][2])
    if act is not None:
        act(turn, alert.id)
    return act is not None


def _was_told_lately(turn: Turn) -> bool:
    if turn.somebody is None:
        return danger_alerts.recent_unopened(turn.db, turn.chat_id, turn.now) is not None
    raised_at = danger_alerts.open_since(turn.db, turn.somebody.id)
    return raised_at is not None and turn.now - raised_at <= AFTER_DANGER


def show_help_lines(turn: Turn, is_passed_on: bool) -> None:
    """The numbers alone, and the truth: what holds even where everything else failed."""
    danger = turn.incoming.danger if turn.incoming is not None else None
    truth = (
        seen_at_some_time(turn)
        if is_passed_on
        else _("I couldn't pass this on to anybody. Please don't wait for them.")
    )
    turn.say("\n\n".join([numbers(turn, danger), what_i_am(), truth]))


def raise_bare_alert(turn: Turn) -> bool:
    """Where `danger_written` failed: an alert, and no more that could fail with it."""
    assert turn.incoming is not None and turn.incoming.danger is not None, "see work.py"
    if turn.roles & STAFF:
        return False
    _alert, told = raise_alert(
        turn, turn.incoming.text, from_others=turn.incoming.danger.from_others
    )
    return bool(told)


def alert_failed(turn: Turn, row: OutboxRow) -> None:
    """An alert will never arrive. If it was the last one, whoever wrote is told the truth."""
    alert = turn.db.get(DangerAlert, int((row.topic or "").rpartition(":")[2]))
    if alert is None or alert.opened_at is not None:
        return
    audit.note(turn.db, turn.now, row.person_id, "not reached", alert)
    mail_on_duty(turn, alert)
    if told.is_on_its_way(turn.db, alert.topic):
        return
    raise_alarm(turn.db, turn.practice, f"nobody got {alert.topic}", turn.now)
    audit.note(turn.db, turn.now, None, "alarm: nobody got it", alert)
    client = people.get(turn.db, alert.person_id) if alert.person_id is not None else None
    if client is None:
        return
    with turn.speaking_to(client):
        text = _(
            "What you wrote did not reach anybody at the practice. Please don't wait for them."
        )
        draft = turn.alert(priority=Priority.DANGER, dedupe_key=f"{alert.topic}:failed")
        help_first = numbers(turn, HURT if alert.from_others else None)
        turn.tell(client, f"{help_first}\n\n{text}", draft=draft)


def help_now(turn: Turn) -> None:
    """«Help now»: the numbers. Nobody is told, and that is said."""
    nobody = _(
        "I've told nobody that you tapped this. To reach the practice, phone {practice}."
    ).format(practice=turn.practice.name_and_phone)
    turn.say(
        "\n\n".join([numbers(turn), what_i_am(), nobody]),
        [button(_("More numbers"), "danger:more_numbers")],
    )


CONVERSATION = Conversation(
    name="danger",
    commands={"help_now": help_now},
    words={"Help now": help_now},
    taps={
        "help_now": help_now,
        "more_numbers": more_numbers,
        "another_person": another_person,
        "safe_now": danger_question.safe_now,
    },
    for_strangers=True,
    is_of_danger=True,
)

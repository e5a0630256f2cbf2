"""No answer to whether it is danger: what will follow is said beforehand, and done at its time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.records import danger_questions, inbox
from bot.records.danger_questions import DangerOutcome, DangerQuestion
from bot.records.outbox import Body, Priority
from bot.records.people import Telephone
from bot.rules.due import LATE_AFTER
from bot.rules.help_lines import help_lines
from bot.texts import _
from bot.turn import Turn
from conversations import danger_help, on_duty
from conversations.danger_words import NO
from conversations.on_duty import Told

_UNWORKED_WAITS = timedelta(seconds=2)
_UNWORKED_WAITS_AT_MOST = timedelta(minutes=1)


def silence_at(turn: Turn) -> datetime:
    """When silence will be told: after the time for an answer, or as the next hours of somebody begin.

    Also of those who aren't on duty by name, and are asked if nobody opens it.
    """
    soonest = turn.now + turn.practice.danger_answer_time
    watches = [*on_duty.watches(turn, None), *on_duty.reserve(turn, None)]
    starts = [start for each in watches if (start := each.next_on(turn.now)) is not None]
    if not starts or any(each.rings(turn.now) for each in watches):
        return soonest
    return max(soonest, min(starts))


# --- said beside the question


@dataclass(frozen=True)
class _Foreseen:
    """Who will be told at that instant, as it stands now."""

    names: str  # of those on duty then; empty if nobody is
    seen_at: datetime | None  # where nobody is: when somebody is, if that is known
    can_be_told: bool


def _foreseen(turn: Turn, due_at: datetime) -> _Foreseen:
    watches = on_duty.watches(turn, None)
    there = _(" and ").join(each.person.name for each in watches if each.is_on(due_at))
    asked_at = due_at + on_duty.RINGS_AGAIN_AFTER
    starts = [
        *(each.next_on(due_at) for each in watches),
        *(each.next_on(asked_at) for each in on_duty.reserve(turn, None)),
    ]
    seen_at = min((start for start in starts if start is not None), default=None)
    return _Foreseen(there, None if there else seen_at, bool(watches))


def if_silent(turn: Turn, question: DangerQuestion) -> str:
    """What a yes or silence will cause; and that nobody calls unasked whom another person hurts."""
    assert question.due_at is not None, "it is open"
    then = _foreseen(turn, question.due_at)
    told = _if_silent(turn, then, question.due_at)
    if not then.can_be_told or not question.from_others:
        return told
    return f"{told} " + _("I ask them not to call you unless you want it.")


def _if_silent(turn: Turn, then: _Foreseen, due_at: datetime) -> str:
    words, waits = turn.words, due_at - turn.now > turn.practice.danger_answer_time
    time = words.day_and_time(due_at) if waits else words.time(due_at)
    if not then.can_be_told:
        return _(
            "I can't reach anybody at the practice just now, so please don't wait for them. "
            "If you say yes, or don't answer by {time}, I try to pass on what you wrote."
        ).format(time=time)
    if waits and then.names:
        return _(
            "Nobody has been told, and nobody is on duty before {when}. "
            "If you say yes, or don't answer by then, I tell {names} what you wrote."
        ).format(when=words.day_and_time(due_at), names=then.names)
    if then.names:
        return _(
            "Nobody has been told. If you say yes, or don't answer by {time}, "
            "I tell {names} what you wrote."
        ).format(time=time, names=then.names)
    if then.seen_at is None:
        return _(
            "Nobody has been told. If you say yes, or don't answer by {time}, "
            "I pass on what you wrote to the practice. I can't say when somebody will see it."
        ).format(time=time)
    return _(
        "Nobody has been told. If you say yes, I pass on what you wrote to the practice at once. "
        "If you don't answer by {time}, I do it then. Perhaps nobody there sees it before {opening}."
    ).format(time=time, opening=words.day_and_time(then.seen_at))


# --- done


def silence(turn: Turn, question: DangerQuestion) -> None:
    """The alert is raised, once and however late; whoever wrote is told so, without a sound."""
    if turn.somebody is None:
        turn.chat_id = question.chat_id
    unworked = turn.now - _UNWORKED_WAITS_AT_MOST
    if inbox.waits_from(turn.db, turn.chat_id, unworked):  # it may be the answer
        question.due_at = turn.now + _UNWORKED_WAITS
        return
    if not danger_questions.settle(turn.db, question, DangerOutcome.SILENCE, turn.now):
        return
    alert, told = danger_help.raise_alert(turn, question.words, from_others=question.from_others)
    question.alert_id = alert.id
    turn.note("no answer", question)
    person = turn.somebody
    if person is not None and (person.telegram_id is None or person.unreachable_at is not None):
        return
    is_seen = person is not None and person.telephone is not Telephone.OWN
    is_neutral = question.from_others or is_seen
    text = _neutrally(turn, told) if is_neutral else _passed_on(turn, told)
    buttons = [] if is_neutral else danger_help.alert_buttons(turn, alert, None, ("no", *NO))
    turn.say(text, buttons, body=Body(text=text, silent=True), priority=Priority.DANGER)


def _neutrally(turn: Turn, told: Told) -> str:
    """Others may read it: not a word of what it was about."""
    if told.on_duty:
        return _("I've passed that on to {names}.").format(names=told.names)
    if not told:
        return _("I couldn't pass that on to anybody. Please don't wait for them.")
    if told.next_at is None:
        return _("I've passed that on. I can't say when somebody will see it.")
    return _("I've passed that on. Perhaps nobody sees it before {opening}.").format(
        opening=turn.words.day_and_time(told.next_at)
    )


def _passed_on(turn: Turn, told: Told) -> str:
    assert turn.due_at is not None, "only the clock comes here"
    late = _("I was away for a while. If you tapped an answer, it may not have reached me.")
    nothing = _("If it was nothing, tap «I'm safe now». Then they are told that too.")
    danger = _("In danger, call {number}.").format(
        number=help_lines(turn.practice.country).emergency
    )
    is_late = turn.now - turn.due_at > LATE_AFTER
    lines = [late] if is_late else []
    lines += [nothing, danger] if told else [danger]
    return "\n\n".join([_whom(turn, told), "\n".join(lines)])


def _whom(turn: Turn, told: Told) -> str:
    if told.on_duty:
        return _(
            "I had no answer from you, so I've passed on what you wrote to {names}. "
            "Nobody has opened it yet."
        ).format(names=told.names)
    if not told:
        return _(
            "I had no answer from you, and I can't reach anybody at the practice. "
            "Please don't wait for them."
        )
    if told.next_at is None:
        return _(
            "I had no answer from you, so I've passed on what you wrote. "
            "I can't say when somebody will see it."
        )
    return _(
        "I had no answer from you, so I've passed on what you wrote. "
        "Perhaps nobody at the practice sees it before {opening}."
    ).format(opening=turn.words.day_and_time(told.next_at))

"""After an outage: taps that may not have arrived are asked for once more, and what it cost is said."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.conversation import Conversation, Timer
from bot.records import asked_again, danger_alerts, expired, inbox
from bot.records.alarms import raise_alarm
from bot.records.asked_again import Matter, OutageQuestion
from bot.records.case_entries import CaseEntry
from bot.records.cases import Case
from bot.records.danger_alerts import DangerAlert
from bot.records.danger_questions import DangerQuestion
from bot.records.presence import TAPS_WAIT, Outage
from bot.records.therapy_sessions import TherapySession
from bot.records.time_requests import TimeRequest
from bot.turn import Turn
from conversations.asked_again import LOOKS_BACK, Again, Asked, Standing
from conversations.asked_cases import cases_again
from conversations.asked_danger import danger_again
from conversations.asked_sessions import sessions_again, times_again

_ABOUT = {
    DangerAlert.__tablename__: Matter.DANGER,
    DangerQuestion.__tablename__: Matter.DANGER,
    Case.__tablename__: Matter.CASES,
    CaseEntry.__tablename__: Matter.CASES,
    TimeRequest.__tablename__: Matter.TIMES,
    TherapySession.__tablename__: Matter.SESSIONS,
}
_AGAIN = {
    Matter.DANGER: danger_again,
    Matter.CASES: cases_again,
    Matter.TIMES: times_again,
    Matter.SESSIONS: sessions_again,
}
# So long what waited at Telegram, and what fell due meanwhile, goes first. Danger doesn't wait.
_WAITS = timedelta(minutes=1)
_UNWORKED_WAITS = timedelta(seconds=2)
_AT_ONCE = 500  # then others have the database for a moment


# --- who may have tapped


def find(turn: Turn, outage: Outage) -> None:
    """Whoever had a question in their chat; what of it still stands is seen when it is their turn."""
    assert outage.ended_at is not None, "only what is over is looked at"
    lost_until = outage.ended_at - TAPS_WAIT
    asked = asked_again.topics_asked(turn.db, outage.began_at - LOOKS_BACK, lost_until)
    tables = ((person_id, (topic or "").partition(":")[0]) for person_id, topic in asked)
    found = {(person_id, _ABOUT[table]) for person_id, table in tables if table in _ABOUT}
    found |= {
        (alert.person_id, Matter.DANGER)
        for alert in danger_alerts.waiting(turn.db)
        if alert.person_id is not None
    }
    left = sorted(found - asked_again.planned(turn.db, outage.id), key=_urgency)
    asked_again.plan(turn.db, [_question(turn, outage, *each) for each in left[:_AT_ONCE]])
    if len(left) > _AT_ONCE:
        outage.ask_at = turn.now


def _question(turn: Turn, outage: Outage, person_id: int, matter: Matter) -> OutageQuestion:
    return OutageQuestion(
        outage_id=outage.id,
        person_id=person_id,
        matter=matter,
        since_at=outage.began_at,
        ask_at=turn.now if matter is Matter.DANGER else turn.now + _WAITS,
    )


def _urgency(each: tuple[int, Matter]) -> tuple[int, int]:
    person_id, matter = each
    return list(Matter).index(matter), person_id


# --- asked once more


def ask(turn: Turn, question: OutageQuestion) -> None:
    """Once, if it is still open; not to whoever has acted since, for they have seen that I'm back.

    Nobody is asked about the same matter twice in six hours, however many outages there are;
    danger is asked about after each.
    """
    outage = turn.db.get(Outage, question.outage_id)
    assert outage is not None and outage.ended_at is not None, "it was over when this was planned"
    if turn.person.telegram_id is None or turn.person.unreachable_at is not None:
        return
    if inbox.waits_from(turn.db, turn.chat_id):  # it may be the answer
        question.ask_at = turn.now + _UNWORKED_WAITS
        return
    is_danger = question.matter is Matter.DANGER
    before = turn.now - asked_again.ONCE_IN
    if not is_danger and asked_again.was_asked_since(turn.db, question, before):
        return
    if inbox.acted_since(turn.db, turn.chat_id, outage.ended_at):
        return
    again = _again(turn, question, outage)
    if again is None:
        return
    if again.at > turn.now:
        question.ask_at = again.at
        return
    _say(turn, question, again)


def _again(turn: Turn, question: OutageQuestion, outage: Outage) -> Again | None:
    since = question.since_at - LOOKS_BACK
    open_ones = asked_again.open_since(turn.db, turn.person.id, since, turn.now)
    standing = [Standing(prompt, row) for prompt, row in open_ones]
    return _AGAIN[question.matter](Asked(turn, question, outage, standing))


def _say(turn: Turn, question: OutageQuestion, again: Again) -> None:
    question.asked_at = turn.now
    draft = replace(again.draft, dedupe_key=asked_again.key(question))
    turn.tell(turn.person, again.text, again.buttons, draft=draft)


# --- what it cost


def report(turn: Turn, outage: Outage) -> None:
    """One line for the operator, once what fell due meanwhile is done; none if nothing came of it."""
    assert outage.ended_at is not None, "only what is over is reported"
    unsaid = expired.count_since(turn.db, outage.began_at)
    asked = asked_again.count(turn.db, outage.id)
    if not (outage.late or unsaid or asked):
        return
    said = (_local(turn, instant) for instant in (outage.began_at, outage.ended_at))
    counts = f"{outage.late} done late, {unsaid} expired, {asked} asked again"
    raise_alarm(turn.db, turn.practice, f"outage {' - '.join(said)}: {counts}", turn.now)


def _local(turn: Turn, instant: datetime) -> str:
    return f"{instant.astimezone(turn.practice.zone):%Y-%m-%d %H:%M}"


CONVERSATION = Conversation(
    name="outages",
    timers={
        "find": Timer(Outage.ask_at, find),
        "ask": Timer(OutageQuestion.ask_at, ask, OutageQuestion.person_id),
        "report": Timer(Outage.report_at, report),
    },
)

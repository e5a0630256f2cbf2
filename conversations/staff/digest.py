"""The week in numbers: comes to each manager as the practice opens, or is asked for."""

from datetime import datetime

from bot.buttons import button
from bot.conversation import Conversation, Timer
from bot.records import digests, outbox
from bot.records.access import Action
from bot.records.digests import WeeklyDigest
from bot.records.outbox import Body, Draft, FileKind, Priority
from bot.records.people import Telephone
from bot.rules.case_figures import Figures, figures, week_start, weeks_before, year_before
from bot.texts import _
from bot.turn import Turn
from conversations.staff import check_in_figures, digest_words

_SEE = "digest:see"


def begin(turn: Turn) -> None:
    """Whoever becomes a manager gets one from next week on."""
    if turn.may(Action.SEE_DIGEST):
        digests.begin(turn.db, turn.person.id, turn.practice.hours, turn.now)


# --- by itself


def due(turn: Turn, row: WeeklyDigest) -> None:
    """Once a week, with what waited meanwhile: one that was not told, or not sent yet, is in it."""
    if not turn.may(Action.SEE_DIGEST):
        turn.db.delete(row)
        return
    hours = turn.practice.hours
    opening = hours.next_opening(turn.now) or turn.now
    if opening > turn.now:  # nothing ran as it was due
        row.due_at = opening
        return
    until = week_start(turn.now, hours.zone)
    row.due_at = digests.next_due(hours, turn.now)
    if not outbox.withdraw(turn.db, row.topic, turn.now):
        row.covers_from = row.since(until)
    row.told_until = None
    if turn.person.is_away(turn.now):
        return
    found = _figures(turn, row.covers_from, until)
    questions = check_in_figures.of_weeks(turn, row.covers_from, until)
    # Nothing is written of nothing: whoever wonders asks for it.
    if (found.is_quiet and not questions) or _send(turn, row, found, until, questions):
        row.told_until = until


def _send(turn: Turn, row: WeeklyDigest, found: Figures, until: datetime, questions: str) -> bool:
    """False if they can't be reached here. Where a code or others are, only the head comes."""
    is_covered = turn.practice.staff_lock is not None
    if is_covered or turn.person.telephone is Telephone.SHARED:
        head = digest_words.head(row.covers_from, until)
        buttons = [button(_("See it"), _SEE)]
        draft = Draft(0, Body(silent=True), Priority.DIGEST, topic=row.topic)
        return turn.tell(turn.person, head, buttons, draft=draft) is not None
    return all(
        turn.tell(
            turn.person, body.text, draft=Draft(0, body, Priority.DIGEST, topic=row.topic)
        )
        for body in _bodies(turn, found, row.covers_from, until, questions)
    )  # fmt: skip


# --- asked for


def ask_for(turn: Turn) -> None:
    """By way of the button, which is behind the code."""
    turn.next_tap = button("", _SEE).data


def see(turn: Turn) -> None:
    """The last whole week, or as much as the last one that came covered."""
    hours = turn.practice.hours
    until = week_start(turn.now, hours.zone)
    row = digests.of(turn.db, turn.person.id)
    since = weeks_before(until, 1, hours.zone)
    if row is not None:
        since = min(since, row.since(until))
    questions = check_in_figures.newest(turn)
    for body in _bodies(turn, _figures(turn, since, until), since, until, questions):
        turn.say_protected(body.text, body=body)


# --- what it says


def _figures(turn: Turn, since: datetime, until: datetime) -> Figures:
    hours = turn.practice.hours
    first = min(since, year_before(until, hours.zone)[0])
    counted = digests.counted_for(turn.db, turn.person.id, first)
    return figures(counted, hours=hours, since=since, until=until, now=turn.now)


def _bodies(
    turn: Turn, found: Figures, since: datetime, until: datetime, questions: str
) -> list[Body]:
    """The words, the picture with all that it shows in words under it, and the short questions."""
    text = digest_words.digest(turn.words, turn.practice, found, since, until)
    bodies = [Body(text, silent=True, protected=True)]
    if found.weeks:
        weeks, said = digest_words.picture(turn.words, found.weeks)
        file = {"kind": FileKind.CHART.value, **weeks.as_file()}
        bodies.append(Body(said, silent=True, protected=True, file=file))
    if questions:
        bodies.append(Body(questions, silent=True, protected=True))
    return bodies


CONVERSATION = Conversation(
    name="digest",
    commands={"digest": ask_for},
    taps={"see": see},
    timers={"week": Timer(WeeklyDigest.due_at, due, WeeklyDigest.person_id)},
    needs=Action.SEE_DIGEST,
    behind_code=frozenset({"see"}),
)

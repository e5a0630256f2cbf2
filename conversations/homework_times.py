"""When homework is asked about next: by its rhythm, as its client wished, more rarely if ignored."""

from collections.abc import Sequence
from datetime import datetime

from bot.records import consents, homework, therapy_sessions
from bot.records.consents import Purpose
from bot.records.homework import Homework
from bot.records.therapy_sessions import TherapySession
from bot.rules.due import LATE_AFTER
from bot.rules.homework import NoteRules, Rhythm, usual_reminder
from bot.rules.measure import Unasked
from bot.rules.rhythm import (
    BY_DAY,
    IGNORED_AT_MOST,
    RARER,
    is_same_day,
    next_in_rhythm,
    tomorrow_begins,
)
from bot.turn import Turn
from conversations.lateness import expire
from conversations.unasked import allowed_at, chosen_at

_DAYS_UNTIL_LAST = 2  # TRANSCRIPTS 3: asked on Thursday, once more on Saturday, and then never


def note_rules(turn: Turn) -> NoteRules:
    """The hour for notes of the client of this turn."""
    return NoteRules.of(turn.person.clocks(turn.practice), turn.person.note_hour)


def end_of(turn: Turn, row: Homework) -> datetime | None:
    return homework.useful_until(turn.db, row, turn.now)


def good_until(turn: Turn, row: Homework) -> datetime | None:
    """What the client chose for each day is of use on its day only."""
    until = end_of(turn, row)
    if not _is_by_day(row):
        return until
    day_ends = tomorrow_begins(turn.now, note_rules(turn))
    return min(until or day_ends, day_ends)


# --- what comes next


def next_at(turn: Turn, row: Homework) -> datetime | None:
    """When it is asked about next; None for not at all, as it stands (see `_plan`)."""
    until = end_of(turn, row)
    is_ask = row.remind_at is not None and (until is None or row.remind_at < until)
    return row.remind_at if is_ask else None


def _plan(turn: Turn, row: Homework, at: datetime | None) -> None:
    """Ask then; where nothing is left before they meet, see then whether that session took place:
    one that was moved or cancelled lets what is asked again and again go on.
    """
    is_seen_again = row.is_repeated and row.until_at is None
    row.remind_at = end_of(turn, row) if at is None and is_seen_again else at


def possible_at(turn: Turn, row: Homework, wished: datetime | None) -> datetime | None:
    """When what is wished for an instant can come, as far as can be known now; None for never."""
    if wished is None:
        return None
    until = end_of(turn, row)
    if counts(row):
        return allowed_at(turn, Unasked.HOMEWORK, wished, until)
    at = chosen_at(turn, wished)
    if at is not None and at != wished and _is_by_day(row):
        at = in_rhythm(turn, row, row.rhythm, at)
    return None if at is None or (until is not None and at >= until) else at


def rhythm_of(row: Homework) -> Rhythm:
    """A rarer one while two were ignored and the client hasn't been told so yet."""
    return RARER.get(row.rhythm, row.rhythm) if row.ignored >= IGNORED_AT_MOST else row.rhythm


def counts(row: Homework) -> bool:
    """Whether the measure counts it: the client chose neither to be asked each day nor a snooze."""
    return rhythm_of(row) not in BY_DAY and not row.is_wished


def _is_by_day(row: Homework) -> bool:
    return rhythm_of(row) in BY_DAY and not row.is_wished


def in_rhythm(turn: Turn, row: Homework, rhythm: Rhythm, since: datetime) -> datetime | None:
    """The next instant of a rhythm; of once, the usual one before they meet."""
    rules, until = note_rules(turn), end_of(turn, row)
    if rhythm is Rhythm.ONCE:
        return usual_reminder(until, rules, since) if until is not None else None
    at = next_in_rhythm(rhythm, rules, since, row.asked_at)
    return None if at is None or (until is not None and at >= until) else at


def plan_again(turn: Turn, row: Homework) -> None:
    """After an answer for today: the next of its rhythm, unless one is planned already."""
    rules = note_rules(turn)
    is_over = row.remind_at is None or is_same_day(row.remind_at, turn.now, rules)
    if row.is_wished or is_over:
        row.is_wished = False
        wished = in_rhythm(turn, row, row.rhythm, tomorrow_begins(turn.now, rules))
        _plan(turn, row, possible_at(turn, row, wished))


def heard_of(turn: Turn, row: Homework) -> None:
    """The client did something about it: nothing of it was ignored."""
    was_rarer = row.is_repeated and row.ignored >= IGNORED_AT_MOST
    row.ignored = 0
    if was_rarer:
        row.remind_at = None
        plan_again(turn, row)


def stop_asking(row: Homework) -> None:
    """For good, whatever its rhythm was."""
    row.remind_at, row.asks_left, row.is_wished, row.rhythm = None, 0, False, Rhythm.ONCE


def bind(turn: Turn, row: Homework) -> None:
    """What is asked again and again ends with the first session that is booked, if nothing else; if
    its own was cancelled or missed, with the next.
    """
    if row.until_at is not None or not row.is_repeated:
        return
    theirs = turn.db.get(TherapySession, row.therapy_session_id) if row.therapy_session_id else None
    if theirs is None or not theirs.took_place:
        upcoming = therapy_sessions.upcoming(turn.db, turn.person, turn.now)
        row.therapy_session_id = next((each.id for each in upcoming), row.therapy_session_id)


# --- when one is due


def comes_now(turn: Turn, row: Homework, due_at: datetime) -> bool:
    """Whether a reminder that is due comes now.

    What comes later has its next instant after this. What is of no use any more ends, and counts
    as expired; of what the client chose for each day, a day that is over is left out.
    """
    if not row.is_asked_about:
        return False
    bind(turn, row)
    rules, until = note_rules(turn), end_of(turn, row)
    if until is not None and until <= turn.now:
        if due_at < until:
            expire(turn, row.topic)
        return False
    if not consents.has(turn.db, turn.person, Purpose.HOMEWORK):
        return _goes_on(turn, row, tomorrow_begins(turn.now, rules))
    if not _is_its_hour(row, rules, due_at):
        return _goes_on(turn, row, turn.now)  # that was its end, and another is now
    at = allowed_at(turn, Unasked.HOMEWORK, until=until) if counts(row) else chosen_at(turn)
    if at is None:
        if chosen_at(turn) is not None:  # they can be written to, and no day is left before its end
            expire(turn, row.topic)
        return _goes_on(turn, row, tomorrow_begins(turn.now, rules))
    if _is_by_day(row) and not is_same_day(due_at, at, rules):
        if turn.now - due_at > LATE_AFTER:
            expire(turn, row.topic)
        return _goes_on(turn, row, at)
    if at <= turn.now:
        return True
    if until is not None and at >= until:
        expire(turn, row.topic)
        return _goes_on(turn, row, at)
    row.remind_at = at
    return False


def _is_its_hour(row: Homework, rules: NoteRules, due_at: datetime) -> bool:
    """Whether what is asked again and again is due at the client's hour, and not at its end."""
    if row.is_wished or row.asked_at is None or not row.is_repeated:
        return True
    return due_at in (rules.days_from(due_at, 0), rules.days_from(due_at, -1))


def _goes_on(turn: Turn, row: Homework, since: datetime) -> bool:
    """Not now; what is asked again and again waits for its next turn, for a client may start anew."""
    row.remind_at = None
    if row.is_repeated:
        _plan(turn, row, in_rhythm(turn, row, rhythm_of(row), since))
    return False


def due_with(turn: Turn, row: Homework) -> Sequence[tuple[Homework, datetime]]:
    """What else comes in the same message, with its instant: what is due on the same day.

    Only what the client chose the hour of waits for that hour.
    """
    rules = note_rules(turn)
    found: list[tuple[Homework, datetime]] = []
    for other in homework.planned(turn.db, turn.person):
        due_at = other.remind_at
        assert due_at is not None, "asked for in the query"
        is_today = is_same_day(due_at, turn.now, rules) and counts(other)
        if other.id == row.id or not (due_at <= turn.now or is_today):
            continue
        other.remind_at = None
        if comes_now(turn, other, due_at):
            found.append((other, due_at))
    return found


def grow_rarer(turn: Turn, row: Homework) -> Rhythm | None:
    """After two that were ignored; the rhythm as it was, if it is another now."""
    before = row.rhythm
    if row.ignored < IGNORED_AT_MOST or before is Rhythm.ONCE:
        return None
    row.rhythm, row.ignored = RARER[before], 0
    since = tomorrow_begins(turn.now, note_rules(turn))
    if row.rhythm is Rhythm.WEEKLY and in_rhythm(turn, row, Rhythm.WEEKLY, since) is None:
        row.rhythm = Rhythm.ONCE
    return before


def was_sent(turn: Turn, row: Homework, due_at: datetime) -> None:
    """Count it, and plan what comes if there is no answer."""
    if not row.is_wished:
        row.asked_at = due_at
    row.asked_at, row.is_wished = row.asked_at or due_at, False
    row.ignored += 1
    rules = note_rules(turn)
    since = tomorrow_begins(turn.now, rules)
    if row.is_repeated:
        is_ignored = row.ignored >= IGNORED_AT_MOST
        at = _rarer_at(turn, row) if is_ignored else in_rhythm(turn, row, row.rhythm, since)
        _plan(turn, row, possible_at(turn, row, at))
    elif row.asks_left > 0:
        row.asks_left -= 1
        row.remind_at = possible_at(turn, row, rules.days_from(turn.now, _DAYS_UNTIL_LAST))


def _rarer_at(turn: Turn, row: Homework) -> datetime | None:
    """When it comes if it is ignored again: once before they meet, where no week is left; never on
    a day on which it would have come anyway.
    """
    rules = note_rules(turn)
    since = tomorrow_begins(turn.now, rules)
    if row.rhythm is Rhythm.WEEKLY:
        a_week_later = next_in_rhythm(Rhythm.WEEKLY, rules, since, row.asked_at)
        return in_rhythm(turn, row, Rhythm.ONCE, a_week_later or since)
    weekly = in_rhythm(turn, row, Rhythm.WEEKLY, since)
    return weekly or in_rhythm(turn, row, Rhythm.ONCE, tomorrow_begins(since, rules))

"""The schedule on the staff's side: who comes today and this week, and what they answered."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import heard, people, therapy_sessions
from bot.records.access import Action
from bot.records.people import Role
from bot.records.therapy_sessions import Answer, Attendance, SessionState, TherapySession
from bot.rules.due import day_of, start_of_day
from bot.rules.names import called, listed
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for
from conversations.staff.attendance import attended, untold

WEEK_DAYS = 7
_LINES = 30  # of one day before its name is said again: less than half a message


def show_today(turn: Turn) -> None:
    _show(turn, days=1)


def show_week(turn: Turn) -> None:
    _show(turn, days=WEEK_DAYS)


def _show(turn: Turn, *, days: int) -> None:
    """A manager sees all sessions, a psychologist their own."""
    first, last = _span(turn, days)
    sees_all = Role.MANAGER in turn.roles
    rows = therapy_sessions.between(turn.db, first, last, None if sees_all else turn.person)
    if not rows:
        text = _("No sessions today.") if days == 1 else _("No sessions in the next 7 days.")
        turn.say(text, keyboard=keyboard_for(turn))
        return
    unheard = heard.not_reached(turn.db, rows, turn.now)
    by_day: dict[str, list[str]] = {}
    for row in rows:
        state = _("not reached") if row.id in unheard else answer_words(row, turn.now)
        by_day.setdefault(turn.words.day(row.starts_at), []).append(
            _line(turn, row, state, names_psychologist=sees_all)
        )
    turn.say(
        "\n\n".join(block for day, lines in by_day.items() for block in _blocks(day, lines)),
        [*_brief(turn, rows), *untold(turn, rows)] if days == 1 else [],
        keyboard=keyboard_for(turn),
    )


def _brief(turn: Turn, rows: Sequence[TherapySession]) -> list[Button]:
    """For whoever of these is still to come to the reader."""
    own = any(
        each.psychologist_id == turn.person.id
        and each.stands_at is not None
        and each.ends_at > turn.now
        for each in rows
    )
    return (
        [button(_("Before you meet"), "briefs:next")] if own and turn.may(Action.SEE_BRIEF) else []
    )


def _blocks(day: str, lines: Sequence[str]) -> list[str]:
    """The day above its lines; again above each part of a long one, so that a message that is cut
    between two parts says which day it goes on with."""
    parts = [lines[first : first + _LINES] for first in range(0, len(lines), _LINES)]
    return ["\n".join([day, *part]) for part in parts]


def _span(turn: Turn, days: int) -> tuple[datetime, datetime]:
    zone = turn.practice.zone
    today = day_of(turn.now, zone)
    return start_of_day(today, zone), start_of_day(today + timedelta(days=days), zone)


def _line(turn: Turn, row: TherapySession, state: str, *, names_psychologist: bool) -> str:
    client = people.get(turn.db, row.client_id)
    line = f"{turn.words.time(row.starts_at)} · {listed(client.name)} · {state}"
    if not names_psychologist:
        return line
    return f"{line} · {called(people.get(turn.db, row.psychologist_id).name)}"


def answer_words(row: TherapySession, now: datetime) -> str:
    """What the client answered; of a session that is over, whether it took place."""
    if row.state is SessionState.CANCELLED:
        return _("cancelled")
    if row.attendance is not Attendance.UNTOLD or row.ends_at <= now:
        return attended(row.attendance)
    return {
        Answer.NONE: _("no answer yet"),
        Answer.COMING: _("is coming"),
        Answer.OTHER_TIME: _("asked for another time"),
    }[row.answer]


CONVERSATION = Conversation(
    name="schedule",
    commands={"today": show_today, "week": show_week},
    words={"Today": show_today, "This week": show_week},
    needs=Action.SEE_SCHEDULE,
)

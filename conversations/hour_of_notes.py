"""The hours that a client can choose for notes, and what is planned when they choose another."""

from datetime import time

from bot.records import homework
from bot.rules.due import local_instant
from bot.rules.homework import HOURS
from bot.turn import Turn
from conversations.homework_times import end_of, next_at, note_rules


def hours_to_choose(turn: Turn) -> list[int]:
    """Those that aren't quiet."""
    clocks, today = note_rules(turn).clocks, turn.now.date()
    return [
        hour
        for hour in HOURS
        if clocks.quiet_span(local_instant(today, time(hour), clocks.zone)) is None
    ]


def change_hour(turn: Turn, hour: int) -> None:
    """Notes that are planned move to the new hour of their day, unless that has passed.

    What the client chose an instant for stays at it.
    """
    turn.person.note_hour = hour
    rules = note_rules(turn)
    for row in homework.planned(turn.db, turn.person):
        planned, until = next_at(turn, row), end_of(turn, row)
        if planned is None or row.is_wished:
            continue
        at = rules.days_from(planned, 0)
        if turn.now < at and (until is None or at < until):
            row.remind_at = at
    turn.note("note hour", turn.person)

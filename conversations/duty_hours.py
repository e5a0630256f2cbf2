"""Whose hours on duty count: those that ON_DUTY names, and those that somebody said yes to."""

from datetime import time

from bot.records import duties, people
from bot.records.people import STAFF, Person, Role
from bot.rules.working_hours import WorkingHours, parse_working_hours
from bot.texts import TimeWords, _
from bot.turn import Turn


def by_name(turn: Turn) -> list[tuple[Person, WorkingHours]]:
    """Who is on duty by name, and in which hours; one entry for each time they were named."""
    in_settings = [
        (person, duty.hours)
        for duty in turn.practice.on_duty
        for person in people.named(turn.db, duty.name, STAFF)
    ]
    said_yes = [
        (people.get(turn.db, row.person_id), hours_of(turn, row.hours))
        for row in duties.standing(turn.db)
    ]
    return [
        *in_settings,
        *(each for each in said_yes if people.roles_of(turn.db, each[0]) & STAFF),
    ]


def by_role(turn: Turn) -> list[tuple[Person, WorkingHours]]:
    """Who is there in practice hours where nobody on duty by name can be reached."""
    return [
        (person, turn.practice.hours)
        for role in (Role.MANAGER, Role.SENIOR)
        for person in people.holders(turn.db, role)
    ]


def hours_of(turn: Turn, text: str) -> WorkingHours:
    """Hours as they are stored. ValueError for what is no hours."""
    return parse_working_hours(text, turn.practice.zone, overnight=True)


# --- in words


def in_words(hours: WorkingHours, words: TimeWords) -> str:
    """«Monday to Friday, 5:00 pm to 10:00 pm; Saturday, 9:00 am to 9:00 pm»: the practice's time."""
    parts: list[tuple[int, int, tuple[tuple[time, time], ...]]] = []
    for day, spans in sorted(hours.spans.items()):
        if parts and parts[-1][1] == day - 1 and parts[-1][2] == spans:
            parts[-1] = (parts[-1][0], day, spans)
        else:
            parts.append((day, day, spans))
    return "; ".join(_part(first, last, spans, words) for first, last, spans in parts)


def _part(first: int, last: int, spans: tuple[tuple[time, time], ...], words: TimeWords) -> str:
    begin, end = words.weekday_named(first), words.weekday_named(last)
    days = begin if first == last else _("{first} to {last}").format(first=begin, last=end)
    return ", ".join([days, *(_span(*span, words) for span in sorted(spans))])


def _span(opens: time, closes: time, words: TimeWords) -> str:
    if opens == closes == time(0):
        return _("all day and night")
    text = _("{begin} to {end}") if opens < closes else _("{begin} to {end} the next morning")
    if opens >= closes and closes > time(12):
        text = _("{begin} to {end} the next day")
    return text.format(begin=words.time_of_day(opens), end=words.time_of_day(closes))

"""How often homework is asked about, in words: what is suggested, what is chosen, what comes next."""

from bot.buttons import Button, button
from bot.records import people, why_not
from bot.records.consents import Purpose
from bot.records.homework import Homework
from bot.rules.homework import Rhythm
from bot.rules.homework_ends import last_day
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.homework_times import end_of, next_at


def choices(turn: Turn, row: Homework) -> list[Button]:
    once = _("Just once") if next_at(turn, row) else _("Just this once")
    return [
        *(_choice(row, each) for each in (Rhythm.DAILY, Rhythm.WEEKDAYS, Rhythm.WEEKLY)),
        button(once, "homework_rhythm:choose", row.id, Rhythm.ONCE.value),
    ]


def answers_to_suggestion(row: Homework) -> list[Button]:
    """Yes to it, or the way to every other rhythm: the first note has its own question."""
    assert row.proposed_rhythm is not None, "see suggested"
    return [_choice(row, row.proposed_rhythm), how_often_button(row)]


def _choice(row: Homework, rhythm: Rhythm) -> Button:
    label = {
        Rhythm.DAILY: _("Every day"),
        Rhythm.WEEKDAYS: _("Monday to Friday"),
        Rhythm.WEEKLY: _("Once a week"),
    }[rhythm]
    return button(label, "homework_rhythm:choose", row.id, rhythm.value)


def how_often_button(row: Homework) -> Button:
    return button(_("How often?"), "homework_rhythm:ask", row.id)


def back_button(row: Homework, before: Rhythm) -> Button:
    """To the rhythm as it was before two were ignored."""
    label = {
        Rhythm.DAILY: _("Every day again"),
        Rhythm.WEEKDAYS: _("Monday to Friday again"),
        Rhythm.WEEKLY: _("Once a week again"),
    }[before]
    return button(label, "homework_rhythm:choose", row.id, before.value)


def often(rhythm: Rhythm) -> str:
    """What is asked again and again, as it stands in a sentence."""
    return {
        Rhythm.DAILY: _("every day"),
        Rhythm.WEEKDAYS: _("every day from Monday to Friday"),
        Rhythm.WEEKLY: _("once a week"),
    }[rhythm]


def suggested(turn: Turn, row: Homework) -> str:
    """What the psychologist proposed, while nothing else was chosen; empty for nothing."""
    if row.proposed_rhythm in (None, Rhythm.ONCE) or row.is_repeated:
        return ""
    assert row.proposed_rhythm is not None, "asked above"
    said = (
        _("{name} suggests {often}, {end}. You choose.")
        if (end := _end(turn, row))
        else _("{name} suggests {often}. You choose.")
    )
    name = called(people.get(turn.db, row.psychologist_id).name)
    return said.format(name=name, often=often(row.proposed_rhythm), end=end)


def comes_next(turn: Turn, row: Homework) -> str:
    """When it is asked about, as it is planned; empty for not at all."""
    at = next_at(turn, row)
    if at is None or why_not.held(turn.db, turn.person, at, Purpose.HOMEWORK) is not None:
        return ""
    when = turn.words.within(at, turn.now)
    if not row.is_repeated:
        return _("I'll ask about it {when}.").format(when=when)
    said = (
        _("I'll ask {often}, {end}. Next time: {when}.")
        if (end := _end(turn, row))
        else _("I'll ask {often}. Next time: {when}.")
    )
    return said.format(often=often(row.rhythm), end=end, when=when)


def _end(turn: Turn, row: Homework) -> str:
    """«until you meet»: as it stands in a sentence; empty where no end is known."""
    until = end_of(turn, row)
    if until is None:
        return ""
    if row.until_at is None:
        return _("until you meet")
    return _("until {day}").format(day=turn.words.far_day(last_day(until), turn.now))

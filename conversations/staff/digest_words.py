"""What the week in numbers says, and the words that stand for its picture."""

from datetime import datetime, timedelta

from bot.charts import WeeksOfCases
from bot.rules.case_figures import WEEKS_DRAWN, Figures, Waits, Week, working_day, year_before
from bot.rules.practice import Practice
from bot.rules.routing import Kind
from bot.texts import TimeWords, _

_HOUR = timedelta(hours=1)
_MIDDAY = timedelta(hours=12)  # so that a day is the same one in the reader's zone
# From so much of a day on hours aren't counted any more.
_MOST_OF_A_DAY = 0.75


def head(since: datetime, until: datetime) -> str:
    """All that a locked telephone shows."""
    weeks = round((until - since) / timedelta(days=7))
    if weeks <= 1:
        return _("Your week in numbers.")
    return _("Your last {count} weeks in numbers.").format(count=weeks)


def digest(
    words: TimeWords, practice: Practice, found: Figures, since: datetime, until: datetime
) -> str:
    days = _("{first} to {last}: {sent} sent, {closed} closed.").format(
        first=words.day(since + _MIDDAY),
        last=words.day(until - _MIDDAY),
        sent=found.sent,
        closed=found.closed,
    )
    now = _("Open now: {open}. Past a promised time: {overdue}.").format(
        open=found.open_now, overdue=found.overdue
    )
    return "\n".join(
        [head(since, until), days, now, *_waits(practice, found), *_kinds(words, practice, found, until)]
    )  # fmt: skip


def _waits(practice: Practice, found: Figures) -> list[str]:
    if found.look is None:
        return []
    lines = [
        _("Of what was sent in the last {count} weeks, in the practice's hours:").format(
            count=WEEKS_DRAWN
        ),
        _line(practice, found.look, _("First look: {time}.")),
    ]
    if found.answer is not None:
        lines.append(_line(practice, found.answer, _("First answer: {time}.")))
    return lines


def _line(practice: Practice, waits: Waits, text: str) -> str:
    day = working_day(practice.hours)
    middle, longest = _span(waits.middle, day), _span(waits.longest, day)
    both = _("{middle} as a rule, {longest} at most").format(middle=middle, longest=longest)
    said = text.format(time=middle if middle == longest else both)
    if not waits.promised:
        return said
    kept = _("In time: {kept} of {promised}.").format(kept=waits.kept, promised=waits.promised)
    return f"{said} {kept}"


def _span(worked: timedelta, day: timedelta) -> str:
    """«about 3 hours», «about a working day»: in the middle of a sentence."""
    if worked < _HOUR:
        return _("less than an hour")
    if worked < _MOST_OF_A_DAY * day:
        count, one, many = round(worked / _HOUR), _("about an hour"), _("about {count} hours")
    else:
        count, one = round(worked / day), _("about a working day")
        many = _("about {count} working days")
    return one if count <= 1 else many.format(count=count)


def _kinds(words: TimeWords, practice: Practice, found: Figures, until: datetime) -> list[str]:
    if not found.kinds:
        return []
    last = year_before(until, practice.zone)[1] - _MIDDAY
    counts = [
        _("{kind} {count} or more").format(kind=kind_words(kind), count=count)
        for kind, count in found.kinds
    ]
    return [
        _("By kind, in the year to {day}: {counts}.").format(
            day=words.day(last), counts=", ".join(counts)
        )
    ]


def kind_words(kind: Kind) -> str:
    return {
        Kind.RELATIONSHIP: _("how it is between the two"),
        Kind.APPROACH: _("the way of working"),
        Kind.CONDUCT: _("something that wasn't OK"),
        Kind.CHANGE: _("another psychologist"),
        Kind.PRACTICAL: _("practical matters"),
        Kind.OTHER: _("something else"),
    }[kind]


# --- the picture


def picture(words: TimeWords, weeks: tuple[Week, ...]) -> tuple[WeeksOfCases, str]:
    """What is drawn, and all of it in words."""
    drawn = WeeksOfCases(
        labels=tuple(words.short_day(week.starts_at + _MIDDAY) for week in weeks),
        sent=tuple(week.sent for week in weeks),
        closed=tuple(week.closed for week in weeks),
        open=tuple(week.open_at_end for week in weeks),
        names=(_("Sent"), _("Closed"), _("Open at week's end")),
    )
    said = _(
        "Week by week, from {first} to {last}.\n"
        "Sent: {sent}.\nClosed: {closed}.\nOpen at the week's end: {open}."
    ).format(
        first=drawn.labels[0],
        last=drawn.labels[-1],
        sent=_row(drawn.sent),
        closed=_row(drawn.closed),
        open=_row(drawn.open),
    )
    return drawn, said


def _row(numbers: tuple[int, ...]) -> str:
    return ", ".join(str(number) for number in numbers)

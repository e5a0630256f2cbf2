"""What `check` finds about public holidays and the practice's own closed days."""

from datetime import date, datetime

from bot.commands.findings import Finding, ok, warn
from bot.rules.closed_days import ClosedDays, has_holidays, keeps_holidays, regions_of
from bot.settings import Settings


def check_holidays(settings: Settings, now: datetime) -> list[Finding]:
    """On days that nobody knows of, alerts would ring and promises would be broken."""
    practice = settings.practice()
    closed = practice.hours.closed
    today = now.astimezone(practice.zone).date()
    if not keeps_holidays(settings.practice_holidays):
        return [ok("holidays", "PRACTICE_HOLIDAYS is none: you work on them"), *_own(closed, today)]
    return [_public(closed, today), *_own(closed, today)]


def _public(closed: ClosedDays, today: date) -> Finding:
    if not closed.country:
        return warn("holidays", "PRACTICE_COUNTRY is not set; no public holidays are known")
    if not has_holidays(closed.country):
        why = f"none are known for {closed.country}; PRACTICE_CLOSED can name them"
        return warn("holidays", why)
    found = closed.next_holiday(today)
    said = f"next {found[1]}, {_in_words(found[0])}" if found else "none in sight"
    regions = regions_of(closed.country)
    if regions and not closed.region:
        why = f"PRACTICE_REGION is not set, and some regions have their own: {', '.join(regions)}"
        return warn("holidays", f"{said}; {why}")
    return ok("holidays", said)


def _own(closed: ClosedDays, today: date) -> list[Finding]:
    if not closed.own:
        return []
    ahead = [each for each in closed.own if each.last >= today]
    if not ahead:
        return [warn("closed days", "PRACTICE_CLOSED names no day that is still to come")]
    first = min(ahead, key=lambda each: each.first)
    until = f" to {_in_words(first.last)}" if first.last > first.first else ""
    return [ok("closed days", f"next {_in_words(first.first)}{until}")]


def _in_words(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"

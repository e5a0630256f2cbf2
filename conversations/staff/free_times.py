"""Times that could be offered for a client's wish: on the wished day, or on the next days."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.records.people import Person
from bot.records.therapy_sessions import TherapySession
from bot.records.time_requests import TimeRequest
from bot.rules.free_times import free_starts, nearest, spread
from bot.rules.typed_dates import Moment
from bot.turn import Turn
from conversations.given_times import busy_around, stands
from conversations.wishes import parts_of_day, wished

MOST = 4
_DAYS_AHEAD = 7
_DAY = timedelta(days=1)
_NOON, _EVENING = 12, 17


def suggestions(
    turn: Turn, request: TimeRequest, row: TherapySession, client: Person
) -> list[datetime]:
    """Up to four free times; none where the wish isn't understood."""
    moments = wished(turn, client, request, row)
    if moments:
        found = {each for moment in moments for each in _near(turn, row, client, moment)}
        return sorted(found)[:MOST]
    fits = _part_of_day(turn, client, request)
    return [] if fits is None else _one_a_day(turn, row, client, fits)


def _near(turn: Turn, row: TherapySession, client: Person, moment: Moment) -> list[datetime]:
    """Free times of the day, as the client's clocks have it, that suit what was said of it."""
    zone = ZoneInfo(client.time_zone) if client.time_zone else turn.practice.zone
    day = moment.at.astimezone(zone).date()
    around = (day - _DAY, day, day + _DAY)
    free = [
        each
        for each in _free(turn, row, client, around)
        if each.astimezone(zone).date() == day and not (moment.or_later and each < moment.at)
    ]
    if moment.has_time and not moment.or_later:
        return nearest(free, moment.at, MOST)
    return spread(free, MOST)


def _part_of_day(
    turn: Turn, client: Person, request: TimeRequest
) -> Callable[[datetime], bool] | None:
    """Which hours fit, where the client tapped a part of the day."""
    zone = ZoneInfo(client.time_zone) if client.time_zone else turn.practice.zone
    with turn.speaking_to(client):
        parts = parts_of_day()
    hours = dict(zip(parts, ((0, _NOON), (_NOON, _EVENING), (_EVENING, 24), (0, 24)), strict=True))
    span = hours.get(request.wish or "")
    return None if span is None else lambda each: span[0] <= each.astimezone(zone).hour < span[1]


def _one_a_day(
    turn: Turn, row: TherapySession, client: Person, fits: Callable[[datetime], bool]
) -> list[datetime]:
    """Of the week that begins tomorrow, or with the next day on which somebody is there."""
    tomorrow = turn.now.astimezone(turn.practice.zone).date() + _DAY
    first = turn.practice.hours.next_open_day(tomorrow) or tomorrow
    found: list[datetime] = []
    for offset in range(_DAYS_AHEAD):
        free = filter(fits, _free(turn, row, client, [first + timedelta(days=offset)]))
        found += list(free)[:1]
    return found[:MOST]


def _free(turn: Turn, row: TherapySession, client: Person, days: Sequence[date]) -> list[datetime]:
    spans = [span for day in days for span in turn.practice.hours.spans_of(day)]
    if not spans:
        return []
    busy = busy_around(turn, row, client, spans[0][0], spans[-1][1])
    length = timedelta(minutes=row.minutes)
    ahead = free_starts(spans, busy, length, turn.practice.zone)
    own = row.starts_at if stands(row, turn.now) else None
    return [each for each in ahead if each > turn.now and each != own]

"""What a client's wish for another time means, where its words are understood."""

from collections.abc import Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.records.people import Person
from bot.records.therapy_sessions import TherapySession
from bot.records.time_requests import RequestKind, TimeRequest
from bot.rules.due import day_of
from bot.rules.typed_dates import Moment
from bot.texts import _
from bot.turn import Turn
from conversations.typed_times import FURTHEST, reader_for

_SHORTEST = 2  # a letter alone is no day


def parts_of_day() -> tuple[str, str, str, str]:
    """What can be tapped instead of written, as the office reads it."""
    return _("mornings"), _("afternoons"), _("evenings"), _("any time this week")


def understood(turn: Turn, client: Person, request: TimeRequest) -> list[Moment]:
    """The days and times of a wish, read as of when it was written; empty where any isn't clear."""
    wish = request.wish or ""
    if len(wish.strip()) < _SHORTEST:
        return []
    reader = reader_for(turn, client, request.asked_at)
    moments = without_bare_days(reader.moments(wish), reader.zone)
    today = request.asked_at - timedelta(days=1)
    furthest = request.asked_at + FURTHEST
    if any(each.at > furthest for each in moments):
        return []
    over = [each for each in moments if each.at < (request.asked_at if each.has_time else today)]
    return [] if over else moments


def wished(turn: Turn, client: Person, request: TimeRequest, row: TherapySession) -> list[Moment]:
    """The same, and for a time that is wanted back that time, while it is ahead."""
    if request.kind is RequestKind.BACK:
        return [Moment(row.starts_at, has_time=True)] if row.starts_at > turn.now else []
    return understood(turn, client, request)


def without_bare_days(moments: Sequence[Moment], zone: ZoneInfo) -> list[Moment]:
    """«Thursday 10 December, 4:00 pm» is one time: a day that the next one gives the hour of."""
    following = [*moments[1:], None][: len(moments)]
    return [
        each
        for each, after in zip(moments, following, strict=True)
        if not (after and not each.has_time and after.has_time and _is_within(each, after, zone))
    ]


def _is_within(day: Moment, time: Moment, zone: ZoneInfo) -> bool:
    return day_of(day.at, zone) == day_of(time.at, zone)

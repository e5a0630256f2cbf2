"""Whether somebody may be sent what they didn't ask for: held, paused, quiet hours, too much."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.records import danger_alerts, sent_messages
from bot.records.people import Telephone
from bot.rules.due import local_instant
from bot.rules.measure import WEEK, Unasked, next_allowed_at
from bot.turn import Turn


def allowed_at(turn: Turn, kind: Unasked, wished: datetime | None = None) -> datetime | None:
    """When the person of this turn may next be sent something unasked; `turn.now` for now.

    `wished` asks for the first instant from then on instead, as far as can be known now.

    None for not at all, until they do something: they stopped messages, blocked the bot, or others
    see the telephone. A later instant is to be asked about again when it has come. Messages about
    sessions don't come here.
    """
    at = chosen_at(turn, wished)
    if at is None or danger_alerts.is_open(turn.db, turn.person.id):
        return at
    clocks = turn.person.clocks(turn.practice)
    sent = sent_messages.unasked_since(turn.db, turn.person.id, turn.now - WEEK)
    return clocks.once_not_quiet(next_allowed_at(sent, at, clocks.zone))


def chosen_at(turn: Turn, wished: datetime | None = None) -> datetime | None:
    """The same for what this person chose the hour of: all holds but the measure."""
    person = turn.person
    is_away = person.stopped_at is not None or person.unreachable_at is not None
    if is_away or person.telegram_id is None or person.telephone is not Telephone.OWN:
        return None
    clocks = person.clocks(turn.practice)
    if danger_alerts.is_open(turn.db, person.id):
        a_day_later = _a_day_later(turn.now, clocks.zone)
        return clocks.once_not_quiet(max(a_day_later, wished or turn.now))
    return clocks.once_not_quiet(max(wished or turn.now, person.paused_until or turn.now))


def _a_day_later(instant: datetime, zone: ZoneInfo) -> datetime:
    local = instant.astimezone(zone)
    return local_instant(local.date() + timedelta(days=1), local.time(), zone)

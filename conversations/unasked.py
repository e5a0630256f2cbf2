"""Whether somebody may be sent what they didn't ask for: held, paused, quiet hours, too much."""

from datetime import datetime

from bot.records import danger_alerts, planned_unasked, sent_messages
from bot.records.people import Telephone
from bot.rules.measure import COUNTS_FOR, Unasked, Wish, unasked_at
from bot.turn import Turn


def allowed_at(
    turn: Turn, kind: Unasked, wished: datetime | None = None, until: datetime | None = None
) -> datetime | None:
    """When the person of this turn may next be sent something unasked; `turn.now` for now.

    `wished` asks for the first instant from then on instead, as far as can be known now; from
    `until` on it is of no use any more.

    None for not at all, until they do something: they stopped messages, blocked the bot, or others
    see the telephone; or because no day is left before `until`. A later instant is to be asked
    about again when it has come. Messages about sessions don't come here.
    """
    person = turn.person
    is_away = person.stopped_at is not None or person.unreachable_at is not None
    if is_away or person.telegram_id is None or person.telephone is not Telephone.OWN:
        return None
    clocks = person.clocks(turn.practice)
    held_until = max(turn.now, person.paused_until or turn.now)
    if danger_alerts.is_open(turn.db, person.id):
        held_until = max(held_until, clocks.days_later(turn.now, 1))
    wish = Wish(kind, wished or turn.now, until)
    return unasked_at(
        wish,
        clocks,
        sent=sent_messages.unasked_since(turn.db, person.id, turn.now - COUNTS_FOR),
        planned=planned_unasked.more_urgent(turn.db, person, wish, held_until),
        not_before=held_until,
    )

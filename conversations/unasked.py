"""Whether somebody may be sent what they didn't ask for: held, paused, quiet hours, too much."""

from datetime import datetime, timedelta

from bot.records import danger_alerts, danger_questions, planned_unasked, sent_messages
from bot.records.people import Telephone
from bot.rules.measure import COUNTS_FOR, Unasked, Wish, unasked_at
from bot.turn import Turn

_SILENCE_IS_TOLD = timedelta(minutes=1)  # so long it may take


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
    if not _is_reached(turn):
        return None
    person, held_until = turn.person, _held_until(turn)
    wish = Wish(kind, wished or turn.now, until)
    return unasked_at(
        wish,
        person.clocks(turn.practice),
        sent=sent_messages.unasked_since(turn.db, person.id, turn.now - COUNTS_FOR),
        planned=planned_unasked.more_urgent(turn.db, person, wish, held_until),
        not_before=held_until,
    )


def chosen_at(turn: Turn, wished: datetime | None = None) -> datetime | None:
    """The same for what this person chose the hour of: all holds but the measure."""
    if not _is_reached(turn):
        return None
    earliest = max(wished or turn.now, _held_until(turn))
    return turn.person.clocks(turn.practice).once_not_quiet(earliest)


def _is_reached(turn: Turn) -> bool:
    person = turn.person
    is_away = person.stopped_at is not None or person.unreachable_at is not None
    return not is_away and person.telegram_id is not None and person.telephone is Telephone.OWN


def _held_until(turn: Turn) -> datetime:
    """Now, or the end of a pause; another day while somebody sees to their danger, and until it is
    known whether there is any."""
    person = turn.person
    held_until = max(turn.now, person.paused_until or turn.now)
    if danger_alerts.is_open(turn.db, person.id):
        return max(held_until, person.clocks(turn.practice).days_later(turn.now, 1))
    asked_until = danger_questions.open_until(turn.db, person.id)
    return held_until if asked_until is None else max(held_until, asked_until + _SILENCE_IS_TOLD)

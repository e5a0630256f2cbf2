"""Danger that can't be told in Telegram to somebody on duty: by mail, besides whoever is told there."""

from datetime import datetime

from bot.records import audit, danger_alerts
from bot.records.danger_alerts import DangerAlert
from bot.records.people import Person
from bot.turn import Turn
from conversations import duty_hours
from conversations.by_mail import mail_instead


def mail_on_duty(turn: Turn, alert: DangerAlert) -> None:
    """Mail to those on duty who can't be told here: now, or when their hours begin.

    Where nobody can be told here at all, to each of them at once, whatever the hour. Whom an open
    case of this client is about gets none, as they are told of nothing.
    """
    kept_out = danger_alerts.kept_from(turn.db, alert)
    named, by_role = (
        [each for each in chosen if each[0].id not in kept_out]
        for chosen in (duty_hours.by_name(turn), duty_hours.by_role(turn))
    )
    usual = named if any(_can_be_told(person) for person, _hours in named) else [*named, *by_role]
    is_anybody_told = any(_can_be_told(person) for person, _hours in usual)
    missed: dict[int, tuple[datetime, Person]] = {}
    for person, hours in usual:
        if _can_be_told(person) or (is_anybody_told and person.is_away(turn.now)):
            continue
        begins = (hours.next_opening(turn.now) or turn.now) if is_anybody_told else turn.now
        known_at, _known = missed.get(person.id, (begins, person))
        missed[person.id] = (min(begins, known_at), person)
    for due_at, person in missed.values():
        if mail_instead(turn, person, alert.topic, due_at, is_danger=True):
            audit.note(turn.db, turn.now, person.id, "mailed", alert)


def _can_be_told(person: Person) -> bool:
    return person.telegram_id is not None and person.unreachable_at is None

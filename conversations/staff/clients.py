"""Clients who could not be reached: what didn't arrive is told to somebody who can phone."""

from datetime import datetime, timedelta

from bot.conversation import Conversation, Timer
from bot.records import cases, people, therapy_sessions
from bot.records.alarms import raise_alarm
from bot.records.case_entries import CaseEntry
from bot.records.cases import Case
from bot.records.danger_alerts import DangerAlert
from bot.records.outbox import OutboxKind, OutboxRow
from bot.records.people import STAFF, Person, Role
from bot.rules.names import listed
from bot.texts import _
from bot.turn import Turn
from conversations import running_late
from conversations.danger import alert_failed
from conversations.staff import case_hearing, imports, taking

_TIME_TO_PHONE = timedelta(hours=1)


def blocked(turn: Turn) -> None:
    """Somebody has blocked the bot: told in practice hours, while a telephone call still helps."""
    _tell_managers(turn, turn.person, f"person:{turn.person.id}")
    if turn.roles & STAFF:
        for case in cases.open_to(turn.db, turn.person.id):
            taking.moves_on(turn, cases.lock(turn.db, case), turn.person)


def not_delivered(turn: Turn, row: OutboxRow) -> None:
    """A message will never arrive."""
    what = f"{row.__tablename__}:{row.id}"
    if row.person_id is None:
        raise_alarm(turn.db, turn.practice, f"undeliverable {what}", turn.now)
        return
    person = people.get(turn.db, row.person_id)
    table = (row.topic or "").partition(":")[0]
    if row.kind is OutboxKind.FETCH:
        return imports.not_fetched(turn, row)
    # That a message about a case was refused would say that there is a case (law 7).
    if (
        table not in (Case.__tablename__, CaseEntry.__tablename__)
        or person.unreachable_at is not None
    ):
        _tell_managers(turn, person, what)
    if running_late.is_about(row):
        running_late.never_arrived(turn, row)
    if table == DangerAlert.__tablename__:
        alert_failed(turn, row)
    if table == Case.__tablename__:
        taking.not_delivered(turn, row)
    if table == CaseEntry.__tablename__:
        case_hearing.never_arrived(turn, row)


def _tell_managers(turn: Turn, person: Person, what: str) -> None:
    """The managers hear of whom, once for each time that somebody can't be reached."""
    told = [_tell(turn, manager, person, what) for manager in _others(turn, person)]
    if not any(told):
        raise_alarm(turn.db, turn.practice, f"nobody to tell of {what}", turn.now)


def _others(turn: Turn, person: Person) -> list[Person]:
    """The managers, or the senior psychologists where the only manager is the one not reached."""
    for role in (Role.MANAGER, Role.SENIOR):
        found = [
            each
            for each in people.holders(turn.db, role)
            if each.id != person.id and each.unreachable_at is None
        ]
        if found:
            return found
    return []


def _tell(turn: Turn, manager: Person, person: Person, what: str) -> bool:
    since = person.unreachable_at
    is_staff = bool(people.roles_of(turn.db, person) & STAFF)
    name = person.name if is_staff else listed(person.name)
    with turn.speaking_to(manager) as words:
        if since is None:  # Telegram refused this one message
            text = _("A message to {name} didn't arrive. Please phone if it matters.").format(
                name=name
            )
        else:
            text = _(
                "{name} can't be reached here since {when}. Please phone if it matters."
            ).format(name=name, when=words.day_and_time(since))
        cause = what if since is None else since.isoformat()
        key = f"unreachable:{person.id}:{cause}:{manager.id}"
        topic = None if since is None else person.unreachable_topic
        rings_at = _rings_at(turn, person)
        draft = turn.alert(silent=rings_at is None, due_at=rings_at, dedupe_key=key, topic=topic)
        return turn.tell(manager, text, draft=draft) is not None


def _rings_at(turn: Turn, person: Person) -> datetime | None:
    """Now, or as the practice opens: a manager's telephone rings in its hours only.

    None for at once and without a sound, where a session begins before anybody could phone.
    """
    opens_at = turn.practice.hours.next_opening(turn.now)
    starts_at = therapy_sessions.next_after(turn.db, person.id, turn.now)
    if opens_at is None or opens_at == turn.now:
        return opens_at
    return None if starts_at is not None and starts_at < opens_at + _TIME_TO_PHONE else opens_at


CONVERSATION = Conversation(
    name="clients",
    timers={"not_delivered": Timer(OutboxRow.failure_due_at, not_delivered)},
)

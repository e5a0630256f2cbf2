"""Who hears of danger: it rings for whoever is on duty, and for the others when their hours begin."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.buttons import button
from bot.records import danger_alerts, people
from bot.records.alarms import raise_alarm
from bot.records.danger_alerts import DangerAlert
from bot.records.outbox import Priority
from bot.records.people import STAFF, Person, Role
from bot.rules.working_hours import WorkingHours
from bot.texts import _
from bot.turn import Conversation, Timer, Turn

RINGS_AGAIN_AFTER = timedelta(minutes=10)


@dataclass(frozen=True)
class Watch:
    """Somebody who can be told, and the hours in which it rings for them."""

    person: Person
    hours: Sequence[WorkingHours]

    def is_on(self, now: datetime) -> bool:
        return any(hours.is_open(now) for hours in self.hours)

    def next_on(self, now: datetime) -> datetime | None:
        starts = (hours.next_opening(now) for hours in self.hours)
        return min((start for start in starts if start is not None), default=None)


@dataclass(frozen=True)
class Told:
    """Who is told of danger as it stands now."""

    on_duty: Sequence[Person]
    later: Sequence[Person]
    next_at: datetime | None  # when the first of them is on duty; None if never, or if one is now

    def __bool__(self) -> bool:
        return bool(self.on_duty or self.later)

    @property
    def names(self) -> str:
        """Those on duty."""
        return _(" and ").join(each.name for each in self.on_duty)


def watches(turn: Turn, alert: DangerAlert) -> list[Watch]:
    """Those whom ON_DUTY names; if it names nobody who can be reached, managers and seniors."""
    by_name = [
        (person, duty.hours)
        for duty in turn.practice.on_duty
        for person in people.named(turn.db, duty.name, STAFF)
    ]
    by_role = [
        (person, turn.practice.hours)
        for role in (Role.MANAGER, Role.SENIOR)
        for person in people.holders(turn.db, role)
    ]
    kept_out = danger_alerts.kept_from(turn.db, alert)
    return _reachable(by_name, kept_out) or _reachable(by_role, kept_out)


def _reachable(
    chosen: Sequence[tuple[Person, WorkingHours]], kept_out: frozenset[int]
) -> list[Watch]:
    persons = {
        person.id: person
        for person, _hours in chosen
        if person.telegram_id is not None
        and person.unreachable_at is None
        and person.id not in kept_out
    }
    return [
        Watch(person, [hours for each, hours in chosen if each.id == person.id])
        for person in persons.values()
    ]


def standing(turn: Turn, alert: DangerAlert) -> Told:
    """Who is told of this danger, without telling anybody anything."""
    return _told(watches(turn, alert), turn.now)


def _told(chosen: Sequence[Watch], now: datetime) -> Told:
    on_duty = [each.person for each in chosen if each.is_on(now)]
    later = [each.person for each in chosen if not each.is_on(now)]
    starts = [start for each in chosen if (start := each.next_on(now)) is not None]
    return Told(on_duty, later, None if on_duty else min(starts, default=None))


def tell(turn: Turn, alert: DangerAlert, write: Callable[[], str], *, rings: bool = True) -> Told:
    """Tell everybody who is to be told; `write` is called in the reader's language.

    It rings for those on duty. The others get it silently, and it rings when their hours begin
    unless somebody has opened it by then.
    """
    chosen = watches(turn, alert)
    for each in chosen:
        is_on = each.is_on(turn.now)
        _write_to(turn, alert, each.person, write, silent=not (rings and is_on))
        start = each.next_on(turn.now)
        if rings and not is_on and start is not None:
            _write_to(turn, alert, each.person, write, due_at=start)
    if not chosen:
        raise_alarm(turn.db, turn.practice, f"nobody to tell of {alert.topic}", turn.now)
    return _told(chosen, turn.now)


def _write_to(
    turn: Turn,
    alert: DangerAlert,
    person: Person,
    write: Callable[[], str],
    *,
    silent: bool = False,
    due_at: datetime | None = None,
) -> None:
    with turn.speaking_to(person):
        draft = turn.alert(
            silent=silent, priority=Priority.DANGER, topic=alert.topic, due_at=due_at
        )
        turn.tell(person, write(), [button(_("Open"), "danger_alerts:look", alert.id)], draft=draft)


def raise_and_tell(turn: Turn, words: str, *, from_others: bool) -> tuple[DangerAlert, Told]:
    """A new alert from whoever this turn is about, told to those who are to hear of it."""
    alert = danger_alerts.raise_alert(
        turn.db,
        person_id=turn.somebody.id if turn.somebody else None,
        chat_id=turn.chat_id,
        words=words,
        now=turn.now,
        from_others=from_others,
    )
    turn.note("danger", alert)
    told = tell(turn, alert, lambda: _("Urgent. Please open now."))
    first_rings_at = turn.now if told.on_duty else told.next_at
    if first_rings_at is not None:
        alert.ring_again_at = first_rings_at + RINGS_AGAIN_AFTER
    return alert, told


# --- nobody opens it


def ring_again(turn: Turn, alert: DangerAlert) -> None:
    """Ten minutes and nobody has opened it: once more for everybody on duty, then the operator."""
    if alert.opened_at is not None or alert.cleared_at is not None:
        return
    chosen = watches(turn, alert)
    on_duty = [each.person for each in chosen if each.is_on(turn.now)]
    if not on_duty:  # their hours ended meanwhile; it rings when the next ones begin
        next_at = _told(chosen, turn.now).next_at
        alert.ring_again_at = next_at + RINGS_AGAIN_AFTER if next_at else None
        return
    for person in on_duty:
        _write_to(
            turn, alert, person, lambda: _("Urgent, and nobody has opened it. Please open now.")
        )
    alert.alarm_at = turn.now + RINGS_AGAIN_AFTER


def alarm_operator(turn: Turn, alert: DangerAlert) -> None:
    if alert.opened_at is None and alert.cleared_at is None:
        raise_alarm(turn.db, turn.practice, f"nobody has opened {alert.topic}", turn.now)


CONVERSATION = Conversation(
    name="on_duty",
    timers={
        "ring_again": Timer(DangerAlert.ring_again_at, ring_again),
        "alarm_operator": Timer(DangerAlert.alarm_at, alarm_operator),
    },
)

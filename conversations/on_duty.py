"""Who hears of danger: it rings for whoever is on duty, and for the others when their hours begin."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from bot.buttons import button
from bot.records import audit, danger_alerts
from bot.records.alarms import raise_alarm
from bot.records.danger_alerts import DangerAlert
from bot.records.outbox import Priority
from bot.records.people import Person
from bot.rules.due import day_of, local_instant
from bot.rules.duty import Watcher, who_is_told
from bot.rules.working_hours import WorkingHours
from bot.texts import _
from bot.turn import Turn
from conversations import duty_hours
from conversations.duty_mails import mail_on_duty

RINGS_AGAIN_AFTER = timedelta(minutes=10)
ASKED_AS_WELL = (
    "asked as well"  # in the audit: nobody had opened it, and they aren't on duty by name
)
# No reminder of what somebody has opened comes earlier in the day.
_DAY_BEGINS = time(8)


@dataclass(frozen=True)
class Watch:
    """Somebody who can be told, and the hours in which it rings for them."""

    person: Person
    hours: Sequence[WorkingHours]
    asked_in: Sequence[WorkingHours] = ()  # besides, since nobody opened this alert in time
    is_stand_in: bool = False  # for somebody who is on duty and away, or who didn't open it
    is_rung_away: bool = False  # although they are away, for nobody else is there

    def is_on(self, now: datetime) -> bool:
        return not self.person.is_away(now) and self.has_hours(now)

    def has_hours(self, now: datetime) -> bool:
        return any(hours.is_open(now) for hours in (*self.hours, *self.asked_in))

    def rings(self, now: datetime) -> bool:
        return self.is_rung_away or self.is_on(now)

    def next_on(self, now: datetime) -> datetime | None:
        """When they are there next, in their hours; now if they are."""
        back_at = max(self.person.away_until or now, now)
        starts = (hours.next_opening(back_at) for hours in (*self.hours, *self.asked_in))
        return min((start for start in starts if start is not None), default=None)

    def on_after(self, now: datetime) -> datetime | None:
        """When hours of theirs begin next, whether or not they are on duty now."""
        if self.person.is_away(now) and not self.is_rung_away:
            return self.next_on(now)
        starts = (hours.opening_after(now) for hours in (*self.hours, *self.asked_in))
        return min((start for start in starts if start is not None), default=None)


@dataclass(frozen=True)
class Told:
    """Who is told of danger as it stands now."""

    on_duty: Sequence[Person]
    later: Sequence[Person]
    next_at: datetime | None  # when the first of them is on duty; None if never, or if one is now
    is_on_call: bool = True  # those on duty are so by name, not because they work here

    def __bool__(self) -> bool:
        return bool(self.on_duty or self.later)

    @property
    def names(self) -> str:
        """Those on duty."""
        return _(" and ").join(each.name for each in self.on_duty)


def watches(turn: Turn, alert: DangerAlert | None) -> list[Watch]:
    """Those on duty by name; where none of them can be reached, managers and seniors.

    Who is away is left out where somebody else can be rung (rules.duty.who_is_told). Whoever was
    asked as well since nobody opened it belongs to them from then on. None: of an alert that
    whoever this turn is about might raise now.
    """
    kept_out = _kept_out(turn, alert)
    named = _reachable(duty_hours.by_name(turn), kept_out)
    others = _reachable(duty_hours.by_role(turn), kept_out)
    chosen = who_is_told(*([_watcher(each, turn.now) for each in one] for one in (named, others)))
    known = {each.person.id: each for each in (*others, *named)}
    regular = {each.person.id for each in named or others}
    asked = _asked_as_well(turn, alert)
    more = [
        each.person.id
        for each in others
        if each.person.id in asked - {*chosen.told} and not each.person.is_away(turn.now)
    ]
    return [
        replace(
            known[each],
            asked_in=[turn.practice.hours] if each in asked else (),
            is_stand_in=each not in regular or each in asked,
            is_rung_away=each in chosen.rung_away,
        )
        for each in (*chosen.told, *more)
    ]


def reserve(turn: Turn, alert: DangerAlert | None) -> list[Watch]:
    """Who is there by role in practice hours and is rung then only if nobody opens it."""
    is_rung = {
        each.person.id
        for each in watches(turn, alert)
        if turn.practice.hours in (*each.hours, *each.asked_in)
    }
    others = _reachable(duty_hours.by_role(turn), _kept_out(turn, alert))
    return [
        each
        for each in others
        if each.person.id not in is_rung and not each.person.is_away(turn.now)
    ]


def _kept_out(turn: Turn, alert: DangerAlert | None) -> frozenset[int]:
    if alert is not None:
        return danger_alerts.kept_from(turn.db, alert)
    return danger_alerts.excluded(turn.db, turn.somebody.id if turn.somebody else None)


def _asked_as_well(turn: Turn, alert: DangerAlert | None) -> set[int]:
    if alert is None:
        return set()
    entries = audit.acts_on(turn.db, alert, [ASKED_AS_WELL])
    return {each.person_id for each in entries if each.person_id is not None}


def _watcher(watch: Watch, now: datetime) -> Watcher:
    return Watcher(watch.person.id, watch.has_hours(now), watch.person.is_away(now))


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


def standing(turn: Turn, alert: DangerAlert | None) -> Told:
    """Who is told of this danger (see watches), without telling anybody anything."""
    return _told(turn, watches(turn, alert), alert)


def _told(turn: Turn, chosen: Sequence[Watch], alert: DangerAlert | None) -> Told:
    now = turn.now
    on_duty = [each.person for each in chosen if each.is_on(now)]
    later = [each.person for each in chosen if not each.is_on(now)]
    starts = [start for each in chosen if (start := each.next_on(now)) is not None]
    if alert is not None and chosen and (asks_at := asks_reserve_at(turn, alert)) is not None:
        starts.append(asks_at)
    stand_in = any(each.is_stand_in for each in chosen)
    is_on_call = not stand_in and bool(duty_hours.by_name(turn))
    return Told(on_duty, later, None if on_duty else min(starts, default=None), is_on_call)


def asks_reserve_at(turn: Turn, alert: DangerAlert) -> datetime | None:
    """When somebody else is asked as well if nobody opens it; None if there is nobody else.

    Ten minutes after it was raised at the earliest, and after it first rang for those on duty if
    their hours begin before that.
    """
    others = reserve(turn, alert) if alert.opened_at is None else []
    begins = [_first_ring(each, alert) for each in watches(turn, alert)]
    first_ring = min((each for each in begins if each is not None), default=None)
    start = _first_on(others, max(turn.now, alert.raised_at + RINGS_AGAIN_AFTER))
    if start is None or first_ring is None or first_ring > start:
        return start
    return _first_on(others, max(turn.now, first_ring + RINGS_AGAIN_AFTER))


def _first_ring(watch: Watch, alert: DangerAlert) -> datetime | None:
    return alert.raised_at if watch.is_rung_away else watch.next_on(alert.raised_at)


def _first_on(chosen: Sequence[Watch], at: datetime) -> datetime | None:
    starts = (each.next_on(at) for each in chosen)
    return min((start for start in starts if start is not None), default=None)


def tell(turn: Turn, alert: DangerAlert, write: Callable[[], str], *, rings: bool = True) -> Told:
    """Tell everybody who is to be told; `write` is called in the reader's language.

    It rings for those on duty. The others get it silently, and it rings when their hours begin
    unless somebody has opened it by then. Where all are away it rings for them at once.
    """
    chosen = watches(turn, alert)
    for each in chosen:
        is_on = each.is_on(turn.now)
        act = "rung" if rings and each.rings(turn.now) else "told silently"
        write_to(turn, alert, each.person, write, act=act)
        start = each.next_on(turn.now)
        if rings and not is_on and start is not None:
            write_to(turn, alert, each.person, write, act="to be rung", due_at=start)
    if rings:
        mail_on_duty(turn, alert)
    if not chosen:
        raise_alarm(turn.db, turn.practice, f"nobody to tell of {alert.topic}", turn.now)
        audit.note(turn.db, turn.now, None, "alarm: nobody to tell", alert)
    return _told(turn, chosen, alert)


def write_to(
    turn: Turn,
    alert: DangerAlert,
    person: Person,
    write: Callable[[], str],
    *,
    act: str,
    due_at: datetime | None = None,
) -> None:
    """Tell one person, and put into the audit that they were, and how."""
    with turn.speaking_to(person):
        draft = turn.alert(
            silent=act == "told silently",
            priority=Priority.DANGER,
            topic=alert.topic,
            due_at=due_at,
        )
        look = button(_("Open"), "danger_alerts:look", alert.id)
        if turn.tell(person, write(), [look], draft=draft) is not None:
            audit.note(turn.db, turn.now, person.id, act, alert)


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
    chosen = watches(turn, alert)
    if any(each.rings(turn.now) for each in chosen):
        first = [turn.now + RINGS_AGAIN_AFTER]
    else:
        starts = [each.next_on(turn.now) for each in chosen]
        first = [start + RINGS_AGAIN_AFTER for start in starts if start is not None]
    asks_at = asks_reserve_at(turn, alert)
    rings_at = [*first, *([asks_at] if asks_at is not None else [])]
    alert.ring_again_at = min(rings_at, default=next_day_at(turn))
    return alert, told


def next_day_at(turn: Turn) -> datetime:
    """When staff are reminded of what is open: the next day on which somebody is there, by day."""
    practice = turn.practice
    tomorrow = day_of(turn.now, practice.zone) + timedelta(days=1)
    begins = local_instant(tomorrow, _DAY_BEGINS, practice.zone)
    openings = (hours.next_opening(begins) for _person, hours in duty_hours.by_name(turn))
    on_duty_at = min((each for each in openings if each is not None), default=begins)
    return practice.hours.next_opening(begins) or on_duty_at

"""Who hears of danger: it rings for whoever is on duty, and for the others when their hours begin."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from bot.buttons import button
from bot.conversation import Conversation, Timer
from bot.records import danger_alerts, people
from bot.records.alarms import raise_alarm
from bot.records.danger_alerts import DangerAlert
from bot.records.outbox import Priority
from bot.records.people import STAFF, Person
from bot.rules.due import day_of, local_instant
from bot.rules.duty import Watcher, who_is_told
from bot.rules.working_hours import WorkingHours
from bot.texts import _
from bot.turn import Turn
from conversations import duty_hours
from conversations.duty_mails import mail_on_duty

RINGS_AGAIN_AFTER = timedelta(minutes=10)
# No reminder of what somebody has opened comes earlier in the day.
_DAY_BEGINS = time(8)


@dataclass(frozen=True)
class Watch:
    """Somebody who can be told, and the hours in which it rings for them."""

    person: Person
    hours: Sequence[WorkingHours]
    is_stand_in: bool = False  # for somebody who is on duty and away
    is_rung_away: bool = False  # although they are away, for nobody else is there

    def is_on(self, now: datetime) -> bool:
        return not self.person.is_away(now) and self.has_hours(now)

    def has_hours(self, now: datetime) -> bool:
        return any(hours.is_open(now) for hours in self.hours)

    def rings(self, now: datetime) -> bool:
        return self.is_rung_away or self.is_on(now)

    def next_on(self, now: datetime) -> datetime | None:
        """When they are there next, in their hours; now if they are."""
        back_at = max(self.person.away_until or now, now)
        starts = (hours.next_opening(back_at) for hours in self.hours)
        return min((start for start in starts if start is not None), default=None)

    def on_after(self, now: datetime) -> datetime | None:
        """When hours of theirs begin next, whether or not they are on duty now."""
        if self.person.is_away(now) and not self.is_rung_away:
            return self.next_on(now)
        starts = (hours.opening_after(now) for hours in self.hours)
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

    Who is away is left out where somebody else can be rung (rules.duty.who_is_told). None: of an
    alert that whoever this turn is about might raise now.
    """
    if alert is not None:
        kept_out = danger_alerts.kept_from(turn.db, alert)
    else:
        kept_out = danger_alerts.excluded(turn.db, turn.somebody.id if turn.somebody else None)
    named = _reachable(duty_hours.by_name(turn), kept_out)
    others = _reachable(duty_hours.by_role(turn), kept_out)
    chosen = who_is_told(*([_watcher(each, turn.now) for each in one] for one in (named, others)))
    known = {each.person.id: each for each in (*others, *named)}
    regular = {each.person.id for each in named or others}
    return [
        replace(
            known[each],
            is_stand_in=each not in regular,
            is_rung_away=each in chosen.rung_away,
        )
        for each in chosen.told
    ]


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
    return _told(turn, watches(turn, alert))


def _told(turn: Turn, chosen: Sequence[Watch]) -> Told:
    now = turn.now
    on_duty = [each.person for each in chosen if each.is_on(now)]
    later = [each.person for each in chosen if not each.is_on(now)]
    starts = [start for each in chosen if (start := each.next_on(now)) is not None]
    stand_in = any(each.is_stand_in for each in chosen)
    is_on_call = not stand_in and bool(duty_hours.by_name(turn))
    return Told(on_duty, later, None if on_duty else min(starts, default=None), is_on_call)


def tell(turn: Turn, alert: DangerAlert, write: Callable[[], str], *, rings: bool = True) -> Told:
    """Tell everybody who is to be told; `write` is called in the reader's language.

    It rings for those on duty. The others get it silently, and it rings when their hours begin
    unless somebody has opened it by then. Where all are away it rings for them at once.
    """
    chosen = watches(turn, alert)
    for each in chosen:
        is_on = each.is_on(turn.now)
        _write_to(turn, alert, each.person, write, silent=not (rings and each.rings(turn.now)))
        start = each.next_on(turn.now)
        if rings and not is_on and start is not None:
            _write_to(turn, alert, each.person, write, due_at=start)
    if rings:
        mail_on_duty(turn, alert)
    if not chosen:
        raise_alarm(turn.db, turn.practice, f"nobody to tell of {alert.topic}", turn.now)
    return _told(turn, chosen)


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
    has_rung = any(each.rings(turn.now) for each in watches(turn, alert))
    first_rings_at = turn.now if has_rung else told.next_at
    if first_rings_at is not None:
        alert.ring_again_at = first_rings_at + RINGS_AGAIN_AFTER
    else:
        alert.ring_again_at = next_day_at(turn)
    return alert, told


# --- nobody opens it, or nobody closes it


def ring_again(turn: Turn, alert: DangerAlert) -> None:
    """Ten minutes, and at each beginning of hours, until it is opened; then once a day until closed."""
    if alert.cleared_at is not None:
        return
    if alert.opened_at is not None:
        return _still_open(turn, alert)
    chosen = watches(turn, alert)
    next_at = _told(turn, chosen).next_at
    due = [each for each in chosen if each.rings(turn.now)]
    if not due and next_at is not None:  # their hours ended meanwhile; it rings in the next ones
        alert.ring_again_at = next_at + RINGS_AGAIN_AFTER
        return
    due = due or chosen  # who has no hours is told by day
    rung_now = [each for each in due if _has_just_begun(each, alert, turn.now)]
    for each in due:
        if each not in rung_now:
            _write_to(
                turn,
                alert,
                each.person,
                lambda: _("Urgent, and nobody has opened it. Please open now."),
            )
    if rung_now or not chosen:
        alert.ring_again_at = turn.now + RINGS_AGAIN_AFTER if chosen else next_day_at(turn)
        return
    alert.alarm_at = turn.now + RINGS_AGAIN_AFTER


def _has_just_begun(watch: Watch, alert: DangerAlert, now: datetime) -> bool:
    """Whether these are their first hours since it was raised: it rings for them then (`tell`)."""
    start = watch.next_on(alert.raised_at)
    return start is not None and alert.raised_at < start <= now < start + RINGS_AGAIN_AFTER


def alarm_operator(turn: Turn, alert: DangerAlert) -> None:
    """Then it waits for the next hours of somebody, as long as nobody opens it."""
    if alert.opened_at is not None or alert.cleared_at is not None:
        return
    zone = turn.practice.zone
    today, raised = day_of(turn.now, zone), day_of(alert.raised_at, zone)
    later = "" if today == raised else f" on {today}"  # one alarm a day
    raise_alarm(turn.db, turn.practice, f"nobody has opened {alert.topic}{later}", turn.now)
    starts = (each.on_after(turn.now) for each in watches(turn, alert))
    alert.ring_again_at = min(
        (start for start in starts if start is not None), default=next_day_at(turn)
    )


def next_day_at(turn: Turn) -> datetime:
    """When staff are reminded of what is open: the next day on which somebody is there, by day."""
    practice = turn.practice
    tomorrow = day_of(turn.now, practice.zone) + timedelta(days=1)
    begins = local_instant(tomorrow, _DAY_BEGINS, practice.zone)
    openings = (hours.next_opening(begins) for _person, hours in duty_hours.by_name(turn))
    on_duty_at = min((each for each in openings if each is not None), default=begins)
    return practice.hours.next_opening(begins) or on_duty_at


def _still_open(turn: Turn, alert: DangerAlert) -> None:
    """Who opened it is asked whether it is dealt with; where they can't be, or are away, the others."""
    opener = people.get(turn.db, alert.opened_by) if alert.opened_by is not None else None
    asked = [each.person for each in watches(turn, alert)]
    if opener is not None and _can_still_open(turn, alert, opener):
        asked = [opener]
    for person in asked:
        with turn.speaking_to(person):
            turn.tell(
                person,
                _(
                    "An urgent message is still open. Please close it when it is dealt with.\n"
                    "Until then I send that client no homework and no short questions."
                ),
                [button(_("Open"), "danger_alerts:look", alert.id)],
                draft=turn.alert(topic=alert.topic),
            )
    alert.ring_again_at = next_day_at(turn)


def _can_still_open(turn: Turn, alert: DangerAlert, person: Person) -> bool:
    return (
        person.telegram_id is not None
        and person.unreachable_at is None
        and bool(people.roles_of(turn.db, person) & STAFF)
        and person.id not in danger_alerts.kept_from(turn.db, alert)
        and not person.is_away(turn.now)
    )


CONVERSATION = Conversation(
    name="on_duty",
    timers={
        "ring_again": Timer(DangerAlert.ring_again_at, ring_again),
        "alarm_operator": Timer(DangerAlert.alarm_at, alarm_operator),
    },
)

"""What is done while nobody opens danger: it rings again, others are asked as well; then the operator."""

from collections.abc import Sequence
from datetime import datetime

from bot.buttons import button
from bot.conversation import Conversation, Timer
from bot.records import audit, danger_alerts, people
from bot.records.alarms import raise_alarm
from bot.records.danger_alerts import DangerAlert
from bot.records.outbox import Priority
from bot.records.people import STAFF, Person, Telephone
from bot.rules.due import day_of
from bot.rules.help_lines import help_lines
from bot.texts import _
from bot.turn import Turn
from conversations import on_duty
from conversations.on_duty import ASKED_AS_WELL, RINGS_AGAIN_AFTER, Watch

# --- nobody opens it


def ring_again(turn: Turn, alert: DangerAlert) -> None:
    """Ten minutes, and at each beginning of hours, until it is opened; then once a day until closed.

    Who is there by role, and isn't on duty by name, is rung as well: DESIGN §5, escalation among
    people before a machine is alarmed.
    """
    if alert.cleared_at is not None:
        return
    if alert.opened_at is not None:
        return _still_open(turn, alert)
    chosen = on_duty.watches(turn, alert)
    due = [each for each in chosen if each.rings(turn.now)]
    others = _others(turn, alert, due)
    next_at = _next_ring(turn, alert, chosen)
    if not due and not others and next_at is not None:  # hours ended meanwhile
        alert.ring_again_at = next_at
        return
    due = due or ([] if others else chosen)  # who has no hours is told by day
    rung_now = [each for each in due if _has_just_begun(each, alert, turn.now)]
    _ring(turn, alert, [each for each in due if each not in rung_now], "rung again")
    _ask_as_well(turn, alert, others)
    if rung_now or not (chosen or others):
        alert.ring_again_at = turn.now + RINGS_AGAIN_AFTER if chosen else on_duty.next_day_at(turn)
        return
    alert.alarm_at = turn.now + RINGS_AGAIN_AFTER


def _others(turn: Turn, alert: DangerAlert, due: Sequence[Watch]) -> list[Watch]:
    """Who is asked as well now."""
    asks_at = on_duty.asks_reserve_at(turn, alert)
    if asks_at is None or asks_at > turn.now:
        return []
    known = {each.person.id for each in due}
    found = on_duty.reserve(turn, alert)
    return [each for each in found if each.is_on(turn.now) and each.person.id not in known]


def _next_ring(turn: Turn, alert: DangerAlert, chosen: Sequence[Watch]) -> datetime | None:
    """The next hours of somebody: for those on duty it rings then as well, and again after that."""
    starts = [start for each in chosen if (start := each.next_on(turn.now)) is not None]
    asks_at = on_duty.asks_reserve_at(turn, alert)
    rings = [
        *(start + RINGS_AGAIN_AFTER for start in starts),
        *([asks_at] if asks_at is not None else []),
    ]
    return min(rings, default=None)


def _has_just_begun(watch: Watch, alert: DangerAlert, now: datetime) -> bool:
    """Whether these are their first hours since it was raised: it rings for them then (`tell`)."""
    start = Watch(watch.person, watch.hours).next_on(alert.raised_at)
    return start is not None and alert.raised_at < start <= now < start + RINGS_AGAIN_AFTER


def _ring(turn: Turn, alert: DangerAlert, watches: Sequence[Watch], act: str) -> None:
    for each in watches:
        on_duty.write_to(
            turn,
            alert,
            each.person,
            lambda: _("Urgent, and nobody has opened it. Please open now."),
            act=act,
        )


def _ask_as_well(turn: Turn, alert: DangerAlert, others: Sequence[Watch]) -> None:
    """Ring those too, and tell whoever wrote: they were told of others."""
    if not others:
        return
    _ring(turn, alert, others, ASKED_AS_WELL)
    client = people.get(turn.db, alert.person_id) if alert.person_id is not None else None
    if client is None:
        return
    with turn.speaking_to(client):
        draft = turn.alert(
            silent=True, priority=Priority.DANGER, good_until=turn.now + RINGS_AGAIN_AFTER
        )
        turn.tell(client, _who_is_asked(turn, alert, client, others), draft=draft)


def _who_is_asked(turn: Turn, alert: DangerAlert, client: Person, others: Sequence[Watch]) -> str:
    names = _(" and ").join(each.person.name for each in others)
    if alert.from_others or client.telephone is not Telephone.OWN:  # others may see it
        return _("I've passed that on to {names} as well.").format(names=names)
    return _(
        "Nobody has opened what you wrote yet. I've passed it on to {names} as well.\n"
        "If you're in danger, please don't wait for them. Call {number}."
    ).format(names=names, number=help_lines(turn.practice.country).emergency)


def alarm_operator(turn: Turn, alert: DangerAlert) -> None:
    """Then it waits for the next hours of somebody, as long as nobody opens it."""
    if alert.opened_at is not None or alert.cleared_at is not None:
        return
    zone = turn.practice.zone
    today, raised = day_of(turn.now, zone), day_of(alert.raised_at, zone)
    later = "" if today == raised else f" on {today}"  # one alarm a day
    raise_alarm(turn.db, turn.practice, f"nobody has opened {alert.topic}{later}", turn.now)
    audit.note(turn.db, turn.now, None, "alarm: nobody has opened it", alert)
    everybody = [*on_duty.watches(turn, alert), *on_duty.reserve(turn, alert)]
    starts = (each.on_after(turn.now) for each in everybody)
    alert.ring_again_at = min(
        (start for start in starts if start is not None), default=on_duty.next_day_at(turn)
    )


# --- somebody opened it, and nobody closes it


def _still_open(turn: Turn, alert: DangerAlert) -> None:
    """Who opened it is asked whether it is dealt with; where they can't be, or are away, the others."""
    opener = people.get(turn.db, alert.opened_by) if alert.opened_by is not None else None
    asked = [each.person for each in on_duty.watches(turn, alert)]
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
            audit.note(turn.db, turn.now, person.id, "asked to close", alert)
    alert.ring_again_at = on_duty.next_day_at(turn)


def _can_still_open(turn: Turn, alert: DangerAlert, person: Person) -> bool:
    return (
        person.telegram_id is not None
        and person.unreachable_at is None
        and bool(people.roles_of(turn.db, person) & STAFF)
        and person.id not in danger_alerts.kept_from(turn.db, alert)
        and not person.is_away(turn.now)
    )


CONVERSATION = Conversation(
    name="unopened",
    timers={
        "ring_again": Timer(DangerAlert.ring_again_at, ring_again),
        "alarm_operator": Timer(DangerAlert.alarm_at, alarm_operator),
    },
)

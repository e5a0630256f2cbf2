"""What the practice changed about a client's sessions: told in one message, as it then stands."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.conversation import Conversation, Timer
from bot.records import bookings, consents, people, therapy_sessions
from bot.records.alarms import raise_alarm
from bot.records.consents import Purpose
from bot.records.people import Role
from bot.records.therapy_sessions import TherapySession
from bot.rules.due import UNDO_DELAY
from bot.rules.session_changes import Change, net
from bot.turn import Turn
from conversations.lateness import expire, sorry_if_late
from conversations.session_answers import tell_at_once
from conversations.session_notice_words import for_client, for_managers

# A notice that comes later than this before a session finds the client on the way.
SETS_OUT = timedelta(hours=2)
# A new time so soon is worth a call where the client can't be written to.
_SOON = timedelta(days=1)


def tell_change(turn: Turn, row: TherapySession) -> None:
    """Compare what the client goes by with what stands, of all sessions that were changed.

    1. Who changed something a moment ago may be about to change more: then it waits for the last.
    2. What is told is what still matters; of times that have begun, nothing.
    3. Where the client doesn't hear, the managers are asked to phone.
    4. At night it waits for the morning, unless the client would set out in vain.

    Late, after an outage, it is still told, and says so.
    """
    others = [
        each for each in therapy_sessions.to_be_told(turn.db, turn.person) if each.id != row.id
    ]
    rows = [row, *others]
    left = net(Change(each.id, each.known_starts_at, each.stands_at) for each in rows)
    changes = [each for each in left if each.matters(turn.now)]
    if not changes:
        if left and _hears(turn):
            expire(turn, row.notice_topic)
        return _are_known(rows)
    first = _first_time(changes, turn.now)
    waits_until = _last_of_quick_ones(others, first, turn.now)
    if waits_until is not None:
        row.notice_at = waits_until
        return
    if not _hears(turn):
        _ask_managers_to_phone(turn, rows, changes)
        return _are_known(rows)
    waits_until = _after_the_night(turn, first)
    if waits_until is not None and waits_until > turn.now:
        for each in rows:
            each.notice_at = waits_until
        return
    _say(turn, rows, changes, silently=waits_until is None)
    _are_known(rows)


def _are_known(rows: Sequence[TherapySession]) -> None:
    """Also where nothing was said: who isn't written to has it from the practice itself."""
    for each in rows:
        bookings.is_known(each)


def _first_time(changes: Sequence[Change], now: datetime) -> datetime:
    return min(each for change in changes for each in change.times if each > now)


def _last_of_quick_ones(
    others: Sequence[TherapySession], first: datetime, now: datetime
) -> datetime | None:
    """When the last of some quick changes is due; None to wait for none of them."""
    if first - SETS_OUT <= now:
        return None
    due = [each.notice_at for each in others if each.notice_at is not None]
    return max((each for each in due if now < each <= now + UNDO_DELAY), default=None)


def _hears(turn: Turn) -> bool:
    wants = consents.has(turn.db, turn.person, Purpose.REMINDERS)
    return wants and turn.person.hears_unasked(turn.now)


def _after_the_night(turn: Turn, first: datetime) -> datetime | None:
    """When it may be said: now, or once quiet hours end; None for now, without a sound.

    Who is to be somewhere early in the morning would set out in vain: they find it when they wake.
    """
    clocks = turn.person.clocks(turn.practice)
    return clocks.after_quiet_hours(turn.now, first - SETS_OUT) or (
        None if clocks.quiet_span(turn.now) else turn.now
    )


def _say(
    turn: Turn, rows: Sequence[TherapySession], changes: Sequence[Change], *, silently: bool
) -> None:
    said = for_client(turn, {each.id: each for each in rows}, changes)
    text = "\n\n".join(filter(None, [said.text, sorry_if_late(turn)]))
    useful_until = max(each for change in changes for each in change.times)
    if silently and turn.person.telegram_id is not None:
        draft = turn.alert(silent=True, topic=said.topic, good_until=useful_until)
        turn.tell(turn.person, text, said.buttons, draft=draft)
        return
    turn.say(text, said.buttons, topic=said.topic, good_until=useful_until)


def _ask_managers_to_phone(
    turn: Turn, rows: Sequence[TherapySession], changes: Sequence[Change]
) -> None:
    """Of a new time only if it is soon, and the client was written to before."""
    wrote = turn.person.telegram_id is not None and consents.was_ever_given(
        turn.db, turn.person, Purpose.REMINDERS
    )
    worth_a_call = [
        each
        for each in changes
        if each.known is not None
        or (wrote and each.stands is not None and each.stands - turn.now <= _SOON)
    ]
    if not worth_a_call:
        return
    told = tell_at_once(
        turn,
        people.holders(turn.db, Role.MANAGER),
        lambda words: for_managers(words, turn.person, worth_a_call),
    )
    if not told:
        raise_alarm(turn.db, turn.practice, f"nobody to tell of {rows[0].topic}", turn.now)


CONVERSATION = Conversation(
    name="session_notices",
    timers={"tell_change": Timer(TherapySession.notice_at, tell_change, TherapySession.client_id)},
)

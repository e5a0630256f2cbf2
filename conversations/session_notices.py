"""What the practice changed about a session: told to the client once, as it then stands."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.buttons import Button, button
from bot.conversation import Conversation, Timer
from bot.records import consents, people, therapy_sessions
from bot.records.alarms import raise_alarm
from bot.records.consents import Purpose
from bot.records.people import Role, Telephone
from bot.records.therapy_sessions import SessionState, TherapySession
from bot.rules.names import listed
from bot.texts import _
from bot.turn import Turn
from conversations.session_answers import answers_to, tell_at_once

# A notice that comes later than this before a session finds the client on the way.
SETS_OUT = timedelta(hours=2)


def tell_change(turn: Turn, row: TherapySession) -> None:
    """Compare what the client goes by with what stands; say it, or have it said by telephone.

    Late, after an outage, it is still said, unless neither time is still to come.
    """
    known = row.moved_from
    row.moved_from = None
    if known is None or not _matters(turn, row, known):
        return
    if not _hears(turn):
        return _ask_managers_to_phone(turn, row, known)
    waits_until = _after_the_night(turn, row, known)
    if waits_until is not None and waits_until > turn.now:
        row.moved_from, row.notice_at = known, waits_until
        return
    silently = waits_until is None
    if row.state is SessionState.BOOKED:
        return _say_moved(turn, row, known, silently=silently)
    _say_cancelled(turn, row, known, silently=silently)


def _matters(turn: Turn, row: TherapySession, known: datetime) -> bool:
    """Whether there is still something to know: another time than they know, or none."""
    if row.state is SessionState.BOOKED:
        return row.starts_at != known and max(row.starts_at, known) > turn.now
    return known > turn.now


def _hears(turn: Turn) -> bool:
    wants = consents.has(turn.db, turn.person, Purpose.REMINDERS)
    return wants and turn.person.hears_unasked(turn.now)


def _after_the_night(turn: Turn, row: TherapySession, known: datetime) -> datetime | None:
    """When it may be said: now, or once quiet hours end; None for now, without a sound.

    Who is to be somewhere early in the morning would set out in vain: they find it when they wake.
    """
    clocks = turn.person.clocks(turn.practice)
    times = [known, row.starts_at] if row.state is SessionState.BOOKED else [known]
    first = min(each for each in times if each > turn.now)
    return clocks.after_quiet_hours(turn.now, first - SETS_OUT) or (
        None if clocks.quiet_span(turn.now) else turn.now
    )


def _say_moved(turn: Turn, row: TherapySession, known: datetime, *, silently: bool) -> None:
    text = _("Moved: {before} is now {when}.").format(
        before=turn.words.day_and_time(known), when=turn.words.day_and_time(row.starts_at)
    )
    is_own = turn.person.telephone is Telephone.OWN
    first_line = " ".join(filter(None, [text, row.place])) if is_own else text
    _say(
        turn,
        row,
        "\n".join(filter(None, [first_line, row.link if is_own else None])),
        answers_to(row) if is_own else [],
        silently=silently,
    )


def _say_cancelled(turn: Turn, row: TherapySession, known: datetime, *, silently: bool) -> None:
    when = turn.words.day_and_time(known)
    if turn.person.telephone is not Telephone.OWN:  # a day and a time, and nothing to tap
        return _say(turn, row, _("Cancelled: {when}.").format(when=when), [], silently=silently)
    lines = [_("Cancelled: {when}. I'm sorry, it can't be then.").format(when=when)]
    after = therapy_sessions.upcoming(turn.db, turn.person, turn.now)
    if after:
        following = turn.words.day_and_time(after[0].starts_at)
        lines.append(_("Your next one is {when}.").format(when=following))
    phone = _("To find another time, tap below or phone {practice}.")
    lines.append(phone.format(practice=turn.practice.name_and_phone))
    ask = button(_("Another time"), "other_time:ask", row.id)
    _say(turn, row, "\n\n".join(lines), [ask], silently=silently)


def _say(
    turn: Turn, row: TherapySession, text: str, buttons: Sequence[Button], *, silently: bool
) -> None:
    if silently and turn.person.telegram_id is not None:
        draft = turn.alert(silent=True, topic=row.topic)
        turn.tell(turn.person, text, buttons, draft=draft)
        return
    turn.say(text, buttons, topic=row.topic)


def _ask_managers_to_phone(turn: Turn, row: TherapySession, known: datetime) -> None:
    client = listed(turn.person.name)

    def sentence() -> str:
        if row.state is SessionState.BOOKED:
            return _("Please phone {client}: {before} is now {when}. I can't write there.")
        return _("Please phone {client}: {before} is cancelled. I can't write there.")

    told = tell_at_once(
        turn,
        people.holders(turn.db, Role.MANAGER),
        lambda words: sentence().format(
            client=client,
            before=words.day_and_time(known),
            when=words.day_and_time(row.starts_at),
        ),
    )
    if not told:
        raise_alarm(turn.db, turn.practice, f"nobody to tell of {row.topic}", turn.now)


CONVERSATION = Conversation(
    name="session_notices",
    timers={"tell_change": Timer(TherapySession.notice_at, tell_change, TherapySession.client_id)},
)

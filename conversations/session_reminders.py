"""The reminder of a session, while it is wanted and of use."""

from collections.abc import Iterator
from datetime import timedelta

from bot.conversation import Conversation, Timer
from bot.records import bookings, consents, time_requests
from bot.records.consents import Purpose
from bot.records.people import Telephone
from bot.records.therapy_sessions import Answer, SessionState, TherapySession
from bot.rules.due import LATE_AFTER, newest_reminder, next_reminder_at, reminder_of_today
from bot.texts import _
from bot.turn import Turn
from conversations.lateness import expire, sorry_if_late
from conversations.session_answers import answers_to
from conversations.session_links import link_buttons


def remind(turn: Turn, row: TherapySession) -> None:
    """Remind, unless it is no longer wanted or useful; then set the next reminder.

    Late, after an outage, one comes for all that have passed, while the session is to come; quiet
    hours hold all the same.
    """
    rules = turn.person.reminder_rules(turn.practice)
    is_wanted = _is_wanted(turn, row)
    row.remind_at = next_reminder_at(row.starts_at, rules, turn.now)
    if not is_wanted:
        return
    sends_at = rules.clocks.after_quiet_hours(turn.now, row.starts_at)
    if row.starts_at <= turn.now or sends_at is None:
        return expire(turn, row.topic)
    if sends_at != turn.now:
        row.remind_at = min(filter(None, (sends_at, row.remind_at)))
        return
    bookings.was_shown([row])
    text = f"{turn.words.soon(row.starts_at, turn.now)}."
    if turn.person.telephone is not Telephone.OWN:  # shared, or not yet asked on a new telephone
        turn.say(text, topic=row.topic, good_until=row.starts_at)
        return
    first_line = " ".join(filter(None, [text, row.place]))
    turn.say(
        "\n".join(filter(None, [first_line, *_further_lines(turn, row)])),
        [*answers_to(row), *link_buttons(turn, row)],
        topic=row.topic,
        good_until=row.starts_at,
    )


def _is_wanted(turn: Turn, row: TherapySession) -> bool:
    person = turn.person
    is_nudge = row.answer is Answer.COMING and not person.reminds_confirmed
    return (
        row.state is SessionState.BOOKED
        and not is_nudge
        and person.hears_unasked(turn.now)
        and consents.has(turn.db, person, Purpose.REMINDERS)
    )


def _further_lines(turn: Turn, row: TherapySession) -> Iterator[str | None]:
    """What is for nobody else's eyes, and for none that see the first line alone."""
    yield row.link
    rules = turn.person.reminder_rules(turn.practice)
    reminder = reminder_of_today(row.starts_at, rules, turn.now)
    yield turn.practice.reminder_words.get(reminder.lead) if reminder else None
    if row.answer is Answer.COMING:
        yield _("You said you'll be there.")
    elif time_requests.open_of_session(turn.db, row.id) is not None:
        yield _("You asked for another time. Until you hear of one, this one stays yours.")
    # After an outage in which several had passed, the newest of them may be in time.
    is_in_time = reminder is not None and turn.now - reminder.at <= LATE_AFTER
    yield None if is_in_time else sorry_if_late(turn, was_late=_was_put_off(turn, row))


def _was_put_off(turn: Turn, row: TherapySession) -> bool:
    """Whether it was late already when it fell into quiet hours, which have just ended."""
    rules = turn.person.reminder_rules(turn.practice)
    newest = newest_reminder(row.starts_at, rules, turn.now)
    if newest is None or turn.due_at is None or turn.due_at - newest.at <= LATE_AFTER:
        return False
    return rules.clocks.once_not_quiet(turn.due_at - timedelta.resolution) == turn.due_at


CONVERSATION = Conversation(
    name="session_reminders",
    timers={"remind": Timer(TherapySession.remind_at, remind, TherapySession.client_id)},
)

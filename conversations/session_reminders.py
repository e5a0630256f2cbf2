"""The reminder of a session, while it is wanted and of use."""

from bot.conversation import Conversation, Timer
from bot.records import bookings, consents
from bot.records.consents import Purpose
from bot.records.people import Telephone
from bot.records.therapy_sessions import Answer, SessionState, TherapySession
from bot.rules.due import next_reminder_at
from bot.turn import Turn
from conversations.session_answers import answers_to


def remind(turn: Turn, row: TherapySession) -> None:
    """Remind, unless it is no longer wanted or useful; then set the next reminder."""
    person = turn.person
    rules = person.reminder_rules(turn.practice)
    row.remind_at = next_reminder_at(row.starts_at, rules, turn.now)
    if (
        row.state is not SessionState.BOOKED
        or row.starts_at <= turn.now
        or row.answer is Answer.COMING
        or not person.hears_unasked(turn.now)
        or not consents.has(turn.db, person, Purpose.REMINDERS)
    ):
        return
    sends_at = rules.clocks.after_quiet_hours(turn.now, row.starts_at)
    if sends_at != turn.now:  # late, after an outage: quiet hours hold all the same
        row.remind_at = min(filter(None, (sends_at, row.remind_at)), default=None)
        return
    bookings.was_shown([row])
    text = f"{turn.words.soon(row.starts_at, turn.now)}."
    if person.telephone is not Telephone.OWN:  # shared, or not yet asked on a new telephone
        turn.say(text, topic=row.topic, good_until=row.starts_at)
        return
    first_line = " ".join(filter(None, [text, row.place]))
    turn.say(
        "\n".join(filter(None, [first_line, row.link])),
        answers_to(row),
        topic=row.topic,
        good_until=row.starts_at,
    )


CONVERSATION = Conversation(
    name="session_reminders",
    timers={"remind": Timer(TherapySession.remind_at, remind, TherapySession.client_id)},
)

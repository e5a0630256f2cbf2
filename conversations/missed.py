"""A session that was missed: a kind word, and another time if it is wanted."""

from datetime import datetime, timedelta

from bot.buttons import button
from bot.records import consents, danger_alerts, danger_questions, therapy_sessions
from bot.records.consents import Purpose
from bot.records.people import Person, Telephone
from bot.records.therapy_sessions import SessionState, TherapySession
from bot.texts import _
from bot.turn import Turn

WORTH_A_WORD = timedelta(days=3)  # after that it would only bring an old thing up again


def outside_their_quiet_hours(turn: Turn, client: Person, wished: datetime) -> datetime:
    """That instant, or the end of the client's quiet hours."""
    return client.clocks(turn.practice).once_not_quiet(wished)


def offer_another_time(turn: Turn, row: TherapySession) -> None:
    """Write to the client, if they want messages and it is still of use; later in quiet hours.

    No word of blame or of fees, and none at all while somebody sees to their danger.
    """
    person = turn.person
    latest = row.ends_at + WORTH_A_WORD
    if (
        row.state is not SessionState.BOOKED
        or person.telephone is not Telephone.OWN  # others see it: a day and a time and no more
        or not person.hears_unasked(turn.now)
        or not consents.has(turn.db, person, Purpose.REMINDERS)
        or danger_alerts.is_open(turn.db, person.id)
        or danger_questions.is_open(turn.db, person.id)
    ):
        return
    at = outside_their_quiet_hours(turn, person, turn.now)
    if at >= latest:
        return
    if at > turn.now:
        row.ask_attendance_at = at
        return
    upcoming = therapy_sessions.upcoming(turn.db, person, turn.now)
    lines = [
        _("I hear that you didn't meet then. That can happen. You don't need to explain it here."),
        _("If that's wrong, please phone {practice}.").format(
            practice=turn.practice.name_and_phone
        ),
    ]
    if upcoming:
        when = turn.words.day_and_time(upcoming[0].starts_at)
        lines.append(_("Your next one is {when}.").format(when=when))
    about = _("About {when}.").format(when=turn.words.day_and_time(row.starts_at))
    turn.say(
        "\n\n".join([about, "\n".join(lines), _("Would you like another time?")]),
        [
            button(_("Yes, find one"), "other_time:ask", row.id, also=("yes",)),
            button(_("No, thank you"), "sessions:all_done", also=("no",)),
        ],
        topic=row.missed_topic,
        good_until=latest,
    )
